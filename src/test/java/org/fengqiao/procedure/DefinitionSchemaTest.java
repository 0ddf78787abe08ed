package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("程序定义的格式")
class DefinitionSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("procedures");
    private static final Schema SCHEMA = schema();

    static List<Path> definitions() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER, 2)) {
            return all.filter(p -> p.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}\\.yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    @DisplayName("每个定义文件都合乎格式")
    void fitsTheSchema(Path file) throws IOException {
        assertThat(SCHEMA.validate(read(Files.readString(file)))).isEmpty();
    }

    @Test
    @DisplayName("一个最小的定义合乎格式；改坏任何一处就不合")
    void refusesWhatTheGrammarDoesNotKnow() {
        String small = """
                procedure: small
                title: 小程序
                area: requests
                basis: administrative-penalty-law@2021-07-15
                stages: { open: 在办, closed: { title: 办结, final: true } }
                clocks: { reply: { title: 答复期限, kind: duty, budget: 5 working-days, basis: "45.1" } }
                opening: { step: opened, title: 登记, basis: "54.2", to: open, by: { post: registrar } }
                steps:
                  - { step: ended, title: 办结, basis: "57", in: [open], to: closed, by: { post: registrar }, when: { done: opened } }
                """;

        assertThat(SCHEMA.validate(read(small))).isEmpty();
        for (String[] change : List.of(
                new String[] {"title: 小程序\n", ""},
                new String[] {"kind: duty", "kind: wish"},
                new String[] {"5 working-days", "5 wd"},
                new String[] {"when: { done: opened }", "when: { done: opened, served: notice }"},
                new String[] {"when: { done: opened }", "whenever: { done: opened }"},
                new String[] {"basis: \"57\", ", ""},
                new String[] {"basis: \"57\"", "basis: 第五十七条"},
                new String[] {"in: [open], to: closed, by: { post: registrar }", "in: [open], to: closed, by: { party: any }"},
                new String[] {"to: open,", "to: open, in: [closed],"},
                new String[] {"title: 办结, basis", "title: ~, basis"},
                new String[] {"when: { done: opened }", "form: [ { field: a, title: 甲, type: colour } ]"},
                new String[] {"when: { done: opened }", "form: [ { field: a, title: 甲, type: choice } ]"})) {
            assertThat(small).contains(change[0]);
            assertThat(SCHEMA.validate(read(small.replace(change[0], change[1])))).as(change[1]).isNotEmpty();
        }
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(Files.readString(FOLDER.resolve("procedure.schema.json"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000);
        Object root = new Yaml(
                new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options,
                new TextResolver())
                .load(yaml);
        return JSON.valueToTree(root);
    }

    /// Every scalar stays the text that was written, as the reader of definitions sees it.
    private static final class TextResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }
}
