package org.fengqiao.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.deadline.ClockTest.at;
import static org.fengqiao.deadline.ClockTest.changed;
import static org.fengqiao.deadline.ClockTest.day;
import static org.fengqiao.deadline.ClockTest.duty;
import static org.fengqiao.deadline.ClockTest.on;
import static org.fengqiao.deadline.ClockTest.reason;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.DayMark;
import org.fengqiao.calendar.HourPause;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.Span;
import org.fengqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("期限台账：中止、恢复、重新计算、延长、更替")
class LedgerTest {

    private final WorkingDays calendar = WorkingDays.announced();

    @Test
    @DisplayName("自然日中止十天：中止当日不计入、恢复当日计入，届满日推后十天")
    void stopsCalendarDays() {
        Clock stopped = changed(duty("2026-03-02", "30 calendar-days", Roll.NONE).stop(stop("2026-03-10"), calendar));
        Clock resumed = changed(stopped.resume(resume("2026-03-20")));

        assertThat(resumed.due(calendar).due()).isEqualTo("2026-04-11");
        assertThat(resumed.due(calendar).explanation())
                .contains("2026年3月10日中止，当日不计入：技术鉴定，依据administrative-coercion-law@2012-01-01#25，文书D-7。",
                        "2026年3月10日至3月19日中止（10天），不计入：技术鉴定。");
        assertThat(resumed.due(calendar).days()).filteredOn(mark -> mark.role() == DayMark.Role.STOPPED).hasSize(10);
    }

    @Test
    @DisplayName("声明中止当日计入、恢复当日不计入的，边界随之移动")
    void followsDeclaredBoundaries() {
        Clock clock = duty("2026-03-02", "30 calendar-days", Roll.NONE);
        Clock stopped = changed(clock.stop(new Entry.Stop(on("2026-03-10"), true, "听证", List.of(), "D-1"), calendar));

        assertThat(changed(stopped.resume(resume("2026-03-20"))).due(calendar).due()).isEqualTo("2026-04-10");
        assertThat(changed(stopped.resume(new Entry.Resume(on("2026-03-20"), false, "听证结束", List.of(), null)))
                .due(calendar).due()).isEqualTo("2026-04-11");
    }

    @Test
    @DisplayName("工作日期限跨国庆长假中止：只扣掉其间的工作日")
    void stopsWorkingDaysOverTheHoliday() {
        Clock clock = duty("2026-09-21", "20 working-days", Roll.NONE);
        assertThat(clock.due(calendar).due()).isEqualTo("2026-10-26");

        Clock resumed = changed(changed(clock.stop(stop("2026-09-29"), calendar)).resume(resume("2026-10-09")));

        assertThat(resumed.due(calendar).due()).as("9月29日、30日和10月8日三个工作日不计").isEqualTo("2026-10-29");
    }

    @Test
    @DisplayName("以月计的期限中止后，余下部分按日计算")
    void countsTheRestOfMonthsInDays() {
        Clock clock = duty("2026-01-31", "3 months", Roll.NONE);
        assertThat(clock.due(calendar).due()).isEqualTo("2026-04-30");

        Clock resumed = changed(changed(clock.stop(stop("2026-02-10"), calendar)).resume(resume("2026-02-20")));

        assertThat(resumed.due(calendar).due()).isEqualTo("2026-05-10");
        assertThat(resumed.due(calendar).explanation()).anyMatch(line -> line.contains("余下部分按日计至2026年5月10日"));
    }

    @Test
    @DisplayName("两次中止各自扣除；当日中止当日恢复不影响期限")
    void addsUpSeveralStops() {
        Clock clock = duty("2026-03-02", "30 calendar-days", Roll.NONE);
        Clock twice = clock;
        for (String[] stop : new String[][] {{"2026-03-05", "2026-03-08"}, {"2026-03-08", "2026-03-08"}, {"2026-04-01", "2026-04-03"}}) {
            twice = changed(changed(twice.stop(stop(stop[0]), calendar)).resume(resume(stop[1])));
        }
        assertThat(twice.due(calendar).due()).isEqualTo("2026-04-06");
    }

