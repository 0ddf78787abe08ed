package org.fengqiao.worklist;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.PageTurn;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.law.TextComparison;
import org.fengqiao.law.TextComparison.Difference;
import org.fengqiao.law.Texts;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 法律变动: one change, what it touches here, and what the legal reviewer did about it.
@Controller
class LawChangePages {

    private final LawChanges changes;
    private final Cases cases;
    private final Laws laws;
    private final Texts texts;

    LawChangePages(LawChanges changes, Cases cases, Laws laws, Texts texts) {
        this.changes = changes;
        this.cases = cases;
        this.laws = laws;
        this.texts = texts;
    }

    static String address(LawChange change) {
        return "/worklist/law-changes/" + change.law().slug() + "/" + change.from();
    }

    @GetMapping("/worklist/law-changes/{law}/{from}")
    ModelAndView page(
            Principal user, @PathVariable String law, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, Model model) {
        if (!changes.mayRead(user.getName())) {
            throw Refusal.forbidden("法律变动由法制审核员核对，您的岗位不能查看。");
        }
        LawChanges.Told told = told(law, from);
        LawChange change = told.change();
        LocalDate today = cases.clock().today();
        List<NoticeView> notices = new ArrayList<>();
        NoticeView said = PageTurn.said(model);
        if (said != null) {
            notices.add(said);
        }
        if (told.dealt().reviewedOn() != null) {
            notices.add(NoticeView.of(
                    NoticeView.Tone.DONE, cases.office().nameOf(String.valueOf(told.dealt().reviewedBy())) + " 已于" + Days.full(told.dealt().reviewedOn()) + "核对。", told.dealt().note()));
        }
        if (told.dealt().popularisedOn() != null) {
            notices.add(NoticeView.of(NoticeView.Tone.DONE, "首次普法：" + Days.full(told.dealt().popularisedOn()) + "。", after(from, told.dealt().popularisedOn())));
        } else if (!from.isAfter(today)) {
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "还没有登记首次普法。", "今天是施行后第 " + ChronoUnit.DAYS.between(from, today) + " 天。"));
        }
        String when = from.isAfter(today) ? "将于" + Days.full(from) + "施行" : Days.full(from) + "起施行";
        HeadView head = HeadView.of("《" + change.law().shortTitle() + "》有新版本", when, change.touched().size() + " 个程序仍依据旧版", told.openCases() + " 件在办案件")
                .with(actions(change));
        return new ListPage(
                Room.WORKLIST, List.of(Link.to("/worklist", "我的待办")), head, List.of(), notices, List.of(), null, List.of(table(change)), null,
                changes.mayAct(user.getName()) ? forms(change, today) : List.of()).view();
    }

    private static String after(LocalDate from, LocalDate on) {
        long days = ChronoUnit.DAYS.between(from, on);
        return days < 0 ? "在施行以前 " + -days + " 天。" : "施行后第 " + days + " 天。";
    }

    private static ActionView[] actions(LawChange change) {
        String page = "/laws/" + change.law().slug();
        List<ActionView> all = new ArrayList<>(List.of(ActionView.link("看新版", page + "/" + change.from(), "book-2")));
        if (change.before() != null) {
            all.add(ActionView.link("新旧对照", page + "/compare?before=" + change.before() + "&after=" + change.from(), "git-compare"));
        }
        return all.toArray(ActionView[]::new);
    }

    private LawChanges.Told told(String law, LocalDate from) {
        return changes.all().stream()
                .filter(t -> t.change().law().slug().equals(law) && t.change().from().equals(from))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这项法律变动，或者已经没有程序依据旧版"));
    }

    /// Clause by clause: what each procedure rests on, and what became of it in the new version.
    private TableView table(LawChange change) {
        Map<LocalDate, Map<String, Difference>> became = new HashMap<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (Map.Entry<Definition, Set<LawChange.Place>> one : change.touched().entrySet()) {
            Definition d = one.getKey();
            Map<Citation, Set<String>> whats = new LinkedHashMap<>();
            one.getValue().forEach(p -> whats.computeIfAbsent(p.citation(), c -> new LinkedHashSet<>()).add(p.what()));
            String open = "/cases?state=open&procedure=" + d.slug();
            for (Map.Entry<Citation, Set<String>> clause : whats.entrySet()) {
                Citation c = clause.getKey();
                rows.add(List.of(
                        Cell.link(laws.displayShort(c), laws.url(c), c.version() + "版"),
                        inNewVersion(change, c, became.computeIfAbsent(c.version(), v -> became(change, v))),
                        Cell.link(d.title(), "/procedures/" + d.slug() + "?on=" + d.from(), Days.full(d.from()) + "起施行版"),
                        Cell.of(String.join("、", clause.getValue())), Cell.link("在办案件", open, "")));
            }
        }
        return TableView.of(
                "touched", "仍依据旧版的地方", change.places() + " 处，" + rows.size() + " 个条款", List.of("所引条款", "在新版中", "程序", "用于", "案件"), rows,
                "没有现行程序依据旧版。须看是否要新增程序或者告知内容。");
    }

    /// What became of the articles of an older version, by their keys; nothing while one of the two texts is missing.
    private Map<String, Difference> became(LawChange change, LocalDate version) {
        Map<String, ArticleText> old = texts.articles(change.law().slug(), version);
        Map<String, ArticleText> now = texts.articles(change.law().slug(), change.from());
        Map<String, Difference> all = new HashMap<>();
        if (!old.isEmpty() && !now.isEmpty()) {
            TextComparison.of(old.values(), now.values()).stream().filter(d -> d.before() != null).forEach(d -> all.put(d.before().key(), d));
        }
        return all;
    }

    private static Cell inNewVersion(LawChange change, Citation c, Map<String, Difference> became) {
        Difference d = c.isWholeInstrument() ? null : became.get(c.articleKey());
        if (d == null) {
            return Cell.of(c.isWholeInstrument() ? "" : "两版文本都导入以后显示");
        }
        return d.after() == null
                ? Cell.tag(ClockState.DISPUTED, d.kind().chinese())
                : Cell.link(d.after().number(), "/laws/" + change.law().slug() + "/" + change.from() + "/articles/" + d.after().key(), d.kind().chinese());
    }

    private static List<ListPage.SideForm> forms(LawChange change, LocalDate today) {
        return List.of(
                new ListPage.SideForm("核对程序", "逐处看过条文变化，程序要改的已交改。", FormView.post("review", address(change) + "/review", "登记已核对", List.of(
                        FieldView.of(FieldView.Kind.LONG_TEXT, "note", "核对结论").must().limit(500).help("例如：第六十四条听证期限未变，程序不用改")))),
                new ListPage.SideForm("首次普法", "新法施行后第一次向辖区居民或者企业讲解。", FormView.post("popularise", address(change) + "/popularisation", "登记首次普法", List.of(
                        FieldView.of(FieldView.Kind.DATE, "on", "普法日期").must().value(today.toString())))));
    }

    @PostMapping("/worklist/law-changes/{law}/{from}/review")
    String review(
            Principal user, @PathVariable String law, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "") String note, RedirectAttributes next) {
        LawChange change = acted(user, law, from);
        if (note.isBlank() || note.length() > 500) {
            next.addFlashAttribute("said", NoticeView.of(NoticeView.Tone.BAD, "没有登记。", "请写明核对结论，不超过五百字。"));
        } else {
            changes.reviewed(user.getName(), law, from, note.strip());
            PageTurn.say(next, "已登记核对。", "");
        }
        return "redirect:" + address(change);
    }

    @PostMapping("/worklist/law-changes/{law}/{from}/popularisation")
    String popularise(
            Principal user, @PathVariable String law, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "") String on, RedirectAttributes next) {
        LawChange change = acted(user, law, from);
        try {
            LocalDate day = LocalDate.parse(on);
            if (day.isAfter(cases.clock().today())) {
                throw new DateTimeException("a day ahead");
            }
            changes.popularised(law, from, day);
            PageTurn.say(next, "已登记首次普法。", "");
        } catch (DateTimeException e) {
            next.addFlashAttribute("said", NoticeView.of(NoticeView.Tone.BAD, "没有登记。", "日期写成 2026-10-09，不能晚于今天。"));
        }
        return "redirect:" + address(change);
    }

    private LawChange acted(Principal user, String law, LocalDate from) {
        if (!changes.mayAct(user.getName())) {
            throw Refusal.forbidden("法律变动由法制审核员核对，您的岗位不能登记。");
        }
        return told(law, from).change();
    }
}
