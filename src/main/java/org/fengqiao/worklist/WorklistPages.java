package org.fengqiao.worklist;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.CalendarChange;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Cites;
import org.fengqiao.cases.ClockViews;
import org.fengqiao.cases.Days;
import org.fengqiao.deadline.Clock;
import org.fengqiao.law.Laws;
import org.fengqiao.office.HolidayNotices;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.Cite;
import org.fengqiao.ui.CountView;
import org.fengqiao.ui.EmptyView;
import org.fengqiao.ui.Explanation;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.PagingView;
import org.fengqiao.ui.StateTag;
import org.fengqiao.ui.TabView;
import org.fengqiao.ui.WorklistPage;
import org.fengqiao.ui.WorklistRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// 我的待办: a person's first screen.
@Controller
class WorklistPages {

    private static final int SIZE = 30;

    private final Worklist worklist;
    private final Cases cases;
    private final Access access;
    private final CalendarChange calendar;
    private final Cites cites;
    private final LawChanges changes;
    private final Urgencies urgencies;
    private final HolidayNotices notices;

    WorklistPages(Worklist worklist, Cases cases, Access access, Laws laws, LawChanges changes, CalendarChange calendar, HolidayNotices notices) {
        this.notices = notices;
        this.calendar = calendar;
        this.worklist = worklist;
        this.cases = cases;
        this.urgencies = new Urgencies(cases);
        this.access = access;
        this.cites = new Cites(laws);
        this.changes = changes;
    }

    @GetMapping("/")
    String first() {
        return "redirect:/worklist";
    }

    @GetMapping("/worklist")
    ModelAndView page(
            Principal user, @RequestParam(defaultValue = "mine") String tab, @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String procedure, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        Worklist.Kind kind = Worklist.Kind.of(tab);
        List<Worklist.Item> all = worklist.items(user.getName(), kind);
        List<Worklist.Item> narrowed = all.stream()
                .filter(i -> procedure.isBlank() || i.procedure().equals(procedure))
                .filter(i -> q.isBlank() || i.title().contains(q.strip()) || i.number().contains(q.strip()))
                .toList();
        Map<Urgency, List<Worklist.Item>> by = new EnumMap<>(Urgency.class);
        narrowed.forEach(i -> by.computeIfAbsent(urgencies.of(i, user.getName()), u -> new ArrayList<>()).add(i));
        String base = UriComponentsBuilder.fromPath("/worklist").queryParam("tab", kind.word()).queryParam("procedure", procedure)
                .queryParam("q", q).encode().toUriString();
        List<Worklist.Item> chosen = new ArrayList<>();
        by.forEach((u, items) -> {
            if (due.isBlank() || u.word().equals(due)) {
                chosen.addAll(items);
            }
        });
        int at = Math.clamp(page, 1, Math.max(1, (chosen.size() + SIZE - 1) / SIZE));
        List<Worklist.Item> shown = chosen.subList((at - 1) * SIZE, Math.min(at * SIZE, chosen.size()));
        String next = base + "&due=" + due + "&page=";
        HeadView head = HeadView.of("我的待办", narrowed.size() + " 件", "按法定期限先后排列", Days.moment(cases.clock().now(), cases.clock().today()) + " 更新")
                .with(actions(user.getName()));
        return new WorklistPage(
                head, tabs(user.getName(), kind, all.size()), counts(by, narrowed.size(), base, due), filters(kind, due, procedure, q, all),
                withLawChanges(kind, at, user.getName(), groups(shown, by, user.getName())), empty(kind),
                new PagingView(
                        shown.isEmpty() ? 0 : (at - 1) * SIZE + 1, (at - 1) * SIZE + shown.size(), chosen.size(),
                        at > 1 ? next + (at - 1) : null, at * SIZE < chosen.size() ? next + (at + 1) : null),
                notice(user.getName(), all)).view();
    }

    private ActionView[] actions(String user) {
        LocalDate today = cases.clock().today();
        Office office = cases.office();
        boolean opens = cases.definitions().slugs().stream()
                .flatMap(s -> cases.definitions().inForce(s, today).stream())
                .filter(d -> access.mayOpen(office, user, d.slug(), today))
                .anyMatch(d -> office.person(user).filter(p -> d.opening().by().posts().stream().anyMatch(post -> p.holds(post, today))).isPresent());
        ActionView feed = ActionView.link("日历订阅", "/worklist/feed", "calendar");
        return opens ? new ActionView[] {ActionView.primary("登记新事项", "/register"), feed} : new ActionView[] {feed};
    }