    @Test
    @DisplayName("中止的期限永不届满；恢复后才继续走")
    void neverLapsesWhileStopped() {
        Clock stopped = changed(duty("2026-03-02", "30 calendar-days", Roll.NONE).stop(stop("2026-03-10"), calendar));

        assertThat(stopped.state(calendar, day("2028-01-01"))).isEqualTo(ClockState.STOPPED);
        assertThat(stopped.lapsed(on("2028-01-01"), calendar)).isFalse();
        assertThat(stopped.within(on("2028-01-01"), calendar)).isTrue();
        assertThat(stopped.due(calendar).explanation()).anyMatch(line -> line.contains("尚未恢复"));
        Clock resumed = changed(stopped.resume(resume("2027-12-31")));
        assertThat(resumed.state(calendar, day("2028-01-01"))).isEqualTo(ClockState.RUNNING);
    }

    @Test
    @DisplayName("没有文书、没有理由、重复中止、没有中止就恢复、倒填日期、届满之后：都不成立")
    void refusesWhatIsNotInOrder() {
        Clock clock = duty("2026-03-02", "30 calendar-days", Roll.NONE);
        Clock stopped = changed(clock.stop(stop("2026-03-10"), calendar));

        assertThat(reason(clock.stop(new Entry.Stop(on("2026-03-10"), "鉴定", List.of(), null), calendar))).contains("文书");
        assertThat(reason(clock.stop(new Entry.Stop(on("2026-03-10"), " ", List.of(), "D-7"), calendar))).contains("理由");
        assertThat(reason(clock.restart(new Entry.Restart(on("2026-03-10"), "补正", List.of(), "")))).contains("文书");
        assertThat(reason(clock.extend(extend("2026-03-10", "10 calendar-days", null), calendar))).contains("文书");
        assertThat(reason(stopped.stop(stop("2026-03-11"), calendar))).contains("已经中止");
        assertThat(reason(clock.resume(resume("2026-03-11")))).contains("没有中止");
        assertThat(reason(clock.stop(stop("2026-03-01"), calendar))).contains("早于");
        assertThat(reason(stopped.resume(resume("2026-03-09")))).contains("早于");
        assertThat(reason(clock.stop(stop("2026-04-02"), calendar))).contains("届满");
        assertThat(reason(changed(clock.end(on("2026-03-05"))).stop(stop("2026-03-06"), calendar))).contains("已于2026-03-05结束");
    }

    @Test
    @DisplayName("补正后重新计算：全部期限自收到补正之日起算，届满之后也可以（信息公开条例三十条）")
    void restartsOnTheCorrectedApplication() {
        Clock clock = duty("2026-09-01", "20 working-days", Roll.NONE);
        Clock again = changed(clock.restart(new Entry.Restart(on("2026-10-09"), "收到补正后的申请", List.of(), "D-9")));

        assertThat(again.due(calendar).due()).isEqualTo("2026-11-05");
        assertThat(again.due(calendar).explanation()).anyMatch(line -> line.contains("（重新计算）起算"));
    }

    @Test
    @DisplayName("延长：月加月从起算日一并计算，不同单位前后相接")
    void addsExtensions() {
        Clock months = duty("2025-12-31", "2 months", Roll.NONE);
        assertThat(changed(months.extend(extend("2026-02-01", "1 month", "D-1"), calendar)).due(calendar).due()).isEqualTo("2026-03-31");
        assertThat(changed(months.extend(extend("2026-02-01", "10 working-days", "D-1"), calendar)).due(calendar).due())
                .as("2月28日起再数十个工作日").isEqualTo("2026-03-13");
        assertThat(reason(months.extend(extend("2026-03-02", "1 month", "D-1"), calendar))).contains("届满");
        assertThat(reason(months.extend(extend("2026-02-01", "5 hours", "D-1"), calendar))).contains("不能并用");
    }

    @Test
    @DisplayName("延长有次数、每次和合计的上限：到上限可以，超出不可以（治安法一百一十八条、复议法六十二条）")
    void keepsTheCapOfExtensions() {
        Clock police = duty("2026-01-05", "30 calendar-days", Roll.NONE)
                .capped(new ExtensionCap(2, Period.parse("30 calendar-days"), null));
        Clock once = changed(police.extend(extend("2026-01-20", "30 calendar-days", "D-1"), calendar));
        Clock twice = changed(once.extend(extend("2026-02-20", "30 calendar-days", "D-2"), calendar));
        assertThat(twice.due(calendar).due()).isEqualTo("2026-04-05");
        assertThat(reason(twice.extend(extend("2026-03-20", "1 calendar-day", "D-3"), calendar))).contains("2次为限");
        assertThat(reason(police.extend(extend("2026-01-20", "31 calendar-days", "D-1"), calendar))).contains("每次");
        assertThat(reason(police.extend(extend("2026-01-20", "1 month", "D-1"), calendar))).as("换个单位不能绕过上限").contains("每次");

        Clock review = duty("2026-01-05", "60 calendar-days", Roll.NONE)
                .capped(new ExtensionCap(null, null, Period.parse("30 calendar-days")));
        Clock partly = changed(review.extend(extend("2026-01-20", "20 calendar-days", "D-1"), calendar));
        assertThat(changed(partly.extend(extend("2026-01-21", "10 calendar-days", "D-2"), calendar)).due(calendar).due()).isEqualTo("2026-04-05");
        assertThat(reason(partly.extend(extend("2026-01-21", "11 calendar-days", "D-2"), calendar))).contains("合计");
    }

