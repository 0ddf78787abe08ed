package org.fengqiao.cases;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Records;
import org.fengqiao.ui.ClockView;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.ReasonView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.StepPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 办理一步: the form of a step; nothing typed is ever lost.
@Controller
class StepPages {

    private final Cases cases;
    private final CaseFiles files;
    private final Laws laws;
    private final Cites cites;

    StepPages(Cases cases, CaseFiles files, Laws laws) {
        this.cases = cases;
        this.files = files;
        this.laws = laws;
        this.cites = new Cites(laws);
    }

    /// A step of a case as one person finds it.
    private record Found(Records.Known known, Definition definition, Definition.Step step, String user) {
        CaseState state() {
            return known.state();
        }
    }

    /// What goes back to the person with the form.
    private record Reply(
            HttpStatus status, @Nullable MultiValueMap<String, String> typed, Map<String, String> errors,
            List<Reason> refused, @Nullable NoticeView notice) {
        static final Reply FRESH = new Reply(HttpStatus.OK, null, Map.of(), List.of(), null);
    }

    private Found find(Principal user, String number, String step) {
        Records.Known known = cases.see(user.getName(), number).orElseThrow(() -> Refusal.notFound("没有您可以查看的案件 " + number));
        Definition d = cases.definitions().forStep(known.state(), cases.clock().today()).orElseThrow();
        Definition.Step found = d.steps().get(step);
        if (found == null) {
            throw Refusal.notFound("“" + d.title() + "”没有这个步骤");
        }
        return new Found(known, d, found, user.getName());
    }

    @GetMapping("/cases/{number}/steps/{step}")
    ModelAndView page(Principal user, @PathVariable String number, @PathVariable String step) {
        Found f = find(user, number, step);
        files.lookedUp(user.getName(), f.known().id(), "办理", f.step().title());
        return page(f, Reply.FRESH);
    }

    /// The form with values that another page of the house has drawn up; nothing is taken until the person sends it.
    @PostMapping("/cases/{number}/steps/{step}/form")
    ModelAndView filledIn(Principal user, @PathVariable String number, @PathVariable String step, @RequestParam MultiValueMap<String, String> given) {
        Found f = find(user, number, step);
        files.lookedUp(user.getName(), f.known().id(), "办理", f.step().title());
        return page(f, new Reply(HttpStatus.OK, stepForm(f).with(given), Map.of(), List.of(), null));
    }

    @PostMapping("/cases/{number}/steps/{step}")
    Object take(
            Principal user, @PathVariable String number, @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Found f = find(user, number, step);
        StepForm.Typed form = stepForm(f).read(typed);
        Map<String, String> errors = new LinkedHashMap<>(form.errors());
        ActForm.Typed act = actForm(f).read(typed, errors);
        if (errors.containsKey("actedOn") || errors.containsKey("actedAt")) {
            return page(f, new Reply(HttpStatus.UNPROCESSABLE_CONTENT, typed, errors, List.of(), null));
        }
        String version = typed.getFirst("expectedVersion");
        Cases.Taking taking = new Cases.Taking(
                version != null && version.matches("\\d{1,6}") ? Integer.valueOf(version) : null, act.actedOn(), act.actedAt(),
                act.actors(), act.party(), act.lateReason(), form.data());
        Cases.Answer answer = cases.take(
                user.getName(), number, step, taking, PageTurn.key(user.getName(), "POST " + number + "/" + step, typed));
        return switch (answer) {
            case Cases.Answer.Done _ -> {
                PageTurn.say(next, "已办理：" + f.step().title() + "。", "已经记入全过程记录。");
                yield "redirect:" + CaseLinks.of(number);
            }
            case Cases.Answer.Drafted(Records.Known _, long _, String awaiting) -> {
                PageTurn.say(next, "已填写：" + f.step().title() + "。", "待 " + cases.office().nameOf(awaiting) + " 本人登录确认后生效。");
                yield "redirect:" + CaseLinks.of(number);
            }
            case Cases.Answer.Refused(List<Reason> reasons) -> page(f, refused(f, typed, errors, reasons));
            case Cases.Answer.Lost _ -> page(find(user, number, step), lost(user, number, typed));
            case Cases.Answer.KeyReused _ -> page(f, new Reply(
                    HttpStatus.CONFLICT, typed, Map.of(), List.of(),
                    NoticeView.of(NoticeView.Tone.WARN, "这个页面已经提交过一次。", "请先到案件页核对；确需再办一次的，核对后可以再次提交。")));
            case Cases.Answer.Forbidden(String why) -> throw Refusal.forbidden(why);
            case Cases.Answer.NotFound(String what) -> throw Refusal.notFound(what);
        };
    }

    /// Somebody was faster: who, and everything typed once more under the present version.
    private Reply lost(Principal user, String number, MultiValueMap<String, String> typed) {
        CaseState now = cases.see(user.getName(), number).orElseThrow().state();
        CaseState.Deed last = now.deeds().getLast();
        Definition d = cases.definitions().forStep(now, cases.clock().today()).orElseThrow();
        String who = String.join("、", Deeds.names(last, cases.office()));
        return new Reply(
                HttpStatus.CONFLICT, typed, Map.of(), List.of(),
                NoticeView.of(
                        NoticeView.Tone.WARN, (who.isEmpty() ? "" : who + " ") + "先办理了“" + Deeds.title(last.step(), d) + "”。",
                        "案件已更新到第 " + now.version() + " 条记录。您填写的内容没有丢失，核对后可以再次提交。"));
    }

