package org.fengqiao.ui;

import static org.fengqiao.ui.Samples.cite;
import static org.fengqiao.ui.Samples.penalty;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.ui.FlowGraph.Bracket;
import org.fengqiao.ui.FlowGraph.Edge;
import org.fengqiao.ui.FlowGraph.Node;
import org.fengqiao.ui.FlowGraph.Node.Kind;
import org.fengqiao.ui.TableView.Cell;

/// 程序、法律、日历、期限计算.
final class LawSamples {

    private LawSamples() {}

    static FlowGraph graph() {
        return new FlowGraph(List.of(new Node("filing", "立案", "第54条", Kind.MUST, false), new Node("investigating", "调查取证", "第54、55条", Kind.MUST, false), new Node("review", "终结审查", "第57条", Kind.MUST, false),
                new Node("notice", "事先告知", "第44条", Kind.MUST, false), new Node("defense", "陈述申辩", "第45条", Kind.MUST, false), new Node("legal", "法制审核", "第58条", Kind.MAYBE, false), new Node("discussion", "集体讨论", "第57条第2款", Kind.MAYBE, false),
                new Node("decision", "处罚决定", "第59、60条", Kind.DECISION, false), new Node("service", "送达", "第61条", Kind.MUST, false), new Node("performing", "执行", "第66、67条", Kind.MUST, false), new Node("closed", "结案", "归档", Kind.END, false),
                new Node("transfer", "移送", "第57条第1款", Kind.MAYBE, true), new Node("none", "不予处罚", "第57条第1款", Kind.MAYBE, true), new Node("hearing", "听证", "第63、64条", Kind.MAYBE, true), new Node("court", "法院执行", "强制法第53条", Kind.MAYBE, true)),
                List.of(edge("filing", "investigating"), edge("investigating", "review"), edge("review", "notice"), edge("notice", "defense"), edge("defense", "legal"), edge("legal", "discussion"), edge("discussion", "decision"), edge("decision", "service"),
                        edge("service", "performing"), edge("performing", "closed"), edge("review", "transfer"), edge("review", "none"), edge("notice", "hearing"), edge("hearing", "legal"), edge("performing", "court"), edge("court", "closed"), edge("none", "closed"), edge("transfer", "closed"), edge("legal", "investigating")),
                List.of(new Bracket("filing", "decision", "作出决定：立案之日起九十日", true), new Bracket("notice", "legal", "要求听证：五个工作日", false), new Bracket("decision", "service", "送达：七个工作日", true), new Bracket("service", "performing", "缴款：十五日", false)));
    }

    private static Edge edge(String from, String to) {
        return new Edge(from, to);
    }

