package org.fengqiao.ui;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 暂定的说明: gives every 暂定 among the words of a finished page a title that says why, so that no page has to think of it.
///
/// The mark comes behind a day, or stands alone as the state of a clock. It is not looked for in what cannot hold an element.
final class ProvisionalWords implements Markup.Reader {

    static final String WHY = "这一年的放假安排尚未公布，或者本机关尚未收录；公布、登记以后，这个日期重新计算，有变动的告知承办人。";
    static final String WHY_EN = "The holidays of that year have not been announced, or not been entered here; once they are, this day is computed again"
            + " and whoever handles the case is told of any change.";

    private static final Pattern MARK = Pattern.compile("（暂定）|\\(Provisional\\)|^\\s*(?:暂定|Provisional)\\s*$");

    private final String html;
    private final String why;
    private final StringBuilder out;
    private int written;

    private ProvisionalWords(String html) {
        this.html = html;
        this.why = html.contains("<html lang=\"en\"") ? WHY_EN : WHY;
        this.out = new StringBuilder(html.length() + 1024);
    }

    static String in(String html) {
        if (!html.contains("暂定") && !html.contains("Provisional")) {
            return html;
        }
        ProvisionalWords words = new ProvisionalWords(html);
        Markup.walk(html, words);
        return words.out.append(html, words.written, html.length()).toString();
    }

    @Override
    public void block(List<Markup.Piece> pieces) {
        for (Markup.Piece piece : pieces) {
            if (!piece.in().bare() && !piece.in().name().equals("abbr")) {
                out.append(html, written, piece.from());
                out.append(MARK.matcher(piece.of(html)).replaceAll(m -> Matcher.quoteReplacement("<abbr title=\"" + why + "\">" + m.group() + "</abbr>")));
                written = piece.to();
            }
        }
    }
}
