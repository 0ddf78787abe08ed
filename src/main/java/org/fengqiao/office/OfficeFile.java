package org.fengqiao.office;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.WorkingDays;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads an office written as YAML, such as the demonstration office.
public final class OfficeFile {

    private OfficeFile() {}

    /// Reads the file; dates are texts, version is 1.
    ///
    /// @throws IllegalArgumentException when something required is missing
    public static Office read(InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        Yaml reader = new Yaml(
                new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options,
                new PlainResolver());
        Map<String, Object> root = map(reader.load(yaml));
        Map<String, Person> people = new LinkedHashMap<>();
        for (Object o : list(root.get("people"))) {
            Person p = person(map(o));
            people.put(p.id(), p);
        }
        List<Setting> settings = list(root.get("settings")).stream()
                .map(o -> {
                    Map<String, Object> s = map(o);
                    return new Setting(
                            need(s, "key"), date(s, "from").orElseThrow(), date(s, "until").orElse(null),
                            need(s, "value"), need(s, "source"), need(s, "approver"));
                })
                .toList();
        List<CatalogueItem> items = new ArrayList<>();
        map(root.get("catalogues")).forEach((catalogue, entries) -> {
            for (Object o : list(entries)) {
                Map<String, Object> i = map(o);
                items.add(new CatalogueItem(
                        catalogue, need(i, "id"), need(i, "title"), text(i, "basis").orElse(""),
                        text(i, "unit").orElse(null), date(i, "from").orElse(LocalDate.of(2018, 1, 1)),
                        date(i, "until").orElse(null), text(i, "fine-from").map(Long::valueOf).orElse(null),
                        text(i, "fine-to").map(Long::valueOf).orElse(null)));
            }
        });
        return new Office(
                1, need(root, "name"), need(root, "abbreviation"), need(root, "address"), need(root, "phone"),
                texts(root.get("posts")), texts(root.get("units")), texts(root.get("series")), people, settings, items,
                WorkingDays.announced());
    }

    private static Person person(Map<String, Object> p) {
        LocalDate since = date(p, "since").orElse(LocalDate.of(2018, 1, 1));
        List<Person.Holding> posts = list(p.get("posts")).stream()
                .map(o -> o instanceof String post
                        ? new Person.Holding(post, since, null)
                        : new Person.Holding(
                                need(map(o), "post"), date(map(o), "from").orElse(since),
                                date(map(o), "until").orElse(null)))
                .toList();
        List<Person.Certificate> certificates = list(p.get("certificates")).stream()
                .map(o -> map(o))
                .map(c -> new Person.Certificate(
                        need(c, "kind"), need(c, "number"), date(c, "from").orElse(since),
                        date(c, "until").orElse(null)))
                .toList();
        List<Person.Leave> leaves = list(p.get("leaves")).stream()
                .map(o -> map(o))
                .map(l -> new Person.Leave(
                        date(l, "from").orElseThrow(), date(l, "until").orElseThrow(),
                        text(l, "substitute").orElse(null)))
                .toList();
        return new Person(need(p, "id"), need(p, "name"), need(p, "unit"), posts, certificates, leaves);
    }

    /// Keeps every scalar a text, so that a date is not turned into a point in time.
    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return o == null ? Map.of() : (Map<String, Object>) o;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object o) {
        return o == null ? List.of() : (List<Object>) o;
    }

    private static Map<String, String> texts(Object o) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(o).forEach((k, v) -> texts.put(k, String.valueOf(v)));
        return texts;
    }

    private static Optional<String> text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }

    private static String need(Map<String, Object> map, String key) {
        return text(map, key).orElseThrow(() -> new IllegalArgumentException("office file: " + map + " needs " + key));
    }

    private static Optional<LocalDate> date(Map<String, Object> map, String key) {
        return text(map, key).map(LocalDate::parse);
    }
}
