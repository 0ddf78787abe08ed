package org.fengqiao.procedure;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.json.JsonMapper;

/// 定义的格式: `procedures/procedure.schema.json`, which editors use to help an author, held against a definition.
final class DefinitionSchema {

    private final Schema schema;

    private DefinitionSchema(Schema schema) {
        this.schema = schema;
    }

    /// The schema shipped with the definitions; none when there is none.
    static Optional<DefinitionSchema> shipped() {
        try (InputStream in = DefinitionSchema.class.getResourceAsStream("/procedures/procedure.schema.json")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DefinitionSchema of(String json) {
        return new DefinitionSchema(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json));
    }

    List<String> faults(String yaml) {
        Object tree = yaml().load(yaml);
        return schema.validate(JsonMapper.builder().build().valueToTree(tree)).stream()
                .map(e -> "格式不符：" + e.getInstanceLocation() + " " + e.getMessage())
                .toList();
    }

    /// As editors read it (YAML 1.2): true, false, whole numbers and nothing are what they are, all else is text.
    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        loading.setMaxAliasesForCollections(5_000);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, java.util.regex.Pattern.compile("^(?:true|false)$"), "tf");
                addImplicitResolver(Tag.INT, java.util.regex.Pattern.compile("^-?(?:0|[1-9][0-9]*)$"), "-0123456789");
                addImplicitResolver(Tag.NULL, NULL, "~nN\0");
                addImplicitResolver(Tag.MERGE, MERGE, "<");
            }
        });
    }
}
