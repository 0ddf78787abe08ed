package org.fengqiao.ui;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 暂定的说明: gives every 暂定 among the words of a finished page a title that says why, so that no page has to think of it.
///
/// The mark comes behind a day, or stands alone as the state of a clock. It is not looked for in what cannot hold an element.
final class ProvisionalWords {

    static final String WHY = "这一年的放假安排尚未公布，或者本机关尚未收录；公布、登记以后，这个日期重新计算，有变动的告知承办人。";
    static final String WHY_EN = "The holidays of that year have not been announced, or not been entered here; once they are, this day is computed again"
            + " and whoever handles the case is told of any change.";

    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("（暂定）|\\(Provisional\\)|^\\s*(?:暂定|Provisional)\\s*$");
    /// Elements that hold words only, and those whose words are a control's own.
    private static final Set<String> BARE = Set.of("script", "style", "title", "textarea", "option", "svg", "abbr", "template");

    private ProvisionalWords() {}

    static String in(String html) {
        if (!html.contains("暂定") && !html.contains("Provisional")) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 1024);
        Matcher tag = TAG.matcher(html);
        String title = html.contains("<html lang=\"en\"") ? WHY_EN : WHY;
        String bare = "";
        int from = 0;
        while (tag.find()) {
            words(html.substring(from, tag.start()), bare.isEmpty(), title, out);
            out.append(tag.group());
            from = tag.end();
            String name = tag.group(2) == null ? "" : tag.group(2).toLowerCase(Locale.ROOT);
            boolean closes = "/".equals(tag.group(1));
            if (bare.isEmpty() && !closes && BARE.contains(name) && !tag.group(3).endsWith("/")) {
                bare = name;
            } else if (closes && name.equals(bare)) {
                bare = "";
            }
        }
        words(html.substring(from), bare.isEmpty(), title, out);
        return out.toString();
    }

    private static void words(String text, boolean open, String title, StringBuilder out) {
        out.append(open ? MARK.matcher(text).replaceAll(m -> Matcher.quoteReplacement("<abbr title=\"" + title + "\">" + m.group() + "</abbr>")) : text);
    }
}
