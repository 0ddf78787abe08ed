package org.fengqiao.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.digest.Sm3;
import org.fengqiao.document.IncompleteContent.Lack;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 文书模板: the wording of one kind of document, with a head that says what it is.
///
/// A template never carries an article number: the law's text moves, so the citation comes with the data, rendered by the law
/// of the right day.
public final class Template {

    private static final Pattern HEAD = Pattern.compile("\\A---\\n(.*?\\n)---\\n", Pattern.DOTALL);
    private static final Pattern REQUIRES = Pattern.compile("(?m)^requires: .*\n");
    private static final Pattern TYPED_ARTICLE = Pattern.compile("第[〇零一二三四五六七八九十百千两0-9０-９]+(?:之[一二三四五六七八九十]+)?[条款项]");

    private final Head head;
    private final String version;
    private final List<Wording> wording;
    private final String body;
    private final Fields fields;

    /// What the head of a template says.
    ///
    /// @param document  the kind, which is also the folder's name
    /// @param title     文书标题
    /// @param number    the series its 文号 comes from, or null
    /// @param basis     the provisions that ask for this document, as canonical citations
    /// @param sign      the posts whose holder signs it for the office
    /// @param serve     whether it is served on a party
    /// @param retention how long it is kept
    /// @param requires  what must be there although the wording could do without it, such as the remedies of a refusal
    public record Head(
            String document, String title, @Nullable String number, List<String> basis, List<String> sign, boolean serve, String retention,
            List<String> requires) {}

    private Template(Head head, String version, String body, Vocabulary vocabulary) {
        this.head = head;
        this.version = version;
        this.body = body;
        this.wording = Wording.parse(body);
        this.fields = new Fields(wording, compulsory(head, body), vocabulary);
    }

    private static Set<String> compulsory(Head head, String body) {
        Set<String> paths = new LinkedHashSet<>(List.of("date"));
        if (head.number() != null) {
            paths.add("number");
        }
        if (body.contains("class=\"seal\"")) {
            paths.add("office.name");
        }
        paths.addAll(head.requires());
        return paths;
    }

    /// @throws IllegalArgumentException when the head is missing or incomplete, or a section is left open
    static Template parse(String text, Vocabulary vocabulary, Parts parts) {
        String source = text.replace("\r\n", "\n");
        Matcher matcher = HEAD.matcher(source);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("A template starts with a head between two lines of ---");
        }
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(matcher.group(1));
        if (!(yaml instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("The head of a template is a list of names and values");
        }
        Head head = head(map);
        String body = parts.in(source.substring(matcher.end()), head.title());
        return new Template(head, Sm3.hex(REQUIRES.matcher(matcher.group()).replaceFirst("") + body), body, vocabulary);
    }

    private static Head head(Map<?, ?> map) {
        Set<String> known = Set.of("document", "title", "number", "basis", "sign", "serve", "retention", "requires");
        for (Object name : map.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw new IllegalArgumentException("The head of a template knows no “" + name + "”");
            }
        }
        String number = text(map, "number");
        if (!(map.get("serve") instanceof Boolean serve)) {
            throw new IllegalArgumentException("The head of a template says whether the document is served (true or false)");
        }
        return new Head(text(map, "document"), text(map, "title"), number.equals("none") ? null : number, texts(map.get("basis")), texts(map.get("sign")), serve, text(map, "retention"), texts(map.get("requires")));
    }

    private static String text(Map<?, ?> map, String name) {
        if (map.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("The head of a template lacks “" + name + "”");
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    public Head head() {
        return head;
    }

    public String kind() {
        return head.document();
    }

    public String title() {
        return head.title();
    }

    /// SM3 of the template's text with its parts in place, which is its identity in [Content]; what it requires is not of its wording.
    public String version() {
        return version;
    }

    /// The names of the facts this document has a place for under a path such as `case`; empty when it speaks of nothing there.
    public Set<String> placesUnder(String path) {
        return fields.under(path);
    }

    /// Of some facts those this document has a place for: it holds no more of a person than it can say.
    public Map<String, Object> only(Map<String, Object> facts) {
        return fields.only(facts);
    }

    /// The fields that are missing before this document can be made; empty when it can.
    public List<Lack> lacking(Content content) {
        Map<String, Object> facts = content.facts();
        Map<String, Lack> found = new LinkedHashMap<>();
        fields.lacking(facts).forEach(lack -> found.put(lack.field(), lack));
        Wording.fill(wording, facts, (path, name) -> found.putIfAbsent(path, new Lack(path, fields.title(path))));
        return new ArrayList<>(found.values());
    }

    /// The document with its data in place.
    ///
    /// @throws IncompleteContent when compulsory data is missing
    Sheet sheet(Content content) {
        List<Lack> lacking = lacking(content);
        if (!lacking.isEmpty()) {
            throw new IncompleteContent(title(), lacking);
        }
        Map<String, Object> facts = content.facts();
        String filled = Wording.fill(wording, facts, (path, name) -> {});
        SealPlace seal = SealPlace.of(facts);
        return Sheet.parse(filled, seal);
    }

    /// What is wrong with the template itself, as sentences; the build fails when there is any.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Matcher typed = TYPED_ARTICLE.matcher(body);
        while (typed.find()) {
            faults.add(kind() + ": the article number “" + typed.group() + "” is typed in the template; let it come with the data");
        }
        fields.unknown().forEach(path -> faults.add(kind() + ": no document has data for the placeholder {{" + path + "}}"));
        try {
            Sheet.parse(Wording.skeleton(wording), SealPlace.EMPTY);
        } catch (IllegalArgumentException e) {
            faults.add(kind() + ": " + e.getMessage());
        }
        return faults;
    }

    /// What the wording has a place for, for checking.
    Fields fields() {
        return fields;
    }
}
