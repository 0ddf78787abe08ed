package org.fengqiao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Refusal;
import org.fengqiao.ledger.Heading.Kind;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.FormSchema;
import tools.jackson.databind.JsonNode;

/// 台账目录: the ledgers of the office and the columns of their sheets.
final class Ledgers {

    private final Cases cases;

    Ledgers(Cases cases) {
        this.cases = cases;
    }

    /// The ledgers in force today, in the order of their names.
    List<Definition> all() {
        LocalDate today = cases.clock().today();
        return cases.definitions().slugs().stream()
                .flatMap(s -> cases.definitions().inForce(s, today).stream())
                .filter(Definition::ledger)
                .toList();
    }

    Optional<Definition> find(String slug) {
        return all().stream().filter(d -> d.slug().equals(slug)).findFirst();
    }

    boolean mayRead(String user, Definition d) {
        return cases.access().mayRead(cases.office(), user, d.slug(), cases.clock().today());
    }

    /// Whether a person may make entries: by the matrix, and by a post the opening names.
    boolean mayOpen(String user, Definition d) {
        Office office = cases.office();
        LocalDate today = cases.clock().today();
        return cases.access().mayOpen(office, user, d.slug(), today)
                && office.person(user).filter(p -> p.holdsAny(Set.copyOf(d.opening().by().posts()), today)
                        || d.opening().by().posts().stream().anyMatch(post -> office.substitutedBy(p, post, today).isPresent())).isPresent();
    }

    static Refusal unknown() {
        return Refusal.notFound("没有这个台账");
    }

    /// Refuses whoever may not make entries.
    void mustOpen(String user, Definition d) {
        if (!mayOpen(user, d)) {
            String posts = String.join("、", d.opening().by().posts().stream().map(cases.office()::postTitle).toList());
            throw Refusal.forbidden("“" + d.title() + "”由" + posts + "登记。");
        }
    }

    /// The columns: the fields of the form in their order, what stands beside the form, and what only an export shows.
    List<Heading> headings(Definition d) {
        FormSchema schema = new FormSchema(cases.deciding().facts(d, d.opening(), null, cases.office(), cases.clock().today()), cases.clock().now());
        JsonNode properties = schema.schema().get("properties");
        List<Heading> all = new ArrayList<>();
        if (d.parties().atMost() > 0) {
            party(d, all);
        }
        for (Field f : d.opening().form().fields()) {
            if (f.type() != Field.Type.EVIDENCE && f.type() != Field.Type.PARTY && f.type() != Field.Type.DOCUMENT) {
                all.add(heading(f, properties.path(f.id()), d.key().contains(f.id())));
            }
        }
        if (d.opening().by().officers() > 1) {
            all.add(new Heading(Kind.BESIDE, Heading.SECOND, "另一名执法人员", null, true, "与登记人同到现场的另一人", labelled(people(d)), List.of()));
        }
        all.add(new Heading(Kind.BESIDE, Heading.TITLE, "事项名称", null, false, "不填的，用台账名称和第一个文字栏目", Map.of(), List.of()));
        for (String shown : Book.SHOWN) {
            all.add(new Heading(Kind.SHOWN, "$shown", shown, null, false, "导出时写出，导入时不读", Map.of(), List.of()));
        }
        return all;
    }

    private Map<String, String> people(Definition d) {
        LocalDate today = cases.clock().today();
        Map<String, String> people = new TreeMap<>();
        cases.office().people().values().stream()
                .filter(p -> p.holdsAny(Set.copyOf(d.opening().by().posts()), today))
                .forEach(p -> people.put(p.id(), p.name()));
        return people;
    }

    private static void party(Definition d, List<Heading> all) {
        String role = d.parties().roles().values().stream().findFirst().orElse("当事人");
        Map<String, String> kinds = new LinkedHashMap<>();
        d.parties().kinds().forEach(k -> kinds.put(k, k.equals("person") ? "个人" : "单位"));
        all.add(new Heading(Kind.BESIDE, Heading.PARTY, role, null, d.parties().atLeast() > 0 && !d.parties().unconfirmed(), "姓名或者名称", Map.of(), List.of()));
        all.add(new Heading(Kind.BESIDE, Heading.PARTY_KIND, role + "类别", null, false, "不填为“" + kinds.values().iterator().next() + "”", kinds, List.of()));
        all.add(new Heading(Kind.BESIDE, Heading.PARTY_ID, role + "证件号码", null, false, "身份证号或者统一社会信用代码", Map.of(), List.of()));
        all.add(new Heading(Kind.BESIDE, Heading.PARTY_CONTACT, role + "联系方式", null, false, "", Map.of(), List.of()));
        all.add(new Heading(Kind.BESIDE, Heading.PARTY_ADDRESS, role + "住所", null, false, "", Map.of(), List.of()));
    }

    private Heading heading(Field f, JsonNode property, boolean key) {
        Map<String, String> options = new LinkedHashMap<>();
        JsonNode source = property.has("enum") ? property : property.path("items");
        int i = 0;
        for (JsonNode value : source.path("enum")) {
            options.put(value.asString(), source.path("x-titles").path(i++).asString(value.asString()));
        }
        if (f.type() == Field.Type.PERSON || f.type() == Field.Type.PEOPLE) {
            options = labelled(options);
        }
        List<Heading> items = new ArrayList<>();
        f.items().forEach(item -> items.add(heading(item, property.path("items").path("properties").path(item.id()), false)));
        return new Heading(Kind.FORM, f.id(), f.title(), f.type(), f.required() || key, help(f, items, key), options, items);
    }

    /// Two people of one name are told apart by their number.
    private Map<String, String> labelled(Map<String, String> people) {
        Map<String, String> all = new LinkedHashMap<>();
        people.forEach((id, name) -> {
            boolean twice = cases.office().people().values().stream().map(Person::name).filter(name::equals).count() > 1;
            all.put(id, twice ? name + "（" + id + "）" : name);
        });
        return all;
    }

    private static String help(Field f, List<Heading> items, boolean key) {
        List<String> parts = new ArrayList<>();
        if (key) {
            parts.add("凭这一栏认出是否已经登记，登记后不能更正，有误的作废重登");
        }
        if (f.help() != null) {
            parts.add(f.help());
        }
        String how = switch (f.type()) {
            case DATE -> "日期，例如 2026-10-09";
            case DATE_TIME -> "日期和时间，例如 2026-10-09 10:30";
            case NUMBER -> "整数";
            case MONEY -> "元，至多两位小数";
            case YES_NO -> "填“是”或者“否”";
            case CHOICES, PEOPLE -> "可以几项，用“、”隔开";
            case POINTS -> "每行一项，各段用“｜”隔开，依次为：" + String.join("｜", items.stream().map(h -> h.title() + (h.must() ? "" : "（可空）")).toList());
            default -> "";
        };
        if (!how.isEmpty()) {
            parts.add(how);
        }
        if (f.example() != null && (f.type() == Field.Type.TEXT || f.type() == Field.Type.LONG_TEXT)) {
            parts.add("例如：" + f.example());
        }
        return String.join("；", parts);
    }
}
