package org.fengqiao.administration;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.calendar.HolidayNotice;
import org.fengqiao.calendar.HolidayText;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.CalendarChange;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.PageTurn;
import org.fengqiao.cases.Refusal;
import org.fengqiao.office.HolidayNotices;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 放假安排: a notice is entered by one person and approved by another; then open clocks are computed anew.
@Controller
class HolidayPages {

    private static final String HERE = "/administration/holidays";

    /// So many changed days are named; more are counted.
    private static final int DAYS_NAMED = 4;

    private final Cases cases;
    private final Access access;
    private final HolidayNotices notices;
    private final CalendarChange calendar;
    private final Changes changes;

    HolidayPages(Cases cases, Access access, HolidayNotices notices, CalendarChange calendar, Changes changes) {
        this.cases = cases;
        this.access = access;
        this.notices = notices;
        this.calendar = calendar;
        this.changes = changes;
    }

    private boolean may(Principal user, String area) {
        return may(user, area, "act");
    }

    private boolean may(Principal user, String area, String right) {
        return access.may(cases.office(), user.getName(), area, right, cases.clock().today());
    }

    private void must(Principal user, String area) {
        if (!may(user, area)) {
            throw Refusal.forbidden("放假安排由系统管理员登记，由另一名管理员或者负责人批准。");
        }
    }

    @GetMapping(HERE)
    ModelAndView page(Principal user, Model model) {
        if (!may(user, "administration") && !may(user, "holiday-approval")) {
            must(user, "administration");
        }
        return page(user, PageTurn.said(model), Map.of(), Map.of(), HttpStatus.OK);
    }

    private ModelAndView page(
            Principal user, @Nullable NoticeView said, Map<String, String> typed, Map<String, String> errors, HttpStatus status) {
        List<ListPage.SideForm> side = may(user, "administration")
                ? List.of(new ListPage.SideForm("登记通知", "由另一人批准后生效，在办案件的期限随即重新计算。", form(typed, errors)))
                : List.of();
        return new ListPage(
                Room.ADMINISTRATION, List.of(),
                HeadView.of("放假安排", cases.office().name(), "已公布到 " + cases.office().calendar().lastAnnounced().getYear() + " 年"),
                // Whoever only approves finds nothing behind the other tabs.
                may(user, "administration", "read") ? AdministrationPages.tabs("holidays") : List.of(),
                said == null ? List.of() : List.of(said), List.of(), null, List.of(entered(user), moved(user)), null, side).view(status);
    }

    private static FormView form(Map<String, String> typed, Map<String, String> errors) {
        return FormView.post("notice", HERE, "登记", List.of(
                field(FieldView.of(FieldView.Kind.TEXT, "title", "通知名称").limit(100).must(), typed, errors),
                field(FieldView.of(FieldView.Kind.NUMBER, "year", "年度").must(), typed, errors),
                field(FieldView.of(FieldView.Kind.DATE, "published", "公布日期").must(), typed, errors),
                field(FieldView.of(FieldView.Kind.TEXT, "source", "文号或者来源").limit(200), typed, errors),
                field(FieldView.of(FieldView.Kind.LONG_TEXT, "festivals", "安排").limit(2000).must()
                        .help("每个节日一行，例如：春节 放假 02-15至02-23 法定 02-16至02-19 上班 02-14、02-28"), typed, errors)));
    }

    private static FieldView field(FieldView f, Map<String, String> typed, Map<String, String> errors) {
        return f.value(typed.getOrDefault(f.name(), "")).error(errors.getOrDefault(f.name(), ""));
    }

    private TableView entered(Principal user) {
        List<List<Cell>> rows = new ArrayList<>();
        for (HolidayNotices.Entered e : notices.all()) {
            String state = e.approvedBy() == null ? "待批准" : "已批准：" + cases.office().nameOf(e.approvedBy());
            boolean waits = e.approvedBy() == null;
            boolean approves = waits && may(user, "holiday-approval") && !e.enteredBy().equals(user.getName());
            rows.add(List.of(
                    Cell.of(e.notice().title(), Days.full(e.notice().published()) + "公布" + (e.source().isEmpty() ? "" : "，" + e.source())), Cell.of(String.join("；", e.festivals().lines().toList()), waits ? effect(e.notice()) : ""),
                    Cell.of(state, "登记：" + cases.office().nameOf(e.enteredBy())),
                    approves ? Cell.post("批准", HERE + "/" + e.id() + "/approval") : Cell.of(""),
                    waits && may(user, "administration") ? Cell.post("撤回", HERE + "/" + e.id() + "/withdrawal") : Cell.of("")));
        }
        return TableView.of("notices", "本机关登记的通知", rows.size() + " 份", List.of("通知", "安排", "状态", "", ""), rows,
                "没有。年度通知随产品更新；在更新以前公布的，在这里登记。");
    }

