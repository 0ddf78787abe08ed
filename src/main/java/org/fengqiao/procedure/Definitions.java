package org.fengqiao.procedure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.law.Laws;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;

/// 程序库: every definition, by procedure and in-force date.
public final class Definitions {

    private static final Pattern ID = Pattern.compile("([a-z0-9-]+)@(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern FILE = Pattern.compile(".*?([a-z0-9-]+)/(\\d{4}-\\d{2}-\\d{2})\\.yaml");

    private final Map<String, NavigableMap<LocalDate, Version>> bySlug = new TreeMap<>();

    private Definitions(Laws laws, Map<String, String> files) {
        files.forEach((path, text) -> {
            Matcher m = FILE.matcher(path);
            if (m.matches()) {
                LocalDate from = LocalDate.parse(m.group(2));
                NavigableMap<LocalDate, Version> versions = bySlug.computeIfAbsent(m.group(1), k -> new TreeMap<>());
                versions.put(from, new Version(laws, m.group(1), from, text, versions));
            }
        });
    }

    private Definitions(Definition only) {
        bySlug.put(only.slug(), new TreeMap<>(Map.of(only.from(), new Version(only))));
    }

    /// One version's file; it is read when it is first asked for.
    private static final class Version {
        private final @Nullable String file;
        private final NavigableMap<LocalDate, Version> versions;
        private final Supplier<Definition> definition;

        Version(Laws laws, String slug, LocalDate from, String file, NavigableMap<LocalDate, Version> versions) {
            this.file = file;
            this.versions = versions;
            definition = SingletonSupplier.of(() -> new DefinitionReader(laws, slug, from, source(slug + "/" + from + ".yaml", file)).read());
        }

        Version(Definition only) {
            file = null;
            versions = new TreeMap<>();
            definition = () -> only;
        }

        Definition definition() {
            return definition.get();
        }

        private Source source(String name, String text) {
            return Likeness.merged(name, text, this::other).map(m -> Likeness.source(name, m)).orElseGet(() -> Source.read(name, text));
        }

        Optional<String> other(LocalDate from) {
            return Optional.ofNullable(versions.get(from)).map(v -> v.file);
        }
    }

    /// One version by itself, in force from its day on.
    static Definitions only(Definition definition) {
        return new Definitions(definition);
    }

    /// The definitions that ship with the product, from the class path, all read.
    ///
    /// @throws Source.Fault naming file and line of the first fault
    public static Definitions load(Laws laws) {
        Definitions definitions = shipped(laws);
        definitions.all();
        return definitions;
    }

    /// The definitions that ship with the product, each read when it is first asked for: a server need not wait for all of them.
    public static Definitions shipped(Laws laws) {
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
        Definitions definitions = new Definitions(laws, files);
        definitions.all();
        return definitions;
    }

    /// One definition given as text, as tests and previews use it.
    public static Definition read(Laws laws, String slug, LocalDate from, String yaml) {
        return new DefinitionReader(laws, slug, from, Source.read(slug + "/" + from + ".yaml", yaml)).read();
    }

    /// A draft that is not in the library; it may be like one of the versions that are.
    ///
    /// @throws Source.Fault naming the line of the first fault
    public Definition draft(Laws laws, String slug, LocalDate from, String yaml) {
        return new Version(laws, slug, from, yaml, new TreeMap<>(bySlug.getOrDefault(slug, new TreeMap<>()))).definition();
    }

    /// The version of a procedure in force on a day.
    public Optional<Definition> inForce(String slug, LocalDate day) {
        return Optional.ofNullable(bySlug.get(slug)).map(v -> v.floorEntry(day)).map(e -> e.getValue().definition());
    }

    /// A version by its name `slug@from`.
    public Optional<Definition> version(String id) {
        Matcher m = ID.matcher(id);
        return m.matches()
                ? found(m.group(1), LocalDate.parse(m.group(2))).map(Version::definition)
                : Optional.empty();
    }

    private Optional<Version> found(String slug, LocalDate from) {
        return Optional.ofNullable(bySlug.get(slug)).map(v -> v.get(from));
    }

    /// The text of a version as it was read, what it took from another version included; empty when there is none.
    Optional<String> text(Definition definition) {
        return found(definition.slug(), definition.from())
                .filter(v -> v.file != null)
                .map(v -> Likeness.expand(definition.id(), v.file, v::other));
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

    /// The version that binds a running case on a day.
    ///
    /// @throws IllegalStateException when this product has none; a case is opened under a version it has
    public Definition binding(CaseState state, LocalDate day) {
        return forStep(state, day).orElseThrow(() -> new IllegalStateException("no definition for " + state.number()));
    }

    /// All versions of a procedure, oldest first; empty when there is none.
    public List<Definition> versions(String slug) {
        SortedMap<LocalDate, Version> versions = bySlug.get(slug);
        return versions == null ? List.of() : versions.values().stream().map(Version::definition).toList();
    }

    public Collection<String> slugs() {
        return bySlug.keySet();
    }

    public List<Definition> all() {
        return bySlug.keySet().stream().flatMap(slug -> versions(slug).stream()).toList();
    }
}
