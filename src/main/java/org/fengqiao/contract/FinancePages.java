package org.fengqiao.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Cites;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.PageTurn;
import org.fengqiao.cases.Refusal;
import org.fengqiao.cases.SheetCell;
import org.fengqiao.contract.Checklist.RiskPoint;
import org.fengqiao.contract.ContractConfiguration.Checklists;
import org.fengqiao.contract.FinanceLine.Kind;
import org.fengqiao.contract.Reconciliation.Finding;
import org.fengqiao.contract.Reconciliation.Problem;
import org.fengqiao.law.Laws;
import org.fengqiao.ledger.SheetImports;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.CountView;
import org.fengqiao.ui.EmptyView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TabView;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 合同核对: the finance ledger against the reviews, what stands open, and the checklist as it is in force.
@Controller
class FinancePages {

    private final Cases cases;
    private final FinanceLedger ledger;
    private final FinanceImport finance;
    private final SheetImports imports;
    private final Checklists checklists;
    private final Cites cites;

    FinancePages(Cases cases, FinanceLedger ledger, FinanceImport finance, SheetImports imports, Checklists checklists, Laws laws) {
        this.cases = cases;
        this.ledger = ledger;
        this.finance = finance;
        this.imports = imports;
        this.checklists = checklists;
        this.cites = new Cites(laws);
    }

    private boolean may(Principal user, String right) {
        return cases.access().may(cases.office(), user.getName(), FinanceImport.AREA, right, cases.clock().today());
    }

    private void mayRead(Principal user) {
        if (!may(user, "read")) {
            throw Refusal.forbidden("合同核对由财务人员、法制审核员办理，负责人和监督人员可以查看。");
        }
    }

    @GetMapping("/contracts")
    ModelAndView page(Principal user, @RequestParam(defaultValue = "") String show, Model model) {
        mayRead(user);
        return page(user, show, PageTurn.said(model), "", HttpStatus.OK);
    }

    private ModelAndView page(Principal user, String show, @Nullable NoticeView said, String wrong, HttpStatus status) {
        List<FinanceLine> lines = ledger.lines();
        List<Review> reviews = ledger.reviews();
        Reconciliation r = Reconciliation.of(lines, reviews, ledger::threshold);
        List<NoticeView> notices = new ArrayList<>();
        if (said != null) {
            notices.add(said);
        }
        notices.add(verdict(r, lines));
        List<Finding> shown = r.findings().stream().filter(f -> shown(f, show)).toList();
        HeadView head = HeadView.of("合同核对", "财务台账与合同审查逐份核对", threshold());
        return new ListPage(
                Room.CONTRACTS, List.of(), r.findings().isEmpty() ? head : head.with(ActionView.link("导出 CSV", "/contracts/findings.csv", "download")), tabs("/contracts"),
                notices, counts(r, show), null, List.of(findings(shown), lines(lines), accepted(reviews)), null, may(user, "act") ? forms(r, wrong) : List.of()).view(status);
    }

    private static List<TabView> tabs(String at) {
        return List.of(new TabView("核对", "/contracts", at.equals("/contracts")), new TabView("风险清单", "/contracts/checklist", !at.equals("/contracts")));
    }

    private String threshold() {
        LocalDate today = cases.clock().today();
        return ledger.threshold(today).map(t -> "审查标准 " + Reconciliation.yuan(t) + "（按签订当日的标准）").orElse("没有登记审查标准");
    }

    private NoticeView verdict(Reconciliation r, List<FinanceLine> lines) {
        if (lines.isEmpty()) {
            return NoticeView.of(NoticeView.Tone.INFO, "还没有导入财务台账。", "导入已签订的合同和付款以后，逐份与审查件核对。");
        }
        String words = "应审 " + r.due() + " 份，已审 " + r.reviewed() + " 份，应审尽审率 " + Measures.percent(r.coverage()) + "。";
        long open = r.findings().stream().filter(f -> !f.explained()).count();
        return open == 0
                ? NoticeView.of(NoticeView.Tone.DONE, "没有需要处理的问题。", words)
                : NoticeView.of(NoticeView.Tone.BAD, open + " 处需要补审、更正或者说明。", words);
    }

    private static boolean shown(Finding f, String show) {
        return switch (show) {
            case "" -> !f.explained();
            case "explained" -> f.explained();
            default -> !f.explained() && f.problem().name().equalsIgnoreCase(show);
        };
    }