    /// What the approval would change, for whoever gives it.
    private String effect(HolidayNotice notice) {
        WorkingDays now = cases.office().calendar();
        List<LocalDate> days = now.changedBy(notice);
        String first = days.stream().limit(DAYS_NAMED).map(day -> day.getMonthValue() + "月" + day.getDayOfMonth() + "日" + (now.isWorkingDay(day) ? "改为放假" : "改为上班"))
                .collect(Collectors.joining("、"));
        String rest = days.size() > DAYS_NAMED ? "等 " + days.size() + " 天" : "";
        return (days.isEmpty() ? "与现行日历相同，不改变任何一天" : first + rest)
                + (now.with(notice).announced(notice.year()) ? "" : "；不是全年的安排，" + notice.year() + " 年仍为暂定");
    }

    private TableView moved(Principal user) {
        List<List<Cell>> rows = calendar.moved(200).stream()
                .filter(m -> access.mayRead(cases.office(), user.getName(), m.procedure(), cases.clock().today()))
                .map(m -> List.of(
                        Cell.link(m.title(), org.fengqiao.cases.CaseLinks.of(m.number()), m.number()), Cell.of(m.clock()),
                        Cell.of(Days.full(m.before())), Cell.of(Days.full(cases.office().calendar().counted(m.after())))))
                .toList();
        return TableView.of("moved", "因此改变的期限", rows.size() + " 个", List.of("案件", "期限", "原届满日", "现届满日"), rows, "没有期限因放假安排改变。");
    }

    @PostMapping(HERE)
    Object enter(Principal user, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next) {
        must(user, "administration");
        Map<String, String> typed = form.toSingleValueMap();
        Map<String, String> errors = new LinkedHashMap<>();
        HolidayNotice notice = read(typed, errors);
        if (notice == null) {
            return page(user, null, typed, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!notices.enter(user.getName(), notice, typed.get("festivals").strip(), typed.getOrDefault("source", "").strip())) {
            return page(user, null, typed, Map.of("title", "同一天公布的同名通知已经登记"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        changes.enter(user.getName(), user.getName(), "登记" + notice.title());
        PageTurn.say(next, "已登记，等待另一人批准。", "批准以前不影响任何期限。");
        return "redirect:" + HERE;
    }

    private @Nullable HolidayNotice read(Map<String, String> typed, Map<String, String> errors) {
        String title = typed.getOrDefault("title", "").strip();
        int year = typed.getOrDefault("year", "").strip().matches("\\d{4}") ? Integer.parseInt(typed.get("year").strip()) : 0;
        LocalDate published = null;
        try {
            published = LocalDate.parse(typed.getOrDefault("published", "").strip());
        } catch (DateTimeParseException e) {
            errors.put("published", "应为日期，例如 2026-11-04");
        }
        errors.putAll(notices.refusals(year, title, published, cases.clock().today()));
        if (typed.getOrDefault("source", "").length() > 200) {
            errors.put("source", "至多 200 个字");
        }
        if (published == null || year == 0) {
            return null;
        }
        try {
            HolidayNotice notice = HolidayText.read(year, title, published, typed.getOrDefault("festivals", ""), cases.office().calendar());
            return errors.isEmpty() ? notice : null;
        } catch (IllegalArgumentException e) {
            errors.put("festivals", e.getMessage() == null ? "无法读出日期" : e.getMessage());
            return null;
        }
    }

    @PostMapping(HERE + "/{id}/approval")
    String approve(Principal user, @PathVariable long id, RedirectAttributes next) {
        must(user, "holiday-approval");
        calendar.settle(null);
        if (!notices.approve(user.getName(), id)) {
            throw Refusal.forbidden("这件通知已经批准、已经撤回，或者是您自己登记的。自己登记的由另一人批准。");
        }
        CalendarChange.Outcome outcome = calendar.settle(user.getName());
        changes.enter(user.getName(), user.getName(), "批准放假安排：" + title(id) + "，" + outcome.cases() + " 件案件的 " + outcome.clocks() + " 个期限改变");
        PageTurn.say(next, "放假安排已经生效。", outcome.clocks() == 0
                ? "没有在办期限因此改变。"
                : outcome.cases() + " 件案件的 " + outcome.clocks() + " 个期限已经重新计算，记入各案并告知承办人。");
        return "redirect:" + HERE;
    }

    private String title(long id) {
        return notices.all().stream().filter(e -> e.id() == id).map(e -> e.notice().title()).findFirst().orElse("");
    }

    @PostMapping(HERE + "/{id}/withdrawal")
    String withdraw(Principal user, @PathVariable long id, RedirectAttributes next) {
        must(user, "administration");
        String title = title(id);
        if (!notices.withdraw(id)) {
            throw Refusal.forbidden("这件通知已经批准或者已经撤回。");
        }
        changes.enter(user.getName(), user.getName(), "撤回" + title);
        PageTurn.say(next, "已撤回。", "");
        return "redirect:" + HERE;
    }
}
