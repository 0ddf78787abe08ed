package org.fengqiao.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.ReadText.Refused;
import org.jspecify.annotations.Nullable;

/// Reads an official text from Markdown: facts in the front matter, headings as headings, one article a block.
final class MarkdownText {

    private static final Pattern FACT = Pattern.compile("^([A-Za-z_-]+):\\s*(.*)$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*)$");

    private MarkdownText() {}

    /// @throws Refused when the file is damaged
    static ReadText read(String file, List<String> lines, Laws laws) {
        Map<String, String> facts = new LinkedHashMap<>();
        int from = frontMatter(file, lines, facts);
        String title = need(file, facts, "title");
        TextComposition composition = new TextComposition();
        for (int i = from; i < lines.size(); i++) {
            // Bold marks around the number of an article are decoration.
            String line = lines.get(i).strip().replaceFirst("^\\*\\*(第[^*]{1,12}条[^*]{0,4})\\*\\*", "$1");
            if (line.isEmpty()) {
                continue;
            }
            Matcher heading = HEADING.matcher(line);
            if (!heading.matches()) {
                composition.line(i + 1, line, false);
            } else if (!heading.group(1).strip().equals(title)) {
                composition.line(i + 1, heading.group(1), true);
            }
        }
        String declared = facts.get("articles");
        return new ReadText(
                file,
                ReadText.official(
                        laws, title, day(file, need(file, facts, "promulgated")), day(file, effective(file, facts)),
                        optionalDay(file, facts.get("effective_to")), level(facts.getOrDefault("type", "")),
                        facts.getOrDefault("source", file)),
                declared == null || declared.equals("null") ? null : count(file, declared),
                composition.end());
    }

    private static int frontMatter(String file, List<String> lines, Map<String, String> facts) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            throw new Refused(file, 1, "the front matter is missing; begin with --- and give title, promulgated and effective.");
        }
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals("---")) {
                return i + 1;
            }
            Matcher fact = FACT.matcher(line);
            if (fact.matches()) {
                facts.put(fact.group(1), fact.group(2).strip().replaceAll("^\"(.*)\"$", "$1"));
            }
        }
        throw new Refused(file, 1, "the front matter does not end; close it with ---.");
    }

    private static String effective(String file, Map<String, String> facts) {
        return facts.containsKey("effective_from") ? facts.get("effective_from") : need(file, facts, "effective");
    }

    private static String need(String file, Map<String, String> facts, String name) {
        String value = facts.get(name);
        if (value == null || value.isEmpty() || value.equals("null")) {
            throw new Refused(file, 1, "the front matter does not say \"" + name + "\".");
        }
        return value;
    }

    private static @Nullable LocalDate optionalDay(String file, @Nullable String text) {
        return text == null || text.isEmpty() || text.equals("null") ? null : day(file, text);
    }

    private static LocalDate day(String file, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(file, 1, "\"" + text + "\" is not a day; write 2021-07-15.");
        }
    }

    private static int count(String file, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refused(file, 1, "\"" + text + "\" is not a number of articles.");
        }
    }

    static Level level(String type) {
        if (type.startsWith("党内法规")) {
            return Level.PARTY_STATE_REGULATION;
        }
        if (type.startsWith("行政法规")) {
            return Level.ADMINISTRATIVE_REGULATION;
        }
        if (type.startsWith("司法解释")) {
            return Level.JUDICIAL_INTERPRETATION;
        }
        if (type.startsWith("地方")) {
            return Level.LOCAL_REGULATION;
        }
        if (type.contains("规章")) {
            return Level.RULE;
        }
        return type.contains("规范性文件") ? Level.NORMATIVE_DOCUMENT : Level.LAW;
    }
}
