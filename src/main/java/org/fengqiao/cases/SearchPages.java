package org.fengqiao.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.EmptyView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.PagingView;
import org.fengqiao.ui.SearchPage;
import org.fengqiao.ui.StateTag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 案件检索: filters, rows, paging and export.
@Controller
class SearchPages {

    private static final int SIZE = 20;
    private static final int EXPORTED = 500;
    private static final List<String> HEADINGS = List.of("案号", "事项", "程序", "环节", "立案日期", "最近办理", "时限", "时限暂定", "是否办结", "事线编号");

    private final Cases cases;
    private final CaseSearch search;
    private final CaseFiles files;
    private final Access access;
    private final Laws laws;

    SearchPages(Cases cases, CaseSearch search, CaseFiles files, Access access, Laws laws) {
        this.cases = cases;
        this.search = search;
        this.files = files;
        this.access = access;
        this.laws = laws;
    }

    private void allowed(Principal user) {
        if (search.readable(user.getName()).isEmpty()) {
            throw Refusal.forbidden("您的岗位没有可以查看的案件。");
        }
    }

    @GetMapping("/cases")
    ModelAndView page(Principal user, CaseList asked, @RequestParam(defaultValue = "1") int page) {
        allowed(user);
        CaseSearch.Found found = search.find(user.getName(), asked.query(Math.clamp(page, 1, 100_000), SIZE));
        String words = found.query().q();
        if (!words.isEmpty()) {
            files.lookedUp(user.getName(), null, "查询", "检索案件，得到 " + found.total() + " 件");
        }
        int first = (found.query().page() - 1) * SIZE + 1;
        List<SearchPage.Row> rows = new ArrayList<>();
        found.rows().forEach(r -> rows.add(row(r, user.getName(), asked.link(r.number(), first + rows.size()))));
        String lead = words.isEmpty() ? "共 " + found.total() + " 件" : "“" + words + "”找到 " + found.total() + " 件";
        int from = found.total() == 0 ? 0 : first;
        boolean export = access.may(cases.office(), user.getName(), "case-export", "read", cases.clock().today());
        return new SearchPage(
                HeadView.of("案件", lead, "在办的按时限先后排列").with(ActionView.link("登记新事项", "/register", "plus")), filters(asked, user.getName()), rows,
                EmptyView.of("没有符合条件的案件。可以减少条件，或换一个写法。"),
                new PagingView(
                        from, from == 0 ? 0 : from + rows.size() - 1, (int) found.total(),
                        found.query().page() > 1 ? paged(asked, found.query().page() - 1) : null,
                        (long) found.query().page() * SIZE < found.total() ? paged(asked, found.query().page() + 1) : null),
                export ? List.of(Link.to(asked.address("/cases.csv"), "导出 CSV"), Link.to(asked.address("/cases.xlsx"), "导出 XLSX")) : List.of(),
                words.isEmpty() ? List.of() : articles(words), null).view();
    }

    private static String paged(CaseList asked, int page) {
        String address = asked.address("/cases");
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }

    private SearchPage.Row row(CaseSearch.Row r, String user, String link) {
        LocalDate today = cases.clock().today();
        Office office = cases.office();
        CaseState state = cases.see(user, r.number()).orElseThrow().state();
        ClockViews views = new ClockViews(new Cites(laws), cases.deciding().calendar(), cases.clock());
        WorkingDays calendar = cases.deciding().calendar();
        Clock timed = r.due() == null ? null : ClockViews.timed(state, calendar, r.due().day());
        StateTag tag = r.due() == null ? null : timed != null ? views.tag(timed) : views.tag(r.due(), true);
        String due = r.due() == null ? r.isFinal() ? "已办结" : "" : timed != null ? views.dueWords(timed) : Days.weekday(r.due(), today, calendar);
        String parties = state.parties().keySet().stream().map(state::partyName).collect(Collectors.joining("、"));
        String people = state.officers().stream().map(office::nameOf).collect(Collectors.joining("、"));
        return new SearchPage.Row(
                r.title(), link, r.number() + " · " + procedure(r), stage(r), parties, tag,
                due, Days.day(r.opened(), today), people);
    }

    private String procedure(CaseSearch.Row r) {
        return newest(r.procedure()).map(Definition::title).orElse(r.procedure());
    }

    private String stage(CaseSearch.Row r) {
        return cases.definitions().versions(r.procedure()).reversed().stream()
                .map(d -> d.stages().get(r.stage()))
                .filter(s -> s != null)
                .findFirst()
                .map(Definition.Stage::title)
                .orElse(r.stage());
    }

    private Optional<Definition> newest(String slug) {
        return cases.definitions().versions(slug).reversed().stream().findFirst();
    }

