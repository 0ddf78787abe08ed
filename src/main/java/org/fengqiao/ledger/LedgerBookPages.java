package org.fengqiao.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.cases.CaseFiles;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.PageTurn;
import org.fengqiao.cases.Refusal;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.NoticeView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 台账页: the ledgers, their sheets, and an import from the first look to its result.
@Controller
class LedgerBookPages {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBookPages.class);
    private static final int TOLD_EVERY = 20;
    private static final int MOST_REASON = 200;

    private final Cases cases;
    private final Ledgers ledgers;
    private final LedgerImport imports;
    private final Waiting waiting;
    private final EntryList entries;
    private final CaseFiles files;
    private final LedgerViews views;

    LedgerBookPages(Cases cases, Ledgers ledgers, LedgerImport imports, Waiting waiting, EntryList entries, CaseFiles files) {
        this.cases = cases;
        this.ledgers = ledgers;
        this.imports = imports;
        this.waiting = waiting;
        this.entries = entries;
        this.files = files;
        this.views = new LedgerViews(cases, ledgers);
    }

    @GetMapping("/ledgers")
    ModelAndView all(Principal user) {
        List<LedgerViews.Counted> shown = new ArrayList<>();
        for (Definition d : ledgers.all()) {
            if (ledgers.mayRead(user.getName(), d) || ledgers.mayOpen(user.getName(), d)) {
                shown.add(new LedgerViews.Counted(d, entries.count(d.slug())));
            }
        }
        if (shown.isEmpty()) {
            throw Refusal.forbidden("您的岗位没有可以登记或者查看的台账。");
        }
        return views.all(user.getName(), shown).view();
    }

    private Definition ledger(Principal user, String slug, boolean opens) {
        Definition d = ledgers.find(slug).orElseThrow(() -> Refusal.notFound("没有这个台账"));
        if (opens ? !ledgers.mayOpen(user.getName(), d) : !ledgers.mayRead(user.getName(), d) && !ledgers.mayOpen(user.getName(), d)) {
            String posts = String.join("、", d.opening().by().posts().stream().map(cases.office()::postTitle).toList());
            throw Refusal.forbidden("“" + d.title() + "”由" + posts + "登记。");
        }
        return d;
    }

    @GetMapping("/ledgers/{slug}")
    ModelAndView one(Principal user, @PathVariable String slug, Model model) {
        return page(user, ledger(user, slug, false), PageTurn.said(model), "", HttpStatus.OK);
    }

    private ModelAndView page(Principal user, Definition d, @Nullable NoticeView notice, String wrong, HttpStatus status) {
        return views.one(user.getName(), d, entries.count(d.slug()), waiting.recent(d.slug(), user.getName(), 10), notice, wrong).view(status);
    }

    @GetMapping("/ledgers/{slug}/template.xlsx")
    void template(Principal user, @PathVariable String slug, HttpServletResponse response) throws IOException {
        Definition d = ledger(user, slug, true);
        attach(response, d.title() + "模板.xlsx");
        new Book(d, ledgers.headings(d)).template(response.getOutputStream());
    }

    @GetMapping("/ledgers/{slug}/entries.xlsx")
    void export(Principal user, @PathVariable String slug, HttpServletResponse response) throws IOException {
        Definition d = ledger(user, slug, false);
        if (!cases.access().may(cases.office(), user.getName(), "case-export", "read", cases.clock().today())) {
            throw Refusal.forbidden("导出台账清单须由负责人、法制审核员、档案员或者督办员办理。");
        }
        files.lookedUp(user.getName(), null, "导出", "台账清单 " + d.title());
        attach(response, d.title() + cases.clock().today() + ".xlsx");
        new Book(d, ledgers.headings(d)).entries(response.getOutputStream(), entries.all(user.getName(), slug));
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"ledger.xlsx\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /// The look that writes no entry.
    @PostMapping("/ledgers/{slug}/imports")
    Object look(
            Principal user, @PathVariable String slug, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String reason) throws IOException {
        Definition d = ledger(user, slug, true);
        String why = reason.strip();
        if (file == null || file.isEmpty() || why.length() > MOST_REASON) {
            return page(user, d, null, why.length() > MOST_REASON ? "更正理由至多 200 个字" : "请选择一个 xlsx 或者 csv 文件", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try (InputStream in = file.getInputStream()) {
            byte[] bytes = SheetFile.all(in);
            String correcting = why.isEmpty() ? null : why;
            Report found = imports.check(new LedgerImport.Order(d, SheetFile.read(bytes), user.getName(), correcting));
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            UUID id = waiting.keep(slug, user.getName(), name.length() > 200 ? name.substring(0, 200) : name, bytes, correcting, found);
            return "redirect:/ledgers/imports/" + id;
        } catch (Unreadable e) {
            return page(user, d, null, e.getMessage(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Waiting.Kept kept(Principal user, String id) {
        try {
            return waiting.find(UUID.fromString(id), user.getName()).orElseThrow(() -> Refusal.notFound("没有这次导入"));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("没有这次导入");
        }
    }

    @GetMapping("/ledgers/imports/{id}")
    ModelAndView outcome(Principal user, @PathVariable String id, HttpServletResponse response) {
        Waiting.Kept kept = kept(user, id);
        Definition d = ledger(user, kept.procedure(), true);
        if (kept.state() == Waiting.State.RUNNING) {
            response.setHeader("Refresh", "2");
        }
        return views.outcome(d, kept).view();
    }

    @PostMapping("/ledgers/imports/{id}/confirmation")
    String confirm(Principal user, @PathVariable String id, RedirectAttributes next) {
        Waiting.Kept kept = kept(user, id);
        Definition d = ledger(user, kept.procedure(), true);
        waiting.begin(kept.id(), user.getName())
                .ifPresent(content -> Thread.ofVirtual().name("ledger import " + kept.id()).start(() -> enter(kept, d, content)));
        return "redirect:/ledgers/imports/" + id;
    }

    private void enter(Waiting.Kept kept, Definition d, byte[] content) {
        try {
            LedgerImport.Order order = new LedgerImport.Order(d, SheetFile.read(content), kept.person(), kept.reason());
            waiting.finish(kept.id(), imports.enter(order, done -> {
                if (done % TOLD_EVERY == 0) {
                    waiting.progress(kept.id(), done);
                }
            }));
        } catch (Unreadable | LedgerImport.Busy | SQLException | RuntimeException e) {
            LOG.warn("The import {} stopped and can be repeated: {}", kept.id(), e.toString());
            waiting.stop(kept.id());
        }
    }
}
