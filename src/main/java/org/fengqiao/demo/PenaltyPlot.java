package org.fengqiao.demo;

import static org.fengqiao.demo.Life.Scene.days;
import static org.fengqiao.demo.Life.Scene.in;
import static org.fengqiao.demo.Life.Scene.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.demo.Life.Scene;

/// 处罚的情节: how penalty cases run. What is rare happens to fixed ones among them, so that no year is without it.
final class PenaltyPlot {

    private static final String ORDINARY = "administrative-penalty-ordinary";
    private static final String SUMMARY = "administrative-penalty-summary";

    private final Plot plot;
    private final Cast cast;

    PenaltyPlot(Plot plot, Cast cast) {
        this.plot = plot;
        this.cast = cast;
    }

    /// Ordinary cases with so many decisions, and beside them those that end without a penalty.
    void ordinary(LocalDate first, int span, int decisions) {
        for (int i = 0; i < decisions; i++) {
            decided(first.plusDays((long) i * span / decisions), i);
        }
        for (int i = 0; i < decisions / 4; i++) {
            exempted(first.plusDays((long) i * 4 * span / decisions + 1));
        }
        for (int i = 0; i < decisions / 9; i++) {
            notDecided(first.plusDays((long) i * 9 * span / decisions + 2), i);
        }
    }

    private List<Scene> investigation(String matter) {
        return new ArrayList<>(List.of(
                in(0, "clue-registered"), in(0, "site-inspected"), in(1, "case-filing").with("matter", matter), in(1, "inquiry-made"),
                in(1, "evidence-collected"), in(cast.between(1, 4), "evidence-reviewed"), in(cast.between(1, 3), "investigation-report")));
    }

    private void decided(LocalDate opens, int i) {
        boolean organization = i % 3 != 0;
        boolean hearing = i % 19 == 7;
        long fine = hearing ? 600_000 : 10_000L * cast.between(5, organization ? 40 : 15);
        List<Scene> s = investigation("M002");
        s.add(in(1, "advance-notice").with("fine", fine).with("hearing-offered", hearing ? "yes" : "no"));
        s.add(in(1, "advance-notice-served"));
        heard(s, i, hearing);
        reviewed(s, i, hearing);
        Scene decision = in(!hearing && i % 37 == 5 ? 60 : 1, "penalty-decision").with("fine", fine);
        decision = hearing ? decision.with("hearing-basis", "yes") : decision;
        decision = i % 7 == 3 ? decision.with("mitigation", "lighter") : decision;
        s.add(i % 6 == 1 ? decision.with("social-impact", "yes") : decision);
        if (i % 30 == 4) {
            s.add(in(1, "document-corrected"));
        }
        s.add(in(cast.between(1, 4), "decision-served"));
        if (i % 6 == 1) {
            s.add(in(1, "decision-published"));
        }
        performed(s, i, fine);
        plot.add(ORDINARY, cast.place() + "擅自占用道路堆放物料案", opens, cast.violator(organization), s);
    }

    private void heard(List<Scene> s, int i, boolean hearing) {
        if (hearing) {
            s.add(in(3, "hearing-requested"));
            s.add(in(1, "chair-appointed").with("chair", "zheng-geng"));
            s.add(in(1, "hearing-notified"));
            s.add(in(0, "hearing-notice-served"));
            s.add(on("hearing-day", "hearing-held").by("zheng-geng"));
            s.add(in(1, "submitted"));
        } else if (i % 5 == 2) {
            s.add(in(2, "statement-made"));
            s.add(in(2, "statement-reviewed"));
            s.add(in(4, "submitted"));
        } else {
            s.add(in(6, "submitted"));
        }
    }

    private void reviewed(List<Scene> s, int i, boolean hearing) {
        if (i % 28 == 9 && !hearing) {
            s.add(in(1, "legal-review-requested"));
            s.add(in(2, "legal-review-returned"));
            s.add(in(2, "submitted"));
        }
        if (hearing || i % 11 == 3 || i % 28 == 9) {
            s.add(in(1, "legal-review-requested"));
            s.add(in(2, "legal-review-passed"));
        }
        if (hearing) {
            s.add(in(2, "collective-discussion"));
        }
    }

    /// Payment, remedies and the end; most pay within days.
    private void performed(List<Scene> s, int i, long fine) {
        switch (i) {
            case 20, 76 -> {
                s.add(in(2, "reconsideration-filed"));
                s.add(in(30, "decision-changed").with("fine", fine / 2));
                s.add(days(0, "fine-paid").with("paid", fine / 2));
                s.add(in(1, "publication-withdrawn").with("withdrawal", "never-published"));
            }
            case 34 -> {
                s.add(in(3, "fine-paid").with("paid", fine));
                s.add(in(5, "suit-filed"));
                s.add(in(60, "suit-ended"));
            }
            case 50 -> {
                s.add(in(3, "self-corrected"));
                s.add(in(2, "publication-withdrawn").with("withdrawal", "never-published"));
                s.add(in(3, "reopened-case-closed"));
                return;
            }
            default -> paid(s, i, fine);
        }
        s.add(in(1, "case-closed"));
        if (i % 40 == 13) {
            s.add(in(8, "reconsideration-filed"));
            s.add(in(25, "decision-annulled"));
            s.add(in(2, "publication-withdrawn").with("withdrawal", i % 6 == 1 ? "withdrawn" : "never-published"));
            s.add(in(3, "reopened-case-closed").with("refunded", "yes"));
        } else {
            s.add(in(cast.between(5, 15), "archived"));
        }
    }

