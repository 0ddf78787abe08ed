package org.fengqiao.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.Source;

/// Reads sets of cases from YAML and holds every procedure, step, result, field, stage and clock they name to the definitions.
final class CaseSetReader {

    private static final String ALL = "all";

    private final Definitions definitions;
    private final ProcedureNames names;

    CaseSetReader(Definitions definitions, ProcedureNames names) {
        this.definitions = definitions;
        this.names = names;
    }

    CaseSet read(Source s, String id) {
        List<CaseSet.Predicate> any = s.need("of").list().stream().map(this::predicate).toList();
        Set<String> procedures = new LinkedHashSet<>();
        any.forEach(p -> procedures.addAll(p.procedures()));
        Map<String, String> amendedBy = new LinkedHashMap<>();
        s.map("amended-by").forEach((step, field) -> {
            known(s, "step", step, names.step(procedures, step));
            known(s, "field", field.text(), names.field(procedures, field.text()).isPresent());
            amendedBy.put(step, field.text());
        });
        Set<String> undoneBy = new LinkedHashSet<>(s.texts("undone-by"));
        undoneBy.forEach(step -> known(s, "step", step, names.step(procedures, step)));
        String sum = s.optional("sum");
        String part = s.optional("part");
        if (sum != null) {
            known(s, "field", sum, names.field(procedures, sum).isPresent());
        }
        if (part != null) {
            known(s, "field", part, Set.of("step", "result", "procedure", "outcome").contains(part)
                    || names.field(procedures, part).isPresent());
        }
        if (procedures.size() > 1 && !s.has("count")) {
            throw s.fault("counts over several procedures: say with count whether cases, matters (lifeline), parties or acts are counted");
        }
        String dated = s.optional("dated");
        if (dated != null) {
            known(s, "field", dated, names.field(procedures, dated).filter(f -> f.type() == Field.Type.DATE).isPresent());
        }
        return new CaseSet(id, any, counts(s), s.flag("last"), undoneBy, amendedBy, sum, part, dated);
    }

    private CaseSet.Predicate predicate(Source s) {
        Set<String> procedures = procedures(s);
        CaseSet.Predicate predicate;
        if (s.has("stage")) {
            Set<String> stages = new LinkedHashSet<>(s.texts("stage"));
            stages.forEach(x -> known(s, "stage", x, Set.of("open", "final").contains(x)
                    || names.versions(procedures).anyMatch(d -> d.stages().containsKey(x))));
            predicate = new CaseSet.State(procedures, stages);
        } else if (s.has("clock")) {
            predicate = clocks(s.need("clock"), procedures);
        } else {
            predicate = acts(s, procedures);
        }
        s.close();
        return predicate;
    }

    /// `procedure: all` is every procedure but the ledgers, less those under `except`: one added later is counted at once.
    private Set<String> procedures(Source s) {
        Set<String> procedures = new LinkedHashSet<>(s.texts("procedure"));
        if (procedures.isEmpty()) {
            throw s.fault("needs procedure");
        }
        List<String> except = s.texts("except");
        Stream.concat(procedures.stream().filter(p -> !p.equals(ALL)), except.stream())
                .forEach(p -> known(s, "procedure", p, !definitions.versions(p).isEmpty()));
        if (!procedures.contains(ALL)) {
            if (!except.isEmpty()) {
                throw s.fault("except stands only beside procedure: all");
            }
            return procedures;
        }
        return definitions.slugs().stream()
                .filter(p -> !except.contains(p) && definitions.versions(p).stream().noneMatch(Definition::ledger))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private CaseSet.Clocks clocks(Source s, Set<String> procedures) {
        Set<String> ids = new LinkedHashSet<>(s.texts("id"));
        ids.forEach(x -> known(s, "clock", x, names.versions(procedures).anyMatch(d -> d.clocks().containsKey(x))));
        Boolean law = switch (s.text("level", "any")) {
            case "law" -> Boolean.TRUE;
            case "promise" -> Boolean.FALSE;
            case "any" -> null;
            default -> throw s.fault("level must be law, promise or any");
        };
        CaseSet.Clocks clocks = new CaseSet.Clocks(procedures, ids, law, s.flag("overdue"));
        s.close();
        return clocks;
    }

    private CaseSet.Acts acts(Source s, Set<String> procedures) {
        Set<String> steps = new LinkedHashSet<>(s.texts("step"));
        steps.forEach(x -> known(s, "step", x, names.step(procedures, x)));
        Set<String> results = new LinkedHashSet<>(s.texts("result"));
        results.forEach(x -> known(s, "result", x, names.versions(procedures)
                .flatMap(d -> d.allSteps().values().stream())
                .anyMatch(y -> x.equals(y.result()))));
        Map<String, Set<String>> where = new LinkedHashMap<>();
        s.map("where").forEach((name, values) -> {
            known(s, "field", name, names.field(procedures, name).isPresent());
            where.put(name, new LinkedHashSet<>(values.list().stream().map(Source::text).toList()));
        });
        boolean opened = s.flag("opened");
        boolean enters = s.flag("enters-final");
        boolean leaves = s.flag("leaves-final");
        Boolean first = s.has("first-of-matter") ? Boolean.valueOf(s.flag("first-of-matter")) : null;
        if (steps.isEmpty() && results.isEmpty() && !opened && !enters && !leaves) {
            throw s.fault("needs one of step, result, opened, enters-final, leaves-final, stage, clock");
        }
        return new CaseSet.Acts(procedures, steps, results, opened, enters, leaves, first, where);
    }

    private static CaseSet.Counts counts(Source s) {
        return switch (s.text("count", "case")) {
            case "case" -> CaseSet.Counts.CASE;
            case "lifeline" -> CaseSet.Counts.LIFELINE;
            case "party" -> CaseSet.Counts.PARTY;
            case "act" -> CaseSet.Counts.ACT;
            default -> throw s.fault("count must be case, lifeline, party or act");
        };
    }

    private static void known(Source s, String what, String name, boolean is) {
        if (!is) {
            throw s.fault("the procedures have no " + what + " " + name);
        }
    }
}
