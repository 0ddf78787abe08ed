package org.fengqiao.cases;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fengqiao.document.Content;
import org.fengqiao.document.Template;
import org.fengqiao.document.Templates;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Facts;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.procedure.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 成文: turns an accepted act into the content of its documents; what the templates may speak of is gathered here.
final class Papers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Templates templates;
    private final Laws laws;

    Papers(Templates templates, Laws laws) {
        this.templates = templates;
        this.laws = laws;
    }

    /// The content of one document of an accepted act; empty when its kind has no template.
    ///
    /// @param personal names and narratives, those entered with the act included
    Optional<Content> content(
            Decision.Accepted accepted, Decision.Making making, String caseNumber, @Nullable String number,
            Map<String, String> personal) {
        return templates
                .find(accepted.definition().slug(), making.rule().id())
                .map(t -> content(t, accepted, making, caseNumber, number, personal));
    }

    private Content content(
            Template template, Decision.Accepted accepted, Decision.Making making, String caseNumber,
            @Nullable String number, Map<String, String> personal) {
        Facts facts = accepted.facts();
        Map<String, Object> data = new LinkedHashMap<>();
        Office office = facts.office();
        data.put("office", Map.of("name", office.name(), "address", office.address(), "phone", office.phone()));
        Map<String, Object> aCase = new LinkedHashMap<>();
        aCase.put("number", caseNumber);
        aCase.put("title", personal.getOrDefault("title", caseNumber));
        data.put("case", aCase);
        data.put("date", date(facts.day()));
        List<Map<String, Object>> parties = parties(accepted, personal);
        if (!parties.isEmpty()) {
            data.put("parties", parties);
            data.put("party", parties.stream()
                    .filter(p -> making.party() == null || p.get("id").equals(making.party()))
                    .findFirst()
                    .orElse(parties.getFirst()));
        }
        data.put("officers", officers(accepted, office));
        data.put("data", values(accepted, personal));
        data.put("basis", basis(accepted.definition(), making.rule(), accepted.step()));
        data.put("remedy", Map.of("text", remedy(accepted.definition(), facts)));
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        data.put("salt", HexFormat.of().formatHex(salt));
        return Content.of(template, number, data);
    }

    private static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static List<Map<String, Object>> parties(Decision.Accepted accepted, Map<String, String> personal) {
        CaseState state = accepted.facts().state();
        List<Map<String, Object>> all = new ArrayList<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        if (state != null) {
            state.parties().values().forEach(p -> kinds.put(p.id(), p.kind()));
        }
        accepted.parties().forEach(p -> kinds.put(p.id(), p.kind()));
        kinds.forEach((id, kind) -> {
            Map<String, Object> party = new LinkedHashMap<>();
            party.put("id", id);
            party.put("kind", kind.equals("person") ? "公民" : "法人或者其他组织");
            party.put("name", personal.getOrDefault(id + ".name", "未确认当事人"));
            for (String field : List.of("identifier", "address", "representative")) {
                String value = personal.get(id + "." + field);
                if (value != null) {
                    party.put(field, value);
                }
            }
            party.putIfAbsent("address", "住址（住所）不详");
            String phone = personal.get(id + ".contact");
            if (phone != null) {
                party.put("phone", phone);
            }
            all.add(party);
        });
        return all;
    }

    private static List<Map<String, Object>> officers(Decision.Accepted accepted, Office office) {
        CaseState state = accepted.facts().state();
        List<String> ids = !accepted.assigned().isEmpty()
                ? accepted.assigned()
                : state != null && !state.officers().isEmpty()
                        ? state.officers()
                        : accepted.actors().stream().map(a -> a.person()).toList();
        List<Map<String, Object>> all = new ArrayList<>();
        for (String id : ids) {
            Map<String, Object> officer = new LinkedHashMap<>();
            officer.put("name", office.nameOf(id));
            office.person(id)
                    .flatMap(p -> p.certificate("enforcement", accepted.facts().day()))
                    .map(Person.Certificate::number)
                    .ifPresent(n -> officer.put("certificate", n));
            all.add(officer);
        }
        return all;
    }

    /// Every fact of the case in words: earlier ones first, those of the form in hand over them.
    private static Map<String, Object> values(Decision.Accepted accepted, Map<String, String> personal) {
        Facts facts = accepted.facts();
        Map<String, Object> values = new LinkedHashMap<>();
        FormSchema titles = new FormSchema(facts);
        CaseState state = facts.state();
        for (Definition.Step step : accepted.definition().allSteps().values()) {
            for (Field f : step.form().fields()) {
                String kept = personal.get(f.id());
                JsonNode fact = state == null ? null : state.facts().get(f.id());
                if (kept != null && f.type() != Field.Type.POINTS) {
                    values.put(f.id(), kept);
                } else if (fact != null && !fact.isObject()) {
                    put(values, f, fact, titles);
                }
            }
        }
        for (Field f : accepted.step().form().fields()) {
            JsonNode value = accepted.act().data().get(f.id());
            if (value != null && !value.isNull()) {
                put(values, f, value, titles);
            }
        }
        return values;
    }

    private static void put(Map<String, Object> values, Field f, JsonNode value, FormSchema titles) {
        switch (f.type()) {
            case MONEY -> {
                values.put(f.id(), "人民币 " + Money.yuan(value.asLong()) + " 元（大写 " + Money.capital(value.asLong()) + "）");
                values.put(f.id() + "-capital", Money.capital(value.asLong()));
            }
            case DATE -> values.put(f.id(), value.asString().length() == 10 ? date(LocalDate.parse(value.asString())) : value.asString());
            case NUMBER -> values.put(f.id(), value.asLong());
            case YES_NO -> {
                values.put(f.id(), value.asBoolean());
                values.put(f.id() + "-words", value.asBoolean() ? "是" : "否");
            }
            case CHOICES, PEOPLE, EVIDENCE -> {
                List<String> all = new ArrayList<>();
                value.forEach(v -> all.add(titles.title(f, v.asString())));
                values.put(f.id(), String.join("、", all));
            }
            case POINTS -> {
                List<Map<String, Object>> all = new ArrayList<>();
                for (JsonNode one : value) {
                    Map<String, Object> item = new LinkedHashMap<>();
                    f.items().forEach(i -> {
                        if (one.has(i.id())) {
                            put(item, i, one.get(i.id()), titles);
                        }
                    });
                    all.add(item);
                }
                values.put(f.id(), all);
            }
            default -> values.put(f.id(), titles.title(f, value.asString()));
        }
    }

    private Map<String, Object> basis(Definition definition, Definition.DocumentRule rule, Definition.Step step) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("document", words(rule.basis().isEmpty() ? step.basis() : rule.basis()));
        all.put("step", words(step.basis()));
        rule.cites().forEach((key, citations) -> all.put(key, words(citations)));
        return all;
    }

    private String words(List<Citation> citations) {
        return citations.stream().map(laws::display).collect(Collectors.joining("、"));
    }

    /// The remedy sentence of the definition: the one the decision chose where there are several, else the only one.
    private static String remedy(Definition definition, Facts facts) {
        String chosen = facts.text("remedy").orElse("");
        return definition.remedies().stream()
                .sorted(Comparator.comparing(r -> !r.id().equals(chosen)))
                .map(Definition.Indicated::text)
                .findFirst()
                .orElse("依法申请行政复议或者提起行政诉讼。");
    }
}
