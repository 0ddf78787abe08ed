package org.fengqiao.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.CountingClause.WorkingDayRule;

/// 各法的日数计算条款: found by slug, slug@date, Chinese title, or title and year such as 行政处罚法-2021.
public final class CountingClauses {

    private final List<CountingClause> clauses;
    private final Map<String, String> slugs = new LinkedHashMap<>();

    private CountingClauses(List<CountingClause> clauses, Map<String, String> slugs) {
        this.clauses = List.copyOf(clauses);
        this.slugs.putAll(slugs);
    }

    /// The table that ships with the product.
    public static CountingClauses shipped() {
        return Shipped.TABLE;
    }

    /// What a look-up yields: a clause, or a sentence that says why there is none.
    public sealed interface Found {
        record Clause(CountingClause clause) implements Found {}

        record Nothing(String reason) implements Found {}
    }

    /// The clause of the version in force on `day`, or of the version the name itself fixes.
    public Found find(String name, LocalDate day) {
        String text = name.strip();
        int at = text.indexOf('@');
        if (at >= 0) {
            return version(text.substring(0, at), text.substring(at + 1), day);
        }
        String slug = slugs.get(text);
        if (slug != null) {
            return inForce(slug, day);
        }
        int dash = text.lastIndexOf('-');
        String edition = dash < 0 ? null : text.substring(dash + 1);
        String titled = dash < 0 ? null : slugs.get(text.substring(0, dash));
        if (titled != null && edition != null) {
            return pick(clauses.stream().filter(c -> c.law().equals(titled) && c.version().equals(edition)).toList(), day)
                    .orElse(new Found.Nothing("没有收录《" + text.substring(0, dash) + "》的" + edition + "年文本，已收录："
                            + editions(titled) + "。"));
        }
        return unknown(text);
    }

    public List<CountingClause> all() {
        return clauses;
    }

    private Found inForce(String slug, LocalDate day) {
        List<CountingClause> versions = of(slug);
        for (CountingClause clause : versions) {
            if (clause.appliesOn(day)) {
                return new Found.Clause(clause);
            }
        }
        return new Found.Nothing("没有收录《" + versions.getFirst().zh() + "》在" + day + "有效的文本，已收录：" + editions(slug) + "。");
    }

    private Found version(String name, String date, LocalDate day) {
        String slug = slugs.get(name);
        if (slug == null) {
            return unknown(name);
        }
        try {
            LocalDate from = LocalDate.parse(date);
            return pick(of(slug).stream().filter(c -> c.inForceFrom().equals(from)).toList(), day)
                    .orElse(new Found.Nothing("没有收录《" + of(slug).getFirst().zh() + "》" + date + "起施行的文本，已收录："
                            + editions(slug) + "。"));
        } catch (DateTimeParseException e) {
            return new Found.Nothing("“" + date + "”不是施行日期，应为“" + slug + "@" + of(slug).getLast().inForceFrom() + "”这样的写法。");
        }
    }

    /// One text may count differently from a later day on, when the law it leans on changes.
    private static java.util.Optional<Found> pick(List<CountingClause> versions, LocalDate day) {
        return versions.stream().filter(c -> c.appliesOn(day)).findFirst()
                .or(() -> versions.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(versions.getLast()))
                .map(Found.Clause::new);
    }

    private List<CountingClause> of(String slug) {
        return clauses.stream().filter(c -> c.law().equals(slug)).toList();
    }

    private String editions(String slug) {
        return String.join("、", of(slug).stream()
                .map(c -> c.inForceFrom() + (c.until() == null ? "起" : "起至" + c.until())).toList());
    }

    private Found unknown(String name) {
        List<String> known = clauses.stream().map(c -> c.zh() + "（" + c.law() + "）").distinct().toList();
        return new Found.Nothing("没有收录名为“" + name + "”的法律，已收录：" + String.join("、", known) + "。");
    }

    @SuppressWarnings("unchecked")
    private static CountingClauses read() {
        List<CountingClause> clauses = new ArrayList<>();
        Map<String, String> slugs = new LinkedHashMap<>();
        for (Map<String, Object> law : YamlFacts.list("/calendar/counting-clauses.yaml", "laws")) {
            String slug = YamlFacts.text(law, "law");
            String zh = YamlFacts.text(law, "zh");
            slugs.put(slug, slug);
            slugs.put(zh, slug);
            ((List<String>) law.getOrDefault("also", List.of())).forEach(name -> slugs.put(name, slug));
            for (Map<String, Object> version : (List<Map<String, Object>>) law.get("versions")) {
                clauses.add(clause(slug, zh, version));
            }
        }
        return new CountingClauses(clauses, slugs);
    }

    @SuppressWarnings("unchecked")
    private static CountingClause clause(String slug, String zh, Map<String, Object> facts) {
        LocalDate inForceFrom = LocalDate.parse(YamlFacts.text(facts, "in-force-from"));
        String countingFrom = YamlFacts.textOrNull(facts, "counting-from");
        String until = YamlFacts.textOrNull(facts, "in-force-until");
        return new CountingClause(slug, zh, YamlFacts.text(facts, "version"), inForceFrom,
                countingFrom == null ? inForceFrom : LocalDate.parse(countingFrom), until == null ? null : LocalDate.parse(until),
                "general".equals(facts.get("clause")), rule(facts),
                List.copyOf((List<Integer>) facts.getOrDefault("both", List.of())),
                YamlFacts.text(facts, "basis"), YamlFacts.textOrNull(facts, "note"));
    }

    @SuppressWarnings("unchecked")
    private static WorkingDayRule rule(Map<String, Object> facts) {
        if (facts.get("lengths") instanceof List<?> lengths) {
            return new WorkingDayRule.Lengths((List<Integer>) lengths);
        }
        if (facts.get("ceiling") instanceof Integer days) {
            return new WorkingDayRule.Ceiling(days);
        }
        if (facts.get("all-but") instanceof List<?> lengths) {
            return new WorkingDayRule.AllBut((List<Integer>) lengths);
        }
        if (Boolean.TRUE.equals(facts.get("all"))) {
            return new WorkingDayRule.AllBut(List.of());
        }
        if (Boolean.TRUE.equals(facts.get("none"))) {
            return new WorkingDayRule.None();
        }
        throw new IllegalStateException("No counting rule in " + facts + ".");
    }

    private static final class Shipped {
        static final CountingClauses TABLE = read();
    }
}
