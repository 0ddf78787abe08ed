package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.deadline.Clock;

/// 信息公开的命名规则: conditions of disclosure that need more than one field, the clock of a consultation, or the law of the day.
final class DisclosureRules {

    /// Refusals under Articles 14 to 16 in whole or in part: since 2024 reconsideration comes first.
    private static final Set<String> WITHHELD =
            Set.of("partly", "state-secret", "law-forbids", "security", "third-party", "internal", "process", "enforcement-file");

    /// What a kind of reply must say beside its text: field and its name.
    private static final Map<String, Map.Entry<String, String>> NEEDED = Map.of(
            "already-public", Map.entry("where-public", "获取信息的方式、途径"),
            "not-held", Map.entry("proper-organ", "负责公开的机关和联系方式（不能确定的写明不能确定）"),
            "repeated", Map.entry("prior-reply", "此前答复的文号"),
            "special-procedure", Map.entry("proper-channel", "应当依照的查询规定"),
            "petition-in-form", Map.entry("proper-channel", "可以提出的相应渠道"),
            "publication", Map.entry("where-public", "获取出版物的途径"));

    static final Map<String, Rules.Rule> ALL = Map.of(
            "ordinary-mail-confirmed-at-once", DisclosureRules::confirmedAtOnce,
            "third-party-being-asked", facts -> asked(facts, "third-party", "没有在征求第三方意见"),
            "organ-being-asked", facts -> asked(facts, "co-author", "没有在征求机关意见"),
            "consultation-resumed-at-once", facts -> resumed(facts, "third-party"),
            "organ-resumed-at-once", facts -> resumed(facts, "co-author"),
            "disclosure-ground-complete", DisclosureRules::groundComplete,
            "disclosure-remedy-told", DisclosureRules::remedyTold,
            "disclosure-checks-made", DisclosureRules::checksMade,
            "publicity-kept-to-its-end", DisclosureRules::keptToItsEnd);

    private DisclosureRules() {}

    /// An ordinary letter is confirmed on the day it arrives; a later day needs its reason, for the applicant waits.
    private static Outcome confirmedAtOnce(Facts facts) {
        Optional<LocalDate> confirmed = facts.date("confirmed-on");
        if (facts.open("confirmed-on") || confirmed.isEmpty()) {
            return Outcome.SATISFIED;
        }
        LocalDate arrived = facts.date("submitted-on").orElse(confirmed.get());
        if (confirmed.get().isBefore(arrived)) {
            return Outcome.not("确认之日不能早于申请到达之日");
        }
        return facts.is("channel", "ordinary-mail") && confirmed.get().isAfter(arrived) && facts.text("late-confirmation").isEmpty()
                ? Outcome.not("平常信函应当于收到当日与申请人确认，当日未能确认的须写明理由")
                : Outcome.SATISFIED;
    }

    private static Outcome asked(Facts facts, String clock, String why) {
        return running(facts, clock).isPresent() ? Outcome.SATISFIED : Outcome.not(why);
    }

    /// Silence gives the office no days: the reply period goes on from the last day of the consultation, whenever it is entered.
    private static Outcome resumed(Facts facts, String clock) {
        Optional<LocalDate> resumed = facts.date("resumed-on");
        if (facts.open("resumed-on") || resumed.isEmpty()) {
            return Outcome.SATISFIED;
        }
        CountedDay last = running(facts, clock).map(c -> c.counted(facts.calendar())).orElse(new CountedDay(resumed.get(), null));
        return resumed.get().isAfter(last.day().plusDays(1))
                ? Outcome.not("答复期限应当自征求意见期满（" + last.text() + "）恢复计算，不得推后")
                : Outcome.SATISFIED;
    }

    private static Optional<Clock> running(Facts facts, String clock) {
        return facts.state() == null
                ? Optional.empty()
                : facts.state().clocks().values().stream().filter(c -> c.id().equals(clock) && !c.ended()).findFirst();
    }

    private static Outcome groundComplete(Facts facts) {
        String type = facts.text("reply-type").orElse("");
        if (facts.open("reply-type") || type.isEmpty()) {
            return Outcome.SATISFIED;
        }
        boolean plain = type.equals("provided") || type.equals("already-public");
        if (!plain && facts.text("ground").isEmpty()) {
            return Outcome.not("不予公开、不提供或者不处理的，应当说明理由");
        }
        if (facts.is("public-interest", "yes") && facts.text("public-interest-reason").isEmpty()) {
            return Outcome.not("认为不公开会对公共利益造成重大影响的，应当写明理由");
        }
        Map.Entry<String, String> needed = NEEDED.get(type);
        return needed != null && facts.text(needed.getKey()).isEmpty()
                ? Outcome.not("这一类答复应当写明" + needed.getValue())
                : Outcome.SATISFIED;
    }

    private static Outcome remedyTold(Facts facts) {
        if (facts.open("remedy")) {
            return Outcome.SATISFIED;
        }
        boolean withheld = facts.text("reply-type").filter(WITHHELD::contains).isPresent();
        String order = facts.laws().series("remedy.disclosure-refusal").on(facts.day()).text();
        boolean first = withheld && order.equals("reconsideration-first");
        if (facts.is("remedy", first ? "reconsideration-first" : "either")) {
            return Outcome.SATISFIED;
        }
        return Outcome.not(first
                ? "全部或者部分不予公开的，应当告知申请人先申请行政复议"
                : "这一类答复不实行复议前置，应当告知可以申请行政复议，也可以直接起诉");
    }

    private static Outcome checksMade(Facts facts) {
        if (facts.open("checks")) {
            return Outcome.SATISFIED;
        }
        return facts.texts("checks").containsAll(Set.of("legality", "secrecy", "privacy"))
                ? Outcome.SATISFIED
                : Outcome.not("公开以前应当审查是否合法、是否涉密、是否涉及隐私和商业秘密，三项缺一不可");
    }

    private static Outcome keptToItsEnd(Facts facts) {
        Optional<LocalDate> taken = facts.date("taken-down-on");
        Optional<LocalDate> until = facts.date("publicity-until");
        if (facts.open("taken-down-on") || taken.isEmpty()) {
            return Outcome.SATISFIED;
        }
        if (until.isEmpty()) {
            return Outcome.not("登记时没有写明公示截止日期，不是限期公示的事项");
        }
        return taken.get().isAfter(until.get())
                ? Outcome.SATISFIED
                : Outcome.not("公示至 " + until.get() + "，没有到期不得撤下");
    }
}
