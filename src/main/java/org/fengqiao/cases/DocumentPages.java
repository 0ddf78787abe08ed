package org.fengqiao.cases;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Records;
import org.fengqiao.ui.DocumentPage;
import org.fengqiao.ui.ErrorPage;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.ReasonView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 文书页: a document on its sheet, its files, and the signature.
@Controller
class DocumentPages {

    private static final Pattern BODY = Pattern.compile("<body[^>]*>(.*)</body>", Pattern.DOTALL);

    private final Cases cases;
    private final CaseFiles files;
    private final DocumentFiles documents;
    private final Cites cites;

    DocumentPages(Cases cases, CaseFiles files, DocumentFiles documents, Laws laws) {
        this.cases = cases;
        this.files = files;
        this.documents = documents;
        this.cites = new Cites(laws);
    }

    private Records.Known seen(Principal user, String number) {
        return cases.see(user.getName(), number).orElseThrow(() -> Refusal.notFound("没有您可以查看的案件 " + number));
    }

    @GetMapping(path = "/cases/{number}/documents/{id}", params = "!as")
    ModelAndView page(Principal user, @PathVariable String number, @PathVariable String id, Model model) {
        Records.Known known = seen(user, number);
        CaseState.CaseDocument d = known.state().documents().get(id);
        if (d == null) {
            throw Refusal.notFound("没有这份文书");
        }
        files.lookedUp(user.getName(), known.id(), "办理", "文书 " + id);
        return view(known, d, user, PageTurn.said(model)).view();
    }

    private DocumentPage view(Records.Known known, CaseState.CaseDocument d, Principal user, @Nullable NoticeView said) {
        LocalDate today = cases.clock().today();
        Definition definition = cases.definitions().forStep(known.state(), today).orElseThrow();
        Definition.DocumentRule rule = definition.documents().get(d.kind());
        String title = rule == null ? d.kind() : rule.title();
        String base = CaseLinks.document(known.state().number(), d.id());
        String html = documents.render(known, d.id(), "html").map(f -> body(f.bytes())).orElse("");
        NoticeView notice = said != null
                ? said
                : d.revised() ? NoticeView.of(NoticeView.Tone.WARN, "这份文书已经撤回。", "内容保留备查，不再具有效力。")
                : documents.withholds(known, d) ? NoticeView.of(NoticeView.Tone.LOCK, "这份文书不予显示。", PersonalData.Withheld.WHY + "。")
                : html.isEmpty() ? NoticeView.of(NoticeView.Tone.INFO, "这种文书没有版式。", "内容记在办理记录里。") : null;
        List<FactView> facts = new ArrayList<>();
        facts.add(FactView.of("文号", d.number() == null ? "不编文号" : d.number()));
        facts.add(FactView.of("日期", Days.full(d.on())));
        facts.add(FactView.of("状态", CaseView.documentStatus(d, rule)));
        d.servedOn().forEach((party, on) -> facts.add(FactView.of("送达", known.state().partyName(party) + " " + Days.day(on, today))));
        facts.add(FactView.of("摘要", d.digest().substring(0, 8) + "…" + d.digest().substring(60)));
        if (rule != null && !rule.basis().isEmpty()) {
            facts.add(FactView.links("依据", cites.of(rule.basis()).stream().map(c -> new Link(c.text(), c.href())).toArray(Link[]::new)));
        }
        boolean sheet = !html.isEmpty();
        return new DocumentPage(
                List.of(Link.to("/cases", "案件"), Link.to(CaseLinks.of(known.state().number()), known.state().number())),
                HeadView.of(title, known.state().number(), CaseView.documentStatus(d, rule)), notice, html, facts,
                standing(d, rule, user, today), sign(d, rule, user, today, base),
                sheet ? List.of(Link.to(base + "?as=pdf", "下载 PDF"), Link.to(base + "?as=docx", "下载 DOCX")) : List.of());
    }

    private List<ReasonView> standing(CaseState.CaseDocument d, Definition.@Nullable DocumentRule rule, Principal user, LocalDate today) {
        if (rule == null || rule.sign() == null || d.revised()) {
            return List.of();
        }
        String post = cases.office().postTitle(rule.sign());
        return d.signed()
                ? List.of(ReasonView.ok(post + "已经签发。"))
                : maySign(user, rule.sign(), today) ? List.of() : List.of(ReasonView.no("须由" + post + "签发。", cites.of(rule.basis()).toArray(org.fengqiao.ui.Cite[]::new)));
    }

    private @Nullable FormView sign(CaseState.CaseDocument d, Definition.@Nullable DocumentRule rule, Principal user, LocalDate today, String base) {
        if (rule == null || rule.sign() == null || d.signed() || d.revised() || !maySign(user, rule.sign(), today)) {
            return null;
        }
        return FormView.post("sign", base + "/sign", "签发", List.of()).hidden(Map.of("key", PageTurn.key())).asPrimary();
    }

    private boolean maySign(Principal user, String post, LocalDate today) {
        Office office = cases.office();
        Person p = office.person(user.getName()).orElse(null);
        return p != null && (p.holds(post, today) || office.substitutedBy(p, post, today).isPresent());
    }

    /// The sheet's own content; the page around it brings the stylesheet.
    static String body(byte[] bytes) {
        String html = new String(bytes, StandardCharsets.UTF_8);
        Matcher m = BODY.matcher(html);
        return (m.find() ? m.group(1) : html).replaceAll(" style=\"[^\"]*\"", "");
    }

    @GetMapping(path = "/cases/{number}/documents/{id}", params = "as")
    ResponseEntity<byte[]> file(Principal user, @PathVariable String number, @PathVariable String id, @RequestParam(name = "as") String format) {
        Records.Known known = seen(user, number);
        DocumentFiles.File file = documents.render(known, id, format).orElseThrow(() -> Refusal.notFound("没有这份文书，或者不能输出为这种格式"));
        files.lookedUp(user.getName(), known.id(), "办理", "下载文书 " + id + " " + format);
        String disposition = format.equals("docx") ? file.disposition().replaceFirst("inline", "attachment") : file.disposition();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header("Content-Disposition", disposition)
                .body(file.bytes());
    }

    @PostMapping("/cases/{number}/documents/{id}/sign")
    String sign(
            Principal user, @PathVariable String number, @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Records.Known known = seen(user, number);
        Cases.Answer answer = cases.sign(user.getName(), number, id, PageTurn.key(user.getName(), "sign " + number + "/" + id, typed));
        Link back = Link.to(CaseLinks.document(number, id), "返回文书");
        switch (answer) {
            case Cases.Answer.Done _ -> PageTurn.say(next, "已签发。", "签发已经记入全过程记录。");
            case Cases.Answer.Refused(List<Reason> reasons) -> {
                Definition d = cases.definitions().forStep(known.state(), cases.clock().today()).orElseThrow();
                throw Refusal.of(ErrorPage.refused("这份文书现在不能由您签发。", new Reasons(cites).of(reasons, d, known.state()), back, List.of()));
            }
            case Cases.Answer.Lost _, Cases.Answer.KeyReused _, Cases.Answer.Drafted _ ->
                throw Refusal.of(ErrorPage.lostRace("案件刚刚有了新的办理记录，请核对文书后再签发。", back, List.of()));
            case Cases.Answer.NotFound(String what) -> throw Refusal.notFound(what);
            case Cases.Answer.Forbidden(String why) -> throw Refusal.forbidden(why);
        }
        return "redirect:" + CaseLinks.document(number, id);
    }
}
