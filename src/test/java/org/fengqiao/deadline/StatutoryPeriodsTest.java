package org.fengqiao.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.CountingClause;
import org.fengqiao.calendar.CountingClauses;
import org.fengqiao.calendar.CountingClauses.Found;
import org.fengqiao.calendar.OtherCalendars;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.Unit;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The lines of `statutory-periods.txt`, lived through with the clocks of the product and counted again over calendars of others.
@DisplayName("每条法定期间：依条文手算的届满日，程序与第三方日历都同样算出")
class StatutoryPeriodsTest {

    private static final List<StatutoryExample> EXAMPLES = StatutoryExample.all();
    private static final WorkingDays CALENDAR = WorkingDays.announced();
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static Stream<StatutoryExample> clocks() {
        return EXAMPLES.stream().filter(StatutoryExample::clock);
    }

    @TestFactory
    @DisplayName("程序")
    Stream<DynamicTest> livesEveryExample() {
        return EXAMPLES.stream().map(e -> DynamicTest.dynamicTest(
                e.rule() + " " + e.words(), () -> assertThat(found(e)).as("第 %d 行 %s", e.line(), e.rule()).isEqualTo(e.due())));
    }

    /// What the product finds, in the words of the column 届满.
    private static String found(StatutoryExample e) {
        String[] w = e.period().split(" ");
        return switch (w[0]) {
            case "none" -> "-";
            case "before" -> Counting.latestDayBefore(LocalDate.parse(e.from()), Period.parse(w[1] + " " + w[2]), CALENDAR).text();
            case "earlier" -> CALENDAR.lastWorkingDayBefore(LocalDate.parse(e.from())).toString();
            case "clause" -> units(e, w);
            case "festival" -> festival(LocalDate.parse(e.from()), Integer.parseInt(w[1]));
            case "compensated" -> Stream.iterate(LocalDate.parse(e.from()).plusDays(1), d -> d.plusDays(1))
                    .filter(d -> d.getDayOfWeek().getValue() < 6 && !CALENDAR.isWorkingDay(d)).findFirst().orElseThrow().toString();
            case "run" -> longestRun(LocalDate.parse(e.from()), LocalDate.parse(e.due())) == Integer.parseInt(w[1]) ? e.due() : "another run";
            default -> e.length().unit() == Unit.HOUR
                    ? OffsetDateTime.parse(e.lived(CALENDAR).due(CALENDAR).text()).equals(OffsetDateTime.parse(e.due())) ? e.due() : e.lived(CALENDAR).due(CALENDAR).text()
                    : e.lived(CALENDAR).due(CALENDAR).text();
        };
    }

    private static String units(StatutoryExample e, String[] lengths) {
        CountingClause clause = clause(e, LocalDate.parse(e.from()));
        return Stream.of(lengths).skip(1).map(n -> clause.unitOf(Integer.parseInt(n)).orElseThrow().toString()).distinct().collect(Collectors.joining("、"));
    }

    private static String festival(LocalDate first, int days) {
        List<LocalDate> own = FIRST.datesUntil(LAST).filter(d -> d.getYear() == first.getYear())
                .filter(d -> CALENDAR.dayOf(d).statutory() && CALENDAR.dayOf(d).name().contains("春节")).toList();
        return own.size() == days && own.getFirst().equals(first) ? own.getLast().toString() : own.toString();
    }

