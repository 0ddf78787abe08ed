package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.document.Template;
import org.fengqiao.document.Templates;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文书里写的栏目、文书、步骤、期限和依据，使用它的程序定义里都有")
class PaperPlacesTest {

    private static final Definitions DEFINITIONS = Definitions.load(Laws.load());
    private static final Templates TEMPLATES = Templates.load();

    /// What the definitions that make a document have under each place; a shared template may speak of any of them.
    private final Map<Template, Map<String, Set<String>>> declared = new HashMap<>();

    @Test
    @DisplayName("每份模板：写错的栏目名、没有声明的依据词，逐个找出来")
    void everyPlaceHasItsSource() {
        DEFINITIONS.all().forEach(d -> d.documents().forEach((kind, rule) ->
                TEMPLATES.find(d.slug(), kind).ifPresent(template -> {
                    Map<String, Set<String>> here = declared.computeIfAbsent(template, _ -> new HashMap<>());
                    add(here, "form", fields(d));
                    add(here, "data", fields(d));
                    add(here, "basis", Stream.concat(Stream.of("document", "step"), rule.cites().keySet().stream().map(PaperPlacesTest::word)));
                    add(here, "on", d.allSteps().keySet().stream());
                    add(here, "paper", d.documents().keySet().stream());
                    add(here, "term", d.clocks().keySet().stream());
                    add(here, "due", d.clocks().keySet().stream());
                })));

        List<String> unknown = new ArrayList<>();
        declared.forEach((template, here) -> here.forEach((place, names) -> template.placesUnder(place).stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> unknown.add(template.kind() + " {{" + place + "." + name + "}}"))));

        assertThat(unknown).isEmpty();
        assertThat(declared).hasSizeGreaterThan(200);
    }

    /// A field is also spoken of in words: the capital letters of a sum, yes or no, which answer it is.
    private static Stream<String> fields(Definition d) {
        return d.allSteps().values().stream()
                .flatMap(s -> s.form().fields().stream())
                .map(Field::id)
                .flatMap(id -> Stream.of(id, id + "-capital", id + "-words", id + "-is"));
    }

    /// `social-impact.yes` is cited as `social-impact`, where that is the answer.
    private static String word(String cite) {
        return cite.replaceFirst("\\..*", "");
    }

    private static void add(Map<String, Set<String>> here, String place, Stream<String> names) {
        names.forEach(here.computeIfAbsent(place, _ -> new HashSet<>())::add);
    }
}