    static Page procedure() {
        return new ProcedurePage(HeadView.of("行政处罚（普通程序）", "2021年7月15日起施行版", "现用于 41 件在办案件", "11 个环节、26 个步骤、4 个期限").with(ActionView.link("比较版本", "?compare", "git-compare"), ActionView.primary("登记新事项", "/register/administrative-penalty-ordinary")),
                List.of(), graph(), "未写明法律名称的，均为《行政处罚法》条文",
                List.of(TableView.of("steps", "步骤", "26 个", List.of("步骤", "环节", "由谁办理", "条件", "依据"), List.of(
                        List.of(Cell.of("立案", "生成立案审批表"), Cell.of("线索 → 调查取证"), Cell.of("分管执法的负责人"), Cell.of("在赋权目录之内"), Cell.basis(cite("第五十四条第二款", "x"))),
                        List.of(Cell.of("送达事先告知书", "开始计听证要求期限"), Cell.of("终结审查 → 事先告知"), Cell.of("执法人员 2 名"), Cell.of("报告已审查"), Cell.basis(cite("第四十四条", "x"), cite("第六十一条", "x"))),
                        List.of(Cell.of("作出处罚决定", "编号、生成决定书"), Cell.of("集体讨论 → 处罚决定"), Cell.of("负责人，不得是调查人员"), Cell.of("8 项"), Cell.basis(cite("第五十七条", "x")))), "没有步骤。").fold(false)),
                TableView.of("clocks", "期限", "4 个", List.of("期限", "长度", "从何时起", "顺延", "依据"), List.of(
                        List.of(Cell.of("作出决定", "本机关的义务"), Cell.of("90 天"), Cell.of("立案"), Cell.of("不顺延"), Cell.basis(cite("第六十条", "x"))), List.of(Cell.of("要求听证", "当事人的权利"), Cell.of("5 个工作日"), Cell.of("每名当事人收到告知书"), Cell.of("顺延"), Cell.basis(cite("第六十四条第一项", "x"), cite("第八十五条", "x")))), "没有期限。"),
                List.of(TableView.of("documents", "文书", "2 份", List.of("文书", "何时生成", "依据"), List.of(List.of(Cell.link("立案审批表", "/procedures/x/documents/1", ""), Cell.of("立案"), Cell.basis(cite("第五十四条", "x")))), "没有文书。"),
                        TableView.of("examples", "例子", "每次构建都运行", List.of("例子", "结果"), List.of(List.of(Cell.of("当事人在期限内要求听证"), Cell.tag(ClockState.MET, "允许")), List.of(Cell.of("期限届满后要求听证"), Cell.tag(ClockState.DISPUTED, "拒绝，第六十四条第一项"))), "没有例子。")),
                versions(), List.of(FactView.of("执法人员", "不少于 2 人，现有 6 人"), FactView.of("法制审核", "1 人，现有 2 人"), FactView.of("听证主持", "1 人，现有 2 人"), FactView.of("决定", "1 人，现有 2 人")), "有人请假时，仍能配齐",
                List.of(new ProcedurePage.InterpretationRow("九十日", "第八十五条未列九十日，按自然日计算。", "法治工作办，2026年1月4日")), FormView.get("preview", "/procedures/administrative-penalty-ordinary", "查看", List.of(FieldView.of(FieldView.Kind.DATE, "on", "这一天适用的定义").value("2026-10-09"))), java.time.LocalDate.of(2026, 10, 9));
    }

    private static List<VersionRow> versions() {
        return List.of(new VersionRow("2021-07-15", "现行版", "", "依2021年修订的《行政处罚法》", true, true), new VersionRow("2018-01-01", "旧版", "?on=2020-01-01", "2021年7月14日止，仅供查看旧卷", false, true), new VersionRow("2009-08-27", "2009年及以前各版", "", "本库未收，不作依据", false, false));
    }

    static Page procedures() {
        return ListPage.of(Room.PROCEDURES, HeadView.of("办理程序", "5 个程序", "都已证明能走到结案"), List.of(
                TableView.of("procedures", "程序", "", List.of("程序", "版本", "在办", "证明", "依据"), List.of(
                        List.of(Cell.link("行政处罚（普通程序）", "/procedures/administrative-penalty-ordinary", "从线索到归档"), Cell.of("2021-07-15"), Cell.link("41", "/cases?procedure=x", ""), Cell.tag(ClockState.MET, "8 项全部成立"), Cell.basis(penalty("第五章", "x"))),
                        List.of(Cell.link("民意速办（12345 工单）", "/procedures/public-request", ""), Cell.of("2026-01-01"), Cell.link("152", "/cases?procedure=y", ""), Cell.tag(ClockState.MET, "6 项全部成立"), Cell.of("市12345工单办理规范（示例）", "这是工作规范，不是法律")))
                        , "没有程序。").numbers(2)));
    }

