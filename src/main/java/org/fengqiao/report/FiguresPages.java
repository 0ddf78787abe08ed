package org.fengqiao.report;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.law.Laws;
import org.fengqiao.ui.ErrorPage;
import org.fengqiao.ui.NoticeView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 数据页: the figures of a period, each leading to its definition and its cases.
@Lazy
@Controller
class FiguresPages {

    private static final int CASES_SHOWN = 100;

    private final Figures figures;
    private final Cases cases;
    private final Access access;
    private final Laws laws;

    FiguresPages(Figures figures, Cases cases, Access access, Laws laws) {
        this.figures = figures;
        this.cases = cases;
        this.access = access;
        this.laws = laws;
    }

    @GetMapping("/figures")
    ModelAndView all(
            Principal user, @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String month, @RequestParam(required = false) @Nullable String cutOff) {
        return page(user, year, month, cutOff, null, "", 1);
    }

    @GetMapping("/figures/{id}")
    ModelAndView one(
            Principal user, @PathVariable String id, @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String month, @RequestParam(required = false) @Nullable String cutOff,
            @RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "1") String page) {
        return page(user, year, month, cutOff, id, part, page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    }

    private ModelAndView page(
            Principal user, @Nullable String year, @Nullable String month, @Nullable String cutOff, @Nullable String id,
            String part, int page) {
        LocalDate today = cases.clock().today();
        if (!access.may(cases.office(), user.getName(), "figures", "read", today)) {
            return ErrorPage.forbidden("数据由负责人、法制审核、督办等岗位查看。", java.util.List.of()).view(HttpStatus.FORBIDDEN);
        }
        Period period;
        NoticeView wrong = null;
        try {
            period = Period.of(number(year, today.getYear(), "年度"), month == null || month.isBlank() ? null : number(month, 1, "月份"), cutOff, today);
        } catch (IllegalArgumentException e) {
            period = Period.ofYear(today.getYear(), today);
            wrong = NoticeView.of(NoticeView.Tone.WARN, "期间有误，下面是今年的数据。", e.getMessage() + "。");
        }
        final Reckoning reckoning;
        Figures.CaseList list = null;
        if (id == null) {
            reckoning = figures.of(period, cases.office());
        } else {
            Optional<Figures.CaseList> found = figures.cases(period, cases.office(), id, part, page, CASES_SHOWN);
            if (found.isEmpty()) {
                return ErrorPage.notFound().view(HttpStatus.NOT_FOUND);
            }
            list = found.get();
            reckoning = list.reckoning();
        }
        FiguresView view = new FiguresView(
                figures.indicators(), laws, cases.definitions(), reckoning,
                p -> access.mayRead(cases.office(), user.getName(), p, today),
                key -> cases.office().setting(key, reckoning.period().to()).map(x -> x.value()));
        return view.page(list, part, today, wrong).view(wrong == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    private static int number(@Nullable String text, int otherwise, String what) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.strip().matches("\\d{1,4}")) {
            throw new IllegalArgumentException(what + "应当是数字");
        }
        return Integer.parseInt(text.strip());
    }
}
