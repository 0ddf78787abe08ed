package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.law.Law;
import org.fengqiao.office.CatalogueItem;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Facts;
import org.fengqiao.procedure.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 案情措辞: the sentences that follow from the case as a whole and stand in no single field of a form.
final class CaseWords {

    private static final Pattern LISTED = Pattern.compile("《?([^《》\\s]+)》?\\s*(第[^《》]+)");

    private final Decision.Accepted accepted;
    private final Facts facts;
    private final @Nullable CaseState state;
    private final Origin origin;
    private final Map<String, String> personal;
    private final Map<String, Object> values;
    private final CaseDays days;
    private final String you;

    CaseWords(
            Decision.Accepted accepted, Origin origin, Map<String, String> personal, Map<String, Object> values,
            CaseDays days, String you) {
        this.accepted = accepted;
        this.facts = accepted.facts();
        this.state = accepted.facts().state();
        this.origin = origin;
        this.personal = personal;
        this.values = values;
        this.days = days;
        this.you = you;
    }

    Map<String, Object> all() {
        Map<String, Object> words = new LinkedHashMap<>();
        first("penalty-facts", "found-facts", "inspection-findings", "clue-description").ifPresent(t -> words.put("facts", Wordings.ended(t)));
        matter().ifPresent(m -> {
            words.put("matter", m.title());
            words.put("listed", cited(m.basis()));
        });
        first("violated-provision", "violated").map(this::cited).or(this::listed).ifPresent(t -> words.put("violated", t));
        first("penalty-provision", "penalty-basis").map(this::cited).or(this::listed).ifPresent(t -> words.put("penalty-basis", t));
        List<Map<String, Object>> evidence = evidence();
        words.put("evidence", evidence);
        words.put("course", course());
        new PenaltyWords(accepted, values, days, you).tell(words);
        served().ifPresent(d -> words.put("served", d));
        named("corrected-document").ifPresent(d -> words.put("corrected", d));
        leaders(words);
        return words;
    }

    /// The first of these fields that says anything.
    private Optional<String> first(String... fields) {
        return Stream.of(fields).map(values::get).filter(String.class::isInstance).map(String.class::cast).filter(t -> !t.isBlank()).findFirst();
    }

    /// The articles of a list or a form, 消防法 第六十条, as a document cites them: 《中华人民共和国消防法》第六十条.
    private String cited(String listed) {
        Matcher m = LISTED.matcher(listed.strip());
        if (!m.matches()) {
            return listed.strip();
        }
        String title = facts.laws().byShortTitle(m.group(1)).map(Law::title).orElse(m.group(1));
        return "《" + title + "》" + m.group(2);
    }

    private Optional<String> listed() {
        return matter().map(CatalogueItem::basis).map(this::cited);
    }

    /// The matter of the published list, as the list stood on the day of the act or, struck off since, when the case opened.
    private Optional<CatalogueItem> matter() {
        Optional<Field> field = field("matter").filter(f -> f.type() == Field.Type.MATTER);
        return field.flatMap(f -> {
            String list = f.source() == null ? "" : f.source();
            String id = facts.text("matter").or(() -> Optional.ofNullable(state).flatMap(s -> s.fact("matter")).map(JsonNode::asString)).orElse(null);
            LocalDate opened = state == null ? facts.day() : state.opened();
            return facts.office().item(list, id, facts.day()).or(() -> facts.office().item(list, id, opened));
        });
    }

    private Optional<Field> field(String id) {
        Definition definition = accepted.definition();
        return Stream.concat(Stream.of(definition.opening()), definition.steps().values().stream())
                .flatMap(s -> s.form().field(id).stream())
                .findFirst();
    }

    /// What proves the facts: the records made in the case, what was collected, and the files in the case.
    private List<Map<String, Object>> evidence() {
        List<Map<String, Object>> all = new ArrayList<>();
        if (state == null) {
            return all;
        }
        for (String kind : List.of("inspection-record", "inquiry-record", "sampling-record")) {
            List<CaseState.CaseDocument> records = state.documentsOf(kind);
            if (!records.isEmpty()) {
                Definition.DocumentRule rule = accepted.definition().documents().get(kind);
                String on = records.stream().map(d -> Wordings.date(d.on())).distinct().collect(Collectors.joining("、"));
                all.add(item((rule == null ? kind : rule.title()) + (records.size() > 1 ? Wordings.copies(records.size()) : "") + "（" + on + "制作）"));
            }
        }
        List<CaseState.Deed> collected = state.done().getOrDefault("evidence-collected", List.of());
        for (CaseState.Deed deed : collected) {
            Map<String, Object> item = item(option("evidence-kind", deed.data().get("evidence-kind"))
                    + Optional.ofNullable(deed.data().get("evidence-source")).map(JsonNode::asString).map(s -> "（" + Wordings.open(s) + "）").orElse(""));
            // A narrative is kept once, as it was last told: it can be said only of the evidence collected last.
            if (deed == collected.getLast() && personal.containsKey("proves")) {
                item.put("proves", Wordings.open(personal.get("proves")).replaceFirst("^证明", ""));
            }
            all.add(item);
        }
        Map<String, Long> files = state.evidence().values().stream()
                .collect(Collectors.groupingBy(a -> option("evidence-kind", a.kind()), LinkedHashMap::new, Collectors.counting()));
        files.forEach((kind, count) -> all.add(item("入卷的" + kind + count + "件")));
        return all;
    }

    private static Map<String, Object> item(String name) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", name);
        return item;
    }

    private String option(String field, @Nullable JsonNode value) {
        return value == null ? "证据材料" : option(field, value.asString());
    }

    private String option(String field, String value) {
        return field(field).map(f -> f.options().getOrDefault(value, value)).orElse(value);
    }

    /// 办理经过: the steps taken so far, each with its day.
    private String course() {
        if (state == null) {
            return "";
        }
        return state.deeds().stream()
                .flatMap(d -> accepted.definition().step(d.step()).map(s -> Wordings.date(d.on()) + "，" + s.title()).stream())
                .distinct()
                .collect(Collectors.joining("；", "", "。"));
    }

    /// The document this act hands over or gives notice of.
    private Optional<Map<String, Object>> served() {
        String kind = origin.step().effects().serves() != null
                ? origin.step().effects().serves()
                : origin.text("notice-document").orElse(null);
        if (kind == null) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> paper = accepted.served().stream().findFirst().flatMap(s -> days.document(s.document()));
        Definition.DocumentRule rule = accepted.definition().documents().get(kind);
        return paper
                .or(() -> days.paper(kind).flatMap(d -> days.document(d.id())))
                .or(() -> Optional.ofNullable(rule).map(r -> new LinkedHashMap<String, Object>(Map.of("title", r.title()))));
    }

    private Optional<Map<String, Object>> named(String field) {
        return days.document(origin.text(field).orElse(null));
    }

    /// 集体讨论: how many belong to the body, how many came, how many agreed.
    private void leaders(Map<String, Object> words) {
        origin.step().form().field("present").map(Field::source).ifPresent(body -> {
            words.put("members", facts.office().holders(body, origin.day()).size());
            words.put("present", count("present"));
            words.put("in-favour", count("in-favour"));
        });
    }

    private int count(String field) {
        JsonNode value = origin.data().get(field);
        return value == null ? 0 : value.size();
    }
}
