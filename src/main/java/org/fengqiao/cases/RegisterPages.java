package org.fengqiao.cases;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.procedure.Reason;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.RegisterPage;
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
import org.springframework.web.util.UriUtils;

/// 登记新事项: choose the procedure, then fill its opening form.
@Controller
class RegisterPages {

    private final Cases cases;
    private final Access access;
    private final Laws laws;
    private final Cites cites;
    private final DrawnParties drawn;

    RegisterPages(Cases cases, Access access, Laws laws, CaseSearch search, CaseFiles files) {
        this.cases = cases;
        this.access = access;
        this.laws = laws;
        this.cites = new Cites(laws);
        this.drawn = new DrawnParties(cases, search, files);
    }

    @GetMapping("/register")
    ModelAndView choose(Principal user, @RequestParam(defaultValue = "") String related) {
        Office office = cases.office();
        LocalDate today = cases.clock().today();
        Map<Definition.Area, List<RegisterPage.Choice>> groups = new EnumMap<>(Definition.Area.class);
        for (String slug : cases.definitions().slugs()) {
            Optional<Definition> found = cases.definitions().inForce(slug, today);
            if (found.isPresent() && mayOpen(office, user.getName(), found.get(), today)) {
                Definition d = found.get();
                groups.computeIfAbsent(d.area(), _ -> new ArrayList<>()).add(new RegisterPage.Choice(
                        d.title(), d.summary(), address(slug, related), cites.of(List.of(laws.citation(d.instrument())))));
            }
        }
        List<RegisterPage.Group> shown = groups.entrySet().stream()
                .map(g -> new RegisterPage.Group(g.getKey().title(), g.getValue()))
                .toList();
        if (shown.isEmpty()) {
            throw Refusal.forbidden("您的岗位不办理登记。需要登记的，请交受理登记员或者执法人员。");
        }
        return new RegisterPage(shown).view();
    }

    private static String address(String slug, String related) {
        return "/register/" + slug + (related.isBlank() ? "" : "?related=" + UriUtils.encode(related.strip(), StandardCharsets.UTF_8));
    }

    /// Whether a person holds, or stands in for, a post that opens cases of this procedure.
    private boolean mayOpen(Office office, String user, Definition d, LocalDate today) {
        return access.mayOpen(office, user, d.slug(), today)
                && office.person(user)
                        .filter(p -> d.opening().by().posts().stream()
                                .anyMatch(post -> p.holds(post, today) || office.substitutedBy(p, post, today).isPresent()))
                        .isPresent();
    }

    private Definition definition(Principal user, String slug) {
        LocalDate today = cases.clock().today();
        Definition d = cases.definitions().inForce(slug, today).orElseThrow(() -> Refusal.notFound("没有这个办理程序"));
        if (!mayOpen(cases.office(), user.getName(), d, today)) {
            String posts = d.opening().by().posts().stream().map(cases.office()::postTitle).collect(Collectors.joining("、"));
            throw Refusal.forbidden("“" + d.title() + "”由" + posts + "登记。");
        }
        return d;
    }

    @GetMapping("/register/{slug}")
    ModelAndView page(
            Principal user, @PathVariable String slug, @RequestParam(defaultValue = "") String related,
            @RequestParam(defaultValue = "") String from) {
        Definition d = definition(user, slug);
        List<FieldView> fields = fields(d, user, null, Map.of());
        if (!related.isBlank()) {
            Set<String> about = aboutCases(d);
            about.add("related");
            fields.replaceAll(f -> about.contains(f.name()) ? f.value(related.strip()) : f);
        }
        MultiValueMap<String, String> parties = drawn.typed(user.getName(), d, from);
        if (!parties.isEmpty()) {
            Set<String> about = aboutCases(d);
            FieldView proposed = new PartyForm(d.parties()).fields(parties, Map.of()).getFirst();
            fields.replaceAll(f -> f.name().equals("parties") ? proposed : about.contains(f.name()) ? f.value(from.strip()) : f);
        }
        return page(d, HttpStatus.OK, fields, List.of(), null, drawn.offered(user.getName(), d));
    }

