package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.Period;
import org.fengqiao.deadline.Clock;

/// 听取意见与听证规则: statement, defence and hearing.
final class HearingRules {

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("noticed-to-acting-party", f -> servedOnActingParty(f, "advance-notice", "事先告知书")),
            Map.entry("demanded-acting-party", f -> servedOnActingParty(f, "demand-notice", "催告书")),
            Map.entry("statement-to-review", HearingRules::statementToReview),
            Map.entry("statement-heard-waived-or-lapsed", HearingRules::statementHeard),
            Map.entry("hearing-held-waived-or-lapsed", HearingRules::hearingSettled),
            Map.entry("chair-not-investigator", HearingRules::chairNotInvestigator),
            Map.entry("chair-not-reviewer", HearingRules::chairNotReviewer),
            Map.entry("new-chair-differs", HearingRules::newChairDiffers),
            Map.entry("appointed-chair-presides", HearingRules::appointedChairPresides),
            Map.entry("closed-hearing-has-ground", HearingRules::closedHasGround),
            Map.entry("hearing-notice-in-time", HearingRules::noticeInTime),
            Map.entry("hearing-on-noticed-day", HearingRules::onNoticedDay),
            Map.entry("hearing-day-reached", HearingRules::dayReached),
            Map.entry("one-or-two-agents", HearingRules::oneOrTwoAgents),
            Map.entry("refused-signature-noted", HearingRules::refusalNoted),
            Map.entry("decision-from-hearing-record", HearingRules::decisionFromRecord));

    private static final Set<String> INVESTIGATING = Set.of(
            "site-inspected", "inquiry-made", "evidence-collected", "evidence-reviewed", "sample-taken",
            "evidence-preserved", "investigation-report");

    private HearingRules() {}

    private static Outcome servedOnActingParty(Facts facts, String document, String title) {
        Optional<String> party = new PenaltyCase(facts).party();
        return party.isEmpty() || facts.state().servedOn(document, party.get()).isPresent()
                ? Outcome.SATISFIED
                : Outcome.not(title + "尚未送达该当事人");
    }

    private static boolean unreviewed(PenaltyCase file, String party) {
        return PenaltyCase.after(file.lastOf(party, "statement-made"), file.lastOf(party, "statement-reviewed"));
    }

    private static Outcome statementToReview(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        boolean waiting = file.party()
                .map(p -> unreviewed(file, p))
                .orElseGet(() -> file.parties().stream().anyMatch(p -> unreviewed(file, p)));
        return waiting ? Outcome.SATISFIED : Outcome.not("没有待复核的陈述、申辩");
    }

    /// Three ways out: heard with a reason per point, waived expressly, the period lapsed (not used).
    private static Outcome statementHeard(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        for (String party : file.parties()) {
            if (unreviewed(file, party)) {
                return Outcome.not(file.name(party) + "的陈述、申辩尚未逐点复核");
            }
            boolean heard = !file.of(party, "statement-made").isEmpty() || !file.of(party, "statement-waived").isEmpty();
            if (!heard && !file.lapsed("statement", party)) {
                return Outcome.not(file.name(party) + "既未陈述、申辩，也未明确放弃，陈述申辩期限" + until(file, "statement", party));
            }
        }
        return Outcome.SATISFIED;
    }

    private static String until(PenaltyCase file, String clock, String party) {
        Optional<Clock> found = file.clock(clock, party).filter(c -> !c.ended());
        return found.map(c -> "至" + file.until(c) + "才届满").orElse("尚未起算，应当重新告知");
    }

    private static Outcome hearingSettled(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        if (file.is("hearing-offered", "no")) {
            return Outcome.SATISFIED;
        }
        for (String party : file.parties()) {
            Optional<CaseState.Deed> waived = file.lastOf(party, "hearing-waived");
            Optional<CaseState.Deed> requested = file.lastOf(party, "hearing-requested");
            if (PenaltyCase.after(waived, requested)) {
                continue;
            }
            if (requested.isPresent()) {
                if (!PenaltyCase.after(file.last("hearing-held", "hearing-terminated"), requested)) {
                    return Outcome.not(file.name(party) + "要求听证，听证尚未举行");
                }
            } else if (!file.lapsed("hearing-request", party)) {
                return Outcome.not(file.name(party) + "没有放弃听证，要求听证期限" + until(file, "hearing-request", party));
            }
        }
        return Outcome.SATISFIED;
    }

    private static Outcome chairNotInvestigator(Facts facts) {
        Optional<String> chair = facts.act() == null ? Optional.empty() : facts.text("chair");
        if (chair.isEmpty() || facts.state() == null) {
            return Outcome.SATISFIED;
        }
        boolean investigated = facts.state().officers().contains(chair.get())
                || facts.state().deeds().stream()
                        .anyMatch(d -> INVESTIGATING.contains(d.step()) && d.by(chair.get()));
        return investigated
                ? Outcome.not("听证由非本案调查人员主持，" + facts.office().nameOf(chair.get()) + "是本案调查人员")
                : Outcome.SATISFIED;
    }

    private static Outcome chairNotReviewer(Facts facts) {
        Optional<String> chair = facts.act() == null ? Optional.empty() : facts.text("chair");
        boolean reviewed = chair.isPresent()
                && facts.state() != null
                && facts.state().deeds().stream()
                        .anyMatch(d -> d.step().startsWith("legal-review-") && !d.step().endsWith("requested") && d.by(chair.get()));
        return reviewed ? Outcome.not("法制审核人员不再主持同一案件的听证") : Outcome.SATISFIED;
    }

    private static Outcome newChairDiffers(Facts facts) {
        if (facts.act() == null || facts.state() == null) {
            return Outcome.SATISFIED;
        }
        Optional<String> before = facts.state().fact("chair").map(v -> v.asString());
        return before.isPresent() && before.equals(facts.text("chair"))
                ? Outcome.not("应当另行指定主持人，不能仍由" + facts.office().nameOf(before.get()) + "主持")
                : Outcome.SATISFIED;
    }

    private static Outcome appointedChairPresides(Facts facts) {
        Optional<String> chair = facts.text("chair");
        if (chair.isEmpty()) {
            return Outcome.not("尚未指定听证主持人");
        }
        return facts.act() == null || chair.get().equals(facts.act().person())
                ? Outcome.SATISFIED
                : Outcome.not("本案听证由" + facts.office().nameOf(chair.get()) + "主持");
    }

    private static Outcome closedHasGround(Facts facts) {
        if (facts.act() == null) {
            return Outcome.SATISFIED;
        }
        boolean closed = facts.is("hearing-open", "closed");
        boolean ground = !facts.is("closed-ground", "none");
        if (closed && !ground) {
            return Outcome.not("听证公开举行；不公开的须涉及国家秘密、商业秘密或者个人隐私");
        }
        return !closed && ground ? Outcome.not("涉及国家秘密、商业秘密或者个人隐私的，听证不公开举行") : Outcome.SATISFIED;
    }

    /// The notice period stands once, at the day of the hearing in the form that sets it.
    private static Optional<Period> notice(Facts facts) {
        return facts.definition()
                .step("hearing-notified")
                .flatMap(s -> s.form().field("hearing-day"))
                .map(Field::notice);
    }

    private static Optional<LocalDate> hearingDay(Facts facts) {
        return facts.date("hearing-day");
    }

    private static Outcome noticeInTime(Facts facts) {
        Optional<LocalDate> day = hearingDay(facts);
        Optional<LocalDate> served = facts.act() == null ? Optional.empty() : facts.date("served-on");
        Optional<Period> notice = notice(facts);
        if (day.isEmpty()) {
            return Outcome.not("尚未确定举行听证的日期");
        }
        if (served.isEmpty() || notice.isEmpty()) {
            return Outcome.SATISFIED;
        }
        CountedDay latest = Counting.latestDayBefore(day.get(), notice.get(), facts.calendar()).counted(facts.calendar());
        return served.get().isAfter(latest.day())
                ? Outcome.not("通知与" + day.get() + "举行听证之间应当留足" + notice.get().zh() + "，最迟" + latest.text() + "送达；来不及的另定日期")
                : Outcome.SATISFIED;
    }

    private static Outcome onNoticedDay(Facts facts) {
        Optional<LocalDate> day = hearingDay(facts);
        return day.isPresent() && day.get().equals(facts.day())
                ? Outcome.SATISFIED
                : Outcome.not("听证应当在通知的日期" + day.map(d -> d + "").orElse("") + "举行");
    }

    private static Outcome dayReached(Facts facts) {
        Optional<LocalDate> day = hearingDay(facts);
        return day.isPresent() && !facts.day().isBefore(day.get())
                ? Outcome.SATISFIED
                : Outcome.not("通知的听证日期" + day.map(d -> d + "").orElse("") + "尚未到");
    }

    private static Outcome oneOrTwoAgents(Facts facts) {
        int agents = facts.act() == null ? 1 : facts.value("agents").map(a -> a.size()).orElse(0);
        return agents == 1 || agents == 2
                ? Outcome.SATISFIED
                : Outcome.not("当事人可以委托一至二人代理，现为" + agents + "人");
    }

    private static Outcome refusalNoted(Facts facts) {
        boolean refused = facts.act() != null && facts.is("hearing-signature", "refused");
        boolean noted = facts.text("refusal-note").filter(t -> !t.isBlank()).isPresent();
        return refused && !noted ? Outcome.not("当事人或者代理人拒绝签字的，由听证主持人在笔录中注明") : Outcome.SATISFIED;
    }

    private static Outcome decisionFromRecord(Facts facts) {
        if (facts.open("hearing-basis")) {
            return Outcome.SATISFIED;
        }
        boolean held = facts.done("hearing-held");
        if (facts.is("hearing-basis", "other")) {
            return Outcome.not("听证后应当根据听证笔录作出决定，不得采用未经听证质证的事实和证据");
        }
        if (held && !facts.is("hearing-basis", "yes")) {
            return Outcome.not("本案举行过听证，应当根据听证笔录作出决定");
        }
        return !held && facts.is("hearing-basis", "yes") ? Outcome.not("本案没有举行听证") : Outcome.SATISFIED;
    }
}
