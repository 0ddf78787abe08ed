package org.fengqiao.cases;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.Article;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Law;
import org.fengqiao.law.LawVersion;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.LawPage;
import org.jspecify.annotations.Nullable;

/// 引用条文: the appendix of a case file: every article its documents and its record name, as it stood on the day.
///
/// Whoever reads a case file outside the office cannot open the platform, so its citations lead here: to the version with
/// its dates, our summary, and the words of the text where the office has imported it.
final class CitedArticles {

    static final String FILE = "articles.html";

    private static final Pattern VERSION = Pattern.compile("/laws/([a-z0-9-]+)/(\\d{4}-\\d{2}-\\d{2})#(.+)");
    private static final Pattern TEXT = Pattern.compile("/laws/text\\?id=([^#]+)#(.+)");
    private static final String STYLE = "body{font:16px/1.7 'Noto Serif CJK SC','SimSun',serif;max-width:50em;margin:2em auto;padding:0 1em}"
            + "h2{border-top:1px solid #444;padding-top:.8em}h3{margin-bottom:0}.note{color:#444;font-size:.9em;margin:.2em 0}"
            + ".text p{margin:.2em 0;text-indent:2em}:target{outline:2px solid #444}@media print{body{margin:0}}";

    private final Laws laws;
    private final Texts texts;
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();

    CitedArticles(Laws laws, Texts texts) {
        this.laws = laws;
        this.texts = texts;
    }

    /// One version of an instrument: what stands above its articles, and those that are cited, in the order of the text.
    private record Instrument(
            int number, String title, List<String> facts, @Nullable LawVersion version, Map<String, ArticleText> words, Map<String, Cited> cited) {}

    /// @param places the article, paragraphs and items that are named, such as `64.1.1`
    /// @param by     where they are named, as links of the package
    private record Cited(String key, Set<String> places, Set<String> by) {}

    /// The address in the package of a clause that the platform shows at `address`; the same again where it is no clause.
    ///
    /// @param by where it is named, as HTML
    String leads(String address, String by) {
        Matcher version = VERSION.matcher(address);
        Matcher text = TEXT.matcher(address);
        if (version.matches()) {
            String slug = version.group(1);
            LocalDate from = LocalDate.parse(version.group(2));
            return leads(instruments.computeIfAbsent(slug + "@" + from, k -> ofLibrary(slug, from)), version.group(3), by);
        }
        if (text.matches()) {
            String id = URLDecoder.decode(text.group(1), StandardCharsets.UTF_8);
            return leads(instruments.computeIfAbsent(id, this::ofText), text.group(2), by);
        }
        return address;
    }

    private static String leads(Instrument instrument, String anchor, String by) {
        String place = anchor.startsWith("a") ? LawPage.Article.placeOf(anchor) : anchor;
        String key = place.replaceAll("\\..*", "");
        Cited cited = instrument.cited().computeIfAbsent(key, k -> new Cited(k, new LinkedHashSet<>(), new LinkedHashSet<>()));
        cited.places().add(place);
        cited.by().add(by);
        return FILE + "#" + anchor(instrument, place);
    }

    private static String anchor(Instrument instrument, String place) {
        return "L" + instrument.number() + "-" + place;
    }

    private Instrument ofLibrary(String slug, LocalDate from) {
        Law law = laws.law(slug);
        LawVersion version = law.version(from).orElse(null);
        Map<String, ArticleText> words = texts.articles(slug, from);
        List<String> facts = new ArrayList<>(List.of(law.level().chinese(), law.issuer()));
        if (version != null) {
            facts.add(Days.full(version.promulgated()) + "公布");
        }
        LocalDate until = version == null ? null : version.inForceUntil();
        facts.add(Days.full(from) + "起施行" + (until == null ? "" : "，有效至" + Days.full(until)));
        facts.add(source(words));
        return new Instrument(instruments.size() + 1, law.title(), facts, version, words, inOrder());
    }

    private Instrument ofText(String id) {
        Map<String, ArticleText> words = texts.articles(id);
        Origin origin = words.values().iterator().next().origin();
        List<String> facts = new ArrayList<>(List.of(origin.level().chinese(), origin.issuer(), origin.region()));
        if (origin.promulgated() != null) {
            facts.add(Days.full(origin.promulgated()) + "公布或者修改");
        }
        if (origin.inForce() != null) {
            facts.add(Days.full(origin.inForce()) + "起施行");
        }
        if (origin.expired() != null) {
            facts.add("有效至" + Days.full(origin.expired()));
        }
        facts.add(source(words));
        return new Instrument(instruments.size() + 1, origin.title(), facts, null, words, inOrder());
    }