    @Test
    @DisplayName("当事人的期限遇到两种长度，取较长的；办理期限不适用")
    void givesThePartyTheLonger() {
        Clock window = Clock.of("request-hearing", ClockKind.WINDOW, "要求听证", on("2021-07-14"), Period.parse("3 calendar-days"), Roll.FORWARD);
        Clock longer = changed(window.replaceInFavourOfParty(replace("2021-07-15", "5 working-days"), calendar));
        assertThat(longer.due(calendar).due()).isEqualTo("2021-07-21");

        assertThat(longer.replaceInFavourOfParty(replace("2021-07-16", "3 calendar-days"), calendar))
                .isInstanceOfSatisfying(Outcome.Kept.class, kept -> {
                    assertThat(kept.clock()).isEqualTo(longer);
                    assertThat(kept.reason()).contains("不短于3天");
                });
        assertThat(reason(duty("2021-07-14", "60 calendar-days", Roll.NONE)
                .replaceInFavourOfParty(replace("2021-07-15", "90 calendar-days"), calendar))).contains("办理期限");
    }

    @Test
    @DisplayName("小时期限的中止按分钟扣除")
    void stopsHours() {
        Clock clock = Clock.of("reply", ClockKind.DUTY, "二十四小时内处理", at("2026-10-10T22:00:00+08:00"), Period.parse("24 hours"), Roll.NONE);
        Clock stopped = changed(clock.stop(new Entry.Stop(at("2026-10-11T00:30:00+08:00"), "停电", List.of(), "D-1"), calendar));
        assertThat(stopped.state(calendar, OffsetDateTime.parse("2026-10-20T00:00:00+08:00"))).isEqualTo(ClockState.STOPPED);

        Clock resumed = changed(stopped.resume(new Entry.Resume(at("2026-10-11T02:15:00+08:00"), "来电", List.of(), null)));

        assertThat(resumed.due(calendar).text()).isEqualTo("2026-10-11T23:45:00+08:00");
        assertThat(reason(clock.stop(stop("2026-10-11"), calendar))).contains("时刻");
    }

    @Test
    @DisplayName("重新计算的，此前的延长和中止都不再算，以小时计的也一样")
    void restartsWithAnEmptyLedger() {
        Clock clock = duty("2026-06-01", "10 calendar-days", Roll.NONE);
        Clock stopped = changed(clock.stop(new Entry.Stop(on("2026-06-03"), "检验", List.of(), "D-1"), calendar));
        Clock resumed = changed(stopped.resume(new Entry.Resume(on("2026-06-06"), "检验完毕", List.of(), null)));
        Clock longer = changed(resumed.extend(new Entry.Extend(on("2026-06-08"), Period.parse("5 calendar-days"), "复杂", List.of(), "D-2"), calendar));
        assertThat(longer.lastDay(calendar)).isAfter(day("2026-06-16"));
        assertThat(changed(longer.restart(new Entry.Restart(on("2026-06-09"), "补正", List.of(), "D-3"))).lastDay(calendar)).isEqualTo(day("2026-06-19"));
        // The same days again: a pause of before must not be left out twice.
        Clock early = changed(resumed.restart(new Entry.Restart(on("2026-06-06"), "补正", List.of(), "D-3")));
        assertThat(early.lastDay(calendar)).isEqualTo(day("2026-06-16"));
        Span.Days span = (Span.Days) Ledger.of(early).bare();
        assertThat(span.pauses()).isEmpty();

        Clock hours = Clock.of("h", ClockKind.DUTY, "二十四小时", at("2026-10-10T08:00:00+08:00"), Period.parse("24 hours"), Roll.NONE);
        Clock paused = changed(hours.stop(new Entry.Stop(at("2026-10-10T09:00:00+08:00"), "停电", List.of(), "D-1"), calendar));
        Clock on = changed(paused.resume(new Entry.Resume(at("2026-10-10T12:00:00+08:00"), "来电", List.of(), null)));
        Clock again = changed(on.restart(new Entry.Restart(at("2026-10-10T12:00:00+08:00"), "补正", List.of(), "D-2")));
        assertThat(((Span.Hours) Ledger.of(again).bare()).pauses()).isEmpty();
        assertThat(again.due(calendar).text()).isEqualTo("2026-10-11T12:00:00+08:00");
    }

