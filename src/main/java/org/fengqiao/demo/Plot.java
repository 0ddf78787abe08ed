package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.demo.Life.Scene;
import org.fengqiao.procedure.Act;

/// 情节: what happens in the demonstration office, drawn from a seed, so that every office begins with the same past.
///
/// Volumes are those of a real office: in 2025 302 penalty decisions, 70 inspections and 9,532 requests, of which 9,380
/// were closed by the end of the year.
final class Plot {

    static final int REQUESTS = 9_532;
    static final int REQUESTS_CLOSED = 9_380;
    static final int ORDINARY = 112;
    static final int SPOT = 190;
    static final int INSPECTIONS = 70;

    private final int firstId;
    private final List<Life> lives = new ArrayList<>();

    private Plot(int firstId) {
        this.firstId = firstId;
    }

    /// The year 2025 and what was left open at its end.
    static List<Life> year() {
        Plot plot = new Plot(0);
        Cast cast = new Cast(20_250_101L);
        LocalDate first = LocalDate.of(2025, 1, 1);
        RequestPlot requests = new RequestPlot(plot, cast);
        requests.closedWithin(first, REQUESTS_CLOSED);
        requests.openAtNewYear(REQUESTS - REQUESTS_CLOSED);
        PenaltyPlot penalties = new PenaltyPlot(plot, cast);
        penalties.ordinary(first, 245, ORDINARY);
        penalties.spot(first, 305, SPOT);
        new LedgerPlot(plot, cast).ledgers(first, 350, INSPECTIONS, 46);
        return plot.lives;
    }

    /// The ninety days before the demonstration day; whatever is not finished by then is on somebody's worklist.
    ///
    /// @param firstId the number of the first life
    static List<Life> recent(LocalDate day, int firstId) {
        Plot plot = new Plot(firstId);
        Cast cast = new Cast(20_261_009L);
        LocalDate first = day.minusDays(90);
        new RequestPlot(plot, cast).inTheirCourse(first, 89, 620);
        PenaltyPlot penalties = new PenaltyPlot(plot, cast);
        penalties.ordinary(first, 85, 36);
        penalties.spot(first, 88, 40);
        new LedgerPlot(plot, cast).ledgers(first, 88, 17, 11);
        return plot.lives;
    }

    int nextId() {
        return firstId + lives.size();
    }

    Life add(String procedure, String title, LocalDate opens, List<Act.NewParty> parties, List<Scene> scenes) {
        Life life = new Life(nextId(), procedure, title, opens, parties, scenes);
        lives.add(life);
        return life;
    }
}
