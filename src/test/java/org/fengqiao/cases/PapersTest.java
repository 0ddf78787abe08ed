package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.document.Content;
import org.fengqiao.document.Templates;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Example;
import org.fengqiao.procedure.Rehearsal;
import org.fengqiao.procedure.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every document that any example makes is complete: no field the template must have is missing.
class PapersTest {

    private static final Laws LAWS = Laws.load();
    private static final Templates TEMPLATES = Templates.load();

    @Test
    @DisplayName("示例中形成的每一份文书都完整，没有缺项")
    void everyDocumentOfEveryExampleIsComplete() throws IOException {
        Office office = OfficeFile.read(PapersTest.class.getResourceAsStream("/demo/office.yaml"));
        Definitions definitions = Definitions.load(LAWS);
        Rehearsal rehearsal = new Rehearsal(definitions, new Deciding(LAWS, WorkingDays.announced()), office);
        Papers papers = new Papers(TEMPLATES, LAWS);
        Map<String, Set<String>> lacking = new TreeMap<>();
        int[] made = new int[1];
        try (Stream<Path> files = Files.walk(Path.of("procedures"))) {
            for (Path p : files.filter(f -> f.toString().matches(".*/examples/[^/]+\\.yaml")).sorted().toList()) {
                String slug = p.getParent().getParent().getFileName().toString();
                new Example(slug, Source.read(p.toString(), Files.readString(p)), rehearsal, LAWS, (after, accepted) ->
                        made[0] += lacks(papers, after, accepted, lacking)).faults();
            }
        }
        assertThat(lacking).as("documents with missing fields").isEmpty();
        assertThat(made[0]).isGreaterThan(100);
    }

    private static int lacks(Papers papers, CaseState after, Decision.Accepted accepted, Map<String, Set<String>> lacking) {
        int made = 0;
        for (Decision.Making m : accepted.documents()) {
            String key = accepted.definition().slug() + "/" + m.rule().id();
            Optional<Content> content = papers.content(accepted, m, after.number(), "示例〔2026〕第1号", after.personal());
            if (content.isEmpty()) {
                lacking.computeIfAbsent(key, k -> new TreeSet<>()).add("no template");
                continue;
            }
            made++;
            TEMPLATES.of(content.get()).lacking(content.get()).forEach(l ->
                    lacking.computeIfAbsent(key, k -> new TreeSet<>()).add(l.toString()));
        }
        return made;
    }
}
