package org.fengqiao.library;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.Article;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Law;
import org.fengqiao.law.LawVersion;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Level;
import org.fengqiao.procedure.Condition;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.LawPage;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.fengqiao.ui.VersionRow;
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

    private final Laws laws;
    private final Cases cases;
    private final Reader reader;

    LawPages(Laws laws, Cases cases, Reader reader) {
        this.laws = laws;
        this.cases = cases;
        this.reader = reader;
    }

    @GetMapping("/laws")
    ModelAndView all(Principal user, @RequestParam(defaultValue = "") String q) {
        reader.mayRead(user, "law");
        String words = q.strip();
        List<Law> sorted = laws.all().stream().sorted(Comparator.comparing(Law::level)).toList();
        List<TableView> tables = new ArrayList<>();
        if (!words.isEmpty()) {
            tables.add(found(sorted, words));
        }
        List<List<Cell>> rows = sorted.stream()
                .filter(l -> words.isEmpty() || l.title().contains(words) || l.shortTitle().contains(words))
                .map(l -> {
                    LawVersion v = l.inForce(cases.clock().today()).orElse(l.newest());
                    return List.of(
                            Cell.link(l.shortTitle(), address(v), v.articles().size() + " 条 · " + l.versions().size() + " 版"),
                            Cell.of(l.level().chinese(), l.issuer()), Cell.of(v.inForceFrom().toString()),
                            Cell.of(l.level() == Level.OFFICE_RULE ? "本机关自定" : "提要", l.level() == Level.OFFICE_RULE && l.approver() != null ? "批准：" + l.approver() : ""));
                })
                .toList();
        tables.add(TableView.of("laws", "全部", "效力从高到低", List.of("名称", "级别", "施行", "文本"), rows, "没有收录。"));
        FormView filters = FormView.get("filters", "/laws", "查找", List.of(FieldView.of(FieldView.Kind.TEXT, "q", "名称或者条文提要中的词").value(words)));
        return new ListPage(Room.LAWS, List.of(), HeadView.of("法律法规", laws.all().size() + " 部", "本机关规定另列，不是法律"), List.of(), List.of(), List.of(), filters, tables, null, List.of()).view();
    }

    private static String address(LawVersion v) {
        return "/laws/" + v.law() + "/" + v.inForceFrom();
    }

    private TableView found(List<Law> sorted, String words) {
        LocalDate today = cases.clock().today();
        List<List<Cell>> rows = new ArrayList<>();
        for (Law law : sorted) {
            law.inForce(today).ifPresent(v -> v.articles().stream()
                    .filter(a -> has(a.summary(), words) || has(a.topic(), words) || a.text().stream().anyMatch(p -> p.text().contains(words)))
                    .forEach(a -> rows.add(List.of(
                            Cell.link("《" + law.shortTitle() + "》" + a.heading(), laws.url(v.citation(a)), ""), Cell.of(words(a))))));
        }
        return TableView.of("articles", "条文", rows.size() + " 条", List.of("条", "提要"), rows.subList(0, Math.min(50, rows.size())), "没有条文提到“" + words + "”。");
    }

    private static boolean has(@Nullable String text, String words) {
        return text != null && text.contains(words);
    }

    private static String words(Article a) {
        return a.summary() != null ? a.summary() : a.topic() != null ? a.topic() : "";
    }

    @GetMapping("/laws/{slug}")
    Object inForce(
            Principal user, @PathVariable String slug,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        reader.mayRead(user, "law");
        if (!laws.holds(slug)) {
            throw Refusal.notFound("没有收录这部法律");
        }
        LocalDate day = on == null ? cases.clock().today() : on;
        LawVersion v = laws.law(slug).inForce(day).orElseThrow(() -> Refusal.notFound("没有收录 " + Days.full(day) + " 有效的版本"));
        return "redirect:" + address(v);
    }

    @GetMapping("/laws/{slug}/{version}")
    ModelAndView page(Principal user, @PathVariable String slug, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate version) {
        reader.mayRead(user, "law");
        if (!laws.holds(slug)) {
            throw Refusal.notFound("没有收录这部法律");
        }
        Law law = laws.law(slug);
        LawVersion v = law.version(version).orElseThrow(() -> Refusal.notFound("没有收录这一版本"));
        boolean own = law.level() == Level.OFFICE_RULE;
        List<Citation> cited = new ArrayList<>();
        uses((c, _) -> cited.add(c));
        List<LawPage.Article> articles = v.articles().stream().map(a -> article(v, a, cited)).toList();
        List<NoticeView> notices = new ArrayList<>();
        if (own) {
            notices.add(NoticeView.of(NoticeView.Tone.INFO, "这是本机关规定，不是法律。", law.approver() == null ? "" : "批准人：" + law.approver() + "。违反它是承诺未兑现，不是违法。"));
        }
        if (v.outline() == LawVersion.Outline.PARTIAL) {
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "这一版只收录了部分条文。", "其余未入库，须由法制审核员核对原文。"));
        }
        if (!v.inForceOn(cases.clock().today())) {
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "这一版现在无效。", v.inForceUntil() == null ? "" : "有效至" + Days.full(v.inForceUntil()) + "，供查阅旧案。"));
        }
        String state = v.inForceOn(cases.clock().today()) ? "现行有效" : "已被取代";
        return new LawPage(
                HeadView.of(law.shortTitle(), Days.full(v.inForceFrom()) + "起施行", state, v.articles().size() + " 条"), facts(law, v),
                FormView.get("as-of", "/laws/" + slug, "查看", List.of(FieldView.of(FieldView.Kind.DATE, "on", "这一天有效的版本").value(cases.clock().today().toString()))),
                own, notices, List.of(new LawPage.Chapter("", articles)), versions(law, v), table(v)).view();
    }

    private static List<FactView> facts(Law law, LawVersion v) {
        List<FactView> all = new ArrayList<>(List.of(
                FactView.of("全称", law.title()), FactView.of("制定机关", law.issuer()), FactView.of("效力级别", law.level().chinese()),
                FactView.of("公布", Days.full(v.promulgated())), FactView.of("施行", Days.full(v.inForceFrom()))));
        if (v.inForceUntil() != null) {
            all.add(FactView.of("有效至", Days.full(v.inForceUntil())));
        }
        all.add(FactView.of("核对日期", Days.full(v.checkedOn())));
        return all;
    }

    private List<VersionRow> versions(Law law, LawVersion shown) {
        LocalDate today = cases.clock().today();
        return law.versions().reversed().stream()
                .map(v -> new VersionRow(
                        v.inForceFrom().toString(), v.inForceOn(today) ? "现行版" : v.inForceFrom().isAfter(today) ? "尚未施行" : "旧版",
                        v == shown ? "" : address(v), v.outline() == LawVersion.Outline.PARTIAL ? "收录部分条文" : v.articles().size() + " 条", v == shown, true))
                .toList();
    }

    private LawPage.Article article(LawVersion v, Article a, List<Citation> cited) {
        String anchor = "a" + a.key().replace('-', 's');
        Set<String> parts = new LinkedHashSet<>();
        for (Citation c : cited) {
            if (c.instrument().equals(v.toString()) && c.articleKey().equals(a.key()) && c.paragraph() != null) {
                parts.add(anchor + "-" + c.paragraph());
                if (c.item() != null) {
                    parts.add(anchor + "-" + c.paragraph() + "-" + c.item());
                }
            }
        }
        List<LawPage.Paragraph> text = a.text().stream().map(p -> new LawPage.Paragraph(p.text(), p.items())).toList();
        String note = v.outline() == LawVersion.Outline.PARTIAL && !a.outlineKnown() ? "未入库，须由法制审核员核对原文" : "";
        return new LawPage.Article(anchor, a.heading(), words(a), note, List.copyOf(parts), text);
    }

    /// What leans on this version: clause by clause, which procedure uses it and where.
    private TableView table(LawVersion v) {
        Map<String, Map<String, Set<String>>> whats = new TreeMap<>(Comparator.comparing(LawPages::order));
        Map<String, Definition> titles = new LinkedHashMap<>();
        uses((c, use) -> {
            if (c.instrument().equals(v.toString())) {
                titles.put(use.definition().slug(), use.definition());
                whats.computeIfAbsent(c.toString(), k -> new LinkedHashMap<>())
                        .computeIfAbsent(use.definition().slug(), k -> new LinkedHashSet<>())
                        .add(use.what());
            }
        });
        List<List<Cell>> rows = new ArrayList<>();
        whats.forEach((text, bySlug) -> bySlug.forEach((slug, what) -> {
            Citation c = laws.citation(text);
            Definition d = titles.get(slug);
            rows.add(List.of(
                    Cell.link(c.isWholeInstrument() ? "全文" : laws.displayShort(c), laws.url(c), ""), Cell.link(d.title(), "/procedures/" + slug + "?on=" + d.from(), ""),
                    Cell.of(String.join("、", what))));
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

    private record Use(Definition definition, String what) {}

    private void uses(BiConsumer<Citation, Use> each) {
        for (Definition d : cases.definitions().all()) {
            for (Definition.Step s : d.allSteps().values()) {
                s.basis().forEach(c -> each.accept(c, new Use(d, "步骤“" + s.title() + "”")));
                s.by().basis().forEach(c -> each.accept(c, new Use(d, "“" + s.title() + "”由谁办理")));
                s.by().officersBasis().forEach(c -> each.accept(c, new Use(d, "“" + s.title() + "”的人数和证件")));
                s.conditions().flatMap(x -> conditions(x).stream()).forEach(c -> each.accept(c, new Use(d, "“" + s.title() + "”的条件")));
            }
            d.clocks().values().forEach(k -> k.basis().forEach(c -> each.accept(c, new Use(d, "期限“" + k.title() + "”"))));
            d.documents().values().forEach(x -> x.basis().forEach(c -> each.accept(c, new Use(d, "文书《" + x.title() + "》"))));
        }
    }

    private static List<Citation> conditions(Condition condition) {
        List<Citation> all = new ArrayList<>(condition.basis());
        switch (condition) {
            case Condition.All a -> a.parts().forEach(p -> all.addAll(conditions(p)));
            case Condition.Any a -> a.parts().forEach(p -> all.addAll(conditions(p)));
            case Condition.Not n -> all.addAll(conditions(n.part()));
            default -> {
                // A single condition has no parts.
            }
        }
        return all;
    }
}