    /// What a person has to know before anything else: that a notice waits for them, that days have moved, or that they are on leave.
    private @Nullable NoticeView notice(String user, List<Worklist.Item> all) {
        List<HolidayNotices.Entered> waiting = access.may(cases.office(), user, "holiday-approval", "act", cases.clock().today())
                ? notices.all().stream().filter(e -> e.approvedBy() == null && !e.enteredBy().equals(user)).toList()
                : List.of();
        if (!waiting.isEmpty()) {
            return new NoticeView(NoticeView.Tone.WARN, "放假通知等您批准：" + waiting.getFirst().notice().title() + (waiting.size() > 1 ? "等 " + waiting.size() + " 件。" : "。"),
                    "批准以前，期限不按它计算。", Link.to("/administration/holidays", "查看并批准"));
        }
        Set<String> moved = calendar.news();
        long mine = all.stream().filter(i -> moved.contains(i.number())).count();
        return mine == 0
                ? leave(user)
                : NoticeView.of(
                        NoticeView.Tone.INFO, "放假安排有变，" + mine + " 件案件的期限已经重新计算。", "各案的页面写明原来和现在的届满日。");
    }

    private @Nullable NoticeView leave(String user) {
        return cases.office().person(user).flatMap(p -> p.leaveOn(cases.clock().today()))
                .map(l -> NoticeView.of(
                        NoticeView.Tone.INFO, "您登记的请假到" + Days.day(l.until(), cases.clock().today()) + "为止。",
                        l.substitute() == null ? "没有指定代行人员。" : "期间由" + cases.office().nameOf(l.substitute()) + "代行。"))
                .orElse(null);
    }

    private List<TabView> tabs(String user, Worklist.Kind current, int size) {
        List<TabView> tabs = new ArrayList<>();
        for (Worklist.Kind kind : Worklist.Kind.values()) {
            int n = kind == current ? size : worklist.items(user, kind).size();
            if (n > 0 || kind != Worklist.Kind.SUBSTITUTING) {
                tabs.add(new TabView(kind.title() + " " + n, "/worklist?tab=" + kind.word(), kind == current));
            }
        }
        return tabs;
    }

    private static List<CountView> counts(Map<Urgency, List<Worklist.Item>> by, int total, String base, String due) {
        List<CountView> counts = new ArrayList<>();
        counts.add(new CountView(total, "全部", base, null, due.isBlank()));
        for (Urgency u : Urgency.values()) {
            int n = by.getOrDefault(u, List.of()).size();
            boolean always = u.ordinal() <= Urgency.PLENTY.ordinal();
            if (n > 0 || always) {
                counts.add(new CountView(n, u.words, base + "&due=" + u.word(), u.state, u.word().equals(due)));
            }
        }
        return counts;
    }

    private FormView filters(Worklist.Kind kind, String due, String procedure, String q, List<Worklist.Item> all) {
        List<FieldView.Option> options = new ArrayList<>(List.of(FieldView.Option.of("", "全部程序")));
        Set<String> slugs = all.stream().map(Worklist.Item::procedure).collect(Collectors.toCollection(LinkedHashSet::new));
        slugs.forEach(s -> options.add(FieldView.Option.of(s, title(s))));
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("tab", kind.word());
        if (!due.isBlank()) {
            hidden.put("due", due);
        }
        return FormView.get("filters", "/worklist", "筛选", List.of(
                FieldView.choice(FieldView.Kind.LIST, "procedure", "程序", options).value(procedure),
                FieldView.of(FieldView.Kind.TEXT, "q", "事项或者案号").value(q))).hidden(hidden);
    }

    private String title(String slug) {
        return cases.definitions().versions(slug).reversed().stream().findFirst().map(Definition::title).orElse(slug);
    }

    private EmptyView empty(Worklist.Kind kind) {
        String text = switch (kind) {
            case MINE -> "现在没有等您办理的事项。";
            case HANDLED -> "没有您经办的在办案件。";
            case CONFIRM -> "没有等您确认的办理。";
            case UNIT -> "本科室现在没有等待办理的事项。";
            case SUBSTITUTING -> "今天没有由您代行的事项。";
        };
        return new EmptyView(text, Link.to("/cases", "检索案件"));
    }

