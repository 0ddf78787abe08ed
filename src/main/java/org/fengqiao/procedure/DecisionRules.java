package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.office.Person;

/// 依法决策的命名规则: conditions of decisions, legality reviews, normative documents and contracts that need more than one field.
final class DecisionRules {

    static final Map<String, Rules.Rule> ALL = new LinkedHashMap<>();

    private static final int RESCISSION_YEARS = 5;

    static {
        explained("open-dispute-explained", "dispute", Set.of("open"), "dispute-account",
                "未能协商一致的，应当写明争议的主要问题和各方意见、理由");
        explained("non-adoption-explained", "adoption", Set.of("partly", "not-adopted"), "non-adoption-reason",
                "没有全部采纳审查意见的，应当写明理由");
        explained("exploratory-risk-stated", "legality-conclusion", Set.of("exploratory"), "stated-risk",
                "探索性改革决策事项，应当明示法律风险");
        explained("late-request-explained", "timing", Set.of("after"), "urgency-reason",
                "先行处理、事后补送审查的，应当写明紧急的理由");
        explained("short-review-explained", "wanted", Set.of("short"), "short-review-reason",
                "要求缩短审查时间的，应当写明理由");
        ALL.put("adopted-within-received", DecisionRules::adoptedWithinReceived);
        ALL.put("review-time-left", DecisionRules::reviewTimeLeft);
        ALL.put("meeting-materials-complete", DecisionRules::meetingMaterialsComplete);
        ALL.put("leaders-two-thirds-present", DecisionRules::leadersPresent);
        ALL.put("dissent-recorded", DecisionRules::dissentRecorded);
        ALL.put("departure-from-majority-explained", DecisionRules::departureExplained);
        ALL.put("validity-limited", DecisionRules::validityLimited);
        ALL.put("effective-day-come", DecisionRules::effectiveDayCome);
        ALL.put("still-valid", DecisionRules::stillValid);
        ALL.put("deposit-within-cap", DecisionRules::depositWithinCap);
        ALL.put("signed-within-five-years", DecisionRules::signedWithinFiveYears);
        ALL.put("effective-after-publication", DecisionRules::effectiveAfterPublication);
        ALL.put("paid-no-more-than-payable", DecisionRules::paidNoMoreThanPayable);
    }

    private DecisionRules() {}

    /// A value that may be chosen only with its reason.
    private static void explained(String name, String field, Set<String> values, String reason, String otherwise) {
        ALL.put(name, facts -> {
            boolean chosen = !facts.open(field) && facts.text(field).filter(values::contains).isPresent();
            return chosen && facts.text(reason).isEmpty() ? Outcome.not(otherwise) : Outcome.SATISFIED;
        });
    }

    private static Outcome adoptedWithinReceived(Facts facts) {
        if (facts.open("received")) {
            return Outcome.SATISFIED;
        }
        long received = facts.number("received").orElse(0L);
        long adopted = facts.number("adopted").orElse(0L);
        return adopted <= received
                ? Outcome.SATISFIED
                : Outcome.not("采纳 " + adopted + " 条，多于收到的 " + received + " 条");
    }

    /// The reviewer is left the time the regulation leaves, or told why not.
    private static Outcome reviewTimeLeft(Facts facts) {
        Optional<LocalDate> wanted = facts.date("opinion-wanted-by");
        Optional<Period> least = facts.period("decision.review-time");
        if (facts.open("opinion-wanted-by") || wanted.isEmpty() || least.isEmpty() || facts.text("short-review-reason").isPresent()) {
            return Outcome.SATISFIED;
        }
        CountedDay earliest = Counting.due(facts.day(), least.get(), Roll.NONE, facts.calendar()).counted(facts.calendar());
        return wanted.get().isBefore(earliest.day())
                ? Outcome.not("审查时间一般不少于 " + least.get().zh() + "（至 " + earliest.text() + "），要求提前的应当写明理由")
                : Outcome.SATISFIED;
    }

