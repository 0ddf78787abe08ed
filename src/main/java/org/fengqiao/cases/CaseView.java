package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.CasePage;
import org.fengqiao.ui.ClockView;
import org.fengqiao.ui.DocumentRow;
import org.fengqiao.ui.EvidenceRow;
import org.fengqiao.ui.FlowStage;
import org.fengqiao.ui.FlowView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.VerificationBadge;
import org.jspecify.annotations.Nullable;

/// 案件页: one case as one person sees it on one day.
final class CaseView {

    private final Cases cases;
    private final Drafts drafts;
    private final CaseFiles files;
    private final Access access;
    private final Cites cites;
    private final FactViews facts;
    private final Records.Known known;
    private final CaseState state;
    private final Definition definition;
    private final Office office;
    private final LocalDate today;
    private final String user;
    private final List<ActionView> companions;
    private final CasePeople people;
    private final CaseTimeline timeline;

    CaseView(
            Cases cases, Drafts drafts, CaseFiles files, Access access, Laws laws, Records.Known known, String user, List<ActionView> companions) {
        this.companions = companions;
        this.cases = cases;
        this.drafts = drafts;
        this.files = files;
        this.access = access;
        this.cites = new Cites(laws);
        this.known = known;
        this.state = known.state();
        this.today = cases.clock().today();
        this.office = cases.office();
        this.definition = cases.definitions().forStep(state, today).orElseThrow();
        this.facts = new FactViews(cases.deciding(), definition, state, office, today);
        this.user = user;
        this.people = new CasePeople(state, definition, office, today, cites);
        this.timeline = new CaseTimeline(state, definition, office, today, cites);
    }

    /// The whole page.
    ///
    /// @param said      a notice about what was just done, or null
    /// @param evidence  the form that adds evidence, with what was typed; null for a fresh one
    /// @param around    the neighbours in the list the person came from
    CasePage page(@Nullable NoticeView said, @Nullable FormView evidence, CaseSearch.Around around) {
        CaseFiles.Checked chain = files.check(known);
        List<CaseFiles.Item> items = files.evidence(known);
        CaseSteps steps = new CaseSteps(cases.deciding(), cites, definition, state, office, today, user);
        List<ClockView> clocks = clocks(false);
        boolean mayAct = access.mayAct(office, user, state.procedure(), today);
        return new CasePage(
                List.of(Link.to("/worklist", "我的待办"), Link.to("/cases", "案件")), head(), around.previous(), around.next(), notices(said),
                badge(chain), flow(), steps.note(), steps.views(), steps.awaiting(), drafts(), facts.groups(),
                documentsNote(), documents(), "摘要算法 SM3，入卷时计算", evidence(items), evidenceBasis(),
                mayAct ? evidence == null ? EvidenceForm.fresh(state, today) : evidence : null, clocksNote(), clocks, clocks(true),
                people.rows(), people.basis(), completeness(), timeline.note(), timeline.rows(chain), timeline.links(), related());
    }

    private HeadView head() {
        String version = definition.from().getYear() + "年" + definition.from().getMonthValue() + "月" + definition.from().getDayOfMonth() + "日起施行版";
        return new HeadView(
                title(), List.of(
                        Link.words(state.number()), Link.words(definition.title()),
                        Link.to("/procedures/" + definition.slug() + "?on=" + today, version)),
                actions());
    }

    private List<ActionView> actions() {
        ActionView print = ActionView.print("打印案件", CaseLinks.of(state.number()));
        List<ActionView> all = new ArrayList<>(companions);
        if (access.may(office, user, "case-file", "read", today)) {
            all.add(ActionView.link("下载案卷", "/api/v1" + CaseLinks.of(state.number()) + "/file", "download"));
        }
        all.add(print);
        return all;
    }

    String title() {
        return state.personal().getOrDefault("title", definition.title() + " " + state.number());
    }

