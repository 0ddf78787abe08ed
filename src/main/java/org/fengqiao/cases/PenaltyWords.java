package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Facts;
import org.fengqiao.procedure.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 处罚措辞: what is or was to be imposed, how it is performed, how the party was heard and how the case ended.
final class PenaltyWords {

    private final Decision.Accepted accepted;
    private final Facts facts;
    private final @Nullable CaseState state;
    private final Map<String, Object> values;
    private final CaseDays days;
    private final String you;

    PenaltyWords(Decision.Accepted accepted, Map<String, Object> values, CaseDays days, String you) {
        this.accepted = accepted;
        this.facts = accepted.facts();
        this.state = accepted.facts().state();
        this.values = values;
        this.days = days;
        this.you = you;
    }

    void tell(Map<String, Object> words) {
        List<String> kinds = texts("penalty-kinds");
        if (!kinds.isEmpty()) {
            words.put("penalty", Wordings.clauses(penalties(kinds)));
            words.put("performance", performance(kinds));
        }
        if (accepted.definition().step("statement-made").isPresent()) {
            words.put("defence", defence());
        }
        hearing().ifPresent(t -> words.put("hearing", t));
        words.put("outcome", outcome());
        words.put("performed", performed());
        words.put("remedies", remedies());
        words.put("publicity", publicity());
    }

    private List<String> texts(String field) {
        List<String> here = facts.texts(field);
        List<String> all = new ArrayList<>(here);
        if (here.isEmpty() && state != null) {
            state.fact(field).filter(JsonNode::isArray).ifPresent(a -> a.forEach(x -> all.add(x.asString())));
        }
        return all;
    }

    /// Each penalty as a clause, money in figures and in capitals.
    private List<String> penalties(List<String> kinds) {
        List<String> all = new ArrayList<>();
        for (String kind : kinds) {
            String title = titles(List.of(kind));
            all.add(switch (kind) {
                case "fine" -> title + amount("fine").map(Wordings::money).orElse("");
                case "gains" -> title + amount("gains-value").map(Wordings::money).orElse("");
                case "things" -> title + amount("things-value").map(v -> "，价值" + Wordings.money(v)).orElse("");
                default -> title;
            });
        }
        return all;
    }

    private String titles(List<String> kinds) {
        Map<String, String> options = accepted.definition().allSteps().values().stream()
                .flatMap(s -> s.form().field("penalty-kinds").stream())
                .findFirst()
                .map(Field::options)
                .orElse(Map.of());
        return kinds.stream().map(k -> options.getOrDefault(k, k)).collect(Collectors.joining("、"));
    }

    private Optional<Long> amount(String field) {
        return facts.number(field)
                .or(() -> Optional.ofNullable(state).flatMap(s -> s.fact(field)).filter(JsonNode::isIntegralNumber).map(JsonNode::asLong))
                .filter(v -> v > 0);
    }

    /// 履行方式和期限.
    private String performance(List<String> kinds) {
        List<String> all = new ArrayList<>();
        if (kinds.contains("fine")) {
            String way = values.get("payment-method") instanceof String text && !text.isBlank() ? Wordings.open(text) : "";
            String term = days.terms().get("payment") instanceof String t ? t : "十五日";
            all.add(way.startsWith("自")
                    ? you + "应当" + way.replace("收到决定书之日", "收到本决定书之日") + "罚款。"
                    : you + "应当自收到本决定书之日起" + term + "内缴纳罚款。" + (way.isEmpty() ? "" : Wordings.ended(way)));
        }
        List<String> taken = kinds.stream().filter(k -> k.equals("gains") || k.equals("things")).toList();
        if (!taken.isEmpty()) {
            all.add(titles(taken).replace("没收", "") + "由本机关依法收缴和处理，" + you + "应当在收到本决定书后配合移交。");
        }
        if (kinds.contains("warning") || kinds.contains("criticism")) {
            all.add(titles(kinds.stream().filter(k -> k.equals("warning") || k.equals("criticism")).toList()) + "自本决定书送达之日起执行。");
        }
        List<String> others = kinds.stream().filter(k -> !List.of("fine", "gains", "things", "warning", "criticism").contains(k)).toList();
        if (!others.isEmpty()) {
            all.add(titles(others) + "自本决定书送达之日起执行，" + you + "应当自收到本决定书之日起履行。");
        }
        return String.join("", all);
    }

    /// 陈述申辩: whether the party was heard and what came of it.
    private String defence() {
        if (mine("statement-made").isEmpty()) {
            return mine("statement-waived").isPresent()
                    ? you + "明确表示放弃陈述、申辩。"
                    : you + "在告知的期限内没有提出陈述、申辩。";
        }
        String made = you + "于" + Wordings.date(mine("statement-made").get().on()) + "提出陈述、申辩。";
        Object points = mine("statement-reviewed").isPresent() ? values.get("review-points") : null;
        if (!(points instanceof List<?> list) || list.isEmpty()) {
            return made;
        }
        String reviewed = list.stream()
                .map(Map.class::cast)
                .map(p -> "“" + Wordings.open(String.valueOf(p.get("point"))) + "”，" + p.get("accepted") + "，理由是："
                        + Wordings.open(String.valueOf(p.get("why"))))
                .collect(Collectors.joining("；"));
        return made + "经复核：" + reviewed + "。";
    }

