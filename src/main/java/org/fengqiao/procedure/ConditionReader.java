package org.fengqiao.procedure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// Reads conditions: one operator of the closed list each, with basis and, if wanted, its own words of refusal.
final class ConditionReader {

    private static final Set<String> OPERATORS = Set.of(
            "done", "not-done", "served", "document", "within", "lapsed", "party", "amount", "kind", "answered",
            "listed", "all", "any", "not", "rule");

    private final DefinitionReader definition;

    ConditionReader(DefinitionReader definition) {
        this.definition = definition;
    }

    Condition read(Source s, List<Citation> inherited) {
        if (s.isList()) {
            return new Condition.All(s.list().stream().map(x -> read(x, inherited)).toList(), inherited);
        }
        List<String> operators =
                OPERATORS.stream().filter(s::has).sorted().toList();
        if (operators.size() != 1) {
            throw s.fault("a condition has exactly one of " + OPERATORS.stream().sorted().toList());
        }
        List<Citation> basis = s.has("basis") ? definition.basis(s) : inherited;
        String says = s.optional("says");
        Condition condition = one(s, operators.getFirst(), basis, says);
        s.close();
        return condition;
    }

    private Condition one(Source s, String operator, List<Citation> basis, @Nullable String says) {
        return switch (operator) {
            case "done" -> new Condition.Done(s.text("done"), basis, says);
            case "not-done" -> new Condition.NotDone(s.text("not-done"), basis, says);
            case "served" -> new Condition.Served(s.text("served"), basis, says);
            case "document" -> new Condition.Present(s.text("document"), basis, says);
            case "within" -> new Condition.Within(s.text("within"), basis, says);
            case "lapsed" -> new Condition.Lapsed(s.text("lapsed"), basis, says);
            case "party" -> {
                if (!s.text("party").equals("confirmed")) {
                    throw s.fault("party can only be confirmed");
                }
                yield new Condition.PartyConfirmed(basis, says);
            }
            case "amount" -> amount(s, basis, says);
            case "kind" -> new Condition.Kind(s.text("kind"), new LinkedHashSet<>(s.texts("in")), basis, says);
            case "answered" ->
                new Condition.Answered(s.text("answered"), new LinkedHashSet<>(s.texts("as")), basis, says);
            case "listed" -> new Condition.Listed(s.text("listed"), s.text("field", "matter"), basis, says);
            case "all" -> new Condition.All(s.list("all").stream().map(x -> read(x, basis)).toList(), basis);
            case "any" -> new Condition.Any(s.list("any").stream().map(x -> read(x, basis)).toList(), basis, says);
            case "not" -> new Condition.Not(read(s.need("not"), basis), basis, says);
            default -> {
                String rule = s.text("rule");
                if (!Rules.NAMES.contains(rule)) {
                    throw s.fault("no rule named " + rule + "; known: " + Rules.NAMES);
                }
                yield new Condition.Rule(rule, basis, says);
            }
        };
    }

    private Condition amount(Source s, List<Citation> basis, @Nullable String says) {
        for (Condition.Comparison c : Condition.Comparison.values()) {
            String key = c.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (s.has(key)) {
                return new Condition.Amount(s.text("amount"), c, s.text(key), basis, says);
            }
        }
        throw s.fault("amount needs at-least, below, at-most or above");
    }
}