    private List<WorklistPage.Group> groups(List<Worklist.Item> shown, Map<Urgency, List<Worklist.Item>> by, String user) {
        List<WorklistPage.Group> groups = new ArrayList<>();
        by.forEach((u, items) -> {
            List<WorklistRow> rows = items.stream().filter(shown::contains).map(i -> row(i, user)).toList();
            if (!rows.isEmpty()) {
                String note = items.size() + " 件" + (rows.size() < items.size() ? "，显示 " + rows.size() + " 件" : "");
                groups.add(new WorklistPage.Group(u.heading, note, rows));
            }
        });
        return groups;
    }

    /// Changes of laws stand before the cases: whoever reviews has to know them before deciding the next one.
    private List<WorklistPage.Group> withLawChanges(Worklist.Kind kind, int page, String user, List<WorklistPage.Group> groups) {
        List<LawChanges.Told> waiting = kind == Worklist.Kind.MINE && page == 1 && changes.mayAct(user) ? changes.waiting() : List.of();
        if (waiting.isEmpty()) {
            return groups;
        }
        LocalDate today = cases.clock().today();
        List<WorklistRow> rows = waiting.stream()
                .map(t -> {
                    LawChange c = t.change();
                    String law = "《" + c.law().shortTitle() + "》";
                    String touched = c.touched().isEmpty() ? "没有现行程序依据旧版" : c.touched().size() + " 个程序 " + c.places() + " 处依据旧版，" + t.openCases() + " 件在办案件";
                    String task = t.dealt().reviewedOn() == null ? "核对程序和在办案件" : "登记首次普法";
                    return new WorklistRow(
                            null, Days.day(c.from(), today), null, law + (c.from().isAfter(today) ? "新版本将施行" : "新版本已施行"), LawChangePages.address(c), touched,
                            task, List.of(Cite.of(law + c.from() + "版", "/laws/" + c.law().slug() + "/" + c.from())), "");
                })
                .toList();
        List<WorklistPage.Group> all = new ArrayList<>(List.of(new WorklistPage.Group("法律变动", rows.size() + " 项，不计入上面的件数", rows)));
        all.addAll(groups);
        return all;
    }

    private WorklistRow row(Worklist.Item item, String user) {
        LocalDate today = cases.clock().today();
        Office office = cases.office();
        CaseState state = cases.see(user, item.number()).orElseThrow().state();
        Definition d = cases.definitions().forStep(state, today).orElseThrow();
        Optional<Definition.Step> step = d.step(item.step());
        ClockViews views = new ClockViews(cites, cases.deciding().calendar(), cases.clock());
        Clock clock = urgencies.nearest(item, user).orElse(null);
        StateTag tag = clock == null ? null : views.tag(clock);
        Explanation why = clock == null ? null : views.explanation(clock.due(cases.deciding().calendar()), cites.read(clock.basis()));
        String due = clock == null ? "没有在计的期限" : clock.stopped() ? "中止中"
                : Days.due(clock.told(cases.deciding().calendar()), today, cases.deciding().calendar());
        String stage = d.stages().containsKey(state.stage()) ? d.stage(state.stage()).title() : state.stage();
        String task = step.map(WorklistPages::task).orElse(stage);
        return new WorklistRow(
                tag, due, why, item.title(), item.draft() == null ? CaseLinks.of(item.number()) : CaseLinks.of(item.number()) + "/drafts/" + item.draft(),
                item.number() + " · " + d.title() + " · " + stage, item.draft() == null ? task : "确认：" + task,
                step.map(s -> cites.of(s.basis())).orElse(List.of()), people(state, step.orElse(null), office));
    }

    private static String task(Definition.Step step) {
        return step.awaits() == null ? step.title() : "等候" + step.awaits() + "：" + step.title();
    }

    private static String people(CaseState state, Definition.@Nullable Step step, Office office) {
        if (!state.officers().isEmpty()) {
            return state.officers().stream().map(office::nameOf).collect(Collectors.joining("、"));
        }
        return step == null ? "" : step.by().posts().stream().limit(2).map(office::postTitle).collect(Collectors.joining("、"));
    }
}
