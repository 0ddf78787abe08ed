package org.fengqiao.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.ReadText.ReadArticle;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;

/// 条文的辨认: tells headings, articles and their paragraphs apart in the running lines of a text.
final class TextComposition {

    private static final String N = "[" + Numerals.CHARACTERS + "]+";
    private static final Pattern HEADING = Pattern.compile("^第" + N + "(编|分编|章|节)(?:[\\s　]+(\\S.*))?$");
    private static final Pattern LISTED = Pattern.compile("^" + N + "、[^。；：]{1,30}$");
    private static final Pattern ARTICLE =
            Pattern.compile("^第(" + N + ")条(?:之(" + N + "))?(?:[\\s　]+|(?=【)|$)(.*)$", Pattern.DOTALL);
    private static final Pattern ANNEX = Pattern.compile("^附(?:件|表|录|图)?[一二三四五六七八九十\\d]*[：:\\s　]?[^。；]{0,30}$");

    private final List<ReadArticle> articles = new ArrayList<>();
    private final @Nullable String[] path = new String[5];
    private @Nullable Integer number;
    private @Nullable Integer suffix;
    private StringBuilder body = new StringBuilder();
    private String heading = "";
    private int begun;
    private boolean ended;

    /// Takes the next line that is not empty. `marked` is true when the file itself marks it as a heading.
    void line(int no, String raw, boolean marked) {
        String text = raw.strip();
        Matcher article = ARTICLE.matcher(text);
        Matcher heads = HEADING.matcher(text);
        if (!marked && article.matches()) {
            close();
            ended = false;
            number = Numerals.read(article.group(1));
            suffix = article.group(2) == null ? null : Integer.valueOf(Numerals.read(article.group(2)));
            heading = heading();
            begun = no;
            append(article.group(3));
        } else if (heads.matches()) {
            close();
            heading(level(heads.group(1)), text);
        } else if (marked || LISTED.matcher(text).matches()) {
            close();
            heading(2, text);
        } else if (number != null && ANNEX.matcher(text).matches()) {
            // What is annexed to a text is no paragraph of its last article.
            close();
            ended = true;
        } else if (number != null && !ended) {
            append(text);
        }
    }

    List<ReadArticle> end() {
        close();
        return List.copyOf(articles);
    }

    private void append(String text) {
        String line = text.strip();
        if (!line.isEmpty()) {
            body.append(body.isEmpty() ? "" : "\n").append(line);
        }
    }

    private void close() {
        if (number != null) {
            articles.add(new ReadArticle(null, number, suffix, heading, body.toString(), begun));
        }
        number = null;
        suffix = null;
        body = new StringBuilder();
    }

    private static int level(String kind) {
        return switch (kind) {
            case "编" -> 0;
            case "分编" -> 1;
            case "章" -> 2;
            default -> 3;
        };
    }

    private void heading(int level, String text) {
        path[level] = tidy(text);
        for (int deeper = level + 1; deeper < path.length; deeper++) {
            path[deeper] = null;
        }
    }

    private String heading() {
        List<String> parts = new ArrayList<>();
        for (String part : path) {
            if (part != null) {
                parts.add(part);
            }
        }
        return String.join(" / ", parts);
    }

    /// One space between the number and the words of a heading, none inside 总　则.
    static String tidy(String heading) {
        String text = heading.strip().replaceAll("[\\s　]+", " ");
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space + 1) + text.substring(space + 1).replace(" ", "");
    }
}
