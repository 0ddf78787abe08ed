package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.StepView;
import tools.jackson.databind.JsonNode;

/// 现在可以办: the steps of the present stage for one person: what can be done, then what the law holds back, then what
/// others do; and who they are.
final class CaseSteps {

    /// More names than these say nothing more.
    private static final int NAMES = 3;

    private final Cites cites;
    private final Definition definition;
    private final CaseState state;
    private final Office office;
    private final LocalDate today;
    private final List<Definition.Step> pending;
    private final List<StepView> views = new ArrayList<>();
    private final Set<String> mine;

    CaseSteps(Deciding deciding, Cites cites, Definition definition, CaseState state, Office office, LocalDate today, String user) {
        this.cites = cites;
        this.definition = definition;
        this.state = state;
        this.office = office;
        this.today = today;
        this.pending = deciding.pending(definition, state, office, today);
        List<Deciding.StepStatus> all = deciding.survey(definition, state, user, office, today).stream()
                .filter(Deciding.StepStatus::inStage)
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
        this.mine = all.stream()
                .filter(s -> s.available() || !Reasons.anotherPerson(s.reasons()))
                .map(s -> s.step().id())
                .collect(Collectors.toSet());
        Reasons reasons = new Reasons(cites);
        all.forEach(s -> views.add(s.available() ? open(s.step()) : held(s, reasons)));
    }

    private int rank(Deciding.StepStatus s) {
        return s.available() ? ours(s.step()) ? 0 : 1 : Reasons.anotherPerson(s.reasons()) ? 3 : 2;
    }

    private StepView open(Definition.Step step) {
        StepView view = StepView.open(
                step.id(), step.title(), step.duty(), cites.of(step.basis()), CaseLinks.step(state.number(), step.id()), "办理");
        return views.isEmpty() && ours(step) ? view.asPrimary() : view;
    }

    /// Whether the case waits for this step and the office is to take it; what a court or a resident does is only written down.
    private boolean ours(Definition.Step step) {
        return pending.contains(step) && step.awaits() == null;
    }

    private StepView held(Deciding.StepStatus s, Reasons reasons) {
        return new StepView(
                s.step().id(), s.step().title(), "", List.of(), CaseLinks.step(state.number(), s.step().id()),
                Reasons.anotherPerson(s.reasons()) ? StepView.BY_OTHERS : "暂不能办", false, true,
                reasons.of(s.reasons(), definition, state));
    }

    List<StepView> views() {
        return views;
    }

    /// 4 项可办，2 项暂不能办，3 项由他人办理
    String note() {
        long open = views.stream().filter(v -> !v.blocked()).count();
        long others = views.stream().filter(StepView::byOthers).count();
        long held = views.size() - open - others;
        return open + " 项可办" + (held == 0 ? "" : "，" + held + " 项暂不能办") + (others == 0 ? "" : "，" + others + " 项由他人办理");
    }

    /// Who has to act next where that is not this person, and what: 周戊（综合行政执法办）：接单并指定承办人、退回调度.
    List<String> awaiting() {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        pending.stream()
                .filter(s -> s.awaits() != null || !mine.contains(s.id()))
                .forEach(s -> titles.computeIfAbsent(who(s), k -> new ArrayList<>()).add(s.title()));
        return titles.entrySet().stream().map(e -> e.getKey() + "：" + String.join("、", e.getValue())).toList();
    }

    private String who(Definition.Step step) {
        if (step.awaits() != null) {
            return "等候" + step.awaits();
        }
        if (step.by().assigned() && !state.officers().isEmpty()) {
            return state.officers().stream().map(office::nameOf).collect(Collectors.joining("、"));
        }
        String unit = step.by().unit() == null
                ? ""
                : state.fact(step.by().unit().field()).filter(JsonNode::isString).map(JsonNode::asString).orElse("");
        List<String> names = office.people().values().stream()
                .filter(p -> unit.isEmpty() || p.unit().equals(unit))
                .filter(p -> step.by().posts().stream().anyMatch(post -> p.holds(post, today)))
                .map(p -> p.name() + (unit.isEmpty() ? "" : "（" + office.units().getOrDefault(unit, unit) + "）"))
                .toList();
        return names.isEmpty() || names.size() > NAMES
                ? step.by().posts().stream().map(office::postTitle).collect(Collectors.joining("、"))
                : String.join("、", names);
    }
}