    private static int longestRun(LocalDate from, LocalDate until) {
        int longest = 0;
        int run = 0;
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            run = CALENDAR.isWorkingDay(day) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static CountingClause clause(StatutoryExample e, LocalDate day) {
        // What a text said on a day is asked of the law, not of the version that the rule stands in: 从旧.
        boolean ofTheDay = e.period().startsWith("clause") || e.acts().stream().anyMatch(a -> a.startsWith("favour"));
        return switch (CountingClauses.shipped().find(ofTheDay ? e.law().replaceFirst("@.*", "") : e.law(), day)) {
            case Found.Clause(CountingClause found) -> found;
            case Found.Nothing(String reason) -> throw new AssertionError(e.rule() + " " + reason);
        };
    }

    @Test
    @DisplayName("每个例子引的条文都在法规库里；以日计的，起算日这个文本有效，单位就是该法自己的计算条款所定")
    void citesWhatWasInForce() {
        Laws laws = Laws.load();
        EXAMPLES.forEach(e -> assertThat(laws.citation(e.basis())).as(e.rule() + " " + e.basis()).isNotNull());
        // 立法法 104 speaks of what came before it and has no days of its own.
        clocks().filter(e -> !e.rule().equals("leg-001")).filter(e -> e.length().unit() == Unit.WORKING_DAY || e.length().unit() == Unit.CALENDAR_DAY).forEach(e -> {
            LocalDate start = LocalDate.parse(e.from());
            CountingClause clause = clause(e, start);
            assertThat(clause.unitOf(e.length().length()).orElse(e.length().unit())).as("%s %s", e.rule(), e.period()).isEqualTo(e.length().unit());
            assertThat(clause.appliesOn(start)).as("%s %s", e.rule(), e.from()).isTrue();
        });
    }

    @Test
    @DisplayName("第三方日历逐日数出同样的届满日")
    void agreesWithOthersOnEveryExample() {
        int counted = 0;
        for (StatutoryExample e : clocks().filter(x -> x.length().unit() != Unit.HOUR).filter(x -> x.acts().stream().noneMatch(a -> a.matches("(restart|favour|refused).*"))).toList()) {
            List<Period> periods = new ArrayList<>(List.of(e.length()));
            e.acts().stream().filter(a -> a.startsWith("extend")).map(a -> a.split(" ")).forEach(w -> periods.add(Period.parse(w[1] + " " + w[2])));
            LocalDate start = LocalDate.parse(e.from());
            assertThat(count(start, periods, e::leavesOut, e.roll(), OtherCalendars.chineseDays())).as("%s 第 %d 行", e.rule(), e.line()).isEqualTo(e.due());
            if (LocalDate.parse(e.due()).getYear() <= OtherCalendars.TYME_ENDS) {
                assertThat(count(start, periods, e::leavesOut, e.roll(), OtherCalendars.tyme())).as("%s 第 %d 行", e.rule(), e.line()).isEqualTo(e.due());
            }
            counted++;
        }
        assertThat(counted).isGreaterThan(150);
    }

    @Test
    @DisplayName("2018 年至 2026 年每一天起算，文件里的每种期间，程序与第三方日历都一致")
    void agreesWithOthersFromEveryDay() {
        Set<String> kinds = clocks().filter(e -> e.length().unit() != Unit.HOUR).map(e -> e.period() + " " + e.roll()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(kinds).hasSizeGreaterThan(30);
        int compared = 0;
        for (String kind : kinds) {
            String[] w = kind.split(" ");
            Period period = Period.parse(w[0] + " " + w[1]);
            Roll roll = Roll.parse(w[2]).orElseThrow();
            for (LocalDate start = FIRST; !start.isAfter(LAST); start = start.plusDays(1)) {
                LocalDate due = Counting.told(new org.fengqiao.calendar.Span.Days(start, List.of(period), List.of(), roll, null, List.of(), List.of()), CALENDAR).due();
                if (due.isAfter(LAST)) {
                    break;
                }
                boolean tyme = due.getYear() <= OtherCalendars.TYME_ENDS && period.unit() == Unit.WORKING_DAY;
                if (!count(start, List.of(period), d -> false, roll, OtherCalendars.chineseDays()).equals(due.toString())
                        || tyme && !count(start, List.of(period), d -> false, roll, OtherCalendars.tyme()).equals(due.toString())) {
                    throw new AssertionError(kind + " from " + start + " is not due on " + due + " by the calendars of others.");
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100_000);
    }

    /// Counting stated a second time, one day after the other, over a calendar of others.
    private static String count(LocalDate start, List<Period> periods, Predicate<LocalDate> leftOut, Roll roll, Predicate<LocalDate> working) {
        LocalDate day = start;
        Map<Unit, Integer> sums = new LinkedHashMap<>();
        periods.forEach(p -> sums.merge(p.unit(), p.length(), Integer::sum));
        for (Map.Entry<Unit, Integer> sum : sums.entrySet()) {
            long left = switch (sum.getKey()) {
                case MONTH, YEAR -> corresponding(day, sum.getValue() * (sum.getKey() == Unit.YEAR ? 12 : 1)).toEpochDay() - day.toEpochDay();
                default -> sum.getValue();
            };
            while (left > 0) {
                day = day.plusDays(1);
                left -= leftOut.test(day) || sum.getKey() == Unit.WORKING_DAY && !working.test(day) ? 0 : 1;
            }
        }
        while (roll == Roll.FORWARD && !working.test(day)) {
            day = day.plusDays(1);
        }
        return day.toString();
    }

    private static LocalDate corresponding(LocalDate day, int months) {
        YearMonth month = YearMonth.of((day.getYear() * 12 + day.getMonthValue() - 1 + months) / 12, (day.getMonthValue() - 1 + months) % 12 + 1);
        return month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
    }

    @Test
    @DisplayName("共享的法定规则：每条期限、计算、中止、延长规则都有例子，条文和长度与规则相同")
    void coversEveryRule() throws IOException {
        Path shared = Path.of(Optional.ofNullable(System.getenv("FENGQIAO_SHARED")).orElse("../shared")).resolve("procedures");
        assumeTrue(Files.isDirectory(shared), "共享资料不在 " + shared + "，设置 FENGQIAO_SHARED 后可以比对");
        Map<String, List<StatutoryExample>> by = EXAMPLES.stream().collect(Collectors.groupingBy(StatutoryExample::rule));
        Set<String> rules = new TreeSet<>();
        for (String file : List.of("statutory-rules.jsonl", "superseded-rules.jsonl")) {
            for (String line : Files.readAllLines(shared.resolve(file))) {
                JsonNode rule = JsonMapper.shared().readTree(line);
                if (Set.of("deadline", "counting", "suspension", "extension").contains(rule.path("kind").asString())) {
                    rules.add(rule.get("id").asString());
                    assertThat(by.get(rule.get("id").asString())).as(rule.toString()).isNotNull().anyMatch(e -> says(e, rule));
                }
            }
        }
        assertThat(by.keySet()).isEqualTo(rules);
        assertThat(rules).hasSize(214);
    }

    /// Whether an example cites the rule's article and, where the rule has a length, carries it.
    private static boolean says(StatutoryExample e, JsonNode rule) {
        boolean article = e.basis().endsWith("#" + rule.get("article").asInt()) && e.basis().contains("@" + rule.get("effective_from").asString());
        Optional<Unit> unit = rule.get("unit").isString() ? Unit.parse(rule.get("unit").asString()) : Optional.empty();
        if (unit.isEmpty() || !rule.get("value").isIntegralNumber() || !e.clock() && !e.period().startsWith("before")) {
            return article;
        }
        String length = new Period(rule.get("value").intValue(), unit.get()).toString().replaceFirst("s$", "");
        return article && Stream.concat(Stream.of(e.period()), e.acts().stream()).anyMatch(s -> s.contains(length));
    }
}