    private static List<CountView> counts(Reconciliation r, String show) {
        List<CountView> all = new ArrayList<>();
        Map<Problem, Integer> numbers = new java.util.EnumMap<>(Problem.class);
        r.findings().stream().filter(f -> !f.explained()).forEach(f -> numbers.merge(f.problem(), 1, Integer::sum));
        all.add(new CountView(numbers.values().stream().mapToInt(n -> n).sum(), "需要处理", "/contracts", null, show.isEmpty()));
        numbers.forEach((problem, n) -> {
            String word = problem.name().toLowerCase(Locale.ROOT);
            all.add(new CountView(n, problem.chinese(), "/contracts?show=" + word, null, show.equals(word)));
        });
        long explained = r.findings().stream().filter(Finding::explained).count();
        if (explained > 0) {
            all.add(new CountView((int) explained, "已说明", "/contracts?show=explained", null, show.equals("explained")));
        }
        return r.findings().isEmpty() ? List.of() : all;
    }

    private TableView findings(List<Finding> shown) {
        List<List<Cell>> rows = shown.stream().map(f -> List.of(
                Cell.of(f.line().title().isEmpty() ? f.line().counterparty() : f.line().title(), f.line().kind().chinese() + " " + f.line().key()),
                Cell.tag(f.explained() ? ClockState.PLENTY : f.problem() == Problem.SPLIT || f.problem() == Problem.AMOUNT_DIFFERS ? ClockState.SOON : ClockState.OVERDUE, f.problem().chinese()),
                Cell.of(f.line().counterparty(), Days.full(f.line().day())),
                Cell.of(f.says(), f.explained() ? "说明：" + f.line().explanation() + "（" + cases.office().nameOf(String.valueOf(f.line().explainedBy())) + "）" : ""),
                next(f))).toList();
        return TableView.of("findings", "核对结果", shown.size() + " 处", List.of("合同、付款", "问题", "对方和日期", "情况", "处理"), rows, "没有这一类问题。");
    }

    /// A finding opens its case, or offers to open a review.
    private static Cell next(Finding f) {
        return f.review() == null
                ? Cell.link("登记送审", "/register/" + Review.PROCEDURE, "补办审查")
                : Cell.link("打开审查件", CaseLinks.of(f.review().number()), f.review().number());
    }

    private static TableView lines(List<FinanceLine> lines) {
        List<List<Cell>> rows = lines.stream().limit(500).map(l -> List.of(
                Cell.of(l.title().isEmpty() ? l.key() : l.title(), l.contractNumber()), Cell.of(l.kind().chinese()), Cell.of(l.counterparty()),
                Cell.of(Reconciliation.yuan(l.amount())), Cell.of(Days.full(l.day())))).toList();
        TableView table = TableView.of("ledger", "已导入的台账", lines.size() + " 行", List.of("名称", "类别", "对方", "金额", "日期"), rows, "还没有导入。").numbers(3);
        return (lines.size() > 500 ? table.foot("只列最近 500 行。") : table).fold(true);
    }

    /// How often each point of the checklist was taken up when a reviewer looked at it.
    private static TableView accepted(List<Review> reviews) {
        Map<String, int[]> counted = new LinkedHashMap<>();
        reviews.forEach(r -> r.verdicts().forEach(v -> counted.computeIfAbsent(v.risk(), k -> new int[2])[v.accepted() ? 0 : 1]++));
        List<List<Cell>> rows = counted.entrySet().stream().map(e -> List.of(
                Cell.of(e.getKey()), Cell.of(String.valueOf(e.getValue()[0])), Cell.of(String.valueOf(e.getValue()[1])),
                Cell.of(Measures.percent((double) e.getValue()[0] / (e.getValue()[0] + e.getValue()[1]))))).toList();
        return TableView.of("accepted", "风险提示的采纳", "由审查意见记录汇总", List.of("风险点", "采纳", "不采纳", "采纳率"), rows, "还没有审查意见处理过风险提示。").numbers(1, 2, 3).fold(true);
    }