    /// The fields of the opening form that name another case.
    private static Set<String> aboutCases(Definition d) {
        return d.opening().form().fields().stream()
                .filter(f -> f.type() == Field.Type.CASE)
                .map(f -> StepForm.name(f.id()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @PostMapping("/register/{slug}")
    Object open(
            Principal user, @PathVariable String slug, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Definition d = definition(user, slug);
        Definition.Step step = d.opening();
        StepForm.Typed form = form(d).read(typed);
        Map<String, String> errors = new LinkedHashMap<>(form.errors());
        ActForm.Typed act = new ActForm(step, null, cases.office(), cases.clock().today(), user.getName()).read(typed, errors);
        String title = ActForm.text(typed, "title");
        if (title == null || title.length() > 200) {
            errors.put("title", title == null ? "请填写事项名称" : "至多 200 个字");
        }
        LocalDate relevant = relevant(typed, errors);
        String related = ActForm.text(typed, "related");
        if (related != null && cases.see(user.getName(), related).isEmpty()) {
            errors.put("related", "没有您可以查看的案件 " + related);
        }
        if (errors.containsKey("title")) {
            // Said together with it: what the form itself still lacks, so that nobody is sent back twice.
            step.form().fields().stream()
                    .filter(f -> f.required() && form.data().path(f.id()).isMissingNode())
                    .forEach(f -> errors.putIfAbsent(StepForm.name(f.id()), "请填写“" + f.title() + "”"));
        }
        if (errors.keySet().stream().anyMatch(e -> List.of("title", "related", "relevantDate", "actedOn", "actedAt").contains(e))) {
            return page(d, user, HttpStatus.UNPROCESSABLE_CONTENT, typed, errors, List.of(), null);
        }
        Cases.Taking when = new Cases.Taking(null, act.actedOn(), act.actedAt(), act.actors(), null, act.lateReason(), form.data());
        Cases.Opening opening = new Cases.Opening(
                slug, title, relevant, form.data(), new PartyForm(d.parties()).read(typed), related, when);
        Cases.Answer answer = cases.open(user.getName(), opening, PageTurn.key(user.getName(), "register " + slug, typed));
        return switch (answer) {
            case Cases.Answer.Done(var known, boolean _) -> {
                PageTurn.say(next, "已登记：" + known.state().number() + "。", "期限已按登记的时间起算。");
                yield "redirect:" + CaseLinks.of(known.state().number());
            }
            case Cases.Answer.Drafted(var known, long _, String _) -> "redirect:" + CaseLinks.of(known.state().number());
            case Cases.Answer.Refused(List<Reason> reasons) -> {
                List<Reason> whole = new ArrayList<>();
                for (Reason r : reasons) {
                    String name = "parties".equals(r.field()) ? "parties" : StepPages.fieldName(step, r);
                    if (name == null) {
                        whole.add(r);
                    } else {
                        errors.putIfAbsent(name, r.text());
                    }
                }
                yield page(d, user, HttpStatus.UNPROCESSABLE_CONTENT, typed, errors, whole, null);
            }
            case Cases.Answer.Lost _ -> page(d, user, HttpStatus.CONFLICT, typed, errors, List.of(),
                    NoticeView.of(NoticeView.Tone.WARN, "文号刚刚被占用。", "您填写的内容没有丢失，请再次提交。"));
            case Cases.Answer.KeyReused _ -> page(d, user, HttpStatus.CONFLICT, typed, errors, List.of(),
                    NoticeView.of(NoticeView.Tone.WARN, "这个页面已经登记过一件。", "请先到案件检索核对；确是另一件的，可以再次提交。"));
            case Cases.Answer.Forbidden(String why) -> throw Refusal.forbidden(why);
            case Cases.Answer.NotFound(String what) -> throw Refusal.notFound(what);
        };
    }

    private static @Nullable LocalDate relevant(MultiValueMap<String, String> typed, Map<String, String> errors) {
        String text = ActForm.text(typed, "relevantDate");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            errors.put("relevantDate", "应为日期，例如 2026-10-09");
            return null;
        }
    }

    private StepForm form(Definition d) {
        FormSchema schema = new FormSchema(cases.deciding().facts(d, d.opening(), null, cases.office(), cases.clock().today()), cases.clock().now());
        return new StepForm(d.opening(), null, schema, cites, Map.of());
    }

    private ModelAndView page(
            Definition d, Principal user, HttpStatus status, MultiValueMap<String, String> typed, Map<String, String> errors,
            List<Reason> refused, @Nullable NoticeView notice) {
        return page(d, status, fields(d, user, typed, errors), refused, notice, List.of());
    }

    private List<FieldView> fields(Definition d, Principal user, @Nullable MultiValueMap<String, String> typed, Map<String, String> errors) {
        List<FieldView> fields = new ArrayList<>();
        fields.add(FieldView.of(FieldView.Kind.TEXT, "title", "事项名称").must().limit(200)
                .help("地点加问题，例如：石桥路18号夜间装卸噪声")
                .value(typed == null ? "" : Optional.ofNullable(typed.getFirst("title")).orElse(""))
                .error(errors.getOrDefault("title", "")));
        fields.addAll(new PartyForm(d.parties()).fields(typed, errors));
        fields.addAll(form(d).fields(typed, errors));
        fields.add(FieldView.of(FieldView.Kind.DATE, "relevantDate", "事项发生日期").help("不填即为办理的当天；实体问题按这一天的法律")
                .value(typed == null ? "" : Optional.ofNullable(typed.getFirst("relevantDate")).orElse(""))
                .error(errors.getOrDefault("relevantDate", "")));
        fields.add(FieldView.of(FieldView.Kind.TEXT, "related", "同一事项的案号").help("与已登记的案件是同一件事的，填写那一件的案号，编入同一事线")
                .value(typed == null ? "" : Optional.ofNullable(typed.getFirst("related")).orElse(""))
                .error(errors.getOrDefault("related", "")));
        fields.addAll(new ActForm(d.opening(), null, cases.office(), cases.clock().today(), user.getName()).fields(typed, errors));
        return fields;
    }

    private ModelAndView page(
            Definition d, HttpStatus status, List<FieldView> fields, List<Reason> refused, @Nullable NoticeView notice, List<ActionView> actions) {
        Definition.Step step = d.opening();
        LocalDate today = cases.clock().today();
        FormView form = FormView.post("open-form", "/register/" + d.slug(), "登记", fields)
                .asPrimary()
                .hidden(Map.of("key", PageTurn.key()))
                .problems(refused.stream().map(r -> r.text() + cited(r)).toList())
                .cancel(Link.to("/register", "改选程序"));
        HeadView head = new HeadView("登记：" + d.title(), List.of(
                Link.to("/procedures/" + d.slug() + "?on=" + today, Days.full(d.from()) + "起施行版"), Link.words(step.title())), actions);
        return new StepPage(
                Room.INTAKE, List.of(Link.to("/worklist", "我的待办"), Link.to("/register", "登记新事项")), head, step.duty(),
                cites.of(step.basis()), notice, false, List.of(), form, new Effects(d, step, cases.office()).views(), List.of(),
                List.of()).view(status);
    }

    private String cited(Reason r) {
        List<Citation> all = r.citations();
        return all.isEmpty() ? "" : "（" + all.stream().map(laws::display).collect(Collectors.joining("、")) + "）";
    }
}
