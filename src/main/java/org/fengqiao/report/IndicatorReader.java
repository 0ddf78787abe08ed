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

/// Reads figures from YAML: what of which cases they count, how they are split, and what divides them.
final class IndicatorReader {

    private final Definitions definitions;
    private final ProcedureNames names;
    private final CaseSetReader cases;
    private final Laws laws;
    private final Map<String, Indicator> figures = new LinkedHashMap<>();
    private final Map<String, CaseSet> sets = new LinkedHashMap<>();
    private final Map<String, Source> places = new LinkedHashMap<>();

    IndicatorReader(Definitions definitions, Laws laws) {
        this.definitions = definitions;
        this.names = new ProcedureNames(definitions);
        this.cases = new CaseSetReader(definitions, names);
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
        CaseSet set = cases.read(s, id);
        sets.put(id, set);
        return set;
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
}