    private static Map<String, Cited> inOrder() {
        return new TreeMap<>((a, b) -> {
            String[] x = a.split("-");
            String[] y = b.split("-");
            int numbers = Integer.compare(Integer.parseInt(x[0]), Integer.parseInt(y[0]));
            return numbers != 0 ? numbers : Integer.compare(x.length > 1 ? Integer.parseInt(x[1]) : 0, y.length > 1 ? Integer.parseInt(y[1]) : 0);
        });
    }

    private static String source(Map<String, ArticleText> words) {
        if (words.isEmpty()) {
            return "";
        }
        Origin origin = words.values().iterator().next().origin();
        return "原文：" + origin.source() + (origin.edition() == Edition.COLLECTION ? "（汇编文本，不是官方版本）" : "");
    }

    int count() {
        return instruments.values().stream().mapToInt(i -> i.cited().size()).sum();
    }

    String html(String number) {
        StringBuilder out = new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<title>引用条文 ").append(CaseIndex.escape(number))
                .append("</title>\n<style>").append(STYLE).append("</style>\n<h1>引用条文</h1>\n<p>案卷 <a href=\"index.html\">").append(CaseIndex.escape(number))
                .append("</a> 的文书和办理记录引用的 ").append(count()).append(" 条，各按引用当日有效的版本。提要是平台的概括，不能代替条文。</p>\n");
        instruments.values().forEach(instrument -> {
            out.append("<h2>《").append(CaseIndex.escape(instrument.title())).append("》</h2>\n<p class=\"note\">")
                    .append(CaseIndex.escape(String.join("；", instrument.facts().stream().filter(f -> !f.isEmpty()).toList()))).append("</p>\n");
            instrument.cited().values().forEach(cited -> article(instrument, cited, out));
        });
        return out.append("</html>\n").toString();
    }

    private void article(Instrument instrument, Cited cited, StringBuilder out) {
        ArticleText words = instrument.words().get(cited.key());
        Article known = instrument.version() == null ? null
                : instrument.version().articles().stream().filter(a -> a.key().equals(cited.key())).findFirst().orElse(null);
        String heading = words != null ? words.number() : known != null ? known.heading() : "第" + Citation.numeral(Integer.parseInt(cited.key().replaceAll("-.*", ""))) + "条";
        List<Article.Paragraph> text = words != null ? words.paragraphs() : known != null ? known.text() : List.of();
        out.append("<h3 id=\"").append(anchor(instrument, cited.key())).append("\">").append(heading).append("</h3>\n");
        if (text.isEmpty()) {
            cited.places().stream().filter(p -> !p.equals(cited.key())).forEach(p -> out.append("<span id=\"").append(anchor(instrument, p)).append("\"></span>"));
        }
        String summary = known == null ? null : known.summary();
        if (summary != null && (words != null || text.isEmpty())) {
            out.append("<p>提要：").append(CaseIndex.escape(summary)).append("</p>\n");
        }
        out.append(text.isEmpty() ? "<p class=\"note\">原文没有导入，见国家法律法规数据库。</p>\n" : "<div class=\"text\">\n");
        for (int p = 1; p <= text.size(); p++) {
            paragraph(text.get(p - 1), anchor(instrument, cited.key() + "." + p), out);
        }
        out.append(text.isEmpty() ? "" : "</div>\n").append("<p class=\"note\">引用：").append(String.join("、", cited.by())).append("</p>\n");
    }

    private static void paragraph(Article.Paragraph paragraph, String anchor, StringBuilder out) {
        out.append("<p id=\"").append(anchor).append("\">").append(CaseIndex.escape(paragraph.text())).append("</p>\n");
        for (int i = 1; i <= paragraph.items().size(); i++) {
            List<String> points = paragraph.points(i);
            out.append("<p id=\"").append(anchor).append('.').append(i).append("\">").append(CaseIndex.escape(points.getFirst())).append("</p>\n");
            for (int k = 1; k < points.size(); k++) {
                out.append("<p id=\"").append(anchor).append('.').append(i).append('.').append(k).append("\">").append(CaseIndex.escape(points.get(k))).append("</p>\n");
            }
        }
    }
}
