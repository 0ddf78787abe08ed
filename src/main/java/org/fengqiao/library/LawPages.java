package org.fengqiao.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.Article;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Law;
import org.fengqiao.law.LawVersion;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Level;
import org.fengqiao.law.Texts;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.CountView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 法律法规: every instrument in its versions, article by article, with what leans on each.
@Controller
class LawPages {

    private static final int MOST_CASES = 200;
    private static final int MOST_ARTICLES = 50;

    private final Laws laws;
    private final Texts texts;
    private final Cases cases;
    private final LawUses uses;
    private final Reader reader;

    LawPages(Laws laws, Texts texts, Cases cases, LawUses uses, Reader reader) {
        this.laws = laws;
        this.texts = texts;
        this.cases = cases;
        this.uses = uses;
        this.reader = reader;
    }

    @GetMapping("/laws")
    ModelAndView all(Principal user, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String level) {
        reader.mayRead(user, "law");
        String words = q.strip();
        List<Law> sorted = laws.all().stream().sorted(Comparator.comparing(Law::level)).toList();
        List<TableView> tables = new ArrayList<>();
        List<String> imported = texts.imported();
        List<List<Cell>> rows = sorted.stream()
                .filter(l -> called(l, words) && (level.isEmpty() || l.level().word().equals(level)))
                .map(l -> {
                    LawVersion v = l.inForce(cases.clock().today()).orElse(l.newest());
                    String text = l.level() == Level.OFFICE_RULE ? "本机关自定" : imported.contains(v.toString()) ? "官方文本" : "提要";
                    return List.of(
                            Cell.link(l.shortTitle(), LawSheet.address(l.slug(), v.inForceFrom()), v.articles().size() + " 条 · " + l.versions().size() + " 版"),
                            Cell.of(l.level().chinese(), l.issuer()), Cell.of(v.inForceFrom().toString()),
                            Cell.of(text, l.level() == Level.OFFICE_RULE && l.approver() != null ? "批准：" + l.approver() : ""));
                })
                .toList();
        tables.add(TableView.of(
                "laws", words.isEmpty() ? "法律、法规和规定" : "名称含“" + words + "”的", rows.size() + " 部，效力从高到低", List.of("名称", "级别", "施行", "文本"), rows,
                words.isEmpty() ? "没有收录。" : "没有收录名称含“" + words + "”的。"));
        List<NoticeView> notices = new ArrayList<>();
        if (!words.isEmpty()) {
            tables.add(found(sorted, words));
            notices.add(new NoticeView(NoticeView.Tone.INFO, "这里按名称和提要查找。", "要按条文原文、用语或者意思查找，用：",
                    Link.to("/laws/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), "法规检索“" + words + "”")));
        }
        FormView filters = FormView.get("filters", "/laws", "查找", List.of(FieldView.of(FieldView.Kind.TEXT, "q", "名称或者条文提要中的词").value(words)))
                .hidden(level.isEmpty() ? Map.of() : Map.of("level", level));
        HeadView head = HeadView.of("法律法规", laws.all().size() + " 部", texts.count() == 0 ? "官方文本未导入" : "已导入条文 " + texts.count() + " 条", "本机关规定另列，不是法律")
                .with(ActionView.link("法规检索", "/laws/search", "search"), ActionView.link("引用核对", "/laws/citations", "scale"));
        return new ListPage(Room.LAWS, List.of(), head, List.of(), notices, levels(words, level), filters, tables, null, List.of()).view();
    }

    private static boolean called(Law law, String words) {
        return words.isEmpty() || law.title().contains(words) || law.english().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))
                || law.nicknames().stream().anyMatch(n -> n.contains(words));
    }

    /// How many instruments of each level there are; each number shows only those.
    private List<CountView> levels(String words, String chosen) {
        Map<Level, Integer> numbers = new EnumMap<>(Level.class);
        laws.all().stream().filter(l -> called(l, words)).forEach(l -> numbers.merge(l.level(), 1, Integer::sum));
        String kept = words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        List<CountView> counts = new ArrayList<>();
        counts.add(new CountView(numbers.values().stream().mapToInt(n -> n).sum(), "全部", "/laws" + kept.replaceFirst("&", "?"), null, chosen.isEmpty()));
        numbers.forEach((l, n) -> counts.add(new CountView(n, l.chinese(), "/laws?level=" + l.word() + kept, null, l.word().equals(chosen))));
        return counts;
    }

    private TableView found(List<Law> sorted, String words) {
        LocalDate today = cases.clock().today();
        List<List<Cell>> rows = new ArrayList<>();
        for (Law law : sorted) {
            law.inForce(today).ifPresent(v -> v.articles().stream()
                    .filter(a -> has(a.summary(), words) || has(a.topic(), words) || a.text().stream().anyMatch(p -> p.text().contains(words)))
                    .forEach(a -> rows.add(List.of(
                            Cell.link("《" + law.shortTitle() + "》" + a.heading(), laws.url(v.citation(a)), ""), Cell.of(LawSheet.summary(a))))));
        }
        return TableView.of("articles", "提要含“" + words + "”的条文", rows.size() + " 条", List.of("条", "提要"), rows.subList(0, Math.min(MOST_ARTICLES, rows.size())), "没有条文的提要提到“" + words + "”。")
                .foot(rows.size() > MOST_ARTICLES ? "显示前 " + MOST_ARTICLES + " 条，其余请写得更具体。" : "");
    }

    private static boolean has(@Nullable String text, String words) {
        return text != null && text.contains(words);
    }

    @GetMapping("/laws/{slug}")
    String inForce(
            Principal user, @PathVariable String slug,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        reader.mayRead(user, "law");
        Law law = law(slug);
        LocalDate day = on == null ? cases.clock().today() : on;
        LocalDate from = LawSheet.days(law, texts.origins(slug)).stream()
                .filter(d -> !d.isAfter(day) && law.version(d).map(v -> v.inForceOn(day)).orElse(true))
                .findFirst()
                .orElseThrow(() -> Refusal.noLaw("没有收录 " + Days.full(day) + " 有效的版本"));
        // The day asked for stays in the address, so that the page still says which day it answers.
        return "redirect:" + LawSheet.address(slug, from) + (on == null ? "" : "?on=" + on);
    }

    private Law law(String slug) {
        if (!laws.holds(slug)) {
            throw Refusal.noLaw("没有收录这部法律");
        }
        return laws.law(slug);
    }

    @GetMapping("/laws/{slug}/{version}")
    ModelAndView page(
            Principal user, @PathVariable String slug, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate version,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        reader.mayRead(user, "law");
        Law law = law(slug);
        LawVersion held = law.version(version).orElse(null);
        List<Origin> origins = texts.origins(slug);
        Map<String, ArticleText> words = texts.articles(slug, version);
        if (held == null && words.isEmpty()) {
            throw Refusal.noLaw("没有收录这一版本");
        }
        String instrument = slug + "@" + version;
        return new LawSheet(laws, law, version, held, words, origins, cases.clock().today(), on)
                .page(uses.of(instrument), uses.open(user.getName(), instrument))
                .view();
    }

    /// The open cases that rest on one article, as far as this person may read them.
    @GetMapping("/laws/{slug}/{version}/cases")
    ModelAndView cases(
            Principal user, @PathVariable String slug, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate version,
            @RequestParam String article) {
        reader.mayRead(user, "law");
        Law law = law(slug);
        Article known = law.version(version).stream().flatMap(v -> v.articles().stream()).filter(a -> a.key().equals(article)).findFirst()
                .orElseThrow(() -> Refusal.noLaw("没有收录这一条"));
        List<List<Cell>> rows = new ArrayList<>();
        for (LawUses.OpenCase c : uses.openCases(user.getName(), slug + "@" + version, article, MOST_CASES)) {
            Definition d = cases.definitions().versions(c.procedure()).getLast();
            String stage = d.stages().containsKey(c.stage()) ? d.stage(c.stage()).title() : c.stage();
            rows.add(List.of(Cell.link(c.title(), CaseLinks.of(c.number()), c.number() + " · " + d.title()), Cell.of(stage), Cell.of(String.join("、", c.whats()))));
        }
        String address = LawSheet.address(slug, version) + "#" + article;
        return new ListPage(
                Room.LAWS, List.of(Link.to(Room.LAWS.href(), "法律法规"), Link.to(address, law.shortTitle() + known.heading())),
                HeadView.of("依据《" + law.shortTitle() + "》" + known.heading() + "的在办案件", rows.size() + (rows.size() == MOST_CASES ? " 件以上" : " 件"), LawSheet.summary(known)),
                List.of(), List.of(), List.of(), null,
                List.of(TableView.of("cases", "在办案件", "新登记的在前", List.of("案件", "环节", "依据本条的"), rows, "没有您可以查看的在办案件依据本条。")), null, List.of()).view();
    }
}
