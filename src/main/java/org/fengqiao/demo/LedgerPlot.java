package org.fengqiao.demo;

import static org.fengqiao.demo.Life.Scene.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fengqiao.demo.Life.Scene;
import org.fengqiao.procedure.Act;

/// 台账的情节: inspections and meetings, some of them corrected afterwards.
final class LedgerPlot {

    private static final String[] GROUNDS = {"planned", "planned", "revisit", "complaint", "assigned", "hazard"};
    private static final String[] FOLLOW_UPS = {"corrected-on-site", "order-to-correct", "corrected-on-site", "penalty"};
    private static final String[] MEETINGS = {"joint-handling", "office-meeting", "party-committee", "joint-handling", "other"};

    /// Meetings that decide need the leaders of the office.
    private static final Set<String> DECIDING = Set.of("party-committee", "office-meeting");

    private static final List<String> LEADERS = List.of("li-ding", "wang-xin", "feng-ren");

    private final Plot plot;
    private final Cast cast;

    LedgerPlot(Plot plot, Cast cast) {
        this.plot = plot;
        this.cast = cast;
    }

    void ledgers(LocalDate first, int span, int inspections, int meetings) {
        for (int i = 0; i < inspections; i++) {
            inspection(first.plusDays((long) i * span / inspections), i);
        }
        for (int i = 0; i < meetings; i++) {
            meeting(first.plusDays((long) i * span / meetings), i);
        }
    }

    private void inspection(LocalDate on, int i) {
        Act.NewParty subject = cast.violator(true).getFirst();
        String ground = GROUNDS[i % GROUNDS.length];
        Scene record = in(0, "inspection-recorded").with("items", "I0" + (1 + i % 4)).with("ground", ground);
        record = ground.equals("planned")
                ? record.with("plan-number", "示检计划-" + on.getYear() + "-" + (1 + i))
                : record.with("ground-reason", "群众反映和日常巡查发现线索");
        if (i % 4 == 1) {
            record = record.with("result", "problems-found")
                    .with("findings", "疏散通道堆放纸箱，影响通行。")
                    .with("follow-up", FOLLOW_UPS[i / 4 % FOLLOW_UPS.length]);
        }
        List<Scene> scenes = new ArrayList<>(List.of(record));
        if (i % 25 == 12) {
            scenes.add(in(3, "inspection-corrected"));
        }
        plot.add("inspection-record", subject.name() + "行政检查", on, List.of(subject), scenes);
    }

    private void meeting(LocalDate on, int i) {
        String kind = i % 23 == 11 ? "rule-of-law-report" : MEETINGS[i % MEETINGS.length];
        List<Scene> scenes = new ArrayList<>();
        Scene record = in(0, "minutes-recorded").with("meeting-kind", kind);
        scenes.add(DECIDING.contains(kind) ? record.with("chair", "li-ding").with("present", LEADERS) : record);
        if (i % 20 == 9) {
            scenes.add(in(2, "minutes-corrected"));
        }
        plot.add("meeting-minutes", "第 " + (i + 1) + " 次会议", on, List.of(), scenes);
    }
}
