package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 当事人登记: what is wrong with the parties an act names, and which parties it enters, confirms or corrects.
final class Entering {

    private final Facts facts;

    Entering(Facts facts) {
        this.facts = facts;
    }

    List<Reason> reasons() {
        Act act = facts.act();
        CaseState state = facts.state();
        if (state != null) {
            if (!facts.step().by().party() || act.party() != null && state.parties().containsKey(act.party())) {
                return List.of();
            }
            return List.of(Reason.form("须写明是哪一方当事人的行为", "party"));
        }
        Definition.PartyRule rule = facts.definition().parties();
        List<Reason> reasons = new ArrayList<>();
        if (act.relevantDate() != null && act.relevantDate().isAfter(act.actedOn())) {
            reasons.add(Reason.form("事项发生日期 " + act.relevantDate() + " 晚于办理日 " + act.actedOn(), "relevantDate"));
        }
        if (act.title() != null && Letters.unfitForName(act.title())) {
            reasons.add(Reason.form("标题含有不能保存的字符", "title"));
        }
        if (act.parties().size() < rule.atLeast()) {
            reasons.add(Reason.form("至少登记 " + rule.atLeast() + " 名当事人", "parties"));
        }
        if (act.parties().size() > rule.atMost()) {
            reasons.add(Reason.form(
                    rule.atMost() == 0 ? "本程序不登记当事人" : "至多登记 " + rule.atMost() + " 名当事人", "parties"));
        }
        for (Act.NewParty p : act.parties()) {
            if (!rule.kinds().contains(p.kind())) {
                reasons.add(Reason.form("当事人的种类应当是 " + String.join("、", rule.kinds()), "parties"));
            }
            if (!p.confirmed() && !rule.unconfirmed()) {
                reasons.add(Reason.form("请填写当事人的姓名或者名称", "parties"));
            }
            if (p.role() != null && !rule.roles().isEmpty() && !rule.roles().containsKey(p.role())) {
                reasons.add(Reason.form("当事人的身份应当是 " + String.join("、", rule.roles().keySet()), "parties"));
            }
            if (p.role() == null && rule.rolesMustBeSaid()) {
                reasons.add(shieldUnknown(rule));
            }
            List<String> texts = Stream.of(p.name(), p.identifier(), p.contact(), p.address(), p.representative())
                    .filter(t -> t != null)
                    .toList();
            if (texts.stream().anyMatch(t -> t.length() > 200)) {
                reasons.add(Reason.form("当事人的各项内容至多 200 个字", "parties"));
            }
            if (texts.stream().anyMatch(Letters::unfitForName)) {
                reasons.add(Reason.form("当事人的内容含有不能保存的字符", "parties"));
            }
        }
        return reasons;
    }

    /// All parties of the case once these have entered.
    List<String> ids(List<Decision.PartyEntry> entries) {
        CaseState state = facts.state();
        return state != null
                ? List.copyOf(state.parties().keySet())
                : entries.stream().map(Decision.PartyEntry::id).toList();
    }

    /// Parties that enter with the opening, or the one party a step confirms or corrects.
    List<Decision.PartyEntry> entries() {
        Act act = facts.act();
        CaseState state = facts.state();
        if (state == null) {
            return IntStream.range(0, act.parties().size())
                    .mapToObj(i -> entry("P" + (i + 1), act.parties().get(i)))
                    .toList();
        }
        if (facts.step().effects().party() == null) {
            return List.of();
        }
        String id = facts.text("party").orElseGet(() -> state.parties().keySet().iterator().next());
        CaseState.CaseParty before = state.parties().get(id);
        String kind = facts.text("party-kind").orElse(before.kind());
        List<Decision.PersonalValue> values = new ArrayList<>();
        for (String field : List.of("name", "identifier", "contact", "address", "representative")) {
            facts.text(field).ifPresent(v -> values.add(new Decision.PersonalValue(id + "." + field, v)));
        }
        return List.of(new Decision.PartyEntry(id, kind, before.role(), before.shielded(), true, values));
    }

    private static Reason shieldUnknown(Definition.PartyRule rule) {
        List<String> titles = rule.shielded().keySet().stream().map(rule.roles()::get).toList();
        return new Reason(
                Reason.Kind.FORM, "请写明每名当事人的身份：" + String.join("、", titles) + "的身份依法保密，须在登记时分清",
                rule.shielded().values().stream().flatMap(List::stream).distinct().toList(), null, "parties");
    }

    private Decision.PartyEntry entry(String id, Act.NewParty p) {
        List<Decision.PersonalValue> values = new ArrayList<>();
        value(values, id + ".name", p.name());
        value(values, id + ".identifier", p.identifier());
        value(values, id + ".contact", p.contact());
        value(values, id + ".address", p.address());
        value(values, id + ".representative", p.representative());
        Definition.PartyRule rule = facts.definition().parties();
        String role = p.role() == null ? rule.otherwise() : p.role();
        return new Decision.PartyEntry(id, p.kind(), role, rule.shields(role), p.confirmed(), values);
    }

    private static void value(List<Decision.PersonalValue> values, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.add(new Decision.PersonalValue(field, value));
        }
    }
}