    static Page law(boolean imported) {
        List<LawPage.Paragraph> text = imported ? List.of(new LawPage.Paragraph("示例条文第一款。听证应当依照以下程序组织：", List.of(new LawPage.Item("（一）示例第一项：", List.of("1.示例第一目；", "2.示例第二目。"), "《中华人民共和国行政处罚法》第六十四条第一款第一项"), new LawPage.Item("（二）示例第二项。", List.of(), "《中华人民共和国行政处罚法》第六十四条第一款第二项")), "《中华人民共和国行政处罚法》第六十四条第一款"), new LawPage.Paragraph("示例条文第二款。", List.of(), "《中华人民共和国行政处罚法》第六十四条第二款")) : List.of();
        return new LawPage(HeadView.of("行政处罚法", "2021年修订，2021年7月15日起施行", "现行有效", "86 条"),
                List.of(FactView.of("全称", "中华人民共和国行政处罚法"), FactView.of("制定机关", "全国人民代表大会常务委员会"), FactView.of("效力级别", "法律"), FactView.of("公布", "2021年1月22日"), FactView.of("核对日期", "2026年9月30日")),
                FormView.get("asof", "/laws/administrative-penalty-law", "查看", List.of(FieldView.of(FieldView.Kind.DATE, "on", "查看这一天有效的条文").value("2026-10-09"))), imported, List.of(),
                List.of(new LawPage.Chapter("第五章 行政处罚的决定", List.of(new LawPage.Article("a63", "第六十三条", "应当告知听证权利的六类拟处罚", "", List.of(), List.of(), List.of(), null, ""), new LawPage.Article("a64", "第六十四条", "听证的提出、通知、主持、举行和笔录", "", List.of("a64-1", "a64-1-1"), text, List.of(Link.to("/procedures/x", "行政处罚（普通程序）：步骤“要求听证”"), Link.words("指标“听证数”")), Link.to("/laws/x/y/cases?article=64", "12 件在办案件的当前步骤或者期限依据本条"), "/laws/x/y/articles/64"),
                        new LawPage.Article("a65", "第六十五条", "听证结束后根据笔录作出决定", "未入库，须由法制审核员核对原文", List.of(), List.of(), List.of(), null, ""))),
                        new LawPage.Chapter("第六章 行政处罚的执行", List.of(new LawPage.Article("a66", "第六十六条", "按期履行", "", List.of(), List.of(), List.of(), null, "")))),
                versions(), List.of(Link.to("/laws/x/compare", "与2018-01-01版逐条对照")), TableView.of("uses", "用在哪里", "", List.of("程序", "用于", "在办案件"), List.of(List.of(Cell.link("行政处罚（普通程序）", "/procedures/x", ""), Cell.of("期限：要求听证", "第六十四条第一项"), Cell.link("12", "/cases", ""))), "没有程序使用。").numbers(2), java.time.LocalDate.of(2021, 7, 15), "行政处罚法");
    }

    static Page comparison(boolean side) {
        return new ComparisonPage(Room.LAWS, HeadView.of("行政复议法：新旧对照", "2018-01-01版 → 2024-01-01版"), List.of(Link.to("/laws", "法律法规")),
                FormView.get("versions", "/laws/x/compare", "对照", List.of(FieldView.choice(FieldView.Kind.LIST, "before", "旧版", List.of(FieldView.Option.of("2018-01-01", "2018-01-01"))), FieldView.choice(FieldView.Kind.LIST, "after", "新版", List.of(FieldView.Option.of("2024-01-01", "2024-01-01"))))),
                List.of(), List.of(new CountView(3, "有变化", "?show=changed", null, true), new CountView(1, "修改", "?show=c", null, false)), List.of(
                        new ComparisonPage.Row("移动并修改", Link.to("/laws/x#40", "第四十条"), Link.to("/laws/y#88", "第八十八条"), "期间与送达", List.of(new ComparisonPage.Piece(ComparisonPage.Mark.KEPT, "示例条文"), new ComparisonPage.Piece(ComparisonPage.Mark.DELETED, "旧字"), new ComparisonPage.Piece(ComparisonPage.Mark.INSERTED, "新字"), new ComparisonPage.Piece(ComparisonPage.Mark.KEPT, "。\n第二款。"))),
                        new ComparisonPage.Row("移动", Link.to("/laws/x#4", "第四条"), Link.to("/laws/y#5", "第五条"), "", List.of()),
                        new ComparisonPage.Row("新增", Link.words(""), Link.to("/laws/y#6", "第六条"), "复议人员", List.of(new ComparisonPage.Piece(ComparisonPage.Mark.INSERTED, "示例新条。")))),
                List.of(new TabView("合并", "/laws/x/compare", !side), new TabView("并排", "/laws/x/compare?view=side", side)), side);
    }