    private void paid(List<Scene> s, int i, long fine) {
        if (i % 23 == 11) {
            s.add(in(3, "instalments-requested"));
            s.add(in(2, "instalments-approved").with("extra-days", 60));
            s.add(in(20, "part-paid").with("paid", fine / 2));
            s.add(in(10, "fine-paid").with("paid", fine - fine / 2));
        } else {
            s.add(in(cast.between(2, 4), "fine-paid").with("paid", fine));
        }
    }

    private void exempted(LocalDate opens) {
        List<Scene> s = investigation("M003");
        s.set(s.size() - 1, in(2, "investigation-report").with("minor-act", "yes").with("corrected-in-time", "yes").with("harm", "none"));
        s.add(in(2, "no-penalty-decision"));
        s.add(in(1, "no-penalty-served"));
        s.add(in(1, "education-given"));
        s.add(in(1, "exempted-case-closed"));
        s.add(in(6, "archived"));
        plot.add(ORDINARY, cast.place() + "随意倾倒垃圾案", opens, cast.violator(true), s);
    }

    /// Clues that come to nothing, cases of other authorities, and facts that do not hold.
    private void notDecided(LocalDate opens, int i) {
        List<Scene> s = new ArrayList<>(List.of(in(0, "clue-registered"), in(1, "site-inspected")));
        switch (i % 6) {
            case 0, 2, 4 -> s.add(in(2, "filing-refused").with("not-filed-ground", i % 4 == 0 ? "no-violation" : "minor"));
            case 1 -> s.add(in(2, "jurisdiction-transferred").with("transfer-ground", "not-listed"));
            case 3 -> {
                s = investigation("M002");
                s.add(in(2, "case-dismissed"));
                s.add(in(1, "dismissal-served"));
                s.add(in(1, "exempted-case-closed"));
            }
            default -> {
                s = investigation("M001");
                s.set(s.size() - 1, in(2, "investigation-report").with("criminal-suspicion", "yes"));
                s.add(days(1, "returned-for-investigation"));
                s.add(days(1, "transfer-reported"));
                s.add(days(1, "transfer-approved"));
                s.add(days(0, "crime-transferred"));
                s.add(days(2, "police-filed"));
                s.add(days(2, "things-handed-over"));
            }
        }
        s.add(in(6, "archived"));
        plot.add(ORDINARY, cast.place() + "涉嫌违法线索核查", opens, cast.violator(true), s);
    }

    /// Penalties on the spot, and beside them those that were not imposed after all.
    void spot(LocalDate first, int span, int decisions) {
        for (int i = 0; i < decisions; i++) {
            spot(first.plusDays((long) i * span / decisions), i);
        }
        for (int i = 0; i < decisions / 10; i++) {
            List<Scene> s = found();
            s.add(i % 5 == 4
                    ? in(0, "moved-to-ordinary")
                    : in(0, "no-penalty").with("no-penalty-ground", i % 2 == 0 ? "minor" : "first"));
            plot.add(SUMMARY, cast.place() + "随意抛撒垃圾案", first.plusDays((long) i * 10 * span / decisions + 1), cast.violator(i % 3 == 0), s);
        }
    }

    private static List<Scene> found() {
        return new ArrayList<>(List.of(in(0, "spot-violation-found").with("matter", "M003")));
    }

    private void spot(LocalDate opens, int i) {
        boolean organization = i % 2 == 0;
        boolean warning = i % 6 == 5;
        long fine = 1_000L * cast.between(5, organization ? 100 : 20);
        List<Scene> s = found();
        s.add(warning
                ? in(0, "oral-notice").with("proposed-penalty", "warning")
                : in(0, "oral-notice").with("proposed-penalty", "fine").with("proposed-fine", fine));
        if (i % 9 == 2) {
            s.add(in(0, "statement-made"));
            s.add(in(0, "statement-answered"));
        } else {
            s.add(in(0, "statement-waived"));
        }
        s.add(warning ? in(0, "spot-decision").with("penalty", "warning") : in(0, "spot-decision").with("penalty", "fine").with("fine", fine));
        s.add(in(0, warning ? "warning-handed-over" : "fine-handed-over"));
        s.add(in(i % 45 == 8 ? 3 : 1, "filed"));
        if (i % 90 == 61) {
            s.add(in(2, "decision-withdrawn"));
            s.add(in(2, "withdrawal-completed"));
        } else {
            if (!warning) {
                s.add(in(cast.between(1, 4), "fine-paid").with("paid", fine));
            }
            s.add(in(1, "spot-case-closed"));
        }
        plot.add(SUMMARY, cast.place() + "随意抛撒垃圾案", opens, cast.violator(organization), s);
    }
}
