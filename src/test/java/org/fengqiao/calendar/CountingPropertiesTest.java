package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.calendar.WorkingDaysTest.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fengqiao.calendar.DayMark.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@DisplayName("期间的计算：对任意起算日都成立的规律")
class CountingPropertiesTest {

    private final WorkingDays calendar = WorkingDays.announced();

    @RepeatedTest(value = 200, name = "种子 {currentRepetition}")
    @DisplayName("期间越长，届满日不会更早")
    void growsWithItsLength(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        LocalDate start = anyDay(random);
        Unit unit = List.of(Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH, Unit.YEAR).get(random.nextInt(4));
        Roll roll = random.nextBoolean() ? Roll.FORWARD : Roll.NONE;
        LocalDate before = start;
        for (int length = 1; length < 30; length++) {
            LocalDate due = Counting.due(start, new Period(length, unit), roll, calendar).due();
            assertThat(due).isAfterOrEqualTo(before);
            before = due;
        }
    }

    @RepeatedTest(value = 200, name = "种子 {currentRepetition}")
    @DisplayName("n个工作日里恰有n个工作日，末日是工作日，与逐日硬数一致")
    void holdsExactlyItsWorkingDays(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        LocalDate start = anyDay(random);
        int n = 1 + random.nextInt(60);
        DueDay due = Counting.due(start, new Period(n, Unit.WORKING_DAY), Roll.NONE, calendar);

        assertThat(due.due()).isEqualTo(PlainCalendar.nthWorkingDay(start, n));
        assertThat(calendar.workingDaysBetween(start, due.due())).isEqualTo(n);
        assertThat(due.days()).filteredOn(mark -> mark.number() > 0).hasSize(n);
        assertThat(due.trace()).isNotEmpty();
    }

    @RepeatedTest(value = 200, name = "种子 {currentRepetition}")
    @DisplayName("每一天都有一格，首尾相接；不带记录的快算与带记录的结果相同")
    void marksEveryDayOnce(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        LocalDate start = anyDay(random);
        Unit unit = List.of(Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH).get(random.nextInt(3));
        LocalDate first = start.plusDays(1 + random.nextInt(10));
        Pause pause = new Pause(first, first.plusDays(random.nextInt(20)), "检测");
        Span.Days span = new Span.Days(start, List.of(new Period(1 + random.nextInt(20), unit)), List.of(pause),
                random.nextBoolean() ? Roll.FORWARD : Roll.NONE, null, List.of(), List.of());
        DueDay due = Counting.due(span, calendar);

        assertThat(due.unrolled()).isEqualTo(Counting.lastDay(span, calendar));
        LocalDate expected = start;
        for (DayMark mark : due.days()) {
            assertThat(mark.day()).isEqualTo(expected);
            expected = expected.plusDays(1);
        }
        assertThat(due.days().getLast()).extracting(DayMark::day, DayMark::role).containsExactly(due.due(), Role.DUE);
    }

    @RepeatedTest(value = 200, name = "种子 {currentRepetition}")
    @DisplayName("自然日中止几天，届满日就推后几天；工作日中止了几个工作日，就多数几个工作日")
    void shiftsByWhatWasStopped(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        LocalDate start = anyDay(random);
        int length = 5 + random.nextInt(60);
        LocalDate first = start.plusDays(1 + random.nextInt(5));
        int stopped = 1 + random.nextInt(40);
        Pause pause = new Pause(first, first.plusDays(stopped - 1L), "鉴定");

        assertThat(lastDay(start, new Period(length, Unit.CALENDAR_DAY), pause)).isEqualTo(start.plusDays((long) length + stopped));
        LocalDate due = lastDay(start, new Period(length + 10, Unit.WORKING_DAY), pause);
        int left = calendar.workingDaysBetween(first.minusDays(1), pause.last() == null ? first : pause.last());
        assertThat(due).isEqualTo(PlainCalendar.nthWorkingDay(start, length + 10 + left));
    }

    @RepeatedTest(value = 200, name = "种子 {currentRepetition}")
    @DisplayName("倒算的最迟日：晚一天就不够完整的n日")
    void countsBackAsLittleAsNeeded(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        LocalDate event = anyDay(random).plusDays(400);
        int n = 1 + random.nextInt(30);
        LocalDate latest = Counting.latestDayBefore(event, new Period(n, Unit.WORKING_DAY), calendar).due();
        Set<LocalDate> off = PlainCalendar.off();
        Set<LocalDate> work = PlainCalendar.work();

        assertThat(latest.plusDays(1).datesUntil(event).filter(d -> PlainCalendar.working(d, off, work)).count()).isEqualTo(n);
        assertThat(latest.plusDays(2).datesUntil(event).filter(d -> PlainCalendar.working(d, off, work)).count()).isEqualTo(n - 1);
    }

    private LocalDate lastDay(LocalDate start, Period period, Pause pause) {
        return Counting.lastDay(new Span.Days(start, List.of(period), List.of(pause), Roll.NONE, null, List.of(), List.of()), calendar);
    }

    private static LocalDate anyDay(Random random) {
        return day("2018-01-01").plusDays(random.nextInt(2800));
    }
}
