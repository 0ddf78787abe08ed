package org.fengqiao.ui;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 英文页: a rendered page said in English, as far as its phrases have any.
///
/// What an element marks as `lang="zh-CN"` is a text of its own, a statute or a document, and stays; so does what people typed into fields.
/// Every run that stays Chinese is marked as such, so that a screen reader changes its voice.
final class EnglishPage {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>");
    private static final Pattern SPOKEN = Pattern.compile(" (placeholder|title|aria-label|alt|data-label|data-done)=\"([^\"]+)\"");
    private static final Set<String> RAW = Set.of("script", "style", "textarea");
    /// Elements that hold words only.
    private static final Set<String> BARE = Set.of("option", "title", "svg", "text");
    private static final String MARK = " lang=\"zh-CN\"";
    private static final Pattern CHINESE_RUN = Pattern.compile("[\\d]*[\\x{3000}-\\x{303f}\\x{3400}-\\x{9fff}\\x{ff00}-\\x{ffef}“](?:.*[\\x{3000}-\\x{303f}\\x{3400}-\\x{9fff}\\x{ff00}-\\x{ffef}”])?", Pattern.DOTALL);

    private final English english;
    private final StringBuilder out;
    /// The element whose words stay, and how many of its kind are open.
    private String kept = "";
    private int depth;
    private int bare;

    private EnglishPage(English english, int size) {
        this.english = english;
        this.out = new StringBuilder(size);
    }

    static String of(String html, English english) {
        return new EnglishPage(english, html.length()).said(html);
    }

    private String said(String html) {
        Matcher m = TAG.matcher(html);
        int from = 0;
        while (m.find(from)) {
            words(html.substring(from, m.start()));
            from = m.end();
            String name = m.group(2).toLowerCase(Locale.ROOT);
            boolean closes = !m.group(1).isEmpty();
            out.append(closes || !kept.isEmpty() ? m.group() : spoken(m.group()));
            if (!closes && RAW.contains(name)) {
                int end = html.indexOf("</" + name, from);
                out.append(html, from, end);
                from = end;
            }
            track(name, closes, m.group(3));
        }
        words(html.substring(from));
        return out.toString();
    }

    private void track(String name, boolean closes, String attributes) {
        if (!kept.isEmpty()) {
            depth += name.equals(kept) ? closes ? -1 : 1 : 0;
            kept = depth == 0 ? "" : kept;
        } else if (!closes && attributes.contains(MARK)) {
            kept = name;
            depth = 1;
        }
        if (BARE.contains(name) && !attributes.endsWith("/")) {
            bare += closes ? -1 : 1;
        }
    }

    private void words(String text) {
        String core = text.strip();
        if (core.isEmpty() || !kept.isEmpty()) {
            out.append(text);
            return;
        }
        int at = text.indexOf(core);
        out.append(text, 0, at).append(parts(core)).append(text.substring(at + core.length()));
    }

    /// Facts in a row are said one by one, so that a name among them does not keep the others Chinese.
    private String parts(String text) {
        String whole = english.of(text);
        if (whole != null) {
            return marked(whole);
        }
        int cut = text.indexOf(" · ");
        return cut < 0 ? marked(text) : parts(text.substring(0, cut)) + " · " + parts(text.substring(cut + 3));
    }

    private String marked(String text) {
        if (bare > 0 || !English.isChinese(text)) {
            return text;
        }
        return CHINESE_RUN.matcher(text).replaceFirst("<bdi lang=\"zh-CN\">$0</bdi>");
    }

    private String spoken(String tag) {
        if (!English.isChinese(tag)) {
            return tag;
        }
        return SPOKEN.matcher(tag).replaceAll(m -> {
            String said = english.of(m.group(2));
            return Matcher.quoteReplacement(" " + m.group(1) + "=\"" + (said == null ? m.group(2) : said) + "\"");
        });
    }
}
