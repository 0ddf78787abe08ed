package org.fengqiao.cases;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.fengqiao.ui.ErrorPage;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.StepPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 案件页: the file of one matter, its drafts and its evidence.
@Controller
class CasePages {

    private final Cases cases;
    private final Drafts drafts;
    private final CaseFiles files;
    private final Access access;
    private final Laws laws;
    private final Evidence evidence;
    private final CaseSearch search;
    private final List<CompanionPage> companions;

    CasePages(
            Cases cases, Drafts drafts, CaseFiles files, Access access, Laws laws, Evidence evidence, CaseSearch search,
            ObjectProvider<CompanionPage> companions) {
        this.cases = cases;
        this.drafts = drafts;
        this.files = files;
        this.access = access;
        this.laws = laws;
        this.evidence = evidence;
        this.search = search;
        this.companions = companions.orderedStream().toList();
    }

    @GetMapping("/cases/{number}")
    ModelAndView page(
            Principal user, @PathVariable String number, @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "0") int row, Model model) {
        if (cases.viewing().asksToEnter(user.getName(), number).isPresent()) {
            return new ModelAndView("redirect:" + CaseLinks.of(number) + "/purpose");
        }
        Records.Known known = seen(user, number);
        files.lookedUp(user.getName(), known.id(), "办理", "案件页");
        CaseSearch.Around around = CaseSearch.Around.NONE;
        Optional<CaseList> from = CaseList.read(list);
        if (row > 0 && from.isPresent()) {
            around = search.around(user.getName(), from.get(), row);
        }
        return view(known, user).page(PageTurn.said(model), null, around).view();
    }

    private CaseView view(Records.Known known, Principal user) {
        return new CaseView(
                cases, drafts, files, access, laws, known, user.getName(),
                companions.stream().flatMap(c -> c.of(known.state()).stream()).toList());
    }

    private Records.Known seen(Principal user, String number) {
        return cases.see(user.getName(), number).orElseThrow(() -> Refusal.notFound("没有您可以查看的案件 " + number));
    }

    /// A draft with everything that was filled in, for the officer who confirms it.
    @GetMapping("/cases/{number}/drafts/{id}")
    ModelAndView draft(Principal user, @PathVariable String number, @PathVariable long id) {
        Records.Known known = seen(user, number);
        Drafts.Draft draft = drafts.find(id).filter(d -> d.caseId() == known.id()).orElseThrow(() -> Refusal.notFound("没有这份草稿，可能已经确认或者撤回"));
        LocalDate today = cases.clock().today();
        Definition d = cases.definitions().forStep(known.state(), draft.act().actedOn()).orElseThrow();
        Definition.Step step = d.step(draft.step()).orElseThrow(() -> Refusal.notFound("程序已经没有这个步骤"));
        boolean mine = draft.awaiting().equals(user.getName());
        String base = CaseLinks.of(number);
        FormView form = mine
                ? FormView.post("confirm", base + "/confirmations", "确认办理", List.of())
                        .hidden(Map.of("draft", String.valueOf(id), "key", PageTurn.key()))
                        .asPrimary()
                : FormView.post("withdraw", base + "/drafts/" + id + "/withdrawal", "撤回草稿", List.of());
        String names = cases.office().nameOf(draft.person()) + " 填写，待 " + cases.office().nameOf(draft.awaiting()) + " 确认";
        return new StepPage(
                Room.CASES, List.of(Link.to(base, number)), HeadView.of("待确认：" + step.title(), names),
                "确认以前是草稿，没有法律效力。", new Cites(laws).of(step.basis()), null, false, List.of(),
                form.cancel(Link.to(base, "返回案件")),
                new FactViews(cases.deciding(), d, known.state(), cases.office(), today).filled(step, draft.act().data()),
                List.of(), List.of()).view();
    }

    @PostMapping("/cases/{number}/drafts/{id}/withdrawal")
    String withdraw(Principal user, @PathVariable String number, @PathVariable long id, RedirectAttributes next) {
        Records.Known known = seen(user, number);
        boolean here = drafts.find(id).filter(d -> d.caseId() == known.id()).isPresent();
        if (!here || !drafts.withdraw(id, user.getName())) {
            throw Refusal.forbidden("草稿只能由填写人或者确认人撤回");
        }
        PageTurn.say(next, "草稿已撤回。", "案件没有变化。");
        return "redirect:" + CaseLinks.of(number);
    }

    @PostMapping("/cases/{number}/confirmations")
    String confirm(
            Principal user, @PathVariable String number, @RequestParam long draft,
            @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Records.Known known = seen(user, number);
        Cases.Answer answer = cases.confirm(user.getName(), number, draft, PageTurn.key(user.getName(), "confirm " + number, typed));
        Link back = Link.to(CaseLinks.of(number), "返回案件");
        switch (answer) {
            case Cases.Answer.Done _ -> PageTurn.say(next, "已确认。", "该项办理自确认时生效。");
            case Cases.Answer.Drafted _ -> PageTurn.say(next, "已确认。", "仍待另一名人员确认。");
            case Cases.Answer.Refused(List<Reason> reasons) -> {
                Definition d = cases.definitions().forStep(known.state(), cases.clock().today()).orElseThrow();
                throw Refusal.of(ErrorPage.refused(
                        "填写以后情况有了变化，现在不能确认。原因如下。", new Reasons(new Cites(laws)).of(reasons, d, known.state()), back, List.of()));
            }
            case Cases.Answer.Lost _ -> throw Refusal.of(ErrorPage.lostRace("案件刚刚有了新的办理记录，请返回案件核对后再确认。", back, List.of()));
            case Cases.Answer.NotFound _ -> throw Refusal.notFound("没有这份草稿，可能已经确认或者撤回");
            case Cases.Answer.Forbidden(String why) -> throw Refusal.forbidden(why);
            case Cases.Answer.KeyReused _ -> throw Refusal.of(ErrorPage.lostRace("这个页面已经提交过。", back, List.of()));
        }
        return "redirect:" + CaseLinks.of(number);
    }

    @PostMapping("/cases/{number}/evidence")
    Object addEvidence(
            Principal user, @PathVariable String number, @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes next) throws IOException {
        Records.Known known = seen(user, number);
        Map<String, String> errors = new LinkedHashMap<>();
        String kind = text(typed, "kind");
        String title = text(typed, "title");
        String source = text(typed, "source");
        LocalDate collected = collected(text(typed, "collectedOn"), errors);
        if (!EvidenceForm.KINDS.contains(kind)) {
            errors.put("kind", "请选择证据种类");
        }
        if (title.isEmpty() || title.length() > 200) {
            errors.put("title", "请填写名称，至多 200 个字");
        }
        if (source.length() > 200) {
            errors.put("source", "至多 200 个字");
        }
        if (file == null || file.isEmpty()) {
            errors.put("file", "请选择文件");
        }
        if (errors.isEmpty() && file != null && collected != null) {
            Cases.Answer answer = store(user, number, typed, file, new Described(kind, title, source.isEmpty() ? "现场收集" : source, collected));
            switch (answer) {
                case Cases.Answer.Done(Records.Known _, boolean _) -> {
                    PageTurn.say(next, "证据已存入案卷。", "文件的 SM3 摘要已经记入全过程记录。");
                    return "redirect:" + CaseLinks.of(number) + "#evidence";
                }
                case Cases.Answer.Refused(List<Reason> reasons) -> reasons.forEach(r -> errors.put(r.field() == null ? "file" : r.field(), r.text()));
                case Cases.Answer.Forbidden(String why) -> throw Refusal.forbidden(why);
                default -> errors.put("file", "案件刚刚有了新的办理记录，请重新选择文件后再提交");
            }
        }
        FormView form = EvidenceForm.of(known.state(), kind, title, source, text(typed, "collectedOn"), errors);
        return view(known, user).page(null, form, CaseSearch.Around.NONE).view(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private record Described(String kind, String title, String source, LocalDate collected) {}

    private Cases.Answer store(
            Principal user, String number, MultiValueMap<String, String> typed, MultipartFile file, Described d) throws IOException {
        if (!access.mayAct(cases.office(), user.getName(), seen(user, number).state().procedure(), cases.clock().today())) {
            return new Cases.Answer.Forbidden("您没有办理该程序案件的权限");
        }
        Evidence.Stored stored;
        try (InputStream in = file.getInputStream()) {
            stored = evidence.store(in);
        }
        String media = file.getContentType();
        Evidence.Entry entry = new Evidence.Entry(
                d.kind(), d.title(), d.source(), d.collected(),
                media == null || media.length() > 100 ? MediaType.APPLICATION_OCTET_STREAM_VALUE : media, stored.size(), stored.sm3());
        return cases.addEvidence(user.getName(), number, entry, PageTurn.key(user.getName(), "evidence " + stored.sm3(), typed));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = ActForm.text(typed, name);
        return value == null ? "" : value;
    }

    private static @Nullable LocalDate collected(String text, Map<String, String> errors) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            errors.put("collectedOn", "应为日期，例如 2026-10-09");
            return null;
        }
    }

    /// The file itself, as it was taken in; a browser saves it and never runs it.
    @GetMapping("/cases/{number}/evidence/{id}")
    ResponseEntity<Resource> evidence(Principal user, @PathVariable String number, @PathVariable String id) throws IOException {
        Records.Known known = seen(user, number);
        CaseFiles.Item item = files.evidence(known).stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有证据 " + id));
        if (Restriction.hides(known.state(), null)) {
            throw Refusal.forbidden(PersonalData.Withheld.WHY + "。");
        }
        Path place = evidence.place(item.sm3());
        if (!Files.exists(place)) {
            throw Refusal.notFound("证据 " + id + " 的文件不在证据库中");
        }
        files.lookedUp(user.getName(), known.id(), "办理", "证据 " + id);
        String name = URLEncoder.encode(item.id() + " " + item.title() + extension(item.mediaType()), StandardCharsets.UTF_8).replace("+", "%20");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(item.size())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .body(new InputStreamResource(Files.newInputStream(place)));
    }

    private static String extension(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "application/pdf" -> ".pdf";
            case "video/mp4" -> ".mp4";
            case "audio/mpeg" -> ".mp3";
            case "text/plain" -> ".txt";
            default -> "";
        };
    }
}