    private List<NoticeView> notices(@Nullable NoticeView said) {
        List<NoticeView> all = new ArrayList<>();
        if (said != null) {
            all.add(said);
        }
        if (Restriction.lacks(state)) {
            boolean whole = Restriction.hides(state, null);
            all.add(new NoticeView(
                    NoticeView.Tone.LOCK, whole ? "本案的个人信息已限制处理。" : "举报人的身份保密。",
                    whole ? "姓名、住址等内容和文书、证据由有权决定的人员说明用途后查看。" : "办理确需知道的，说明用途后当日可以查看，每次都有记录。",
                    cases.viewing().decides(user, state)
                            ? Link.to(CaseLinks.of(state.number()) + "/purpose", "说明用途后查看")
                            : null));
        }
        List<String> unknown = state.parties().values().stream().filter(p -> !p.confirmed()).map(CaseState.CaseParty::id).toList();
        if (!unknown.isEmpty() && !state.isFinal()) {
            all.add(NoticeView.of(NoticeView.Tone.WARN, "有 " + unknown.size() + " 名当事人尚未确认。", "确认身份以前，部分步骤不能办理，原因列在各步骤下。"));
        }
        if (!state.definition().equals(definition.id())) {
            all.add(NoticeView.of(
                    NoticeView.Tone.INFO, "本案的下一步按 " + Days.full(definition.from()) + "起施行的程序办理。",
                    definition.interpretation() == null ? "已告知当事人的期限不变。" : definition.interpretation()));
        }
        state.deeds().stream()
                .filter(d -> d.step().equals(CalendarChange.EVENT) && !d.on().isBefore(today.minusDays(CalendarChange.NEWS)))
                .reduce((a, b) -> b)
                .ifPresent(d -> all.add(NoticeView.of(
                        NoticeView.Tone.INFO, "放假安排有变，期限已经重新计算。", CalendarChange.words(d.data(), state, definition).substring(1) + "。")));
        if (definition.partial()) {
            all.add(NoticeView.of(NoticeView.Tone.WARN, "这一时期的法律原文未入库。", "办理以前须由法制审核员核对原文。"));
        }
        return all;
    }

    private VerificationBadge badge(CaseFiles.Checked chain) {
        String broken = "";
        if (!chain.whole()) {
            broken = chain.lines().stream()
                    .filter(l -> l.seq() == chain.broken())
                    .findFirst()
                    .map(l -> "第 " + l.seq() + " 条与前一条不相连")
                    .orElse("最后一条与案件登记的链首不符");
        }
        String head = chain.head().substring(0, 8) + "…" + chain.head().substring(60);
        return new VerificationBadge(
                chain.lines().size(), head, Days.moment(cases.clock().now(), today), broken,
                "/verification?case=" + CaseLinks.of(state.number()).substring("/cases/".length()));
    }

