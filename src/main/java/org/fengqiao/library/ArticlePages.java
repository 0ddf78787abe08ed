package org.fengqiao.library;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Law;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Level;
import org.fengqiao.law.TextComparison;
import org.fengqiao.law.TextComparison.Difference;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.ArticlePage;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.LawPage;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.VersionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// 条文页: one article of one version by itself: its words, what the last revision did to it, and what leans on it.
@Controller
class ArticlePages {

    private final Laws laws;
    private final Texts texts;
    private final Cases cases;
    private final LawUses uses;
    private final Reader reader;

    ArticlePages(Laws laws, Texts texts, Cases cases, LawUses uses, Reader reader) {
        this.laws = laws;
        this.texts = texts;
        this.cases = cases;
        this.uses = uses;
        this.reader = reader;
    }

    static String address(String slug, LocalDate from, String key) {
        return LawSheet.address(slug, from) + "/articles/" + key;
    }

    /// An article in another version: what became of it, seen from the version that is shown.
    private record Elsewhere(LocalDate version, @Nullable ArticleText article, @Nullable Difference difference) {}

    @GetMapping("/laws/{slug}/{version}/articles/{key}")
    ModelAndView page(
            Principal user, @PathVariable String slug, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate version,
            @PathVariable String key) {
        reader.mayRead(user, "law");
        if (!laws.holds(slug)) {
            throw Refusal.noLaw("没有收录这部法律");
        }
        Law law = laws.law(slug);
        List<Origin> origins = texts.origins(slug);
        Map<String, ArticleText> words = texts.articles(slug, version);
        LawSheet sheet = new LawSheet(laws, law, version, law.version(version).orElse(null), words, origins, cases.clock().today(), null);
        List<String> keys = List.copyOf(sheet.keys());
        if (!keys.contains(key)) {
            throw Refusal.noLaw("《" + law.shortTitle() + "》的这一版没有收录这一条");
        }
        String instrument = slug + "@" + version;
        List<LawUses.Use> here = uses.of(instrument).stream()
                .filter(u -> !u.citation().isWholeInstrument() && u.citation().articleKey().equals(key))
                .toList();
        LawPage.Article article = sheet.article(key, here, uses.open(user.getName(), instrument).getOrDefault(key, 0));
        List<Elsewhere> others = elsewhere(law, version, words, key, LawSheet.days(law, origins));
        Elsewhere told = others.stream().filter(e -> e.version().isBefore(version)).findFirst()
                .orElse(others.stream().reduce((a, b) -> b).orElse(null));
        boolean compared = told != null && told.difference() != null;
        boolean older = told != null && told.version().isBefore(version);
        return new ArticlePage(
                HeadView.of("《" + law.shortTitle() + "》" + article.number(), Days.full(version) + "起施行", sheet.state(), article.summary()).with(ActionView.print("打印", "#main")),
                List.of(Link.to(Room.LAWS.href(), "法律法规"), Link.to(LawSheet.address(slug, version) + "#" + key, law.shortTitle())),
                sheet.notices(law.level() == Level.OFFICE_RULE), sheet.inForce() ? Days.full(cases.clock().today()) + "有效的条文" : version + "版的条文", article,
                "《" + law.title() + "》" + article.number(), neighbours(sheet, slug, version, keys, keys.indexOf(key)),
                compared ? ComparePages.row(law, older ? told.version() : version, older ? version : told.version(), told.difference()) : null,
                compared ? changed(slug, told, new Elsewhere(version, words.get(key), null)) : List.of(),
                sheet.table(here), versions(law, version, article, others)).view();
    }

    /// The two articles that are compared, the older first.
    private static List<Link> changed(String slug, Elsewhere told, Elsewhere shown) {
        return Stream.of(told, shown)
                .sorted(Comparator.comparing(Elsewhere::version))
                .map(e -> e.article() == null
                        ? Link.to(LawSheet.address(slug, e.version()), e.version() + "版")
                        : Link.to(address(slug, e.version(), e.article().key()), e.version() + "版" + e.article().number()))
                .toList();
    }

    private static List<Link> neighbours(LawSheet sheet, String slug, LocalDate version, List<String> keys, int at) {
        List<Link> all = new ArrayList<>();
        for (int i : new int[] {at - 1, at + 1}) {
            if (i >= 0 && i < keys.size()) {
                all.add(Link.to(address(slug, version, keys.get(i)), (i < at ? "← " : "") + sheet.article(keys.get(i), List.of(), 0).number() + (i < at ? "" : " →")));
            }
        }
        return all;
    }

    /// The same article in the other versions, newest first.
    private List<Elsewhere> elsewhere(Law law, LocalDate version, Map<String, ArticleText> words, String key, List<LocalDate> days) {
        List<Elsewhere> all = new ArrayList<>();
        for (LocalDate day : days) {
            if (day.equals(version)) {
                continue;
            }
            Map<String, ArticleText> other = texts.articles(law.slug(), day);
            if (words.isEmpty() || other.isEmpty()) {
                all.add(new Elsewhere(day, null, null));
                continue;
            }
            boolean older = day.isBefore(version);
            Difference d = TextComparison.of(older ? other.values() : words.values(), older ? words.values() : other.values()).stream()
                    .filter(x -> is(older ? x.after() : x.before(), key))
                    .findFirst()
                    .orElse(null);
            all.add(new Elsewhere(day, d == null ? null : older ? d.before() : d.after(), d));
        }
        return all;
    }

    private static boolean is(@Nullable ArticleText article, String key) {
        return article != null && article.key().equals(key);
    }

    private List<VersionRow> versions(Law law, LocalDate version, LawPage.Article article, List<Elsewhere> others) {
        List<VersionRow> rows = new ArrayList<>();
        others.forEach(e -> rows.add(row(law, e)));
        int at = (int) others.stream().filter(e -> e.version().isAfter(version)).count();
        rows.add(at, new VersionRow(version.toString(), article.number(), "", "", true, true));
        return rows;
    }

    private static VersionRow row(Law law, Elsewhere e) {
        if (e.difference() == null) {
            return new VersionRow(e.version().toString(), "整部法律", LawSheet.address(law.slug(), e.version()), "两版的官方文本都导入以后才能对到条", false, false);
        }
        String what = e.difference().kind().chinese();
        return e.article() == null
                ? new VersionRow(e.version().toString(), "没有这一条", "", "", false, true)
                : new VersionRow(e.version().toString(), e.article().number(), address(law.slug(), e.version(), e.article().key()), what, false, true);
    }
}
