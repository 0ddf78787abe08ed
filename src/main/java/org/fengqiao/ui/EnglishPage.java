package org.fengqiao.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.ui.LinkedWords.Cite;
import org.jspecify.annotations.Nullable;

/// 英文页: a rendered page said in English, as far as its phrases have any.
///
/// What an element marks as `lang="zh-CN"` is a text of its own, a statute or a document, and stays; so does what people typed into fields.
/// Every run that stays Chinese is marked as such, so that a screen reader changes its voice. The clauses that the Chinese
/// words name are looked up before they are said, so that an English sentence leads to the same places.
final class EnglishPage implements Markup.Reader {

    private static final Pattern SPOKEN = Pattern.compile(" (placeholder|title|aria-label|alt|data-label|data-done)=\"([^\"]+)\"");
    private static final Pattern CHINESE_RUN = Pattern.compile("[\\d]*[\\x{3000}-\\x{303f}\\x{3400}-\\x{9fff}\\x{ff00}-\\x{ffef}“](?:.*[\\x{3000}-\\x{303f}\\x{3400}-\\x{9fff}\\x{ff00}-\\x{ffef}”])?", Pattern.DOTALL);
    /// A link of ours or the words between two of them.
    private static final Pattern RUN = Pattern.compile("<a [^>]*>|</a>|[^<]+");
    private static final String FACTS = " · ";

    private final String html;
    private final English english;
    private final @Nullable LinkedWords links;
    private final List<Said> all = new ArrayList<>();

    private EnglishPage(String html, English english, @Nullable Prose prose) {
        this.html = html;
        this.english = english;
        this.links = prose == null || html.indexOf('条') < 0 ? null : new LinkedWords(html, prose);
    }

    /// What stands in place of a stretch of the page.
    private record Said(int from, int to, String words) {}

    static String of(String html, English english) {
        return of(html, english, null);
    }

    /// @param prose where the clauses stand that the words name; null where they lead nowhere
    static String of(String html, English english, @Nullable Prose prose) {
        EnglishPage page = new EnglishPage(html, english, prose);
        Markup.walk(html, page);
        // A block is said after the inline tags inside it.
        page.all.sort(Comparator.comparingInt(Said::from));
        StringBuilder out = new StringBuilder(html.length());
        int written = 0;
        for (Said said : page.all) {
            out.append(html, written, said.from()).append(said.words());
            written = said.to();
        }
        return out.append(html, written, html.length()).toString();
    }

    @Override
    public void opens(int from, int to, Markup.Element in) {
        String tag = html.substring(from, to);
        if (!in.chinese() && English.isChinese(tag)) {
            all.add(new Said(from, to, SPOKEN.matcher(tag).replaceAll(m -> {
                String said = english.of(m.group(2));
                return Matcher.quoteReplacement(" " + m.group(1) + "=\"" + (said == null ? m.group(2) : said) + "\"");
            })));
        }
    }

    @Override
    public void block(List<Markup.Piece> pieces) {
        List<Cite> cites = links == null ? List.of() : links.of(pieces);
        for (Markup.Piece piece : pieces) {
            List<Cite> inside = cites.stream().filter(c -> c.from() >= piece.from() && c.to() <= piece.to()).toList();
            String text = piece.of(html);
            String core = text.strip();
            if (piece.in().chinese()) {
                if (!inside.isEmpty()) {
                    all.add(new Said(piece.from(), piece.to(), LinkedWords.wrapped(html, piece.from(), piece.to(), inside)));
                }
            } else if (!core.isEmpty()) {
                int from = piece.from() + text.indexOf(core);
                all.add(new Said(from, from + core.length(), parts(from, from + core.length(), inside, piece.in().bare())));
            }
        }
    }

    /// Facts in a row are said one by one, so that a name among them does not keep the others Chinese.
    private String parts(int from, int to, List<Cite> cites, boolean bare) {
        String text = html.substring(from, to);
        Linking linking = new Linking(cites);
        String whole = english.of(text, from, linking);
        if (whole != null && linking.said.size() == cites.size()) {
            return bare ? whole : marked(whole);
        }
        if (whole != null && cites.size() == 1) {
            // The phrase says the clause in words of its own.
            return cites.getFirst().around(marked(whole));
        }
        int cut = text.indexOf(FACTS);
        if (cut < 0) {
            String linked = LinkedWords.wrapped(html, from, to, cites);
            return bare || !English.isChinese(text) ? linked : cites.isEmpty() ? marked(linked) : "<bdi lang=\"zh-CN\">" + linked + "</bdi>";
        }
        int middle = from + cut;
        int next = middle + FACTS.length();
        return parts(from, middle, cites.stream().filter(c -> c.to() <= middle).toList(), bare) + FACTS
                + parts(next, to, cites.stream().filter(c -> c.from() >= next).toList(), bare);
    }

    /// Makes links of the citations that a phrase takes over, each once.
    private final class Linking implements English.Citing {

        private final List<Cite> cites;
        private final Set<Cite> said = new HashSet<>();

        Linking(List<Cite> cites) {
            this.cites = cites;
        }

        @Override
        public String kept(int from, int to, String words) {
            List<Cite> inside = cites.stream().filter(c -> c.from() >= from && c.to() <= to).toList();
            said.addAll(inside);
            return inside.isEmpty() ? words : LinkedWords.wrapped(html, from, to, inside);
        }

        @Override
        public String said(int from, int to, String words) {
            return cites.stream()
                    .filter(c -> c.from() < to && from < c.to() && said.add(c))
                    .findFirst()
                    .map(c -> c.around(words))
                    .orElse(words);
        }
    }

    /// Marks what is still Chinese, in each run of words between links.
    private static String marked(String text) {
        if (!English.isChinese(text)) {
            return text;
        }
        return RUN.matcher(text).replaceAll(m -> Matcher.quoteReplacement(
                m.group().startsWith("<") || !English.isChinese(m.group()) ? m.group() : CHINESE_RUN.matcher(m.group()).replaceFirst("<bdi lang=\"zh-CN\">$0</bdi>")));
    }
}