    static Page article() {
        LawPage law = (LawPage) law(true);
        LawPage.Article shown = law.chapters().getFirst().articles().get(1);
        ComparisonPage.Row change = ((ComparisonPage) comparison(false)).rows().getFirst();
        return new ArticlePage(HeadView.of("《行政处罚法》第六十四条", "2021年7月15日起施行", "现行有效"), List.of(Link.to("/laws", "法律法规"), Link.to("/laws/x/y", "行政处罚法")), List.of(), "2026年10月9日有效的条文", shown, "《中华人民共和国行政处罚法》第六十四条",
                List.of(Link.to("/laws/x/y/articles/63", "第六十三条"), Link.to("/laws/x/y/articles/65", "第六十五条")), change, List.of(Link.to("/laws/x/2018-01-01/articles/42", "2018-01-01版第四十二条"), Link.to("/laws/x/2021-07-15/articles/64", "2021-07-15版第六十四条")), law.uses(), versions());
    }

    /// A draft contract with two suggestions, one of them about something that is missing.
    static Page marked(boolean decides) {
        List<FieldView> fields = decides ? List.of(
                FieldView.choice(FieldView.Kind.CHOICE, "data.risk-points[0].disposition", "处理", List.of(FieldView.Option.of("accepted", "采纳"), FieldView.Option.of("dismissed", "不采纳"))),
                FieldView.of(FieldView.Kind.TEXT, "data.risk-points[0].remark", "说明").limit(200)) : List.of();
        List<MarkedPage.Passage> text = List.of(
                new MarkedPage.Passage(List.of(new MarkedPage.Span("商铺租赁合同", List.of(), List.of()))),
                new MarkedPage.Passage(List.of(
                        new MarkedPage.Span("第二条　", List.of(), List.of()), new MarkedPage.Span("租赁期限二十五年", List.of(1), List.of(1)), new MarkedPage.Span("。", List.of(), List.of()))));
        List<MarkedPage.Remark> remarks = List.of(
                new MarkedPage.Remark(1, "租赁期限超过二十年", "第二条", "租赁期限二十五年", "约定 25 年，超过的部分无效。", "超过二十年的部分无效。", "改为二十年以内。", List.of(Cite.of("《民法典》第七百零五条第一款", "/laws/civil-code")), decides ? Map.of("data.risk-points[0].risk", "租赁期限超过二十年") : Map.of(), fields),
                new MarkedPage.Remark(2, "没有解决争议的方法", "全文", "", "", "没有约定管辖的，可能要到外地应诉。", "约定管辖法院。", List.of(), Map.of(), List.of()));
        return new MarkedPage(
                Room.CASES, HeadView.of("商铺租赁合同", "合同风险清单", "46 个风险点"), List.of(Link.to("/cases", "案件")), List.of(new TabView("风险提示", "/cases/x/contract", true), new TabView("两稿对照", "/cases/x/contract/redline", false)),
                List.of(), FormView.get("draft", "/cases/x/contract", "查看", List.of(FieldView.choice(FieldView.Kind.LIST, "file", "文本", List.of(FieldView.Option.of("E1", "E1 送审稿"))))), "送审稿", text, remarks,
                decides ? new MarkedPage.Verdict("逐条选择。", List.of(Link.to("/cases/x/steps/legality-reviewed/form", "带入审查意见"), Link.to("/cases/x/steps/legality-objected/form", "带入不得签订的意见"))) : null);
    }