    private FlowView flow() {
        Map<String, LocalDate> entered = new LinkedHashMap<>();
        state.deeds().forEach(d -> entered.putIfAbsent(d.stage(), d.on()));
        List<String> ids = new ArrayList<>();
        String end = state.isFinal()
                ? state.stage()
                : definition.stages().values().stream().filter(Definition.Stage::isFinal).map(Definition.Stage::id).findFirst().orElse("");
        definition.stages().values().stream().filter(s -> !s.isFinal()).forEach(s -> ids.add(s.id()));
        ids.add(end);
        int now = ids.indexOf(state.stage());
        List<FlowStage> stages = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Definition.Stage s = definition.stages().get(ids.get(i));
            if (s == null) {
                continue;
            }
            LocalDate on = entered.get(s.id());
            FlowStage.State where = i == now
                    ? FlowStage.State.NOW
                    : i < now
                            ? on != null ? FlowStage.State.DONE : FlowStage.State.NEVER
                            : s.conditional() ? FlowStage.State.MAYBE : FlowStage.State.NEXT;
            String note = i > now ? s.conditional() ? "视情况" : "" : on != null ? Days.day(on, today) : "未经过";
            stages.add(new FlowStage(s.title(), note, where));
        }
        return new FlowView(stages, "");
    }

    private List<CasePage.Draft> drafts() {
        return drafts.of(known.id()).stream().map(d -> {
            String title = definition.step(d.step()).map(Definition.Step::title).orElse(d.step());
            String by = office.nameOf(d.person()) + " " + Days.day(d.act().actedOn(), today) + " 填写";
            return new CasePage.Draft(
                    title, by, office.nameOf(d.awaiting()), CaseLinks.of(state.number()) + "/drafts/" + d.id(),
                    d.awaiting().equals(user) ? CaseLinks.of(state.number()) + "/confirmations" : null,
                    Map.of("draft", String.valueOf(d.id())));
        }).toList();
    }

    private String documentsNote() {
        long waiting = state.documents().values().stream().filter(d -> !d.signed() && !d.revised()).count();
        return state.documents().isEmpty() ? "" : state.documents().size() + " 份" + (waiting == 0 ? "" : "，" + waiting + " 份待签发");
    }

    private List<DocumentRow> documents() {
        return state.documents().values().stream().map(d -> {
            Definition.DocumentRule rule = definition.documents().get(d.kind());
            String title = (rule == null ? d.kind() : rule.title()) + (d.party() == null || state.parties().size() < 2 ? "" : "（" + state.partyName(d.party()) + "）");
            return new DocumentRow(
                    title, CaseLinks.document(state.number(), d.id()), d.number() == null ? "—" : d.number(),
                    Days.day(d.on(), today), documentStatus(d, rule));
        }).toList();
    }

    static String documentStatus(CaseState.CaseDocument d, Definition.@Nullable DocumentRule rule) {
        if (d.revised()) {
            return "已撤回";
        }
        if (!d.signed()) {
            return "待签发";
        }
        return !d.servedOn().isEmpty() ? "已送达" : rule != null && rule.served() ? "待送达" : "已形成";
    }

    private List<EvidenceRow> evidence(List<CaseFiles.Item> items) {
        return items.stream()
                .map(e -> new EvidenceRow(
                        e.id(), e.title(), CaseLinks.of(state.number()) + "/evidence/" + e.id(), e.kind(),
                        Days.day(e.collected(), today), e.sm3().substring(0, 8) + "…" + e.sm3().substring(60)))
                .toList();
    }

    private List<org.fengqiao.ui.Cite> evidenceBasis() {
        return state.procedure().startsWith("administrative-penalty")
                ? cites.read(List.of("administrative-penalty-law@2021-07-15#46", "administrative-penalty-law@2021-07-15#47"))
                : List.of();
    }

    private ClockViews clockViews() {
        return new ClockViews(cites, cases.deciding().calendar(), cases.clock());
    }

    private List<ClockView> clocks(boolean windows) {
        ClockViews views = clockViews();
        List<Clock> some = state.clocks().values().stream()
                .filter(c -> (c.kind() == ClockKind.WINDOW) == windows)
                .sorted(Comparator.comparing(Clock::ended).thenComparing(c -> c.lastDay(cases.deciding().calendar())))
                .toList();
        List<ClockView> all = new ArrayList<>();
        for (Clock c : some) {
            all.add(views.view(c, c.party() == null ? null : state.partyName(c.party()), all.isEmpty() && !windows && !c.ended()));
        }
        return all;
    }

    private String clocksNote() {
        long running = state.clocks().values().stream().filter(c -> !c.ended() && !c.stopped() && c.kind() != ClockKind.WINDOW).count();
        long stopped = state.clocks().values().stream().filter(c -> !c.ended() && c.stopped()).count();
        return running + " 个在计" + (stopped == 0 ? "" : "，" + stopped + " 个中止");
    }

    private CasePage.@Nullable Completeness completeness() {
        List<CaseState.CaseDocument> valid = state.documents().values().stream().filter(d -> !d.revised()).toList();
        if (valid.isEmpty()) {
            return null;
        }
        List<String> missing = new ArrayList<>();
        for (CaseState.CaseDocument d : valid) {
            Definition.DocumentRule rule = definition.documents().get(d.kind());
            String title = "《" + (rule == null ? d.kind() : rule.title()) + "》";
            if (!d.signed()) {
                missing.add(title + "待签发");
            } else if (rule != null && rule.served() && d.servedOn().isEmpty()) {
                missing.add(title + "待送达");
            }
        }
        String text = missing.isEmpty() ? "已形成的文书均已签发、送达。" : "尚缺：" + String.join("、", missing) + "。";
        return new CasePage.Completeness(valid.size() - missing.size(), valid.size(), text);
    }

    private List<Link> related() {
        Set<String> readable = cases.definitions().slugs().stream()
                .filter(p -> access.mayRead(office, user, p, today))
                .collect(Collectors.toSet());
        List<Link> all = new ArrayList<>();
        files.related(state.lifeline(), known.id()).stream()
                .filter(r -> readable.contains(r.procedure()))
                .forEach(r -> all.add(Link.to(CaseLinks.of(r.number()), r.title() + " · " + Days.day(r.opened(), today))));
        if (cases.definitions().slugs().stream().anyMatch(p -> access.mayOpen(office, user, p, today))) {
            all.add(Link.to("/register?related=" + CaseLinks.of(state.number()).substring("/cases/".length()), "登记同一事项的另一件"));
        }
        return all;
    }
}
