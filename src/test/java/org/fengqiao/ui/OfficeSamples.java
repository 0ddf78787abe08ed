package org.fengqiao.ui;

import static org.fengqiao.ui.Samples.penalty;

import java.util.List;
import org.fengqiao.ui.FieldView.Kind;
import org.fengqiao.ui.FiguresPage.Figure;
import org.fengqiao.ui.FiguresPage.Term;
import org.fengqiao.ui.TableView.Cell;

/// 数据报告、人员、设置.
final class OfficeSamples {

    private OfficeSamples() {}

    static Page figures(boolean opened) {
        FiguresPage.Definition definition = new FiguresPage.Definition("案件按期办结率", "97.7%", List.of(FactView.of("定义", "报告期内办结的行政处罚案件中，在法定期限内作出决定的比例"),
                new FactView("分子", "立案之日起九十日内作出决定或处理", List.of(Link.to("/figures/1/cases?part=n", "129 件")), false), new FactView("分母", "报告期内办结的行政处罚案件", List.of(Link.to("/figures/1/cases?part=d", "132 件")), false),
                FactView.of("计算", "129 ÷ 132 = 97.73%，保留一位小数"), FactView.links("依据", Link.to("/laws/x#a60", "《行政处罚法》第六十条")), FactView.of("期间", "2026年1月1日至9月30日，按办结日归属"), FactView.of("版本", "指标定义 2026年1月版")),
                TableView.of("late", "未按期的 3 件", "", List.of("案件", "期限", "办结"), List.of(List.of(Cell.link("石桥路3号占道经营", "/cases/9", "〔2026〕第0009号"), Cell.of("3月31日"), Cell.of("4月2日", "逾期 2 天")),
                        List.of(Cell.link("示例建材行抛洒渣土", "/cases/21", "〔2026〕第0021号"), Cell.of("4月20日"), Cell.of("4月27日", "逾期 7 天"))), "全部按期。"),
                List.of(Link.to("/figures/1/cases", "全部 132 件"), Link.to("/figures/1/cases.csv", "导出案件清单")));
        return new FiguresPage(HeadView.of("数据报告", "2026年度", "数据截至2026年9月30日", "指标 64 个，勾稽关系 38 条"),
                FormView.get("period", "/figures", "查看", List.of(Samples.select("year", "年度", "2026年", "2025年"), FieldView.of(Kind.DATE, "until", "截至").value("2026-09-30"))),
                List.of(new NoticeView(NoticeView.Tone.BAD, "1 条勾稽关系不成立，报告不能送审和发布。", "行政处罚案件：期初 21 加立案 148，应等于办结 132 加期末在办 36，相差 1 件。", Link.to("#balance-1", "查看相差的案件"))),
                List.of(new FiguresPage.Section("行政处罚", "普通程序和简易程序", List.of(new Figure("年初结转", "21", "件", "", "?open=1", true, false), new Figure("新立案", "148", "件", "", "?open=2", true, false), new Figure("办结", "132", "件", "", "?open=3", false, false),
                        new Figure("期末在办", "36", "件", "", "?open=4", false, false), new Figure("处罚决定", "108", "件", "罚款 1,204,600 元", "?open=5", true, false), new Figure("不予处罚", "21", "件", "", "?open=6", true, false), new Figure("按期办结率", "97.7%", "", "法定期限", "?open=7", true, opened), new Figure("听证", "4", "件", "", "?open=8", true, false))),
                        new FiguresPage.Section("民意速办", "12345 工单", List.of(new Figure("收件", "9,532", "件", "", "?open=9", true, false), new Figure("办结", "9,380", "件", "", "?open=10", true, false), new Figure("满意率", "93.1%", "", "回访 6,204 件", "?open=11", true, false)))),
                opened ? definition : null,
                List.of(new FiguresPage.Balance("balance-1", "行政处罚案件收支平衡", "第 12 条，共 38 条", List.of(new Term("年初结转", 21, "?open=1"), new Term("新立案", 148, "?open=2")), List.of(new Term("办结", 132, "?open=3"), new Term("期末在办", 36, "?open=4")), false,
                        TableView.of("difference", "相差的案件", "", List.of("案件", "为什么没有计入", "怎样处理", "负责人"), List.of(List.of(Cell.link("示例物流站占用绿地案", "/cases/88", "示街罚立〔2026〕第0088号"), Cell.of("9月29日移送区城管部门，程序已离开“在办”，但移送回执尚未登记，不计入“办结”"), Cell.of("登记移送回执，或退回“在办”。改正后本页自动重算"), Cell.of("吴己", "9月30日已通知"))), "")),
                        new FiguresPage.Balance("balance-2", "办结等于各种结果之和", "第 13 条", List.of(new Term("办结", 132, "?open=3")), List.of(new Term("处罚决定", 108, "?open=5"), new Term("不予处罚", 21, "?open=6"), new Term("移送", 3, "?open=12")), true, null)),
                List.of());
    }

