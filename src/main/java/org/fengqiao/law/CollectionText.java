package org.fengqiao.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.ReadText.Fault;
import org.fengqiao.law.ReadText.ReadArticle;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a collection of laws, one article a line of JSON: `id`, `law`, `article`, `date`, `category`, `chapter`, `text`.
///
/// A collection is nobody's official edition. A line that is damaged or contradicts another is refused by itself; gaps
/// and an order of its own are accepted, and the articles of one law are brought into their order.
final class CollectionText {

    private static final Pattern NUMBER =
            Pattern.compile("第?([\\d" + Numerals.CHARACTERS + "]+)条?(?:(?:之|-)([\\d" + Numerals.CHARACTERS + "]+))?");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ID = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String file;
    private final Laws laws;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<ReadArticle>> byLaw = new LinkedHashMap<>();
    private final Map<String, JsonNode> head = new HashMap<>();
    private final Map<String, ReadArticle> places = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();

    CollectionText(String file, Laws laws) {
        this.file = file;
        this.laws = laws;
    }

    /// What the file holds, and the lines that were refused.
    record Read(List<ReadText> texts, List<Fault> faults) {}

    Read read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String fault = take(i + 1, lines.get(i));
                if (fault != null) {
                    faults.add(new Fault(file, i + 1, fault));
                }
            }
        }
        List<ReadText> texts = new ArrayList<>();
        byLaw.forEach((key, articles) -> {
            JsonNode first = head.get(key);
            String category = text(first, "category");
            articles.sort(Comparator.comparingInt(ReadArticle::place));
            texts.add(new ReadText(
                    file, ReadText.collected(laws, text(first, "law"), day(first), level(category), category, file), null, List.copyOf(articles)));
        });
        return new Read(texts, faults);
    }

    private @Nullable String take(int line, String raw) {
        JsonNode node;
        try {
            node = JSON.readTree(raw);
        } catch (JacksonException e) {
            return "this is not a whole line of JSON.";
        }
        String law = text(node, "law");
        String body = text(node, "text").strip();
        if (!node.isObject() || law.isEmpty() || body.isEmpty()) {
            return "\"law\", \"article\" and \"text\" are needed.";
        }
        Matcher number = NUMBER.matcher(CitationWords.figures(text(node, "article").strip()));
        int article = number.matches() ? Numerals.read(number.group(1)) : 0;
        int suffix = article == 0 || number.group(2) == null ? 0 : Numerals.read(number.group(2));
        if (article < 1 || article > 9999) {
            return "\"" + text(node, "article") + "\" is not the number of an article; write 第六十四条.";
        }
        if (!TextChecks.legible(body)) {
            return "the text holds characters that were lost on the way.";
        }
        if (!text(node, "date").isEmpty() && day(node) == null) {
            return "\"" + text(node, "date") + "\" is not a day; write 2021-07-15.";
        }
        String id = text(node, "id");
        if (law.length() > LONGEST_TITLE || id.length() > LONGEST_ID) {
            return "a title has at most " + LONGEST_TITLE + " characters, an id " + LONGEST_ID + ".";
        }
        ReadArticle read = new ReadArticle(
                id.isEmpty() ? null : id, article, suffix == 0 ? null : suffix, TextComposition.tidy(text(node, "chapter")), body, line);
        return keep(law + "@" + text(node, "date"), node, read);
    }

    private @Nullable String keep(String key, JsonNode node, ReadArticle read) {
        ReadArticle before = places.get(key + "#" + read.key());
        if (before != null) {
            return before.body().equals(read.body())
                    ? read.chinese() + " of this law stands already on line " + before.line() + "."
                    : read.chinese() + " of this law stands already on line " + before.line() + " with another text.";
        }
        Integer same = read.id() == null ? null : ids.get(read.id());
        if (same != null) {
            return "the id \"" + read.id() + "\" stands already on line " + same + ".";
        }
        places.put(key + "#" + read.key(), read);
        if (read.id() != null) {
            ids.put(read.id(), read.line());
        }
        head.putIfAbsent(key, node);
        byLaw.computeIfAbsent(key, k -> new ArrayList<>()).add(read);
        return null;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && (value.isString() || value.isNumber()) ? value.asString() : "";
    }

    private static @Nullable LocalDate day(JsonNode node) {
        try {
            return LocalDate.parse(text(node, "date"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Level level(String category) {
        if (category.startsWith("地方法规")) {
            return Level.LOCAL_REGULATION;
        }
        return MarkdownText.level(category);
    }
}