    /// Reasons about a field stand at the field, the others above the form.
    private static Reply refused(Found f, MultiValueMap<String, String> typed, Map<String, String> unread, List<Reason> reasons) {
        Map<String, String> errors = new LinkedHashMap<>(unread);
        List<Reason> whole = new ArrayList<>();
        for (Reason r : reasons) {
            String name = fieldName(f.step(), r);
            if (name == null) {
                whole.add(r);
            } else {
                errors.putIfAbsent(name, r.text());
            }
        }
        return new Reply(HttpStatus.UNPROCESSABLE_CONTENT, typed, errors, whole, null);
    }

    /// The name of the input a reason belongs to; null when it concerns the whole form.
    static @Nullable String fieldName(Definition.Step step, Reason r) {
        String field = r.judgement() != null && step.form().has(r.judgement()) ? r.judgement() : r.field();
        if (field == null) {
            return null;
        }
        if (step.form().has(field)) {
            return StepForm.name(field);
        }
        return switch (field) {
            case "actedOn" -> step.hourly() ? "actedAt" : step.lateEntryDays() > 0 ? "actedOn" : null;
            case "actedAt", "lateReason", "party" -> field;
            case "actors" -> "second";
            default -> null;
        };
    }

    private StepForm stepForm(Found f) {
        Map<String, String> titles = files.evidence(f.known()).stream()
                .collect(Collectors.toMap(CaseFiles.Item::id, e -> e.id() + " " + e.title()));
        FormSchema schema = new FormSchema(
                cases.deciding().facts(f.definition(), f.step(), f.state(), cases.office(), cases.clock().today()), cases.clock().now());
        return new StepForm(f.step(), f.state(), schema, cites, titles, new CaseFileRows(cases, files).of(f.user(), f.step(), f.state()));
    }

    private ActForm actForm(Found f) {
        return new ActForm(f.step(), f.state(), cases.office(), cases.clock().today(), f.user());
    }

    private ModelAndView page(Found f, Reply reply) {
        Office office = cases.office();
        LocalDate today = cases.clock().today();
        List<Reason> standing = cases.deciding().survey(f.definition(), f.state(), f.user(), office, today).stream()
                .filter(s -> s.step().id().equals(f.step().id()))
                .findFirst()
                .map(Deciding.StepStatus::reasons)
                .orElse(List.of());
        Reasons words = new Reasons(cites);
        List<ReasonView> reasons = words.of(standing, f.definition(), f.state());
        List<FieldView> fields = new ArrayList<>(stepForm(f).fields(reply.typed(), reply.errors()));
        fields.addAll(actForm(f).fields(reply.typed(), reply.errors()));
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("expectedVersion", String.valueOf(f.state().version()));
        hidden.put("key", PageTurn.key());
        String base = CaseLinks.of(f.state().number());
        FormView form = FormView.post("step-form", CaseLinks.step(f.state().number(), f.step().id()), verb(f.step()), fields)
                .asPrimary()
                .hidden(hidden)
                .problems(problems(reply.refused()))
                .cancel(Link.to(base, "返回案件"));
                return new StepPage(
                Room.CASES, List.of(Link.to("/worklist", "我的待办"), Link.to(base, f.state().number())),
                HeadView.of(f.step().title(), f.state().personal().getOrDefault("title", f.state().number())), f.step().duty(), cites.of(f.step().basis()), reply.notice(),
                !reasons.isEmpty(), reasons.isEmpty() ? words.of(reply.refused(), f.definition(), f.state()) : reasons, form,
                new Effects(f.definition(), f.step(), office).views(), thisCase(f), clocks(f)).view(reply.status());
    }

    private static List<FactView> thisCase(Found f) {
        List<FactView> all = new ArrayList<>();
        all.add(FactView.of("案号", f.state().number()));
        all.add(FactView.of("阶段", f.definition().stages().containsKey(f.state().stage()) ? f.definition().stage(f.state().stage()).title() : f.state().stage()));
        if (!f.state().parties().isEmpty()) {
            all.add(FactView.of("当事人", f.state().parties().keySet().stream().map(f.state()::partyName).collect(Collectors.joining("、"))));
        }
        return all;
    }

    private List<String> problems(List<Reason> refused) {
        return refused.stream()
                .map(r -> r.text() + (r.citations().isEmpty() ? "" : "（" + r.citations().stream().map(laws::display).collect(Collectors.joining("、")) + "）"))
                .toList();
    }

    private static String verb(Definition.Step step) {
        return step.by().officers() > 1 ? "提交，待另一人确认" : "提交";
    }

    private List<ClockView> clocks(Found f) {
        ClockViews views = new ClockViews(cites, cases.deciding().calendar(), cases.clock());
        return f.state().clocks().values().stream()
                .filter(c -> !c.ended() && f.step().clocks().stream().anyMatch(a -> a.clock().equals(c.id())))
                .map(c -> views.view(c, c.party() == null ? null : f.state().partyName(c.party()), false))
                .toList();
    }
}
