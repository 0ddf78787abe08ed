package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.FieldView;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// 当事人的栏目, as a case opens.
final class PartyForm {

    private static final List<String> TEXTS = List.of("name", "identifier", "contact", "address", "representative");
    private static final Map<String, String> TITLES = Map.of(
            "name", "姓名或者名称", "identifier", "证件号码或者统一社会信用代码", "contact", "联系方式", "address", "住址（住所）",
            "representative", "法定代表人");

    private final Definition.PartyRule rule;

    PartyForm(Definition.PartyRule rule) {
        this.rule = rule;
    }

    /// One block of fields a party; more than those filled in, as far as the procedure allows.
    List<FieldView> fields(@Nullable MultiValueMap<String, String> typed, Map<String, String> errors) {
        if (rule.atMost() == 0) {
            return List.of();
        }
        int filled = typed == null ? 0 : filled(typed);
        int shown = Math.min(rule.atMost(), Math.max(Math.max(1, rule.atLeast()), typed == null ? 1 : filled + 1));
        List<List<FieldView>> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            rows.add(row(i, typed));
        }
        String title = rule.roles().size() == 1 ? rule.roles().values().iterator().next() : "当事人";
        FieldView all = FieldView.rows("parties", title, rows)
                .error(errors.getOrDefault("parties", ""))
                .help(rule.unconfirmed() ? "身份不明或者不愿透露的，姓名留空，登记为未确认。" : "");
        return List.of(rule.atLeast() > 0 && !rule.unconfirmed() ? all.must() : all);
    }

    private List<FieldView> row(int i, @Nullable MultiValueMap<String, String> typed) {
        List<FieldView> row = new ArrayList<>();
        List<FieldView.Option> kinds = rule.kinds().stream()
                .map(k -> FieldView.Option.of(k, k.equals("person") ? "公民" : "法人或者其他组织"))
                .toList();
        if (kinds.size() > 1) {
            String kind = value(typed, i, "kind");
            row.add(FieldView.choice(FieldView.Kind.CHOICE, name(i, "kind"), "种类", kinds).value(kind.isEmpty() ? rule.kinds().getFirst() : kind));
        }
        if (rule.roles().size() > 1) {
            List<FieldView.Option> roles = rule.roles().entrySet().stream().map(r -> FieldView.Option.of(r.getKey(), r.getValue())).toList();
            String said = role(typed, i);
            FieldView role = FieldView.choice(FieldView.Kind.LIST, name(i, "role"), "身份", roles).value(said == null ? "" : said);
            row.add(rule.shielded().isEmpty() ? role : role.help((rule.rolesMustBeSaid() ? "必填：" : "") + shielded() + "的身份依法保密。"));
        }
        TEXTS.stream()
                .filter(t -> !t.equals("representative") || rule.kinds().contains("organization"))
                .forEach(t -> row.add(FieldView.of(FieldView.Kind.TEXT, name(i, t), TITLES.get(t)).value(value(typed, i, t)).limit(200)));
        return row;
    }

    private static String name(int i, String field) {
        return "parties[" + i + "]." + field;
    }

    private static String value(@Nullable MultiValueMap<String, String> typed, int i, String field) {
        String value = typed == null ? null : ActForm.text(typed, name(i, field));
        return value == null ? "" : value;
    }

    private int filled(MultiValueMap<String, String> typed) {
        int filled = 0;
        for (int i = 0; i < rule.atMost(); i++) {
            int at = i;
            if (TEXTS.stream().anyMatch(t -> !value(typed, at, t).isEmpty())) {
                filled = i + 1;
            }
        }
        return filled;
    }

    /// The parties typed; where the procedure allows it, one without a name stands for somebody not known yet.
    List<Act.NewParty> read(MultiValueMap<String, String> typed) {
        List<Act.NewParty> all = new ArrayList<>();
        int filled = filled(typed);
        int read = filled == 0 && rule.unconfirmed() ? rule.atLeast() : filled;
        for (int i = 0; i < read; i++) {
            String kind = value(typed, i, "kind");
            all.add(new Act.NewParty(
                    kind.isEmpty() ? rule.kinds().getFirst() : kind, text(typed, i, "name"), text(typed, i, "identifier"),
                    text(typed, i, "contact"), text(typed, i, "address"), role(typed, i), text(typed, i, "representative")));
        }
        return all;
    }

    private String shielded() {
        return String.join("、", rule.shielded().keySet().stream().map(rule.roles()::get).toList());
    }

    private @Nullable String role(@Nullable MultiValueMap<String, String> typed, int i) {
        String said = rule.roles().size() == 1 ? rule.roles().keySet().iterator().next() : typed == null ? null : text(typed, i, "role");
        return said == null ? rule.otherwise() : said;
    }

    private static @Nullable String text(MultiValueMap<String, String> typed, int i, String field) {
        String value = value(typed, i, field);
        return value.isEmpty() ? null : value;
    }
}
