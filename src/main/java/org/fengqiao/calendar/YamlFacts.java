package org.fengqiao.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads the data files of this room. Dates stay text: YAML's own dates carry a time zone, which civil dates have not.
final class YamlFacts {

    private YamlFacts() {}

    static List<Map<String, Object>> list(String resource, String key) {
        try (InputStream in = YamlFacts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The data file " + resource + " is missing from the product.");
            }
            Map<String, List<Map<String, Object>>> root = reader().load(in);
            List<Map<String, Object>> found = root.get(key);
            if (found == null) {
                throw new IllegalStateException("The data file " + resource + " has no list " + key + ".");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Map<String, Object> facts, String key) {
        Object value = facts.get(key);
        if (value == null) {
            throw new IllegalStateException("The field " + key + " is missing in " + facts + ".");
        }
        return value.toString();
    }

    static @Nullable String textOrNull(Map<String, Object> facts, String key) {
        Object value = facts.get(key);
        return value == null ? null : value.toString();
    }

    private static Yaml reader() {
        LoaderOptions loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        Resolver withoutDates = new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, java.util.regex.Pattern pattern, String first, int limit) {
                if (!tag.equals(Tag.TIMESTAMP)) {
                    super.addImplicitResolver(tag, pattern, first, limit);
                }
            }
        };
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, withoutDates);
    }
}
