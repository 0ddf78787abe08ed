package org.fengqiao.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/// 文书模板库: every template under `procedures/<procedure>/documents/<kind>/`.
///
/// `template.html` is the wording in use. A wording that was used before stays beside it as `template-until-<date>.html`, so that
/// a document of that time prints today as it was signed.
public final class Templates {

    private static final String SHARED = "shared";
    private static final Pattern PLACE = Pattern.compile("procedures/([a-z0-9-]+)/documents/([a-z0-9-]+)/(template[a-z0-9-]*\\.html)$");

    private final Map<String, Template> current = new TreeMap<>();
    private final Map<String, Template> byVersion = new LinkedHashMap<>();

    private Templates() {}

    /// Reads the templates on the class path, also when they lie in a jar within a jar.
    ///
    /// @throws IllegalStateException when a template has faults; the message names them all
    public static Templates load() {
        try {
            var resolver = new PathMatchingResourcePatternResolver(Templates.class.getClassLoader());
            Templates templates = new Templates();
            List<String> faults = new ArrayList<>();
            for (Resource resource : resolver.getResources("classpath*:procedures/*/documents/*/template*.html")) {
                faults.addAll(templates.add(resource));
            }
            if (!faults.isEmpty()) {
                throw new IllegalStateException("Templates have faults:\n" + String.join("\n", faults));
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> add(Resource resource) throws IOException {
        Matcher place = PLACE.matcher(resource.getURL().toString());
        if (!place.find()) {
            return List.of("A template lies in an unknown place: " + resource);
        }
        String where = place.group(1) + "/" + place.group(2);
        try {
            Fields fields = new Fields(JsonMapper.shared().readTree(text(resource.createRelative("schema.json"))));
            Template template = Template.parse(text(resource), fields);
            byVersion.put(template.version(), template);
            if (place.group(3).equals("template.html")) {
                current.put(where, template);
            }
            List<String> faults = new ArrayList<>(template.faults());
            if (!template.kind().equals(place.group(2))) {
                faults.add(where + ": its head calls it “" + template.kind() + "”");
            }
            return faults;
        } catch (IllegalArgumentException e) {
            return List.of(where + ": " + e.getMessage());
        }
    }

    private static String text(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The wording in use for a kind of document in a procedure: the procedure's own, otherwise the shared one.
    public Optional<Template> find(String procedure, String kind) {
        return Optional.ofNullable(current.getOrDefault(procedure + "/" + kind, current.get(SHARED + "/" + kind)));
    }

    /// The template with which a content was made.
    ///
    /// @throws IllegalArgumentException when that wording is no longer kept
    public Template of(Content content) {
        Template template = byVersion.get(content.template());
        if (template == null || !template.kind().equals(content.kind())) {
            throw new IllegalArgumentException("The template of this document is not kept here: " + content.kind() + ", SM3 " + content.template());
        }
        return template;
    }

    /// Every wording in use, by `procedure/kind`.
    public Map<String, Template> inUse() {
        return Map.copyOf(current);
    }

    /// Every wording that is kept, superseded ones included.
    public Collection<Template> all() {
        return List.copyOf(byVersion.values());
    }
}
