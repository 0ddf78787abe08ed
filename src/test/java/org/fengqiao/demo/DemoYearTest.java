package org.fengqiao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CasesFixture;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.procedure.CaseState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The past of the demonstration office is lawful: the kernel refuses not one scene of it.
class DemoYearTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Test
    @DisplayName("演示的一年里没有一步被法律拒绝")
    void everySceneOfASampleOfTheYearIsLawful() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            Cases cases = CasesFixture.cases(database);
            List<Life> lives = sample();
            int scenes = lives.stream().mapToInt(l -> l.scenes.size()).sum();
            Simulation simulation = new Simulation(cases, database.dataSource(), LocalDate.of(2025, 1, 1));
            int acts = simulation.live(lives, LocalDate.of(2026, 6, 30), n -> {});
            assertThat(simulation.refusals()).isEmpty();
            assertThat(acts).isEqualTo(scenes);
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            assertThat(jdbc.sql("select count(*) from cases").query(Integer.class).single()).isEqualTo(lives.size());
            assertThat(jdbc.sql("select count(*) from cases where final and (due is not null or paused)")
                    .query(Integer.class).single()).isZero();
            numbersFollowTheDays(jdbc, lives);
        }
    }

    /// However many lives go on side by side, cases and documents are numbered in the order of the days, without a gap.
    private static void numbersFollowTheDays(JdbcClient jdbc, List<Life> lives) {
        for (String procedure : List.of("public-request", "administrative-penalty-ordinary", "inspection-record")) {
            List<String> opened = lives.stream()
                    .filter(l -> l.procedure.equals(procedure))
                    .sorted(Comparator.<Life, LocalDate>comparing(l -> l.known.state().opened()).thenComparing(l -> l.id))
                    .map(l -> l.known.state().number())
                    .toList();
            assertThat(opened).isSorted().doesNotHaveDuplicates();
            assertThat(jdbc.sql("select sum(last) from counter where series = ?").param(procedure.replace("administrative-penalty-ordinary", "penalty-case"))
                    .query(Integer.class).single()).isEqualTo(opened.size());
        }
        assertThat(lives.stream()
                        .filter(l -> l.procedure.equals("inspection-record") && l.scenes.size() > 1)
                        .map(l -> List.copyOf(l.known.state().documents().values()).getLast().number()))
                .isNotEmpty()
                .allMatch(n -> n.endsWith("号之二"));
        List<String> decisions = lives.stream()
                .flatMap(l -> l.known.state().documents().values().stream())
                .filter(d -> d.kind().equals("penalty-decision"))
                .sorted(Comparator.comparing(CaseState.CaseDocument::on).thenComparing(CaseState.CaseDocument::number))
                .map(CaseState.CaseDocument::number)
                .toList();
        assertThat(decisions).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(jdbc.sql("select sum(last) from counter where series = 'penalty-decision'").query(Integer.class).single())
                .isEqualTo(decisions.size());
    }

    /// Every third case of law, one request of sixty, and whatever is merged into another case together with that one.
    private static List<Life> sample() {
        Set<Life> sample = new LinkedHashSet<>();
        for (Life l : Plot.year()) {
            boolean chosen = l.id % (l.procedure.equals("public-request") ? 60 : 3) == 0;
            l.scenes.stream().filter(s -> s.into() != null && (chosen || l.id % 5 == 0)).forEach(s -> sample.addAll(List.of(s.into(), l)));
            if (chosen) {
                sample.add(l);
            }
        }
        return new ArrayList<>(sample);
    }

    @Test
    @DisplayName("每一件都在演示日之前发生，工单编号各不相同")
    void everyLifeOpens() {
        List<Life> year = Plot.year();
        assertThat(year).allMatch(l -> l.next.isBefore(NEW_YEAR) && l.next.getYear() == 2025);
        List<Life> recent = Plot.recent(DemoConfiguration.DAY, year.size());
        assertThat(recent).allMatch(l -> l.next.isBefore(DemoConfiguration.DAY) && !l.next.isBefore(DemoConfiguration.DAY.minusDays(90)));
        assertThat(Stream.concat(year.stream(), recent.stream())
                        .map(l -> l.scenes.getFirst().with().path("external-id").asString(""))
                        .filter(id -> !id.isEmpty()))
                .hasSizeGreaterThan(4_000)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("同一粒种子，同一个过去")
    void isTheSameEveryTime() {
        assertThat(Plot.year().stream().map(l -> l.next + l.title + l.scenes).toList())
                .isEqualTo(Plot.year().stream().map(l -> l.next + l.title + l.scenes).toList());
    }
}
