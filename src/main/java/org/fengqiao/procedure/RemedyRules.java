package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.Period;
import tools.jackson.databind.JsonNode;

/// 复议答复和应诉规则: time and objections, evidence of the original file, who attends, and whether outcome and ground agree.
final class RemedyRules {

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("application-time-judged", RemedyRules::applicationTime),
            Map.entry("application-objections-raised", RemedyRules::applicationObjections),
            Map.entry("suit-time-judged", RemedyRules::suitTime),
            Map.entry("suit-objections-raised", RemedyRules::suitObjections),
            Map.entry("notice-defects-noted", RemedyRules::noticeDefects),
            Map.entry("evidence-made-in-time", RemedyRules::evidenceInTime),
            Map.entry("hearing-notice-counted", RemedyRules::hearingNotice),
            Map.entry("responsible-person-present", RemedyRules::responsiblePerson),
            Map.entry("outcome-ground-fits", RemedyRules::groundFits),
            Map.entry("agents-at-most-two", RemedyRules::agents),
            Map.entry("claim-time-judged", RemedyRules::claimTime));

    private RemedyRules() {}

    private static Outcome applicationTime(Facts facts) {
        Optional<LocalDate> applied = facts.date("applied-on");
        return facts.open("known-on") || applied.isEmpty()
                ? Outcome.SATISFIED
                : time(facts, "申请", applied.get(), new RemedyTime(facts).applicationUntil());
    }

    private static Outcome claimTime(Facts facts) {
        Optional<LocalDate> claimed = facts.date("applied-on");
        return facts.open("known-on") || claimed.isEmpty()
                ? Outcome.SATISFIED
                : time(facts, "请求", claimed.get(), new RemedyTime(facts).claimUntil());
    }

    private static Outcome suitTime(Facts facts) {
        Optional<LocalDate> sued = facts.date("sued-on");
        if (facts.open("known-on") || sued.isEmpty()) {
            return Outcome.SATISFIED;
        }
        RemedyTime time = new RemedyTime(facts);
        return time(facts, "起诉", sued.get(), time.suitExtended() ? Optional.of(sued.get()) : time.suitUntil());
    }

    /// A late application must be objected to, and one in time must not.
    private static Outcome time(Facts facts, String what, LocalDate day, Optional<LocalDate> until) {
        if (until.isEmpty()) {
            return Outcome.not("请填写起算之日");
        }
        boolean late = day.isAfter(until.get());
        String last = facts.calendar().counted(until.get()).text();
        boolean raised = facts.texts("objections").contains("late");
        if (late == raised) {
            return Outcome.SATISFIED;
        }
        return Outcome.not(late
                ? what + "期限至" + last + "届满，" + day + "才" + what + "，应当提出超过" + what + "期限"
                : what + "期限至" + last + "届满，" + day + what + "没有逾期，不得主张超过" + what + "期限");
    }

    private static Outcome applicationObjections(Facts facts) {
        Map<String, String> due = new LinkedHashMap<>();
        respondent(facts, due, "被申请人");
        if (facts.is("act-kind", "petition") || facts.is("act-kind", "process")) {
            due.put("scope", "信访处理行为、过程性行为不属于行政复议范围，应当提出");
        }
        if (facts.is("body-kind", "other")) {
            due.put("jurisdiction", "街道办事处的行为由设立它的区（县）人民政府管辖，应当提出管辖异议");
        }
        return raised(facts, "body-kind", due);
    }

    private static Outcome suitObjections(Facts facts) {
        Map<String, String> due = new LinkedHashMap<>();
        respondent(facts, due, "被告");
        if (facts.is("route", "after-reconsideration") && facts.is("review-outcome", "changed")) {
            due.put("respondent", "复议机关改变原行为的，复议机关是被告，应当提出本机关不是被告");
        }
        if (facts.is("route", "after-reconsideration") && facts.is("review-outcome", "upheld") && facts.is("defendants", "office-only")) {
            due.put("co-defendant", "复议机关维持原行为的，复议机关是共同被告，应当提请法院追加");
        }
        return raised(facts, "route", due);
    }

    private static void respondent(Facts facts, Map<String, String> due, String role) {
        if (facts.is("respondent", "for-other") || facts.is("respondent", "not-ours")) {
            due.put("respondent", "受委托以委托机关名义作出的行为和其他机关的行为，本机关不是" + role + "，应当提出");
        }
    }

    private static Outcome raised(Facts facts, String firstField, Map<String, String> due) {
        if (facts.open(firstField)) {
            return Outcome.SATISFIED;
        }
        List<String> raised = facts.texts("objections");
        return due.entrySet().stream()
                .filter(e -> !raised.contains(e.getKey()))
                .findFirst()
                .map(e -> (Outcome) Outcome.not(e.getValue()))
                .orElse(Outcome.SATISFIED);
    }

    /// What was left out when the act was notified has to be said, because it prolongs the time of the other side.
    private static Outcome noticeDefects(Facts facts) {
        boolean left = facts.is("rights-told", "no")
                || facts.is("reconsideration-first-told", "no")
                || facts.is("online-channel", "no");
        return facts.open("rights-told") || !left || facts.text("notice-defect").isPresent()
                ? Outcome.SATISFIED
                : Outcome.not("作出行为时没有告知救济权利、复议前置或者网上申请渠道的，应当写明告知中的缺失和对期限的影响");
    }

    /// Rows of the list that came into being after the other side had turned to the body or the court.
    private static Outcome evidenceInTime(Facts facts) {
        Optional<LocalDate> begun = facts.date("accepted-on");
        Optional<JsonNode> rows = facts.act() == null ? Optional.empty() : facts.value("evidence-rows");
        if (begun.isEmpty() || rows.isEmpty()) {
            return Outcome.SATISFIED;
        }
        List<String> late = new ArrayList<>();
        rows.get().forEach(row -> {
            String made = row.path("made-on").asString("");
            if (made.compareTo(begun.get().toString()) > 0 && !row.hasNonNull("consented")) {
                late.add(row.path("name").asString(""));
            }
        });
        return late.isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("《" + String.join("》《", late) + "》形成于" + begun.get() + "受理、立案之后，自行收集的不能作为证据");
    }

    private static Outcome hearingNotice(Facts facts) {
        Optional<LocalDate> notice = facts.date("notice-on");
        Optional<LocalDate> hearing = facts.date("hearing-day");
        if (facts.open("hearing-day") || notice.isEmpty() || hearing.isEmpty() || facts.text("short-notice").isPresent()) {
            return Outcome.SATISFIED;
        }
        Optional<Period> ahead = facts.period("reconsideration.hearing-notice");
        if (ahead.isEmpty()) {
            return Outcome.SATISFIED;
        }
        CountedDay latest = Counting.latestDayBefore(hearing.get(), ahead.get(), facts.calendar()).counted(facts.calendar());
        return notice.get().isAfter(latest.day())
                ? Outcome.not("听证通知最迟应当在" + latest.text() + "送达，" + notice.get() + "才收到，写明是否请求改期")
                : Outcome.SATISFIED;
    }

    private static Outcome responsiblePerson(Facts facts) {
        if (facts.open("attendance")) {
            return Outcome.SATISFIED;
        }
        if (facts.is("attendance", "lawyer")) {
            return Outcome.not("不得只由律师参加，负责人不能参加的应当委托工作人员");
        }
        if (facts.is("attendance", "head")) {
            return facts.text("attending-head").isPresent() ? Outcome.SATISFIED : Outcome.not("请填写参加的负责人");
        }
        if (facts.texts("attending-staff").isEmpty()) {
            return Outcome.not("负责人不能参加的，应当委托相应的工作人员，请填写");
        }
        return facts.text("absence-reason").isPresent() ? Outcome.SATISFIED : Outcome.not("负责人不能参加的，应当说明理由");
    }

    /// A lawyer counts among the agents in court.
    private static Outcome agents(Facts facts) {
        return facts.open("agents") || facts.text("lawyer").isEmpty() || facts.texts("agents").size() < 2
                ? Outcome.SATISFIED
                : Outcome.not("诉讼代理人为一至二人，委托律师的只能再有一名工作人员");
    }

    /// The options of a ground begin with the outcome they belong to.
    private static Outcome groundFits(Facts facts) {
        Optional<String> outcome = facts.text("outcome");
        Optional<String> ground = facts.text("outcome-ground");
        return facts.open("outcome") || outcome.isEmpty() || ground.isEmpty() || ground.get().startsWith(outcome.get() + "-")
                ? Outcome.SATISFIED
                : Outcome.not("理由与决定、判决的种类不符，请核对文书的主文");
    }
}
