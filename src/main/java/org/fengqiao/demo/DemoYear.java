package org.fengqiao.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Evidence;
import org.fengqiao.door.Progress;
import org.fengqiao.office.BeforeOpening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 演示的过去: the year and the last ninety days are lived once, before the doors open.
///
/// A load that was cut off is begun anew: half a past would be no past.
final class DemoYear extends BeforeOpening {

    private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);
    private static final List<String> TABLES = List.of(
            "event", "personal", "counter", "idempotency", "cases", "worklist", "document", "evidence", "draft", "source_number");

    private final Cases cases;
    private final DataSource source;
    private final Evidence evidence;
    private final boolean small;
    private final PrintStream out;

    DemoYear(Cases cases, DataSource source, Evidence evidence, boolean small, PrintStream out) {
        this.cases = cases;
        this.source = source;
        this.evidence = evidence;
        this.small = small;
        this.out = out;
    }

    @Override
    protected void prepare() {
        JdbcClient jdbc = JdbcClient.create(source);
        boolean whole = jdbc.sql("select count(*) from office_word where kind = 'demo'").query(Integer.class).single() > 0;
        if (whole || small && jdbc.sql("select count(*) from cases").query(Integer.class).single() > 0) {
            return;
        }
        if (!small) {
            jdbc.sql("truncate " + String.join(", ", TABLES)).update();
            live();
            jdbc.sql("analyze").update();
        }
        jdbc.sql("insert into office_word (office, kind, id, title, place) values (1, 'demo', 'past', ?, 0)")
                .param(small ? "small" : "year")
                .update();
    }

    private void live() {
        LocalDate day = DemoConfiguration.DAY;
        List<Life> lives = new ArrayList<>(Plot.year());
        lives.addAll(Plot.recent(day, lives.size()));
        lives.addAll(LifeFiles.load(cases.definitions(), lives.size()));
        DraftFiles.store(lives, evidence);
        int expected = lives.stream().mapToInt(l -> l.scenes.size()).sum();
        long begun = System.nanoTime();
        try {
            Progress progress = new Progress(out, "正在生活演示的一年");
            Simulation simulation = new Simulation(cases, source, LocalDate.of(2025, 1, 1));
            int acts = simulation.live(lives, day.minusDays(1), n -> progress.show(n, expected));
            int held = JdbcClient.create(source).sql("select count(*) from cases").query(Integer.class).single();
            out.printf("%n演示数据已就绪：%d 件案件，%d 次办理，用时 %.0f 秒%n", held, acts, (System.nanoTime() - begun) / 1e9);
            if (!simulation.refusals().isEmpty()) {
                LOG.warn("{} scenes of the demonstration were refused", simulation.refusals().size());
                simulation.refusals().stream().limit(20).forEach(LOG::info);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("The demonstration year could not be written: " + e.getMessage(), e);
        }
    }
}
