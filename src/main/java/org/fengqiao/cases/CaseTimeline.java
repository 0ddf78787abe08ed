package org.fengqiao.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.TimelineRow;

/// 办理经过: what has been done in a case, the newest first.
final class CaseTimeline {

    private static final int TIMELINE = 12;

    private final CaseState state;
    private final Definition definition;
    private final Office office;
    private final LocalDate today;
    private final Cites cites;

    CaseTimeline(CaseState state, Definition definition, Office office, LocalDate today, Cites cites) {
        this.state = state;
        this.definition = definition;
        this.office = office;
        this.today = today;
        this.cites = cites;
    }

    String note() {
        int n = state.deeds().size();
        return n + " 次办理" + (n > TIMELINE ? "，显示最近 " + TIMELINE + " 次" : "");
    }

    List<TimelineRow> rows(CaseFiles.Checked chain) {
        Map<Integer, Instant> recorded = CaseFiles.recorded(chain.lines());
        List<TimelineRow> rows = new ArrayList<>();
        String before = "";
        for (CaseState.Deed d : state.deeds()) {
            String text = Deeds.sentence(d, definition, office, state, before);
            Instant at = recorded.get(d.seq());
            String time = d.at() != null ? Days.moment(d.at(), today) : Days.day(d.on(), today);
            OffsetDateTime civil = CaseFiles.civil(at);
            rows.add(new TimelineRow(
                    TimelineRow.Kind.ACT, time, civil == null ? "" : civil.toString(), "", text,
                    definition.step(d.step()).map(s -> cites.of(s.basis())).orElse(List.of())));
            before = d.stage();
        }
        List<TimelineRow> newest = rows.reversed();
        return List.copyOf(newest.subList(0, Math.min(TIMELINE, newest.size())));
    }

    List<Link> links() {
        String record = "/verification?case=" + CaseLinks.of(state.number()).substring("/cases/".length());
        return List.of(Link.to(record, "查看全部 " + state.deeds().size() + " 条记录和校验值"));
    }
}
