package org.fengqiao.contract;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.cases.CaseEvidence;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Cites;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.contract.ContractConfiguration.Checklists;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.MarkedPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TabView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 风险提示页: a draft of a review case with every suggestion at its place, to be accepted or dismissed one by one.
@Controller
class ContractPages {

    private static final List<FieldView.Option> DISPOSITIONS =
            List.of(FieldView.Option.of("accepted", "采纳"), FieldView.Option.of("dismissed", "不采纳"));

    private final Cases cases;
    private final Drafted drafted;
    private final Checklists checklists;
    private final Cites cites;

    ContractPages(Cases cases, Drafted drafted, Checklists checklists, Laws laws) {
        this.cases = cases;
        this.drafted = drafted;
        this.checklists = checklists;
        this.cites = new Cites(laws);
    }

    static String address(String number) {
        return CaseLinks.of(number) + "/contract";
    }

    static List<TabView> tabs(String number, boolean redline) {
        return List.of(new TabView("风险提示", address(number), !redline), new TabView("两稿对照", RedlinePages.address(number), redline));
    }

    static List<Link> crumbs(Drafted.File file) {
        String number = file.known().state().number();
        return List.of(Link.to("/cases", "案件"), Link.to(CaseLinks.of(number), number));
    }

    static FieldView.Option option(CaseEvidence.Item item) {
        return FieldView.Option.of(item.id(), item.id() + " " + item.title());
    }

    static String title(Drafted.File file) {
        return file.known().state().personal().getOrDefault("title", file.known().state().number());
    }

    @GetMapping("/cases/{number}/contract")
    ModelAndView page(
            Principal user, @PathVariable String number, @RequestParam(defaultValue = "") String file, @RequestParam(defaultValue = "") String kind) {
        Drafted.File found = drafted.of(user, number);
        Checklist checklist = Checklist.on(checklists.versions(), cases.clock().today());
        List<NoticeView> notices = new ArrayList<>();
        if (found.items().isEmpty()) {
            notices.add(new NoticeView(
                    NoticeView.Tone.INFO, "还没有存入合同文本。", "先在案件页的证据里存入送审稿（.docx、有文字的 PDF），每一稿存一份。", Link.to(CaseLinks.of(number) + "#evidence", "去存入")));
            return view(found, checklist, null, kind, List.of(), notices).view();
        }
        Drafted.Opened opened = newest(found, file, notices);
        if (opened.text() == null) {
            return view(found, checklist, opened, kind, List.of(), notices).view();
        }
        String known = checklist.kinds().containsKey(kind) ? kind : checklist.kindOf(opened.text());
        if (known == null) {
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "看不出是哪一类合同。", "只核对各类合同共同的风险点；请在上面选择种类。"));
        }
        List<Suggestion> all = RiskReview.of(opened.text(), checklist, known);
        return view(found, checklist, opened, known == null ? "" : known, all, notices).view();
    }

    /// The draft that was asked for, otherwise the newest one that can be read; why others cannot is said.
    private Drafted.Opened newest(Drafted.File found, String id, List<NoticeView> notices) {
        if (!id.isEmpty()) {
            Drafted.Opened asked = drafted.open(found, found.item(id).orElseThrow(() -> Refusal.notFound("案内没有证据 " + id)));
            if (asked.text() == null) {
                notices.add(NoticeView.of(NoticeView.Tone.BAD, "这份文件读不出文字。", asked.sentence()));
            }
            return asked;
        }
        Drafted.Opened last = null;
        for (CaseEvidence.Item item : found.items().reversed()) {
            last = drafted.open(found, item);
            if (last.text() != null) {
                return last;
            }
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "有一份文件读不出文字。", last.sentence()));
        }
        return java.util.Objects.requireNonNull(last);
    }

    private MarkedPage view(
            Drafted.File found, Checklist checklist, Drafted.@Nullable Opened opened, String kind, List<Suggestion> all, List<NoticeView> notices) {
        String number = found.known().state().number();
        List<FieldView.Option> files = found.items().stream().map(ContractPages::option).toList();
        List<FieldView.Option> kinds = checklist.kinds().values().stream().map(k -> FieldView.Option.of(k.id(), k.title())).toList();
        FormView choice = opened == null ? null : FormView.get("draft", address(number), "查看", List.of(
                FieldView.choice(FieldView.Kind.LIST, "file", "文本", files).value(opened.item().id()),
                FieldView.choice(FieldView.Kind.LIST, "kind", "合同种类", kinds).value(kind)));
        List<MarkedPage.Passage> text = opened == null || opened.text() == null ? List.of() : Marks.of(opened.text(), all);
        List<Step> steps = steps(found);
        HeadView head = HeadView.of(title(found), checklist.title(), checklist.points().size() + " 个风险点", Days.full(checklist.from()) + "起施行版");
        return new MarkedPage(
                Room.CASES, head, crumbs(found), tabs(number, false), notices, choice, opened == null ? "合同文本" : opened.item().title(), text,
                remarks(all, !steps.isEmpty()), steps.isEmpty() ? null : new MarkedPage.Verdict(
                        "逐条选择采纳或者不采纳，带入审查意见后还可以修改；提交审查意见时记入案件。",
                        steps.stream().map(s -> Link.to(CaseLinks.step(number, s.id()) + "/form", s.words())).toList()));
    }

    /// One of the opinions this person may give now.
    private record Step(String id, String words) {}

    private List<Step> steps(Drafted.File found) {
        Definition d = cases.definitions().forStep(found.known().state(), cases.clock().today()).orElseThrow();
        Set<String> open = new java.util.HashSet<>();
        for (Deciding.StepStatus s : cases.deciding().survey(d, found.known().state(), found.user(), cases.office(), cases.clock().today())) {
            if (s.reasons().isEmpty()) {
                open.add(s.step().id());
            }
        }
        Map<String, String> words = new LinkedHashMap<>();
        words.put(Review.OPINIONS.getFirst(), "带入审查意见");
        words.put(Review.OPINIONS.getLast(), "带入不得签订的意见");
        return words.entrySet().stream().filter(w -> open.contains(w.getKey())).map(w -> new Step(w.getKey(), w.getValue())).toList();
    }

    private List<MarkedPage.Remark> remarks(List<Suggestion> all, boolean decides) {
        List<MarkedPage.Remark> remarks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Suggestion s = all.get(i);
            String field = "data." + Review.RISKS + "[" + i + "].";
            Map<String, String> hidden = new LinkedHashMap<>();
            hidden.put(field + "risk", s.point().title());
            hidden.put(field + "clause", s.clause());
            remarks.add(new MarkedPage.Remark(
                    i + 1, s.point().title(), s.clause(), s.quote().replace('\n', ' '), s.says(), s.point().why(), s.point().advice(), cites.of(s.point().basis()),
                    decides ? hidden : Map.of(), decides ? List.of(
                            FieldView.choice(FieldView.Kind.CHOICE, field + "disposition", "处理", DISPOSITIONS),
                            FieldView.of(FieldView.Kind.TEXT, field + "remark", "说明").limit(200)) : List.of()));
        }
        return remarks;
    }

    static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
