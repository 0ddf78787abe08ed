package org.fengqiao.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.Source;
import org.jspecify.annotations.Nullable;

/// Reads figures from YAML and holds every procedure, step, result, field, stage and clock they name to the definitions.
final class IndicatorReader {

    private static final String ALL = "all";

    private final Definitions definitions;
    private final ProcedureNames names;
    private final Laws laws;
    private final Map<String, Indicator> figures = new LinkedHashMap<>();
    private final Map<String, CaseSet> sets = new LinkedHashMap<>();
    private final Map<String, Source> places = new LinkedHashMap<>();

    IndicatorReader(Definitions definitions, Laws laws) {
        this.definitions = definitions;
        this.names = new ProcedureNames(definitions);
        this.laws = laws;
    }

    Map<String, Indicator> figures() {
        return figures;
    }

    Map<String, CaseSet> sets() {
        return sets;
    }

    void figure(Source s, String group) {
        String id = s.text("id");
        Source rate = s.get("rate");
        Map<String, String> parts = new LinkedHashMap<>();
        String catalogue = null;
        Indicator.Count count = null;
        if (rate == null) {
            CaseSet set = set(s, id);
            Indicator.At at = at(s, set);
            List<String> only = s.texts("only");
            if (only.size() > 1 && !set.last() && set.counts() != CaseSet.Counts.ACT) {
                throw s.fault("several parts can be added up only where each key has one part: last, or count: act");
            }
            count = new Indicator.Count(set.id(), at, only, set.sum() != null, set.counts());
            if (s.has("parts")) {
                s.map("parts").forEach((value, title) -> parts.put(value, title.text()));
            } else if (s.flag("split")) {
                catalogue = split(s, set, parts);
            }
        }
        String floor = s.optional("floor");
        if (floor != null && !Indicator.PEOPLE.equals(catalogue)) {
            throw s.fault("floor needs a figure that is split by people");
        }
        Indicator figure = new Indicator(
                figures.size() + 1, id, group, s.text("title"), s.text("unit"), s.text("definition"), basis(s), count,
                rate == null ? null : new Indicator.Rate(rate.text("of"), rate.text("base")), parts, catalogue, floor);
        if (figures.put(id, figure) != null) {
            throw s.fault("figure " + id + " stands twice");
        }
        places.put(id, s);
        if (rate != null) {
            rate.close();
        }
        s.close();
    }

    Equation equation(Source s) {
        Equation equation = new Equation(s.text("title"), s.texts("left"), s.texts("right"));
        Stream.concat(equation.left().stream(), equation.right().stream()).forEach(id -> {
            if (!figures.containsKey(id) || figures.get(id).count() == null) {
                throw s.fault("there is no counted figure " + id);
            }
        });
        s.close();
        return equation;
    }

    /// Rates may name figures that stand below them.
    void finish() {
        figures.forEach((id, f) -> {
            if (f.rate() != null) {
                Stream.of(f.rate().of(), f.rate().base()).forEach(of -> {
                    if (!figures.containsKey(of) || figures.get(of).count() == null) {
                        throw places.get(id).fault("there is no counted figure " + of);
                    }
                });
                if (figures.get(f.rate().of()).count().counts() != figures.get(f.rate().base()).count().counts()) {
                    throw places.get(id).fault("a rate divides what is counted alike: " + f.rate().of() + " and " + f.rate().base() + " are counted differently");
                }
            }
        });
    }

    private CaseSet set(Source s, String id) {
        Source of = s.need("of");
        if (of.isText()) {
            Indicator other = figures.get(of.text());
            if (other == null || other.count() == null) {
                throw of.fault("there is no counted figure " + of.text() + " above");
            }
            return sets.get(other.count().set());
        }
        List<CaseSet.Predicate> any = of.list().stream().map(this::predicate).toList();
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
        CaseSet set = new CaseSet(id, any, counts(s), s.flag("last"), undoneBy, amendedBy, sum, part, dated);
        sets.put(id, set);
        return set;
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

    private static Indicator.At at(Source s, CaseSet set) {
        boolean state = set.any().stream().anyMatch(p -> p instanceof CaseSet.State
                || p instanceof CaseSet.Clocks c && c.overdue());
        Indicator.At at = switch (s.text("at", state ? "end" : "within")) {
            case "within" -> Indicator.At.WITHIN;
            case "start" -> Indicator.At.START;
            case "end" -> Indicator.At.END;
            case "cohort" -> Indicator.At.COHORT;
            default -> throw s.fault("at must be within, start, end or cohort");
        };
        if (state == (at == Indicator.At.WITHIN)) {
            throw s.fault(state ? "a state is read at start, end or cohort" : "an act is read within the period");
        }
        return at;
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

    private List<Citation> basis(Source s) {
        List<Citation> basis = new ArrayList<>();
        for (String text : s.texts("basis")) {
            try {
                basis.add(laws.citation(text));
            } catch (IllegalArgumentException e) {
                throw s.fault(String.valueOf(e.getMessage()));
            }
        }
        return basis;
    }

    /// The titles of the parts: the options of the form field, or the catalogue that will name them.
    private @Nullable String split(Source s, CaseSet set, Map<String, String> parts) {
        String by = set.part();
        Set<String> procedures = new LinkedHashSet<>();
        set.any().forEach(p -> procedures.addAll(p.procedures()));
        if ("procedure".equals(by)) {
            procedures.forEach(p -> parts.put(p, definitions.versions(p).getLast().title()));
            return null;
        }
        Field field = by == null ? null : names.field(procedures, by).orElse(null);
        if (field == null) {
            throw s.fault("split needs a part that is a form field; otherwise list the parts");
        }
        switch (field.type()) {
            case MATTER -> {
                return field.source();
            }
            case PERSON, PEOPLE -> {
                return Indicator.PEOPLE;
            }
            case UNIT -> {
                return Indicator.UNITS;
            }
            default -> {}
        }
        names.versions(procedures)
                .flatMap(d -> d.allSteps().values().stream())
                .flatMap(x -> x.form().field(by).stream())
                .forEach(f -> parts.putAll(f.options()));
        if (parts.isEmpty()) {
            throw s.fault("field " + by + " has no options; list the parts");
        }
        return null;
    }

    private static void known(Source s, String what, String name, boolean is) {
        if (!is) {
            throw s.fault("the procedures have no " + what + " " + name);
        }
    }
}
