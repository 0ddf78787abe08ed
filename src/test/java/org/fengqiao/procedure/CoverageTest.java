package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Law;
import org.fengqiao.law.Laws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of `docs/coverage` are held to what they say: each statutory rule is carried, or excepted for a reason.
///
/// A file answers for the rules whose ids match its `scope`.
@DisplayName("法定规则的承载")
class CoverageTest {

    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Map<String, Row> ROWS = new LinkedHashMap<>();
    private static final List<Pattern> SCOPES = new ArrayList<>();

    static {
        try (Stream<Path> files = Files.list(Path.of("docs/coverage"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Kinds that a sentence in a document cannot carry.
    private static final Set<String> BINDING = Set.of(
            "deadline", "threshold", "precondition", "separation_of_duty", "notice", "suspension", "extension");

    private static final Set<String> BINDING_CARRIERS = Set.of("clock", "condition", "person");

    /// How many rules the shared file of rules in force holds.
    private static final int RULES = 615;

    private record Row(
            String kind, Citation article, List<String> by, @Nullable String exception, @Nullable String elsewhere) {}

    private static void read(Path file) throws IOException {
        Source root = Source.read(file.toString(), Files.readString(file));
        Pattern scope = Pattern.compile(root.text("scope"));
        SCOPES.add(scope);
        root.map("rules").forEach((id, s) -> {
            assertThat(id).as(file + " answers only for what its scope names").matches(scope);
            Row row = new Row(
                    s.text("kind"), LAWS.citation(s.text("article")), s.texts("by"), s.optional("exception"), s.optional("elsewhere"));
            assertThat(ROWS.put(id, row)).as(id + " stands once").isNull();
            s.close();
        });
        root.close();
    }

    @TestFactory
    @DisplayName("逐条：写明的承载者存在，并且引用该条")
    Stream<DynamicTest> everyCarrierCitesItsArticle() {
        return ROWS.entrySet().stream().map(e -> DynamicTest.dynamicTest(
                e.getKey() + "：" + LAWS.display(e.getValue().article()), () -> hold(e.getKey(), e.getValue())));
    }

    private static void hold(String id, Row row) throws ClassNotFoundException {
        int ways = (row.by().isEmpty() ? 0 : 1) + (row.exception() == null ? 0 : 1) + (row.elsewhere() == null ? 0 : 1);
        assertThat(ways).as(id + " is carried in exactly one way").isEqualTo(1);
        if (row.exception() != null) {
            assertThat(row.exception()).as("理由是写给法律人看的一句话").hasSizeGreaterThan(20).endsWith("。");
        }
        if (row.elsewhere() != null) {
            assertThat(row.kind()).as("能拒绝的规则须由程序承载").isNotIn(BINDING);
            assertThat(Class.forName(row.elsewhere())).isNotNull();
        }
        for (String carrier : row.by()) {
            assertThat(citations(carrier)).as(id + " " + carrier).anyMatch(c -> sameArticle(c, row.article()));
        }
        if (BINDING.contains(row.kind()) && !row.by().isEmpty()) {
            assertThat(row.by()).as(id + "（" + row.kind() + "）").anyMatch(c -> BINDING_CARRIERS.contains(c.split(" ")[1]));
        }
    }

    private static boolean sameArticle(Citation a, Citation b) {
        return a.wholeArticle().equals(b.wholeArticle());
    }

    /// What a carrier such as `administrative-penalty-ordinary@2021-07-15 clock decision` cites.
    private static Collection<Citation> citations(String carrier) {
        String[] words = carrier.split(" ");
        assertThat(words).as(carrier).hasSize(3);
        Definition d = DEFINITIONS.version(words[0]).orElseThrow(() -> new AssertionError("no definition " + words[0]));
        return switch (words[1]) {
            case "clock" -> Optional.ofNullable(d.clocks().get(words[2])).orElseThrow(() -> missing(carrier)).basis();
            case "document" -> document(Optional.ofNullable(d.documents().get(words[2])).orElseThrow(() -> missing(carrier)));
            case "condition" -> conditions(step(d, carrier, words[2]).when());
            case "person" -> people(step(d, carrier, words[2]).by());
            case "text" -> text(step(d, carrier, words[2]));
            default -> throw new AssertionError("no carrier of this kind: " + carrier);
        };
    }

    private static AssertionError missing(String carrier) {
        return new AssertionError("does not exist: " + carrier);
    }

    private static Definition.Step step(Definition d, String carrier, String id) {
        return d.step(id).orElseThrow(() -> missing(carrier));
    }

    private static List<Citation> document(Definition.DocumentRule rule) {
        List<Citation> all = new ArrayList<>(rule.basis());
        rule.cites().values().forEach(all::addAll);
        return all;
    }

    private static List<Citation> conditions(Condition condition) {
        List<Citation> all = new ArrayList<>();
        switch (condition) {
            case Condition.All c -> c.parts().forEach(p -> all.addAll(conditions(p)));
            case Condition.Any c -> {
                all.addAll(c.basis());
                c.parts().forEach(p -> all.addAll(conditions(p)));
            }
            default -> all.addAll(condition.basis());
        }
        return all;
    }

    private static List<Citation> people(People by) {
        List<Citation> all = new ArrayList<>(by.basis());
        all.addAll(by.officersBasis());
        all.addAll(by.qualificationBasis());
        all.addAll(by.notRelatedBasis());
        by.excluded().forEach(x -> all.addAll(x.basis()));
        if (by.quorum() != null) {
            all.addAll(by.quorum().basis());
        }
        return all;
    }

    private static List<Citation> text(Definition.Step step) {
        List<Citation> all = new ArrayList<>(step.basis());
        step.form().fields().forEach(f -> all.addAll(f.basis()));
        return all;
    }

    @Test
    @DisplayName("例外不超过一成，且各有各的理由")
    void exceptionsStayRare() {
        List<String> reasons = ROWS.values().stream().map(Row::exception).filter(r -> r != null).toList();
        assertThat(reasons).hasSizeLessThan(ROWS.size() / 10).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("与共享的规则逐条对照：没有漏掉的规则，法条和种类一致")
    void missesNoRule() throws IOException {
        Path shared = Path.of(Optional.ofNullable(System.getenv("FENGQIAO_SHARED")).orElse("../shared"));
        assumeTrue(Files.isDirectory(shared), "共享资料不在 " + shared + "，设置 FENGQIAO_SHARED 后可以比对");
        JsonMapper json = JsonMapper.builder().build();
        List<String> rowless = new ArrayList<>();
        int inForce = 0;
        int seen = 0;
        for (String file : List.of("statutory-rules.jsonl", "superseded-rules.jsonl")) {
            for (String line : Files.readAllLines(shared.resolve("procedures").resolve(file))) {
                JsonNode rule = json.readTree(line);
                String id = rule.get("id").asString();
                if (file.startsWith("statutory")) {
                    inForce++;
                    if (!ROWS.containsKey(id)) {
                        rowless.add(id);
                    }
                }
                if (SCOPES.stream().noneMatch(scope -> scope.matcher(id).matches())) {
                    continue;
                }
                seen++;
                Row row = ROWS.get(id);
                assertThat(row).as(id + " " + rule.get("rule_zh").asString()).isNotNull();
                assertThat(row.kind()).as(id).isEqualTo(rule.get("kind").asString());
                assertThat(row.article().article()).as(id).isEqualTo(rule.get("article").asInt());
                assertThat(row.article().version()).as(id).hasToString(rule.get("effective_from").asString());
                Law law = LAWS.law(row.article().law());
                assertThat(rule.get("law").asString()).as(id).isIn(law.shortTitle(), law.title().replaceAll("[《》]|中华人民共和国", ""));
            }
        }
        assertThat(seen).isEqualTo(ROWS.size());
        assertThat(inForce).isEqualTo(RULES);
        assertThat(rowless).as("每一条法定规则都有承载或者例外的理由").isEmpty();
    }
}