    private FormView filters(CaseList asked, String user) {
        List<FieldView.Option> procedures = new ArrayList<>(List.of(FieldView.Option.of("", "全部程序")));
        search.readable(user).forEach(p -> procedures.add(FieldView.Option.of(p, newest(p).map(Definition::title).orElse(p))));
        CaseSearch.Query q = asked.query(1, 1);
        List<FieldView> fields = new ArrayList<>(List.of(
                FieldView.of(FieldView.Kind.TEXT, "q", "案号、事项、当事人").value(q.q()),
                FieldView.choice(FieldView.Kind.LIST, "procedure", "程序", procedures).value(q.procedure())));
        newest(q.procedure()).ifPresent(d -> {
            List<FieldView.Option> stages = new ArrayList<>(List.of(FieldView.Option.of("", "全部环节")));
            d.stages().values().forEach(s -> stages.add(FieldView.Option.of(s.id(), s.title())));
            fields.add(FieldView.choice(FieldView.Kind.LIST, "stage", "环节", stages).value(q.stage()));
        });
        fields.add(FieldView.choice(FieldView.Kind.LIST, "state", "状态", List.of(
                FieldView.Option.of("", "全部"), FieldView.Option.of("open", "在办"), FieldView.Option.of("final", "办结"))).value(q.state()));
        fields.add(FieldView.choice(FieldView.Kind.LIST, "due", "时限", List.of(
                FieldView.Option.of("", "不限"), FieldView.Option.of("overdue", "已逾期"), FieldView.Option.of("today", "今日到期"),
                FieldView.Option.of("soon", "三个工作日内"))).value(q.due()));
        fields.add(FieldView.of(FieldView.Kind.DATE, "from", "立案自").value(asked.from() == null ? "" : asked.from().toString()));
        fields.add(FieldView.of(FieldView.Kind.DATE, "until", "立案至").value(asked.until() == null ? "" : asked.until().toString()));
        return FormView.get("filters", "/cases", "检索", fields);
    }

    /// Articles whose summary holds the words.
    private List<Link> articles(String words) {
        LocalDate today = cases.clock().today();
        return laws.all().stream()
                .flatMap(law -> law.inForce(today).stream())
                .flatMap(v -> v.articles().stream()
                        .filter(a -> a.summary() != null && a.summary().contains(words) || a.topic() != null && a.topic().contains(words))
                        .map(v::citation))
                .limit(5)
                .map(c -> Link.to(laws.url(c), laws.display(c)))
                .toList();
    }

    private void mayExport(Principal user, String format) {
        allowed(user);
        if (!access.may(cases.office(), user.getName(), "case-export", "read", cases.clock().today())) {
            throw Refusal.forbidden("导出案件清单须由负责人、法制审核员、档案员或者督办员办理。");
        }
        files.lookedUp(user.getName(), null, "导出", "案件清单 " + format);
    }

    @FunctionalInterface
    private interface Line {
        void write(List<String> cells) throws IOException;
    }

    private void each(Principal user, CaseList asked, Line line) throws IOException {
        line.write(HEADINGS);
        for (int page = 1; ; page++) {
            CaseSearch.Found found = search.find(user.getName(), asked.query(page, EXPORTED));
            for (CaseSearch.Row r : found.rows()) {
                line.write(List.of(
                        r.number(), r.title(), procedure(r), stage(r), r.opened().toString(), r.acted().toString(),
                        r.due() == null ? "" : r.due().day().toString(),
                        r.due() == null ? "" : r.due().provisional() ? "是" : "否", r.isFinal() ? "是" : "否", r.lifeline()));
            }
            if (found.rows().size() < EXPORTED) {
                return;
            }
        }
    }

    private String fileName(String ending) {
        return "attachment; filename=\"cases-" + cases.clock().today() + ending + "\"";
    }

    @GetMapping("/cases.csv")
    void csv(Principal user, CaseList asked, HttpServletResponse response) throws IOException {
        mayExport(user, "CSV");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", fileName(".csv"));
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // The mark lets spreadsheet programs read the file as UTF-8.
            out.write('\uFEFF');
            each(user, asked, cells -> out.write(cells.stream().map(SheetCell::quoted).collect(Collectors.joining(",")) + "\r\n"));
        }
    }

    @GetMapping("/cases.xlsx")
    void xlsx(Principal user, CaseList asked, HttpServletResponse response) throws IOException {
        mayExport(user, "XLSX");
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", fileName(".xlsx"));
        try (Workbook book = new Workbook(response.getOutputStream(), "Fengqiao", "1.0")) {
            Worksheet sheet = book.newWorksheet("案件");
            Map<Integer, Integer> widths = Map.of(0, 26, 1, 44, 2, 24, 3, 14);
            widths.forEach(sheet::width);
            int[] row = {0};
            each(user, asked, cells -> {
                for (int i = 0; i < cells.size(); i++) {
                    sheet.value(row[0], i, cells.get(i));
                }
                row[0]++;
            });
            sheet.freezePane(0, 1);
            sheet.finish();
        }
    }
}
