package org.fengqiao.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// 导入页: what the look at a sheet found, its confirmation, and what became of each row.
@Controller
class ImportPages {

    private final SheetImports imports;

    ImportPages(SheetImports imports) {
        this.imports = imports;
    }

    @GetMapping("/ledgers/imports/{id}")
    ModelAndView outcome(Principal user, @PathVariable String id, HttpServletResponse response) {
        Waiting.Kept kept = imports.kept(user.getName(), id);
        SheetImport into = imports.of(kept);
        into.admit(user.getName());
        if (kept.state() == Waiting.State.RUNNING) {
            response.setHeader("Refresh", "2");
        }
        return ImportViews.outcome(into, kept).view();
    }

    @PostMapping("/ledgers/imports/{id}/confirmation")
    String confirm(Principal user, @PathVariable String id) {
        Waiting.Kept kept = imports.kept(user.getName(), id);
        imports.confirm(kept);
        return "redirect:" + ImportViews.address(kept.id());
    }
}
