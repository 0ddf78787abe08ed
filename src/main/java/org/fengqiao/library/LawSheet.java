package org.fengqiao.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fengqiao.cases.Days;
import org.fengqiao.law.Article;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Law;
import org.fengqiao.law.LawVersion;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Level;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.LawPage;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.fengqiao.ui.VersionRow;
import org.jspecify.annotations.Nullable;

/// 法律页的内容: one version of one instrument, from our outline, the imported words and what rests on them.
final class LawSheet {

    private final Laws laws;
    private final Law law;
    private final LocalDate from;
    private final @Nullable LawVersion version;
    private final Map<String, ArticleText> texts;
    private final List<Origin> origins;
    private final LocalDate today;
    private final LocalDate day;

    /// @param version what `laws/` holds of it; null for a version that is only imported
    /// @param texts   the imported articles; empty before an import
    /// @param origins all imported texts of the instrument
    /// @param asked   the day for which somebody asked; without one today, or a day on which this version was in force
    LawSheet(Laws laws, Law law, LocalDate from, @Nullable LawVersion version, Map<String, ArticleText> texts, List<Origin> origins, LocalDate today, @Nullable LocalDate asked) {
        this.laws = laws;
        this.law = law;
        this.from = from;
        this.version = version;
        this.texts = texts;
        this.origins = origins;
        this.today = today;
        this.day = asked != null ? asked : inForce() ? today : from;
    }

    static String address(String slug, LocalDate from) {
        return "/laws/" + slug + "/" + from;
    }

    /// All days on which a version begins, held or imported, newest first.
    static List<LocalDate> days(Law law, List<Origin> origins) {
        Set<LocalDate> days = new TreeSet<>(Comparator.reverseOrder());
        law.versions().forEach(v -> days.add(v.inForceFrom()));
        origins.stream().map(Origin::inForce).filter(d -> d != null).forEach(days::add);
        return List.copyOf(days);
    }

    LawPage page(List<LawUses.Use> uses, Map<String, Integer> open) {
        boolean own = law.level() == Level.OFFICE_RULE;
        List<LocalDate> days = days(law, origins);
        List<Link> compared = own ? List.of() : days.stream().filter(d -> !d.equals(from))
                .map(d -> Link.to(ComparePages.address(law.slug(), d.isBefore(from) ? d : from, d.isBefore(from) ? from : d), "与" + d + "版逐条对照"))
                .toList();
        return new LawPage(
                HeadView.of(law.shortTitle(), Days.full(from) + "起施行", state(), day.equals(today) ? "" : "查的是" + Days.full(day), count() + " 条").with(ActionView.print("打印", "#main")), facts(),
                FormView.get("as-of", "/laws/" + law.slug(), "查看", List.of(FieldView.of(FieldView.Kind.DATE, "on", "这一天有效的版本").value(day.toString()))),
                own || !texts.isEmpty(), notices(own), chapters(uses, open), versions(days), compared, table(uses).fold(true), from, law.slug());
    }