    private Optional<CaseState.Deed> mine(String step) {
        return days.deed(step);
    }

    private Optional<String> hearing() {
        Map<String, Object> on = days.steps();
        if (on.containsKey("hearing-held")) {
            return Optional.of("应当事人要求，本机关于" + on.get("hearing-held") + "举行听证，本决定根据听证笔录作出。");
        }
        if (on.containsKey("hearing-terminated")) {
            return Optional.of("应当事人要求，本机关组织听证；因当事人" + values.getOrDefault("termination-ground", "未参加") + "，于"
                    + on.get("hearing-terminated") + "终止听证。");
        }
        if (on.containsKey("hearing-waived")) {
            return Optional.of(you + "明确表示放弃听证。");
        }
        return facts.is("hearing-offered", "yes") || state != null && state.fact("hearing-offered").filter(v -> v.asString().equals("yes")).isPresent()
                ? Optional.of(you + "在法定期限内没有要求听证。")
                : Optional.empty();
    }

    /// 处理决定: how the case was decided, for the closing report.
    private String outcome() {
        if (did("penalty-decision")) {
            return Wordings.open(decided("penalty-decision")) + "：" + Wordings.clauses(penalties(texts("penalty-kinds")));
        }
        if (did("no-penalty-decision")) {
            return decided("no-penalty-decision") + "理由：" + values.getOrDefault("no-penalty-ground", "") + "。";
        }
        if (did("case-dismissed")) {
            return decided("case-dismissal-decision");
        }
        if (did("investigation-terminated")) {
            return "终止调查：" + values.getOrDefault("termination-reason", "") + "。";
        }
        if (did("decision-annulled") || did("self-corrected")) {
            return "原决定已经撤销或者确认违法、无效，不再重新处理。";
        }
        return "未作出处理决定。";
    }

    private boolean did(String step) {
        return accepted.step().id().equals(step) || facts.done(step);
    }

    private String decided(String kind) {
        List<CaseState.CaseDocument> copies = state == null ? List.of() : state.documentsOf(kind);
        if (copies.isEmpty()) {
            return "";
        }
        String numbers = copies.stream().map(CaseState.CaseDocument::number).filter(n -> n != null).collect(Collectors.joining("、"));
        return Wordings.date(copies.getFirst().on()) + "作出《" + accepted.definition().documents().get(kind).title() + "》"
                + (numbers.isEmpty() ? "" : "（" + numbers + "）") + "。";
    }

    /// 执行情况, from what was registered.
    private String performed() {
        List<String> all = new ArrayList<>();
        long paid = sum("paid", "part-paid", "fine-paid", "cash-collected");
        if (paid > 0) {
            all.add("已缴纳罚款" + Wordings.money(paid) + "。");
        }
        long surcharge = sum("surcharge", "surcharge-paid");
        if (surcharge > 0) {
            all.add("已缴纳加处罚款" + Wordings.money(surcharge) + "。");
        }
        if (did("other-penalty-performed")) {
            all.add("其他处罚" + values.getOrDefault("performed", "已经执行") + "。");
        }
        if (did("enforcement-finished")) {
            all.add("强制执行：" + values.getOrDefault("enforcement-result", "") + "。");
        }
        return all.isEmpty() ? "没有需要缴纳或者执行的内容。" : String.join("", all);
    }

    private long sum(String field, String... steps) {
        return state == null
                ? 0
                : Stream.of(steps)
                        .flatMap(s -> state.done().getOrDefault(s, List.of()).stream())
                        .map(d -> d.data().get(field))
                        .filter(v -> v != null && v.isIntegralNumber())
                        .mapToLong(JsonNode::asLong)
                        .sum();
    }

    private String remedies() {
        List<String> all = new ArrayList<>();
        Map<String, Object> on = days.steps();
        if (did("reconsideration-filed")) {
            all.add(on.getOrDefault("reconsideration-filed", "") + "登记行政复议");
        }
        if (did("suit-filed")) {
            all.add(on.getOrDefault("suit-filed", "") + "登记行政诉讼");
        }
        if (all.isEmpty()) {
            return "截至本报告之日，没有登记行政复议、行政诉讼。";
        }
        return String.join("；", all) + "；结果：" + values.getOrDefault("remedy-result", "见案卷") + "。";
    }

    private String publicity() {
        return did("decision-published")
                ? days.steps().get("decision-published") + "在" + values.getOrDefault("published-at", "门户网站") + "公开。"
                : "处罚决定未公开。";
    }
}
