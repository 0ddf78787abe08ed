package org.fengqiao.law;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads `laws/` from the class path, from a folder as well as from inside the shipped jar.
///
/// The shape of the files is held by `laws/law.schema.json` in the tests; here they are trusted.
final class LawFiles {

    static final Pattern LAW = Pattern.compile("[a-z0-9-]+/law\\.yaml");
    static final Pattern SERIES = Pattern.compile("series/[a-z0-9-]+\\.yaml");

    private LawFiles() {}

    static List<Law> readLaws() {
        return files(LAW).parallelStream()
                .map(file -> law(read(file)))
                .sorted(Comparator.comparing(Law::level).thenComparing(Law::slug))
                .toList();
    }

    static List<Series> readSeries(Laws laws) {
        return files(SERIES).stream()
                .map(file -> series(read(file), laws))
                .sorted(Comparator.comparing(Series::name))
                .toList();
    }

    /// One file below `laws/`, by its path from there.
    record Source(String path, byte[] content) {
        @Override
        public String toString() {
            return path;
        }
    }

    /// The files whose path from `laws/` matches, in the order of their paths.
    ///
    /// Looks only where the schema lies: scanning the whole class path of the shipped jar takes half a second,
    /// and every start of the product and every command waits for this.
    static List<Source> files(Pattern wanted) {
        URL schema = Objects.requireNonNull(LawFiles.class.getResource("/laws/law.schema.json"), "laws/ is not packed");
        try {
            return schema.openConnection() instanceof JarURLConnection packed
                    ? inJar(packed.getJarFile(), wanted)
                    : inFolder(Path.of(schema.toURI()).getParent(), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Source> inJar(JarFile jar, Pattern wanted) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (ZipEntry entry : Collections.list(jar.entries())) {
            String path = entry.getName().startsWith("laws/") ? entry.getName().substring("laws/".length()) : "";
            if (wanted.matcher(path).matches()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    sources.add(new Source(path, in.readAllBytes()));
                }
            }
        }
        sources.sort(Comparator.comparing(Source::path));
        return sources;
    }

    private static List<Source> inFolder(Path laws, Pattern wanted) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> below = Files.walk(laws, 2)) {
            for (Path file : below.sorted().toList()) {
                String path = laws.relativize(file).toString().replace(File.separatorChar, '/');
                if (wanted.matcher(path).matches()) {
                    sources.add(new Source(path, Files.readAllBytes(file)));
                }
            }
        }
        return sources;
    }

    static Map<String, Object> read(Source file) {
        return yaml().load(new String(file.content(), StandardCharsets.UTF_8));
    }

    /// Dates stay text here: a civil date must not pass through an instant of some time zone.
    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.INT, INT, "-+0123456789");
            }
        });
    }

    private static Law law(Map<String, Object> file) {
        String slug = text(file, "slug");
        List<LawVersion> versions = maps(file.get("versions")).stream()
                .map(version -> version(slug, version))
                .toList();
        return new Law(
                slug,
                text(file, "title"),
                text(file, "short"),
                ((List<?>) file.getOrDefault("nicknames", List.of())).stream().map(String.class::cast).toList(),
                text(file, "en"),
                text(file, "issuer"),
                Level.of(text(file, "level")),
                (String) file.get("approver"),
                versions);
    }

    private static LawVersion version(String slug, Map<String, Object> file) {
        boolean partial = text(file, "outline").equals("partial");
        Object until = file.get("in-force-until");
        return new LawVersion(
                slug,
                new LawVersion.Dates(
                        date(file, "in-force-from"),
                        until == null ? null : LocalDate.parse((String) until),
                        date(file, "promulgated"),
                        date(file, "checked-on")),
                partial ? LawVersion.Outline.PARTIAL : LawVersion.Outline.FULL,
                (Integer) file.get("articles"),
                file.containsKey("text") ? ownArticles(maps(file.get("text"))) : outlinedArticles(file));
    }

    /// The articles of an official text: one word per article in `structure`, the number of items of each paragraph
    /// joined by `+`; of a partial outline only the summaries are there.
    private static SequencedMap<String, Article> outlinedArticles(Map<String, Object> file) {
        Map<String, Object> summaries = map(file.getOrDefault("summaries", Map.of()));
        SequencedMap<String, Article> articles = new LinkedHashMap<>();
        Object structure = file.get("structure");
        if (structure == null) {
            summaries.forEach((key, summary) -> articles.put(key, article(key, "", map(summary))));
            return articles;
        }
        int number = 0;
        for (Object line : (List<?>) structure) {
            for (String word : ((String) line).split(" ")) {
                int colon = word.indexOf(':');
                String key = colon < 0 ? Integer.toString(++number) : word.substring(0, colon);
                Object summary = summaries.get(key);
                articles.put(key, article(key, word.substring(colon + 1), summary == null ? null : map(summary)));
            }
        }
        return articles;
    }

    /// `4/3=5+0`: four items in the first paragraph, the third of them with five points (目), and none in the second.
    private static Article article(String key, String outline, @Nullable Map<String, Object> summary) {
        List<Integer> items = new ArrayList<>();
        Map<String, Integer> points = new LinkedHashMap<>();
        for (String paragraph : outline.isEmpty() ? new String[0] : outline.split("\\+")) {
            String[] parts = paragraph.split("[/=]");
            items.add(Integer.valueOf(parts[0]));
            for (int i = 1; i < parts.length; i += 2) {
                points.put(items.size() + "." + parts[i], Integer.valueOf(parts[i + 1]));
            }
        }
        int dash = key.indexOf('-');
        return new Article(
                Integer.parseInt(dash < 0 ? key : key.substring(0, dash)),
                dash < 0 ? null : Integer.valueOf(key.substring(dash + 1)),
                List.copyOf(items),
                Map.copyOf(points),
                summary == null ? null : text(summary, "topic"),
                summary == null ? null : text(summary, "text"),
                List.of());
    }

    /// The articles of an office rule, whose text is ours and stands in the file.
    private static SequencedMap<String, Article> ownArticles(List<Map<String, Object>> file) {
        SequencedMap<String, Article> articles = new LinkedHashMap<>();
        for (Map<String, Object> one : file) {
            List<Article.Paragraph> paragraphs = new ArrayList<>();
            for (Object paragraph : (List<?>) one.getOrDefault("paragraphs", List.of())) {
                paragraphs.add(paragraph(paragraph));
            }
            int number = articles.size() + 1;
            articles.put(
                    Integer.toString(number),
                    new Article(
                            number,
                            null,
                            paragraphs.stream().map(p -> p.items().size()).toList(),
                            Map.of(),
                            text(one, "topic"),
                            paragraphs.getFirst().text(),
                            List.copyOf(paragraphs)));
        }
        return articles;
    }

    private static Article.Paragraph paragraph(Object file) {
        if (file instanceof String text) {
            return new Article.Paragraph(text, List.of());
        }
        Map<String, Object> listing = map(file);
        List<String> items = ((List<?>) listing.getOrDefault("items", List.of())).stream().map(String.class::cast).toList();
        return new Article.Paragraph(text(listing, "text"), items);
    }

    private static Series series(Map<String, Object> file, Laws laws) {
        List<Series.Value> values = maps(file.get("values")).stream()
                .map(value -> new Series.Value(
                        text(value, "value"),
                        date(value, "from"),
                        ((List<?>) value.getOrDefault("basis", List.of())).stream()
                                .map(basis -> laws.citation((String) basis))
                                .toList()))
                .toList();
        return new Series(text(file, "series"), text(file, "title"), values);
    }

    private static String text(Map<String, Object> file, String field) {
        Object value = file.get(field);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The field \"" + field + "\" is missing or not text in " + file.keySet() + ".");
    }

    private static LocalDate date(Map<String, Object> file, String field) {
        return LocalDate.parse(text(file, field));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return (List<Map<String, Object>>) value;
    }
}
