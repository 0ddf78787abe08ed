package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("一年的数据：八万五千条记录一分钟内折算完，查询一秒内答复")
class FiguresSpeedTest {

    private static final int CASES = 9_500;

    @Test
    @DisplayName("折算 85,500 条记录，再查全年数据，再打开一个数字")
    void aYearAnswersAtOnce() throws Exception {
        try (Lives lives = new Lives()) {
            Lives.Life life = lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited").step("2025-03-07", "request-closed");
            JdbcClient jdbc = JdbcClient.create(lives.source);
            copies(jdbc, life);
            assertThat(jdbc.sql("select count(*) from event").query(Long.class).single()).isGreaterThanOrEqualTo(85_000);
            Figures figures = lives.figures();
            Instant start = Instant.now();
            assertThat(figures.folding().fold()).isEqualTo(CASES + 1);
            Duration folding = Duration.between(start, Instant.now());
            jdbc.sql("analyze figure_member").update();
            Duration best = Duration.ofDays(1);
            for (int n = 0; n < 5; n++) {
                Instant asked = Instant.now();
                assertThat(figures.of(Lives.year(2025), lives.office).figure("requests-received").orElseThrow().counted()).isEqualTo(CASES + 1);
                Duration taken = Duration.between(asked, Instant.now());
                best = taken.compareTo(best) < 0 ? taken : best;
            }
            Instant opened = Instant.now();
            assertThat(figures.cases(Lives.year(2025), lives.office, "requests-received", "", 3, 100).orElseThrow().rows()).hasSize(100);
            System.out.printf("折算 %s，全年数据 %s，打开一个数字 %s%n", folding, best, Duration.between(opened, Instant.now()));
            assertThat(folding).isLessThan(Duration.ofSeconds(60));
            assertThat(best).isLessThan(Duration.ofSeconds(1));
        }
    }

    /// The same life under other numbers; the lines differ in nothing else.
    private static void copies(JdbcClient jdbc, Lives.Life life) {
        jdbc.sql("""
                insert into cases (office, number, lifeline, procedure, definition, stage, final, version, opened_on, acted_on, digest, title)
                select office, '副本' || n, '副本' || n, procedure, definition, stage, final, version, opened_on, acted_on, digest, title
                  from cases, generate_series(1, ?) n where id = ?""").params(CASES, life.id()).update();
        jdbc.sql("""
                insert into event (office, case_id, seq, digest, line)
                select c.office, c.id, e.seq, e.digest, replace(e.line, ?, c.number)
                  from event e join cases c on c.office = e.office and c.id <> e.case_id where e.case_id = ?""")
                .params(life.number(), life.id()).update();
    }
}
