package org.fengqiao.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.cases.CaseFiles;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.PageTurn;
import org.fengqiao.cases.Refusal;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.NoticeView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 台账页: the ledgers, their sheets, and the first look at a sheet that is brought.
@Controller
class LedgerBookPages {

    private final Cases cases;
    private final Ledgers ledgers;
    private final SheetImports imports;
    private final Waiting waiting;
    private final EntryList entries;
    private final CaseFiles files;
    private final LedgerViews views;

    LedgerBookPages(Cases cases, Ledgers ledgers, SheetImports imports, Waiting waiting, EntryList entries, CaseFiles files) {
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
        Definition d = ledgers.find(slug).orElseThrow(Ledgers::unknown);
        if (opens || !ledgers.mayRead(user.getName(), d)) {
            ledgers.mustOpen(user.getName(), d);
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
        SheetImport into = imports.into(slug).orElseThrow(Ledgers::unknown);
        return switch (imports.look(into, user.getName(), file, reason)) {
            case SheetImports.Look.Waits(String address) -> "redirect:" + address;
            case SheetImports.Look.Unfit(String why) -> page(user, ledger(user, slug, true), null, why, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
