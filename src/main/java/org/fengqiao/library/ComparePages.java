package org.fengqiao.library;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Law;
import org.fengqiao.law.Laws;
import org.fengqiao.law.TextComparison;
import org.fengqiao.law.TextComparison.Difference;
import org.fengqiao.law.TextComparison.Kind;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.ComparisonPage;
import org.fengqiao.ui.ComparisonPage.Mark;
import org.fengqiao.ui.CountView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TabView;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 新旧对照: two versions of an instrument side by side, article by article.
@Controller
class ComparePages {

    private final Laws laws;
    private final Texts texts;
    private final Reader reader;

    ComparePages(Laws laws, Texts texts, Reader reader) {
        this.laws = laws;
        this.texts = texts;
        this.reader = reader;
    }

    static String address(String slug, LocalDate before, LocalDate after) {
        return "/laws/" + slug + "/compare?before=" + before + "&after=" + after;
    }

    @GetMapping("/laws/{slug}/compare")
    ModelAndView page(
            Principal user, @PathVariable String slug, @RequestParam(name = "before", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate older,
            @RequestParam(name = "after", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate newer,
            @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String view) {
        reader.mayRead(user, "law");
        if (!laws.holds(slug)) {
            throw Refusal.noLaw("没有收录这部法律");
        }
        Law law = laws.law(slug);
        List<LocalDate> days = LawSheet.days(law, texts.origins(slug));
        LocalDate after = newer != null ? newer : days.getFirst();
        LocalDate before = older != null ? older : days.stream().filter(d -> d.isBefore(after)).findFirst()
                .orElseThrow(() -> Refusal.noLaw("《" + law.shortTitle() + "》只收录了一版，没有可以对照的"));
        if (!days.contains(before) || !days.contains(after)) {
            throw Refusal.noLaw("没有收录这一版本");
        }
        Map<String, ArticleText> old = texts.articles(slug, before);
        Map<String, ArticleText> now = texts.articles(slug, after);
        List<Difference> all = old.isEmpty() || now.isEmpty() ? List.of() : TextComparison.of(old.values(), now.values());
        List<NoticeView> notices = new ArrayList<>();
        if (old.isEmpty() || now.isEmpty()) {
            notices.add(NoticeView.of(NoticeView.Tone.INFO, "两版的官方文本都导入以后才能逐条对照。",
                    (old.isEmpty() ? before + "版" : "") + (old.isEmpty() && now.isEmpty() ? "和" : "") + (now.isEmpty() ? after + "版" : "") + "还没有导入。"));
        }
        Kind chosen = kind(show);
        boolean side = view.equals("side");
        String address = address(slug, before, after);
        List<ComparisonPage.Row> rows = all.stream()
                .filter(d -> chosen == null ? show.equals("all") || d.kind() != Kind.UNCHANGED : d.kind() == chosen)
                .map(d -> row(law, before, after, d))
                .toList();
        return new ComparisonPage(
                Room.LAWS,
                HeadView.of("《" + law.shortTitle() + "》新旧对照", before + "版 → " + after + "版", "对应关系按字句相似推定，供参考"),
                List.of(Link.to(Room.LAWS.href(), "法律法规"), Link.to(LawSheet.address(slug, after), law.shortTitle())),
                choice(slug, days, before, after, view), notices, counts(all, address + (side ? "&view=side" : ""), show), rows,
                all.isEmpty() ? List.of() : views(address + (show.isEmpty() ? "" : "&show=" + show), side), side).view();
    }

    private static List<TabView> views(String address, boolean side) {
        return List.of(new TabView("合并显示", address, !side), new TabView("左右并排", address + "&view=side", side));
    }

    private static @Nullable Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        return null;
    }

    private static FormView choice(String slug, List<LocalDate> days, LocalDate before, LocalDate after, String view) {
        List<FieldView.Option> options = days.stream().map(d -> FieldView.Option.of(d.toString(), d + "版")).toList();
        return FormView.get("versions", "/laws/" + slug + "/compare", "对照", List.of(
                FieldView.choice(FieldView.Kind.LIST, "before", "旧版", options).value(before.toString()),
                FieldView.choice(FieldView.Kind.LIST, "after", "新版", options).value(after.toString())))
                .hidden(view.isEmpty() ? Map.of() : Map.of("view", view));
    }

    private static List<CountView> counts(List<Difference> all, String address, String show) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);
        all.forEach(d -> numbers.merge(d.kind(), 1, Integer::sum));
        List<CountView> counts = new ArrayList<>();
        counts.add(new CountView(all.size(), "全部", address + "&show=all", null, show.equals("all")));
        counts.add(new CountView(all.size() - numbers.getOrDefault(Kind.UNCHANGED, 0), "有变化", address, null, kind(show) == null && !show.equals("all")));
        numbers.forEach((kind, n) -> counts.add(new CountView(
                n, kind.chinese(), address + "&show=" + kind.name().toLowerCase(java.util.Locale.ROOT), null, kind == kind(show))));
        return counts;
    }

    static ComparisonPage.Row row(Law law, LocalDate before, LocalDate after, Difference d) {
        ArticleText shown = d.after() != null ? d.after() : d.before();
        LocalDate of = d.after() != null ? after : before;
        String key = shown == null ? "" : shown.key();
        String summary = law.version(of).stream().flatMap(v -> v.articles().stream()).filter(a -> a.key().equals(key)).findFirst()
                .map(a -> a.topic() == null ? "" : a.topic())
                .orElse("");
        boolean words = d.kind() != Kind.UNCHANGED && d.kind() != Kind.MOVED;
        List<ComparisonPage.Piece> pieces = !words ? List.of() : d.pieces().stream()
                .map(p -> new ComparisonPage.Piece(switch (p.change()) {
                    case KEPT -> Mark.KEPT;
                    case INSERTED -> Mark.INSERTED;
                    case DELETED -> Mark.DELETED;
                }, p.text()))
                .toList();
        return new ComparisonPage.Row(d.kind().chinese(), link(law, before, d.before()), link(law, after, d.after()), summary, pieces);
    }

    private static Link link(Law law, LocalDate version, @Nullable ArticleText article) {
        return article == null ? Link.words("") : Link.to(ArticlePages.address(law.slug(), version, article.key()), article.number());
    }
}
