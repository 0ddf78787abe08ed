package org.fengqiao.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// 合同风险清单: what a draft is looked through for, as data, in force from a day on.
///
/// @param kinds  kind of contract → title and the words in a contract's title by which it is known, in the order they are tried
/// @param points in the order of the file
public record Checklist(LocalDate from, String title, Map<String, Kind> kinds, List<RiskPoint> points) {

    static final String FOLDER = "checklists/contract-risks";

    /// 合同种类.
    public record Kind(String id, String title, List<String> words) {}

    /// 风险点: one thing to look for.
    ///
    /// @param concerns the kinds it is for; empty for all
    public record RiskPoint(
            String id, String title, String why, String advice, List<Citation> basis, Set<String> concerns, Recognition recognition) {

        boolean concerns(@Nullable String kind) {
            return concerns.isEmpty() || kind != null && concerns.contains(kind);
        }
    }

    /// How a point is known in a text.
    sealed interface Recognition {

        /// None of the expressions is found in the whole text.
        record Missing(List<Pattern> any) implements Recognition {}

        /// One of the expressions is found in a sentence and none of `unless` in the same sentence.
        ///
        /// `{ours}` and `{theirs}` stand for the words by which the contract calls the office and the others.
        record Present(List<String> any, List<String> unless) implements Recognition {}

        /// A named calculation with its limits.
        record Measured(String measure, Map<String, Double> limits) implements Recognition {}
    }

    RiskPoint point(String id) {
        return points.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /// The kind a contract's own title tells; null when it tells none.
    @Nullable String kindOf(ContractText text) {
        String title = text.title();
        return kinds.values().stream()
                .filter(k -> k.words().stream().anyMatch(title::contains))
                .map(Kind::id)
                .findFirst()
                .orElse(null);
    }

    /// Every version that ships with the product, oldest first.
    ///
    /// @throws Source.Fault naming file and line of the first fault
    public static List<Checklist> load(Laws laws) {
        try {
            List<Checklist> all = new ArrayList<>();
            for (Resource r : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "/*.yaml")) {
                String name = String.valueOf(r.getFilename());
                all.add(read(name, r.getContentAsString(StandardCharsets.UTF_8), laws));
            }
            all.sort(Comparator.comparing(Checklist::from));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new IllegalStateException("The checklists could not be read: " + e.getMessage(), e);
        }
    }

    /// The version in force on a day; the first one for a day before it.
    public static Checklist on(List<Checklist> versions, LocalDate day) {
        return versions.stream().filter(c -> !c.from().isAfter(day)).reduce((a, b) -> b).orElse(versions.getFirst());
    }

    /// One version from its text; the file is named by its first day.
    static Checklist read(String file, String yaml, Laws laws) {
        Source root = Source.read(FOLDER + "/" + file, yaml);
        LocalDate from = LocalDate.parse(file.replace(".yaml", ""));
        String code = root.text("basis");
        Map<String, Kind> kinds = new LinkedHashMap<>();
        root.map("kinds").forEach((id, k) -> kinds.put(id, new Kind(id, k.text("title"), k.texts("words"))));
        List<RiskPoint> points = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Source s : root.list("points")) {
            RiskPoint point = point(s, code, kinds, laws, from);
            if (!ids.add(point.id())) {
                throw s.fault("point " + point.id() + " stands twice");
            }
            points.add(point);
        }
        Checklist checklist = new Checklist(from, root.text("title"), kinds, List.copyOf(points));
        root.close();
        return checklist;
    }

    private static RiskPoint point(Source s, String code, Map<String, Kind> kinds, Laws laws, LocalDate from) {
        List<Citation> basis = s.texts("basis").stream().map(c -> laws.citation(c, code, from)).toList();
        if (basis.isEmpty()) {
            throw s.fault("a point needs the article it rests on");
        }
        Set<String> concerns = Set.copyOf(s.texts("concerns"));
        concerns.stream().filter(k -> !kinds.containsKey(k)).forEach(k -> {
            throw s.fault("there is no kind of contract " + k);
        });
        RiskPoint point = new RiskPoint(
                s.text("point"), s.text("title"), s.text("why"), s.text("advice"), basis, concerns, recognition(s));
        s.close();
        return point;
    }

    private static Recognition recognition(Source s) {
        List<String> missing = s.texts("missing");
        List<String> present = s.texts("present");
        List<String> unless = s.texts("unless");
        String measure = s.optional("measure");
        if ((missing.isEmpty() ? 0 : 1) + (present.isEmpty() ? 0 : 1) + (measure == null ? 0 : 1) != 1) {
            throw s.fault("a point is known by missing, present or measure, one of them");
        }
        if (!missing.isEmpty()) {
            return new Recognition.Missing(missing.stream().map(p -> pattern(s, p)).toList());
        }
        if (measure == null) {
            present.forEach(p -> pattern(s, RiskReview.filled(p, "x", "y")));
            unless.forEach(p -> pattern(s, RiskReview.filled(p, "x", "y")));
            return new Recognition.Present(present, unless);
        }
        if (!Measures.ALL.containsKey(measure)) {
            throw s.fault("there is no measure " + measure + "; known: " + String.join(", ", Measures.ALL.keySet()));
        }
        Map<String, Double> limits = new LinkedHashMap<>();
        if (s.has("limits")) {
            s.map("limits").forEach((name, value) -> limits.put(name, Double.valueOf(value.text())));
        }
        return new Recognition.Measured(measure, limits);
    }

    private static Pattern pattern(Source s, String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw s.fault("\"" + expression + "\" is no expression: " + e.getDescription());
        }
    }
}
