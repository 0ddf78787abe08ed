package org.fengqiao.procedure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.law.Laws;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// 程序库: every definition, by procedure and in-force date.
public final class Definitions {

    private static final Pattern FILE = Pattern.compile(".*?([a-z0-9-]+)/(\\d{4}-\\d{2}-\\d{2})\\.yaml");

    private final Map<String, NavigableMap<LocalDate, Definition>> bySlug = new TreeMap<>();
    private final Map<String, Definition> byId = new HashMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    private Definitions(Laws laws, Map<String, String> files) {
        Map<String, Map<LocalDate, String[]>> found = new TreeMap<>();
        files.forEach((path, text) -> {
            Matcher m = FILE.matcher(path);
            if (m.matches()) {
                found.computeIfAbsent(m.group(1), k -> new TreeMap<>())
                        .put(LocalDate.parse(m.group(2)), new String[] {path, text});
            }
        });
        found.forEach((slug, versions) -> versions.forEach((from, file) -> {
            String text = Likeness.expand(file[0], file[1], date -> Optional.ofNullable(versions.get(date)).map(f -> f[1]));
            Source root = Source.read(slug + "/" + from + ".yaml", text);
            Definition definition = new DefinitionReader(laws, slug, from, root).read();
            keep(definition);
            texts.put(definition.id(), text);
        }));
    }

    private Definitions(Definition only) {
        keep(only);
    }

    private void keep(Definition definition) {
        bySlug.computeIfAbsent(definition.slug(), k -> new TreeMap<>()).put(definition.from(), definition);
        byId.put(definition.id(), definition);
    }

    /// One version by itself, in force from its day on.
    static Definitions only(Definition definition) {
        return new Definitions(definition);
    }

    /// The definitions that ship with the product, from the class path.
    ///
    /// @throws Source.Fault naming file and line of the first fault
    public static Definitions load(Laws laws) {
        try {
            Map<String, String> files = new LinkedHashMap<>();
            for (Resource r : new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*/*.yaml")) {
                files.put(r.getURL().toString(), r.getContentAsString(StandardCharsets.UTF_8));
            }
            return new Definitions(laws, files);
        } catch (IOException e) {
            throw new IllegalStateException("The procedures could not be read: " + e.getMessage(), e);
        }
    }

    /// Definitions below a folder, `SLUG/DATE.yaml`.
    public static Definitions load(Laws laws, Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, 2)) {
            for (Path p : all.filter(p -> p.toString().endsWith(".yaml")).toList()) {
                files.put(p.toString().replace('\\', '/'), Files.readString(p));
            }
        }
        return new Definitions(laws, files);
    }

    /// One definition given as text, as tests and previews use it.
    public static Definition read(Laws laws, String slug, LocalDate from, String yaml) {
        return new DefinitionReader(laws, slug, from, Source.read(slug + "/" + from + ".yaml", yaml)).read();
    }

    /// The version of a procedure in force on a day.
    public Optional<Definition> inForce(String slug, LocalDate day) {
        return Optional.ofNullable(bySlug.get(slug)).map(v -> v.floorEntry(day)).map(Map.Entry::getValue);
    }

    /// A version by its name `slug@from`.
    public Optional<Definition> version(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The text of a version as it was read, what it took from another version included; empty when there is none.
    Optional<String> text(Definition definition) {
        return Optional.ofNullable(texts.get(definition.id()));
    }

    /// The version under which a running case takes a step on a day (程序从新, unless the version says it stays).
    public Optional<Definition> forStep(CaseState state, LocalDate day) {
        Optional<Definition> own = version(state.definition());
        return own.isPresent() && own.get().stays()
                ? own
                : inForce(state.procedure(), day)
                        .filter(d -> d.stages().containsKey(state.stage()))
                        .or(() -> own);
    }

    /// All versions of a procedure, oldest first; empty when there is none.
    public List<Definition> versions(String slug) {
        SortedMap<LocalDate, Definition> versions = bySlug.get(slug);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    public Collection<String> slugs() {
        return bySlug.keySet();
    }

    public List<Definition> all() {
        return bySlug.values().stream().flatMap(v -> v.values().stream()).toList();
    }
}