    static Page laws() {
        return new ListPage(Room.LAWS, List.of(), HeadView.of("法律法规", "14 部", "3 部已导入官方文本"), List.of(), List.of(), List.of(), FormView.get("filters", "/laws", "查找", List.of(FieldView.of(FieldView.Kind.TEXT, "q", "条文或问题").help("例如 几天内可以要求听证"), FieldView.of(FieldView.Kind.DATE, "asOf", "这一天有效"))),
                List.of(TableView.of("laws", "全部", "效力从高到低", List.of("名称", "级别", "施行", "文本"), List.of(List.of(Cell.link("行政处罚法", "/laws/administrative-penalty-law", "86 条 · 3 版"), Cell.of("法律"), Cell.of("2021-07-15"), Cell.of("官方文本未导入")),
                        List.of(Cell.link("12345 工单办理承诺（示例）", "/laws/office-rules", "9 条 · 1 版"), Cell.of("本单位规定"), Cell.of("2026-01-01"), Cell.of("本单位自定")))
                        , "没有收录。")), PagingView.all(2), List.of());
    }

    static Page calendar() {
        Set<LocalDate> makeUp = Set.of(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 5, 9), LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10));
        Map<String, LocalDate[]> rest = Map.of("元旦", span(1, 1, 1, 3), "春节", span(2, 15, 2, 23), "清明节", span(4, 4, 4, 6), "劳动节", span(5, 1, 5, 5), "端午节", span(6, 19, 6, 21), "中秋节", span(9, 25, 9, 27), "国庆节", span(10, 1, 10, 7));
        List<CalendarPage.Day> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            LocalDate one = day;
            String holiday = rest.entrySet().stream().filter(e -> !one.isBefore(e.getValue()[0]) && !one.isAfter(e.getValue()[1])).map(Map.Entry::getKey).findFirst().orElse("");
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            CalendarPage.Day.Kind kind = makeUp.contains(day) ? CalendarPage.Day.Kind.MAKEUP : !holiday.isEmpty() ? CalendarPage.Day.Kind.HOLIDAY : weekend ? CalendarPage.Day.Kind.WEEKEND : CalendarPage.Day.Kind.WORK;
            days.add(new CalendarPage.Day(day, kind, holiday, day.equals(Samples.TODAY)));
        }
        return new CalendarPage(HeadView.of("工作日历", "2026年"), 2026, "/calendar/2025", "/calendar/2027", true, "依国务院办公厅通知。", days, List.of(FactView.of("工作日", "248 天"), FactView.of("休息日", "117 天"), FactView.of("调休上班", "6 天")),
                TableView.of("holidays", "放假安排", "", List.of("节日", "放假", "调休上班"), List.of(List.of(Cell.of("国庆节"), Cell.of("10月1日至7日"), Cell.of("9月20日、10月10日"))), "尚未公布。"));
    }

    private static LocalDate[] span(int m1, int d1, int m2, int d2) {
        return new LocalDate[] {LocalDate.of(2026, m1, d1), LocalDate.of(2026, m2, d2)};
    }

    static Page deadline() {
        return new DeadlinePage(FormView.get("deadline", "/deadlines", "计算", List.of(FieldView.of(FieldView.Kind.DATE, "from", "起算日").help("当日不计入").value("2026-09-29").must(), FieldView.of(FieldView.Kind.NUMBER, "length", "长度").value("5").must(),
                FieldView.choice(FieldView.Kind.CHOICE, "unit", "单位", List.of(FieldView.Option.of("working-day", "工作日"), FieldView.Option.of("calendar-day", "自然日"), FieldView.Option.of("month", "月"), FieldView.Option.of("year", "年"), FieldView.Option.of("hour", "小时"))).value("working-day").must(),
                FieldView.choice(FieldView.Kind.CHOICE, "roll", "最后一日是休息日时", List.of(FieldView.Option.of("none", "不顺延"), FieldView.Option.of("forward", "顺延到下一个工作日"))).value("none"))).asPrimary(),
                new DeadlinePage.Answer("2026年10月12日 周一", new StateTag(ClockState.SOON, "剩 2 个工作日"), "", Samples.hearingRequest()));
    }
}