    @Test
    @DisplayName("届满以后才开始的停顿，不使小时期限变长：过去的时间不会回来")
    void leavesOutAPauseAfterTheEnd() {
        OffsetDateTime start = OffsetDateTime.parse("2026-10-10T08:00:00+08:00");
        OffsetDateTime end = start.plusHours(24);
        Span.Hours span = new Span.Hours(start, Duration.ofHours(24), List.of(
                new HourPause(start.plusHours(1), start.plusHours(3), "停电"), new HourPause(end.plusHours(2), end.plusHours(9), "又停电")), null, List.of(), List.of());

        assertThat(Counting.end(span)).isEqualTo(end.plusHours(2));
    }

    @Test
    @DisplayName("以分钟计的期限自时刻起算，到分为止；可以按分钟延长，不能按日延长")
    void countsMinutes() {
        Clock clock = Clock.of("arrival", ClockKind.DUTY, "五分钟到场", at("2026-10-10T23:57:00+08:00"), Period.parse("5 minutes"), Roll.NONE);

        assertThat(clock.due(calendar).text()).isEqualTo("2026-10-11T00:02:00+08:00");
        assertThat(clock.due(calendar).explanation()).anyMatch(line -> line.startsWith("5分钟于"));
        assertThat(changed(clock.end(at("2026-10-11T00:02:00+08:00"))).state(calendar, LocalDate.parse("2026-10-12"))).isEqualTo(ClockState.MET);
        assertThat(changed(clock.end(at("2026-10-11T00:03:00+08:00"))).state(calendar, LocalDate.parse("2026-10-12"))).isEqualTo(ClockState.MISSED);
        assertThat(changed(clock.extend(new Entry.Extend(at("2026-10-10T23:59:00+08:00"), Period.parse("1 hour"), "封路", List.of(), "D-1"), calendar))
                .due(calendar).text()).isEqualTo("2026-10-11T01:02:00+08:00");
        assertThat(reason(clock.extend(new Entry.Extend(at("2026-10-10T23:59:00+08:00"), Period.parse("1 calendar-day"), "封路", List.of(), "D-1"), calendar)))
                .contains("不能并用");
    }

    @RepeatedTest(value = 200, name = "种子 {currentRepetition}")
    @DisplayName("中止后恢复：届满日推后的天数等于中止的天数")
    void shiftsByTheDaysStopped(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        var start = day("2021-01-01").plusDays(random.nextInt(1500));
        Clock clock = Clock.of("c", ClockKind.DUTY, "办理", Moment.of(start), new Period(10 + random.nextInt(80), org.fengqiao.calendar.Unit.CALENDAR_DAY), Roll.NONE);
        var from = start.plusDays(1 + random.nextInt(10));
        int length = random.nextInt(100);
        Clock resumed = changed(changed(clock.stop(new Entry.Stop(Moment.of(from), "鉴定", List.of(), "D"), calendar))
                .resume(new Entry.Resume(Moment.of(from.plusDays(length)), "鉴定完毕", List.of(), null)));

        assertThat(resumed.due(calendar).due()).isEqualTo(clock.due(calendar).due().plusDays(length));
    }

    private static Entry.Stop stop(String day) {
        return new Entry.Stop(on(day), "技术鉴定", List.of("administrative-coercion-law@2012-01-01#25"), "D-7");
    }

    private static Entry.Resume resume(String day) {
        return new Entry.Resume(on(day), "鉴定完毕", List.of(), null);
    }

    private static Entry.Extend extend(String day, String by, @Nullable String document) {
        return new Entry.Extend(on(day), Period.parse(by), "案情复杂", List.of(), document);
    }

    private static Entry.Replace replace(String day, String budget) {
        return new Entry.Replace(on(day), Period.parse(budget), "法律修订", List.of(), null);
    }
}