    private List<ListPage.SideForm> forms(Reconciliation r, String wrong) {
        List<ListPage.SideForm> all = new ArrayList<>();
        all.add(new ListPage.SideForm("导入财务台账", "先试读一遍，逐行说明；看过以后再确认。同一编号再次导入的，更新内容，不重复。", FormView.post("import", "/contracts/import", "试读", List.of(
                FieldView.of(FieldView.Kind.FILE, "file", "台账文件").must()
                        .help("合同台账或者付款台账，.xlsx 或 .csv；表头写明合同编号（凭证号）、对方单位、金额、日期").error(wrong)))));
        List<FieldView.Option> open = r.findings().stream()
                .filter(f -> !f.explained())
                .map(f -> f.line().kind().word() + ":" + f.line().key())
                .distinct()
                .map(k -> FieldView.Option.of(k, k.substring(k.indexOf(':') + 1)))
                .toList();
        if (!open.isEmpty()) {
            all.add(new ListPage.SideForm("登记说明", "确实不需要审查的，写明理由；说明后单列，不删除。", FormView.post("explain", "/contracts/explanations", "登记说明", List.of(
                    FieldView.choice(FieldView.Kind.LIST, "line", "哪一行", open).must(),
                    FieldView.of(FieldView.Kind.LONG_TEXT, "why", "理由").must().limit(200).help("例如：市级统一采购，框架协议由区里审查")))));
        }
        return all;
    }

    @PostMapping("/contracts/import")
    Object look(Principal user, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        return switch (imports.look(finance, user.getName(), file, "")) {
            case SheetImports.Look.Waits(String address) -> "redirect:" + address;
            case SheetImports.Look.Unfit(String why) -> page(user, "", null, why, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/contracts/explanations")
    String explain(Principal user, @RequestParam(defaultValue = "") String line, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
        finance.admit(user.getName());
        String[] at = line.split(":", 2);
        boolean known = at.length == 2 && java.util.Arrays.stream(Kind.values()).anyMatch(k -> k.word().equals(at[0]));
        if (why.isBlank() || why.length() > 200 || !known) {
            next.addFlashAttribute("said", NoticeView.of(NoticeView.Tone.BAD, "没有登记。", "请选择哪一行，写明理由，不超过二百字。"));
        } else if (ledger.explain(Kind.of(at[0]), at[1], why.strip(), user.getName(), cases.clock().today())) {
            PageTurn.say(next, "已登记说明。", "这一行单列在“已说明”。");
        } else {
            next.addFlashAttribute("said", NoticeView.of(NoticeView.Tone.BAD, "没有登记。", "台账里没有这一行。"));
        }
        return "redirect:/contracts";
    }

    @GetMapping("/contracts/findings.csv")
    ResponseEntity<byte[]> csv(Principal user) {
        mayRead(user);
        StringBuilder text = new StringBuilder("\uFEFF问题,类别,编号,合同编号,对方,名称,金额（元）,日期,情况,审查件,说明\r\n");
        for (Finding f : ledger.reconciled().findings()) {
            List<String> cells = List.of(
                    f.problem().chinese(), f.line().kind().chinese(), f.line().key(), f.line().contractNumber(), f.line().counterparty(), f.line().title(),
                    java.math.BigDecimal.valueOf(f.line().amount(), 2).toPlainString(), f.line().day().toString(), f.says(), f.review() == null ? "" : f.review().number(), f.line().explanation());
            text.append(String.join(",", cells.stream().map(SheetCell::quoted).toList())).append("\r\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + ContractPages.encoded("合同核对结果.csv"))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/contracts/checklist")
    ModelAndView checklist(Principal user) {
        mayRead(user);
        Checklist checklist = Checklist.on(checklists.versions(), cases.clock().today());
        List<List<Cell>> rows = checklist.points().stream().map(p -> List.of(
                Cell.of(p.title()), Cell.of(p.why()), Cell.of(p.advice()), new Cell("", null, "", null, cites.of(p.basis()), null), Cell.of(concerns(checklist, p)))).toList();
        TableView table = new TableView(
                "points", "风险点", checklist.points().size() + " 个", java.util.stream.Stream.of("风险点", "为什么", "建议", "依据", "合同种类").map(c -> new TableView.Column(c, false)).toList(),
                rows, EmptyView.of("清单是空的。"), "清单是数据，按施行日期分版；改动另建一版，旧版保留。", TableView.Fold.NEVER);
        return new ListPage(
                Room.CONTRACTS, List.of(), HeadView.of("风险清单", checklist.title(), Days.full(checklist.from()) + "起施行版"), tabs("/contracts/checklist"), List.of(), List.of(), null,
                List.of(table), null, List.of()).view();
    }

    private static String concerns(Checklist checklist, RiskPoint p) {
        return p.concerns().isEmpty() ? "各类" : checklist.kinds().values().stream().filter(k -> p.concerns().contains(k.id())).map(Checklist.Kind::title).collect(java.util.stream.Collectors.joining("、"));
    }
}
