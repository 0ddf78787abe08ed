package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.demo.Rehearsed;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definitions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The whole year 2025 of the demonstration office, folded into its figures without a database.
@DisplayName("演示机关 2025 年的数据")
class DemoYearFiguresTest {

    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Indicators INDICATORS = Indicators.load(DEFINITIONS, LAWS);
    private static final Period YEAR = Lives.year(2025);

    private static List<Rehearsed> lived;
    private static final Map<String, Map<String, Long>> COUNTS = new HashMap<>();

    @BeforeAll
    static void live() {
        WorkingDays calendar = WorkingDays.announced();
        Membership membership = new Membership(INDICATORS, DEFINITIONS, LAWS, () -> calendar);
        lived = Rehearsed.year();
        List<Member> members = lived.parallelStream()
                .flatMap(l -> membership.of(l.procedure(), "", l.events()).stream())
                .toList();
        INDICATORS.figures().values().stream().filter(f -> f.rate() == null).forEach(f -> {
            Map<String, Long> parts = COUNTS.computeIfAbsent(f.id(), id -> new HashMap<>());
            members.stream()
                    .filter(m -> m.set().equals(f.count().set()) && standing(f.count().at()).test(m))
                    .filter(m -> f.count().only().isEmpty() || f.count().only().contains(m.part()))
                    .forEach(m -> parts.merge(m.part(), 1L, Long::sum));
        });
    }

    /// As the figures are counted in the database.
    private static Predicate<Member> standing(Indicator.At at) {
        LocalDate from = YEAR.from();
        LocalDate to = YEAR.to();
        Predicate<Member> atTheEnd = m -> !m.since().isAfter(to) && (m.until() == null || m.until().isAfter(to));
        return switch (at) {
            case WITHIN -> atTheEnd.and(m -> !m.day().isBefore(from) && !m.day().isAfter(to));
            case START -> m -> m.since().isBefore(from) && (m.until() == null || !m.until().isBefore(from));
            case END -> atTheEnd;
            case COHORT -> atTheEnd.and(m -> !m.opened().isBefore(from) && !m.opened().isAfter(to));
        };
    }

    private static long count(String figure) {
        return COUNTS.get(figure).values().stream().mapToLong(n -> n).sum();
    }

    private static long part(String figure, String part) {
        return COUNTS.get(figure).getOrDefault(part, 0L);
    }

    private static double rate(String of, String base) {
        return 100.0 * count(of) / count(base);
    }

    @Test
    @DisplayName("全年没有一步被拒绝")
    void everySceneIsLawful() {
        assertThat(lived).extracting(Rehearsed::fault).filteredOn(f -> f != null).isEmpty();
    }

    @Test
    @DisplayName("受理 9532 件、办结 9380 件、处罚决定 302 件、检查 70 次")
    void hasTheVolumesOfARealOffice() {
        assertThat(count("requests-received")).isEqualTo(9_532);
        assertThat(count("requests-received-closed")).isEqualTo(9_380);
        assertThat(count("requests-open-end")).isEqualTo(152);
        assertThat(count("requests-opening")).isZero();
        assertThat(count("requests-closings")).isEqualTo(9_380 + count("requests-reopenings"));
        assertThat(count("decisions")).isEqualTo(302);
        assertThat(count("inspections")).isEqualTo(70);
    }

    @Test
    @DisplayName("诉求有不满意、未联系上、督办、并案、重新办理和逾期，比例与真实街道相当")
    void requestsGoWrongAsTheyDo() {
        assertThat(rate("requests-visit-content", "requests-visit-answered")).isBetween(93.0, 98.0);
        assertThat(rate("requests-visit-answered", "requests-visited")).isBetween(80.0, 95.0);
        assertThat(part("requests-visited", "dissatisfied")).isBetween(150L, 600L);
        assertThat(part("requests-visited", "not-reached")).isBetween(400L, 1_800L);
        assertThat(part("requests-visited", "no-contact")).isBetween(50L, 400L);
        assertThat(part("requests-supervised", "yellow")).isBetween(100L, 400L);
        assertThat(part("requests-supervised", "red")).isBetween(50L, 250L);
        assertThat(count("requests-merged")).isBetween(50L, 250L);
        assertThat(count("requests-reopened")).isBetween(30L, 200L);
        assertThat(count("requests-second-handling")).isBetween(300L, 1_200L);
        assertThat(rate("requests-handling-met", "requests-handling-clocks")).isBetween(94.0, 99.0);
        assertThat(rate("requests-promises-met", "requests-promises")).isBetween(96.0, 99.9);
    }

    @Test
    @DisplayName("处罚有听证、审核退回、不予立案、移送、复议变更和撤销、自行纠正")
    void penaltiesGoWrongAsTheyDo() {
        for (String figure : List.of(
                "hearings-held", "reviews-returned", "ordinary-not-filed", "dismissed", "transferred", "crime-transferred", "moved-to-ordinary",
                "no-penalty-ordinary", "no-penalty-summary", "reconsiderations", "suits", "overturned", "own-corrections", "lenient",
                "inspections-with-problems")) {
            assertThat(count(figure)).as(figure).isPositive();
        }
        assertThat(rate("decisions-in-time", "decision-clocks")).isBetween(90.0, 100.0);
    }
}
