package org.fengqiao.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fengqiao.digest.Sm3;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Source;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// 指标库: every figure, its case sets and the equations between figures; read once, checked against the procedures.
///
/// @param groups group id → title, in their order
/// @param digest of the texts: other indicators, other cache
record Indicators(
        Map<String, String> groups, Map<String, Indicator> figures, Map<String, CaseSet> sets, List<Equation> equations,
        String digest) {

    /// The indicators that ship with the product, from the class path.
    ///
    /// @throws Source.Fault naming file and line of the first fault
    static Indicators load(Definitions definitions, Laws laws) {
        try {
            Map<String, String> files = new TreeMap<>();
            for (Resource r : new PathMatchingResourcePatternResolver().getResources("classpath*:indicators/*.yaml")) {
                files.put(String.valueOf(r.getFilename()), r.getContentAsString(StandardCharsets.UTF_8));
            }
            return read(files, definitions, laws);
        } catch (IOException e) {
            throw new IllegalStateException("The indicators could not be read: " + e.getMessage(), e);
        }
    }

    /// Indicators given as texts, by file name.
    ///
    /// @throws Source.Fault naming file and line of the first fault
    static Indicators read(Map<String, String> files, Definitions definitions, Laws laws) {
        List<Source> roots = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        new TreeMap<>(files).forEach((name, text) -> {
            Source root = Source.read("indicators/" + name, text);
            root.need("place");
            roots.add(root);
            all.append(name).append('\n').append(text).append('\n');
        });
        roots.sort(Comparator.comparingLong(r -> r.need("place").whole()));
        for (int i = 1; i < roots.size(); i++) {
            if (roots.get(i).need("place").whole() == roots.get(i - 1).need("place").whole()) {
                throw roots.get(i).need("place").fault("\"" + roots.get(i - 1).text("title") + "\" already stands at this place");
            }
        }
        IndicatorReader reader = new IndicatorReader(definitions, laws);
        Map<String, String> groups = new LinkedHashMap<>();
        for (Source root : roots) {
            groups.put(root.text("group"), root.text("title"));
            root.list("figures").forEach(f -> reader.figure(f, root.text("group")));
        }
        List<Equation> equations = new ArrayList<>();
        for (Source root : roots) {
            root.list("balances").forEach(b -> equations.add(reader.equation(b)));
            root.close();
        }
        reader.finish();
        // A set over all procedures changes with them, though no text of an indicator does.
        String digest = Sm3.hex(all.append(definitions.slugs()).toString());
        return new Indicators(groups, reader.figures(), reader.sets(), equations, digest);
    }

    Optional<Indicator> figure(String id) {
        return Optional.ofNullable(figures.get(id));
    }

    /// The sets a case under that procedure may stand in.
    List<CaseSet> setsOf(String procedure) {
        return sets.values().stream().filter(s -> s.concerns(procedure)).toList();
    }

    /// Ids of the sets that some figure reads in that manner.
    List<String> setsReadAt(Indicator.At at) {
        return figures.values().stream()
                .flatMap(f -> Optional.ofNullable(f.count()).stream())
                .filter(c -> c.at() == at)
                .map(Indicator.Count::set)
                .distinct()
                .toList();
    }
}