    static Page figureCases() {
        return new ListPage(Room.FIGURES, List.of(Link.to("/figures", "数据报告"), Link.to("/figures?open=7", "按期办结率")), HeadView.of("按期办结率：分子", "129 件", "2026年1月1日至9月30日").with(ActionView.link("导出案件清单", "/figures/7/cases.csv", "download")), List.of(), List.of(), List.of(), null,
                List.of(TableView.of("cases", "案件", "按办结日", List.of("案件", "立案", "办结", "用时"), List.of(List.of(Cell.link("河东路违规设置户外招牌", "/cases/34", "示街罚立〔2026〕第0034号"), Cell.of("2月17日"), Cell.of("4月2日"), Cell.of("44 天"))), "没有案件。").numbers(3)),
                new PagingView(1, 50, 129, null, "?page=2"), List.of());
    }

    static Page people() {
        return new ListPage(Room.ADMINISTRATION, List.of(), HeadView.of("人员与设置", "30 人", "1 人的执法证将在 30 日内到期"), tabs(0), List.of(NoticeView.of(NoticeView.Tone.WARN, "吴己的执法证10月31日到期。", "到期后不能作为承办人，现有 3 件在办案件需要补充承办人。")), List.of(),
                FormView.get("filters", "/administration/people", "筛选", List.of(Samples.select("unit", "科室", "全部科室", "综合行政执法办"), FieldView.of(Kind.TEXT, "q", "姓名或工号"))),
                List.of(TableView.of("people", "人员", "", List.of("姓名", "岗位", "执法证", "请假", "状态"), List.of(List.of(Cell.link("赵甲", "/administration/people/sl0107", "sl0107"), Cell.of("执法人员", "综合行政执法办"), Cell.of("示A-010023", "至 2027年6月"), Cell.of("—"), Cell.tag(ClockState.MET, "在岗")),
                        List.of(Cell.link("吴己", "/administration/people/sl0109", "sl0109"), Cell.of("执法人员、听证主持人", "综合行政执法办"), Cell.of("示A-010031", "至 2026年10月31日"), Cell.of("10月12日至14日", "由王辛代理"), Cell.tag(ClockState.SOON, "22 天后到期"))), "没有人员。"),
                        TableView.of("roster", "最小配备", "每天核对", List.of("程序", "需要", "现有", "结果", "处理"), List.of(List.of(Cell.of("行政处罚（普通程序）"), Cell.of("2 名持证、1 名审核员、1 名负责人、1 名主持人"), Cell.of("6、2、2、2"), Cell.tag(ClockState.MET, "配齐"), Cell.post("重新核对", "/administration/roster"))), "没有程序。")),
                PagingView.all(30), List.of(new ListPage.SideForm("登记请假", "请假期间不能办理，待办转给代理人", FormView.post("leave", "/administration/leave", "登记请假", List.of(FieldView.choice(Kind.CHOICE, "person", "人员", List.of(FieldView.Option.of("sl0107", "赵甲"), FieldView.Option.of("sl0109", "吴己"))).must(),
                        FieldView.of(Kind.DATE, "from", "自").must(), FieldView.of(Kind.DATE, "to", "至").must().error("请假的最后一天应在第一天之后"), FieldView.choice(Kind.CHOICE, "substitute", "代理人", List.of(FieldView.Option.of("sl0110", "王辛")))))),
                        new ListPage.SideForm("登记执法证", "", FormView.post("certificate", "/administration/certificates", "登记执法证", List.of(FieldView.of(Kind.TEXT, "number", "证号").must(), FieldView.of(Kind.DATE, "until", "有效期至").must())))));
    }

    static Page settings() {
        return new ListPage(Room.ADMINISTRATION, List.of(), HeadView.of("本单位设置", "每一项都有来源和批准人"), tabs(3), List.of(), List.of(), null,
                List.of(TableView.of("settings", "设置", "", List.of("项目", "现值", "自", "来源", "批准人"), List.of(List.of(Cell.of("陈述申辩期限", "法律没有写明天数"), Cell.of("3 个工作日"), Cell.of("2026-01-01"), Cell.of("示街办〔2025〕31号", ""), Cell.of("李丁")),
                        List.of(Cell.of("听证的罚款标准（单位）"), Cell.of("5,000 元"), Cell.of("2024-03-01"), Cell.basis(penalty("第六十三条", "a63")), Cell.of("李丁"))), "没有设置。")), null,
                List.of(new ListPage.SideForm("更改设置", "更改只对生效日以后的事项有效，已通知的期限不变", FormView.post("change", "/administration/settings", "提交更改", List.of(Samples.select("key", "项目", "请选择", "陈述申辩期限"), FieldView.of(Kind.TEXT, "value", "新值").must(), FieldView.of(Kind.DATE, "from", "自").must(), FieldView.of(Kind.TEXT, "source", "来源文件").must())))));
    }

    private static List<TabView> tabs(int current) {
        List<String> titles = List.of("人员", "岗位", "执法证", "设置");
        return java.util.stream.IntStream.range(0, 4).mapToObj(i -> new TabView(titles.get(i), "/administration/" + i, i == current)).toList();
    }
}
