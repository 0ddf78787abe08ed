package org.fengqiao.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;

/// 英文用语: the English of what our pages say, phrase by phrase, from `phrases_en.txt` and the names the data bear.
///
/// Pages are written once, in Chinese. Numbers, days, citations and quoted words are taken out of a phrase before it is looked up and put
/// back after, so that `{n} 条` serves every count. What has no English stays Chinese, as texts of law and people's own words must.
final class English {

    private static final String FILE = "/phrases_en.txt";
    private static final Pattern HAN = Pattern.compile("[\\x{3400}-\\x{9fff}]");
    private static final String NUMERAL = "[" + Numerals.CHARACTERS + "]+";
    private static final String PLACE = "第" + NUMERAL + "条(?:之" + NUMERAL + ")?(?:第" + NUMERAL + "款)?(?:第" + NUMERAL + "项)?";
    private static final String DAY = "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?: ?(?:星期|周)[一二三四五六日])?|\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<c>《[^《》]{1,60}》(?:" + PLACE + ")?|" + PLACE + ")|(?<q>“[^“”]*”)|(?<d>" + DAY + ")|(?<n>(?<![A-Za-z\\d])\\d[\\d,.:]*(?:%)?)");
    private static final Pattern PLACES = Pattern.compile(
            "第(" + NUMERAL + ")条(?:之(" + NUMERAL + "))?(?:第(" + NUMERAL + ")款)?(?:第(" + NUMERAL + ")项)?");
    private static final Pattern DAYS = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?: ?(?:星期|周)([一二三四五六日]))?");
    /// One of many: 1 versions, 1 working days.
    private static final Pattern ONE = Pattern.compile("(?<![\\d.,:/-])1 (working |calendar |open |imported )?([a-z]+)s\\b");
    private static final List<String> MONTHS = List.of(
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December");
    private static final Map<String, String> MARKS = Map.of("；", "; ", "，", ", ", "、", ", ", "：", ": ", "。", ". ");

    private final Map<String, String> phrases;

    English(Map<String, String> names) {
        Map<String, String> all = new HashMap<>(names);
        all.putAll(file());
        this.phrases = Map.copyOf(all);
    }

    /// The phrases as written, `中文 = English` on each line; a phrase written twice is a mistake of ours.
    static Map<String, String> file() {
        try (InputStream in = Objects.requireNonNull(English.class.getResourceAsStream(FILE))) {
            Map<String, String> all = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int cut = line.indexOf(" = ");
                if (cut > 0 && !line.startsWith("#") && all.put(line.substring(0, cut), line.substring(cut + 3).strip()) != null) {
                    throw new IllegalStateException(FILE + " has the phrase \"" + line.substring(0, cut) + "\" twice.");
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isChinese(String text) {
        return HAN.matcher(text).find();
    }

    /// What becomes of the citations that an English phrase takes over.
    interface Citing {

        Citing PLAIN = new Citing() {
            @Override
            public String said(int from, int to, String said) {
                return said;
            }

            @Override
            public String kept(int from, int to, String words) {
                return words;
            }
        };

        /// Quoted words that stay Chinese, whatever they cite.
        String kept(int from, int to, String words);

        /// @param from where the Chinese words of the citation stand
        /// @param said their English
        String said(int from, int to, String said);
    }

    /// The English of a text; null where any part of it has none.
    @Nullable String of(String text) {
        return of(text, 0, Citing.PLAIN);
    }

    /// @param at where the text stands, from which the places of its citations are counted
    @Nullable String of(String text, int at, Citing citing) {
        if (!isChinese(text)) {
            return MARKS.getOrDefault(text, text);
        }
        String known = phrases.get(text);
        if (known != null) {
            return known;
        }
        String patterned = patterned(text, at, citing);
        return patterned != null ? patterned : joined(text, at, citing);
    }

    /// A phrase with its numbers, days, citations and quotations set aside.
    private @Nullable String patterned(String text, int at, Citing citing) {
        Matcher m = TOKEN.matcher(text);
        StringBuilder key = new StringBuilder();
        List<Value> values = new ArrayList<>();
        int from = 0;
        while (m.find()) {
            String kind = m.group("c") != null ? "c" : m.group("q") != null ? "q" : m.group("d") != null ? "d" : "n";
            key.append(text, from, m.start()).append('{').append(kind).append('}');
            values.add(new Value(kind, m.group(), at + m.start()));
            from = m.end();
        }
        if (values.isEmpty()) {
            return null;
        }
        key.append(text.substring(from));
        String whole = key.toString();
        String english = whole.matches("\\{[cqdn]}") ? whole : phrases.get(whole);
        return english == null ? null : filled(english, values.stream().map(v -> value(v, citing)).toList());
    }

    /// A number, a day, a citation or quoted words, and where they stand.
    private record Value(String kind, String text, int at) {}

    /// Values go in where their kind stands, in order; `{2}` takes the second of all where the order differs.
    private static String filled(String english, List<String> values) {
        Matcher m = Pattern.compile("\\{([cqdn]|\\d)}").matcher(english);
        StringBuilder out = new StringBuilder();
        int next = 0;
        while (m.find()) {
            int at = Character.isDigit(m.group(1).charAt(0)) ? Integer.parseInt(m.group(1)) - 1 : next++;
            m.appendReplacement(out, Matcher.quoteReplacement(values.get(at)));
        }
        return ONE.matcher(m.appendTail(out)).replaceAll("1 $1$2");
    }

    private String value(Value value, Citing citing) {
        String text = value.text();
        return switch (value.kind()) {
            case "c" -> citing.said(value.at(), value.at() + text.length(), citation(text));
            case "q" -> "&quot;" + orSame(text.substring(1, text.length() - 1), value.at() + 1, citing) + "&quot;";
            case "d" -> day(text);
            default -> text;
        };
    }

    private String orSame(String text, int at, Citing citing) {
        String english = of(text, at, citing);
        return english == null ? citing.kept(at, at + text.length(), text) : english;
    }

    /// 《行政处罚法》第六十四条第一款 as Administrative Penalty Law, Art. 64(1).
    private String citation(String text) {
        int end = text.indexOf('》');
        String law = end < 0 ? "" : text.substring(1, end);
        String name = law.isEmpty() ? "" : phrases.getOrDefault(law, "《" + law + "》");
        Matcher m = PLACES.matcher(text.substring(end + 1));
        if (!m.matches()) {
            return name;
        }
        StringBuilder place = new StringBuilder("Art. ").append(Numerals.read(m.group(1)));
        if (m.group(2) != null) {
            place.append('-').append(Numerals.read(m.group(2)));
        }
        if (m.group(3) != null) {
            place.append(" para. ").append(Numerals.read(m.group(3)));
        }
        if (m.group(4) != null) {
            place.append(" item ").append(Numerals.read(m.group(4)));
        }
        return name.isEmpty() ? place.toString() : name + " " + place;
    }

    private static String day(String text) {
        Matcher m = DAYS.matcher(text);
        if (!m.matches()) {
            return text;
        }
        String week = m.group(4) == null ? "" : List.of("Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun ").get("一二三四五六日".indexOf(m.group(4)));
        int month = Integer.parseInt(m.group(2));
        return week + m.group(3) + " " + (month < 1 || month > 12 ? m.group(2) : MONTHS.get(month - 1)) + (m.group(1) == null ? "" : " " + m.group(1));
    }

    /// A text made of phrases: parts in a row, a note in brackets, a name before a colon.
    private @Nullable String joined(String text, int start, Citing citing) {
        for (String mark : List.of(" · ", "。", "；", "，", "、", "：", " → ", " / ")) {
            int at = outside(text, mark);
            if (at > 0 && at + mark.length() < text.length()) {
                String left = of(text.substring(0, at), start, citing);
                String right = left == null ? null : of(text.substring(at + mark.length()), start + at + mark.length(), citing);
                return left == null || right == null ? null : left + MARKS.getOrDefault(mark, mark) + right;
            }
            if (at > 0 && !mark.startsWith(" ")) {
                String left = of(text.substring(0, at), start, citing);
                return left == null ? null : left + MARKS.get(mark).strip();
            }
        }
        int open = text.lastIndexOf('（');
        if (open > 0 && text.endsWith("）")) {
            String left = of(text.substring(0, open), start, citing);
            String inner = left == null ? null : of(text.substring(open + 1, text.length() - 1), start + open + 1, citing);
            return left == null || inner == null ? null : left + " (" + inner + ")";
        }
        if (open == 0 && text.endsWith("）")) {
            String inner = of(text.substring(1, text.length() - 1), start + 1, citing);
            return inner == null ? null : "(" + inner + ")";
        }
        return null;
    }

    /// Where a mark stands outside brackets and quotation marks.
    private static int outside(String text, String mark) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("（“《".indexOf(c) >= 0) {
                depth++;
            } else if ("）”》".indexOf(c) >= 0) {
                depth--;
            } else if (depth == 0 && text.startsWith(mark, i)) {
                return i;
            }
        }
        return -1;
    }
}
