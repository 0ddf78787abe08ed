package org.fengqiao.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;

/// 文书模板库: every template under `procedures/<procedure>/documents/<kind>/`, with the parts they share from `procedures/shared/parts/`.
///
/// `template.html` is the wording in use. A wording that was used before stays beside it as `template-until-<date>.html`, so that
/// a document of that time prints today as it was signed.
public final class Templates {

    private static final String SHARED = "shared";
    private static final Pattern PLACE = Pattern.compile("procedures/([a-z0-9-]+)/documents/([a-z0-9-]+)/(template[a-z0-9-]*\\.html)$");

    private static final Parts PARTS = Parts.shipped();
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();

    private final Map<String, Kept> current = new TreeMap<>();
    private final List<Kept> all = new ArrayList<>();

    private Templates() {}

    /// The templates on the class path, also when they lie in a jar within a jar; each is read when it is first asked for.
    public static Templates shipped() {
        try {
            var resolver = new PathMatchingResourcePatternResolver(Templates.class.getClassLoader());
            Templates templates = new Templates();
            for (Resource resource : resolver.getResources("classpath*:procedures/*/documents/*/template*.html")) {
                templates.add(resource);
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The templates on the class path, all read.
    ///
    /// @throws IllegalStateException when a template has faults; the message names them all
    public static Templates load() {
        Templates templates = shipped();
        List<String> faults = templates.all.stream().flatMap(k -> k.faults().stream()).toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Templates have faults:\n" + String.join("\n", faults));
        }
        return templates;
    }

    private void add(Resource resource) throws IOException {
        Matcher place = PLACE.matcher(resource.getURL().toString());
        if (!place.find()) {
            throw new IllegalStateException("A template lies in an unknown place: " + resource);
        }
        Kept kept = new Kept(place.group(1), place.group(2), resource);
        all.add(kept);
        if (place.group(3).equals("template.html")) {
            current.put(place.group(1) + "/" + place.group(2), kept);
        }
    }

    /// One template's place; its text is read once, when it is first asked for.
    private static final class Kept {
        private final String where;
        private final String kind;
        private final Supplier<Template> template;

        Kept(String procedure, String kind, Resource resource) {
            this.where = procedure + "/" + kind;
            this.kind = kind;
            this.template = SingletonSupplier.of(() -> read(resource));
        }

        private static Template read(Resource resource) {
            try {
                return Template.parse(text(resource), VOCABULARY, PARTS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Template template() {
            return template.get();
        }

        List<String> faults() {
            try {
                List<String> faults = new ArrayList<>(template().faults());
                if (!template().kind().equals(kind)) {
                    faults.add(where + ": its head calls it “" + template().kind() + "”");
                }
                return faults;
            } catch (IllegalArgumentException e) {
                return List.of(where + ": " + e.getMessage());
            }
        }
    }

    private static String text(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The wording in use for a kind of document in a procedure: the procedure's own, otherwise the shared one.
    public Optional<Template> find(String procedure, String kind) {
        return Optional.ofNullable(current.getOrDefault(procedure + "/" + kind, current.get(SHARED + "/" + kind))).map(Kept::template);
    }

    /// The template with which a content was made.
    ///
    /// @throws IllegalArgumentException when that wording is no longer kept
    public Template of(Content content) {
        return all.stream()
                .filter(k -> k.kind.equals(content.kind()))
                .map(Kept::template)
                .filter(t -> t.version().equals(content.template()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The template of this document is not kept here: " + content.kind() + ", SM3 " + content.template()));
    }

    /// Every wording in use, by `procedure/kind`.
    public Map<String, Template> inUse() {
        Map<String, Template> inUse = new TreeMap<>();
        current.forEach((where, kept) -> inUse.put(where, kept.template()));
        return inUse;
    }

    /// Every wording that is kept, superseded ones included.
    public Collection<Template> all() {
        return all.stream().map(Kept::template).toList();
    }
}