    /// What has been gone through has to lie before the meeting.
    private static Outcome meetingMaterialsComplete(Facts facts) {
        if (facts.open("meeting-materials")) {
            return Outcome.SATISFIED;
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("draft", "决策草案");
        wanted.put("legality", "合法性审查意见");
        if (facts.done("opinions-collected")) {
            wanted.put("opinions", "公众意见研究采纳情况");
        }
        if (facts.done("experts-consulted")) {
            wanted.put("experts", "专家论证意见研究采纳情况");
        }
        if (facts.done("risk-assessed")) {
            wanted.put("risk", "风险评估报告");
        }
        wanted.keySet().removeAll(facts.texts("meeting-materials"));
        return wanted.isEmpty() ? Outcome.SATISFIED : Outcome.not("上会材料缺少：" + String.join("、", wanted.values()));
    }

    private static List<String> leaders(Facts facts) {
        return facts.office().holders("leading-member", facts.day()).stream().map(Person::id).toList();
    }

    private static Outcome leadersPresent(Facts facts) {
        if (facts.open("present")) {
            return Outcome.SATISFIED;
        }
        List<String> body = leaders(facts);
        long present = facts.texts("present").stream().filter(body::contains).count();
        return present * 3 >= body.size() * 2L
                ? Outcome.SATISFIED
                : Outcome.not("领导班子成员 " + body.size() + " 人，到会 " + present + " 人，不足三分之二");
    }

    private static Outcome dissentRecorded(Facts facts) {
        if (facts.open("in-favour") || facts.text("dissent").isPresent()) {
            return Outcome.SATISFIED;
        }
        Set<String> against = new TreeSet<>(facts.texts("present"));
        facts.texts("in-favour").forEach(against::remove);
        return against.isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not(String.join("、", against.stream().map(facts.office()::nameOf).toList()) + "没有表示同意，应当如实载明不同意见");
    }

    /// The head decides on the ground of the discussion; to go against the majority needs a reason told there.
    private static Outcome departureExplained(Facts facts) {
        if (facts.open("intended") || facts.text("departure-reason").isPresent()) {
            return Outcome.SATISFIED;
        }
        List<String> present = facts.texts("present");
        long inFavour = facts.texts("in-favour").stream().filter(present::contains).count();
        boolean majority = inFavour * 2 > present.size();
        return majority == facts.is("intended", "adopt")
                ? Outcome.SATISFIED
                : Outcome.not("到会 " + present.size() + " 人、同意 " + inFavour + " 人，拟作的决定与多数人的意见不一致，应当在会上说明理由");
    }

    /// A document of rules stands for a number of years that the office has limited.
    private static Outcome validityLimited(Facts facts) {
        long most = facts.threshold("document-validity-years").orElse(Long.MAX_VALUE);
        long years = facts.number("valid-years").orElse(0L);
        return years <= most
                ? Outcome.SATISFIED
                : Outcome.not("规范性文件的有效期至多 " + most + " 年，现为 " + years + " 年");
    }

    private static Outcome effectiveDayCome(Facts facts) {
        return facts.date("effective-on").filter(d -> d.isAfter(facts.day())).isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("施行日期 " + facts.date("effective-on").orElseThrow() + " 尚未到，不能列入现行有效目录");
    }

    private static Outcome stillValid(Facts facts) {
        Optional<LocalDate> end = facts.date("effective-on").flatMap(d -> facts.number("valid-years").map(y -> d.plusYears(y).minusDays(1)));
        return end.filter(d -> d.isBefore(facts.day())).isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("有效期已于 " + end.orElseThrow() + " 届满，应当登记失效或者重新制定");
    }

    /// What exceeds the cap is no deposit in law (民法典 第五百八十六条), so a reviewer lets no such clause pass.
    private static Outcome depositWithinCap(Facts facts) {
        long deposit = facts.number("deposit").orElse(0L);
        if (facts.open("deposit") || deposit == 0) {
            return Outcome.SATISFIED;
        }
        String cap = facts.laws().series("contract.deposit-cap").on(facts.day()).text();
        long percent = Long.parseLong(cap.substring(0, cap.indexOf(' ')));
        long whole = facts.number("main-amount").or(() -> facts.number("contract-amount")).orElse(0L);
        long most = whole * percent / 100;
        return deposit <= most
                ? Outcome.SATISFIED
                : Outcome.not("定金 " + Money.yuan(deposit) + " 元，超过主合同标的额的百分之" + percent + "（" + Money.yuan(most) + " 元）");
    }

    /// 民法典 第一百五十二条第二款: five years after the act the right is gone, whenever its ground came to be known.
    private static Outcome signedWithinFiveYears(Facts facts) {
        Optional<LocalDate> last = facts.doneOn("signed").map(d -> d.plusYears(RESCISSION_YEARS));
        return last.filter(d -> facts.day().isAfter(d)).isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("自合同签订之日起五年（至 " + last.orElseThrow() + "）没有行使撤销权，撤销权已经消灭");
    }

    /// A document binds nobody before it is published, so it cannot name an earlier day.
    private static Outcome effectiveAfterPublication(Facts facts) {
        Optional<LocalDate> effective = facts.date("effective-on");
        return effective.filter(d -> d.isBefore(facts.day())).isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("文件写明的施行日期 " + effective.orElseThrow() + " 早于公布之日，应当重新签发、另定施行日期");
    }

    private static Outcome paidNoMoreThanPayable(Facts facts) {
        return Compared.notAbove(facts, "paid-amount", "payable", (paid, payable) -> "付款 " + paid + " 元，多于验收后应付的 " + payable + " 元");
    }
}