    /// The articles of this version in the order of the text, by the key of their number.
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(texts.keySet());
        if (keys.isEmpty() && version != null) {
            version.articles().forEach(a -> keys.add(a.key()));
        }
        return keys;
    }

    /// One article of this version with what rests on it.
    LawPage.Article article(String key, List<LawUses.Use> uses, int open) {
        Article known = version == null ? null : version.articles().stream().filter(a -> a.key().equals(key)).findFirst().orElse(null);
        return article(key, known, texts.get(key), uses, open);
    }

    private int count() {
        return version != null ? version.articles().size() : texts.size();
    }

    boolean inForce() {
        return version != null ? version.inForceOn(today) : !from.isAfter(today);
    }

    String state() {
        return inForce() ? "现行有效" : from.isAfter(today) ? "尚未施行" : "已被取代";
    }

    List<NoticeView> notices(boolean own) {
        List<NoticeView> all = new ArrayList<>();
        if (own) {
            all.add(NoticeView.of(NoticeView.Tone.INFO, "这是本机关规定，不是法律。", law.approver() == null ? "" : "批准人：" + law.approver() + "。违反它是承诺未兑现，不是违法。"));
        }
        if (version == null) {
            all.add(NoticeView.of(NoticeView.Tone.WARN, "这一版只有导入的文本。", "本库还没有核对它的日期，也没有提要；办理程序还没有引用它。"));
        } else if (version.outline() == LawVersion.Outline.PARTIAL && texts.isEmpty()) {
            all.add(NoticeView.of(NoticeView.Tone.WARN, "这一版只收录了部分条文。", "其余未入库，须由法制审核员核对原文。"));
        }
        if (collected()) {
            all.add(NoticeView.of(NoticeView.Tone.WARN, "文本来自汇编，不是官方版本。", "引用前须核对国家法律法规数据库的原文。"));
        }
        if (!inForce()) {
            LocalDate until = version == null ? null : version.inForceUntil();
            all.add(from.isAfter(today)
                    ? NoticeView.of(NoticeView.Tone.WARN, "这一版还没有施行。", "自" + Days.full(from) + "起施行。")
                    : NoticeView.of(NoticeView.Tone.WARN, "这一版现在无效。", until == null ? "" : "有效至" + Days.full(until) + "，供查阅旧案。"));
        }
        return all;
    }

    private boolean collected() {
        return texts.values().stream().findFirst().filter(t -> t.origin().edition() == Edition.COLLECTION).isPresent();
    }

    private List<FactView> facts() {
        List<FactView> all = new ArrayList<>(List.of(
                FactView.of("全称", law.title()), FactView.of("制定机关", law.issuer()), FactView.of("效力级别", law.level().chinese())));
        if (version != null) {
            all.add(FactView.of("公布", Days.full(version.promulgated())));
        }
        all.add(FactView.of("施行", Days.full(from)));
        if (version != null) {
            if (version.inForceUntil() != null) {
                all.add(FactView.of("有效至", Days.full(version.inForceUntil())));
            }
            all.add(FactView.of("核对日期", Days.full(version.checkedOn())));
        }
        texts.values().stream().findFirst().ifPresent(t -> all.add(FactView.wide("文本来源", source(t.origin()))));
        return all;
    }

    /// Where a text comes from, as its file says it; the English words that files of official texts begin with are said in Chinese.
    static String source(Origin origin) {
        return origin.source().replaceFirst("^official text *\\((.*)\\)$", "官方文本（$1）").replaceFirst("^official text\\b", "官方文本");
    }

    private List<VersionRow> versions(List<LocalDate> days) {
        List<VersionRow> rows = new ArrayList<>();
        for (LocalDate day : days) {
            LawVersion held = law.version(day).orElse(null);
            boolean now = held == null ? day.equals(days.stream().filter(d -> !d.isAfter(today)).findFirst().orElse(null)) : held.inForceOn(today);
            boolean imported = origins.stream().anyMatch(o -> day.equals(o.inForce()));
            String size = held == null ? "只有导入的文本" : held.outline() == LawVersion.Outline.PARTIAL ? "收录部分条文" : held.articles().size() + " 条";
            rows.add(new VersionRow(
                    day.toString(), now ? "现行版" : day.isAfter(today) ? "尚未施行" : "旧版", day.equals(from) ? "" : address(law.slug(), day),
                    size + (imported && held != null ? "，文本已导入" : ""), day.equals(from), true));
        }
        return rows;
    }

    /// The articles under their headings, in the order of the text.
    private List<LawPage.Chapter> chapters(List<LawUses.Use> uses, Map<String, Integer> open) {
        Map<String, List<LawPage.Article>> byHeading = new LinkedHashMap<>();
        Map<String, Article> known = new LinkedHashMap<>();
        if (version != null) {
            version.articles().forEach(a -> known.put(a.key(), a));
        }
        for (String key : keys()) {
            ArticleText text = texts.get(key);
            byHeading.computeIfAbsent(text == null ? "" : text.heading(), h -> new ArrayList<>())
                    .add(article(key, known.get(key), text, uses, open.getOrDefault(key, 0)));
        }
        return byHeading.entrySet().stream().map(e -> new LawPage.Chapter(e.getKey(), e.getValue())).toList();
    }

    private LawPage.Article article(String key, @Nullable Article known, @Nullable ArticleText text, List<LawUses.Use> uses, int open) {
        String anchor = "a" + key.replace('-', 's');
        Set<Link> rests = new LinkedHashSet<>();
        for (LawUses.Use use : uses) {
            Citation c = use.citation();
            if (!c.isWholeInstrument() && c.articleKey().equals(key)) {
                rests.add(Link.to(use.href(), (use.title().isEmpty() ? "" : use.title() + "：") + use.what()));
            }
        }
        List<Article.Paragraph> words = text != null ? text.paragraphs() : known != null ? known.text() : List.of();
        String note = text == null && known != null && version != null && version.outline() == LawVersion.Outline.PARTIAL && !known.outlineKnown()
                ? "未入库，须由法制审核员核对原文" : "";
        String number = text != null ? text.number() : known != null ? known.heading() : key;
        return new LawPage.Article(
                anchor, number, known == null ? "" : summary(known), note, text != null || known == null ? List.of() : parts(anchor, known),
                paragraphs("《" + law.title() + "》" + number, words), List.copyOf(rests),
                open == 0 ? null : Link.to(address(law.slug(), from) + "/cases?article=" + key, open + " 件在办案件的当前步骤或者期限依据本条"),
                ArticlePages.address(law.slug(), from, key));
    }

    /// The places of all paragraphs, items and points, so that a citation of any of them finds its article without its text.
    private static List<String> parts(String anchor, Article of) {
        List<String> parts = new ArrayList<>();
        for (int p = 1; p <= of.paragraphs(); p++) {
            parts.add(anchor + "-" + p);
            for (int i = 1; i <= of.items(p); i++) {
                parts.add(anchor + "-" + p + "-" + i);
                for (int k = 1; k <= of.points(p, i); k++) {
                    parts.add(anchor + "-" + p + "-" + i + "-" + k);
                }
            }
        }
        return parts;
    }

    /// The words of an article, each clause with the way it is cited; an article of one paragraph does not count it: 第六十四条第一项.
    static List<LawPage.Paragraph> paragraphs(String article, List<Article.Paragraph> words) {
        List<LawPage.Paragraph> paragraphs = new ArrayList<>();
        for (Article.Paragraph of : words) {
            String cite = article + (words.size() == 1 ? "" : "第" + Citation.numeral(paragraphs.size() + 1) + "款");
            List<LawPage.Item> items = new ArrayList<>();
            for (int i = 1; i <= of.items().size(); i++) {
                List<String> points = of.points(i);
                items.add(new LawPage.Item(points.getFirst(), points.subList(1, points.size()), cite + "第" + Citation.numeral(i) + "项"));
            }
            paragraphs.add(new LawPage.Paragraph(of.text(), List.copyOf(items), cite));
        }
        return List.copyOf(paragraphs);
    }

    static String summary(Article a) {
        return a.summary() != null ? a.summary() : a.topic() != null ? a.topic() : "";
    }

    /// What leans on this version: clause by clause, which procedure uses it and where.
    TableView table(List<LawUses.Use> uses) {
        Map<String, Map<String, Set<String>>> whats = new TreeMap<>(Comparator.comparing(LawSheet::order));
        Map<String, LawUses.Use> one = new LinkedHashMap<>();
        for (LawUses.Use use : uses) {
            one.put(use.title() + use.href(), use);
            whats.computeIfAbsent(use.citation().toString(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(use.title() + use.href(), k -> new LinkedHashSet<>())
                    .add(use.what());
        }
        List<List<Cell>> rows = new ArrayList<>();
        whats.forEach((text, byPlace) -> byPlace.forEach((place, what) -> {
            Citation c = laws.citation(text);
            LawUses.Use use = one.get(place);
            rows.add(List.of(
                    Cell.link(c.isWholeInstrument() ? "全文" : laws.displayShort(c), laws.url(c), ""),
                    Cell.link(use.title().isEmpty() ? "其他" : use.title(), use.href(), ""), Cell.of(String.join("、", what))));
        }));
        return TableView.of("uses", "用在哪里", rows.size() + " 处", List.of("条文", "程序", "用于"), rows, "没有程序使用这一版。");
    }

    /// Clauses in the order of the text: article, paragraph and item as numbers of equal width.
    private static String order(String citation) {
        StringBuilder key = new StringBuilder();
        for (String part : citation.substring(citation.indexOf('#') + 1).split("[.-]")) {
            key.append(part.matches("\\d+") ? String.format("%05d", Integer.parseInt(part)) : part).append('.');
        }
        return key + citation;
    }
}
