package org.fengqiao.demo;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;

/// Brings lives of `demo/lives` into an office that a test walks through.
public final class LivesLived {

    private LivesLived() {}

    /// One life of each of the procedures, until the evening before the demonstration day.
    ///
    /// @return how many acts were written
    public static int in(Cases cases, DataSource source, List<String> procedures) throws SQLException {
        Map<String, Life> one = new LinkedHashMap<>();
        LifeFiles.load(cases.definitions(), 0).stream().filter(l -> procedures.contains(l.procedure)).forEach(l -> one.putIfAbsent(l.procedure, l));
        Simulation simulation = new Simulation(cases, source, DemoConfiguration.DAY.minusDays(120));
        return simulation.live(List.copyOf(one.values()), DemoConfiguration.DAY.minusDays(1), n -> {});
    }

    /// All of them so many weeks later; what names its own day in between is refused and left out.
    public static int later(Cases cases, DataSource source, int weeks) throws SQLException {
        List<Life> all = LifeFiles.load(cases.definitions(), 0);
        all.forEach(l -> l.next = l.next.plusWeeks(weeks));
        return new Simulation(cases, source, DemoConfiguration.DAY.minusDays(120)).live(all, DemoConfiguration.DAY.plusWeeks(weeks), n -> {});
    }
}
