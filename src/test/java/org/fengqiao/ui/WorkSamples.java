package org.fengqiao.ui;

import static org.fengqiao.ui.Samples.cite;
import static org.fengqiao.ui.Samples.penalty;
import static org.fengqiao.ui.Samples.select;

import java.util.List;

/// 登录、待办、收件、登记、检索.
final class WorkSamples {

    private WorkSamples() {}

    static Page signIn(boolean demo) {
        List<SignInPage.DemoPerson> people = demo
                ? List.of(new SignInPage.DemoPerson("sl0107", "赵甲", "综合行政执法办 · 执法人员"), new SignInPage.DemoPerson("sl0108", "钱乙", "综合行政执法办 · 执法人员"),
                        new SignInPage.DemoPerson("sl0201", "孙丙", "法治工作办 · 法制审核员"), new SignInPage.DemoPerson("sl0001", "李丁", "街道办事处负责人"),
                        new SignInPage.DemoPerson("sl0301", "周戊", "综合治理中心 · 值班长"), new SignInPage.DemoPerson("sl0109", "吴己", "综合行政执法办 · 听证主持人"))
                : List.of();
        return new SignInPage("/sign-in", "sl0107", "", demo ? "" : "口令不正确。还可以尝试 4 次，之后账号锁定 15 分钟。", !demo,
                List.of(FactView.of("忘记口令", "请本科室管理员当面重置"), FactView.of("更换手机", "凭工作证到综合治理中心重新绑定"), FactView.of("值班电话", "内线 8001（工作日 8:30—18:00）")),
                "/demo/sign-in", people);
    }

    static Page worklist() {
        return new WorklistPage(
                HeadView.of("我的待办", "23 件", "按法定期限先后排列", "10月9日 10:08 更新")
                        .with(ActionView.link("订阅到日历", "/worklist.ics", "calendar"), ActionView.primary("登记新事项", "/register")),
                List.of(new TabView("我的待办 23", "/worklist", true), new TabView("我承办的 41", "/worklist?tab=mine", false), new TabView("待我审核 0", "/worklist?tab=review", false),
                        new TabView("本科室 67", "/worklist?tab=unit", false), new TabView("委托给我的 2", "/worklist?tab=substitute", false)),
                List.of(new CountView(23, "全部", "/worklist", null, true), new CountView(1, "已逾期", "?due=overdue", ClockState.OVERDUE, false),
                        new CountView(3, "今日到期", "?due=today", ClockState.TODAY, false), new CountView(5, "三个工作日内", "?due=soon", ClockState.SOON, false),
                        new CountView(11, "充裕", "?due=plenty", ClockState.PLENTY, false), new CountView(2, "已中止", "?due=paused", ClockState.PAUSED, false),
                        new CountView(1, "暂定", "?due=provisional", ClockState.PROVISIONAL, false)),
                filters(), groups(), EmptyView.of("今天没有到期事项。"), new PagingView(1, 14, 23, null, "/worklist?page=2"), null);
    }

    static Page emptyWorklist() {
        WorklistPage full = (WorklistPage) worklist();
        return new WorklistPage(HeadView.of("我的待办", "0 件"), full.tabs(), List.of(), full.filters(), List.of(),
                new EmptyView("今天没有到期事项。下一件 10月12日到期。", Link.to("/worklist?tab=mine", "查看我承办的 41 件")), PagingView.all(0), null);
    }

    private static FormView filters() {
        return FormView.get("filters", "/worklist", "筛选", List.of(select("procedure", "程序", "全部程序", "行政处罚", "民生诉求"), select("community", "社区", "全部社区", "石桥社区"),
                select("source", "来源", "全部来源", "12345"), select("step", "下一步", "不限", "送达", "复查"), FieldView.of(FieldView.Kind.TEXT, "q", "当事人或地址").help("例如 石桥路18号")));
    }

    private static List<WorklistPage.Group> groups() {
        return List.of(
                new WorklistPage.Group("已逾期", "1 件，须写明逾期原因", List.of(
                        row(ClockState.OVERDUE, "逾期 1 天", "10月8日 周四", "枫溪路7号铺面配电箱无防护隐患", "示街隐〔2026〕第0206号 · 隐患整改", "复查整改情况", "《安全生产法》第六十五条第一款第二项", "赵甲、钱乙"))),
                new WorklistPage.Group("今日到期", "3 件", List.of(
                        row(ClockState.TODAY, "10:42 前签收", "今日，剩 34 分钟", "石桥路18号后巷夜间装卸噪声、楼道堆物", "示街诉〔2026〕第03127号 · 民生诉求 · 可能重复 2 件", "签收并核对分类", "市12345工单办理规范（示例）第八条", "赵甲"),
                        row(ClockState.TODAY, "今日 24 时", "10月9日 周五", "新桥路40号占道堆放建材案", "示街罚决〔2026〕第0097号 · 行政处罚", "送达处罚决定书", "《行政处罚法》第六十一条", "赵甲、吴己"),
                        row(ClockState.TODAY, "今日 24 时", "10月9日 周五", "申请公开2025年度执法检查计划", "示街公〔2026〕第0031号 · 依申请公开", "答复申请人", "《政府信息公开条例》第三十三条第二款", "赵甲"))),
                new WorklistPage.Group("三个工作日内", "5 件", List.of(
                        row(ClockState.SOON, "剩 1 个工作日", "10月10日 周六（上班）", "反映北苑小区地下车库改库房", "示街信〔2026〕第0058号 · 信访", "书面告知接收情况；第15日为周日，请提前", "《信访工作条例》第二十三条第二款", "赵甲"),
                        row(ClockState.SOON, "剩 2 个工作日", "10月12日 周一", "示例餐饮管理有限公司占用、堵塞疏散通道案", "示街罚立〔2026〕第0118号 · 行政处罚 · 法制审核中", "复核陈述申辩意见；等待听证要求期限届满", "《行政处罚法》第四十五条、第六十四条第一项", "赵甲、钱乙"),
                        row(ClockState.SOON, "剩 2 个工作日", "10月12日 周一", "区信访局转来柳荫巷拆违补偿事项", "示街信〔2026〕第0061号 · 信访", "认为不属本机关职权的，提出异议并说明理由", "《信访工作条例》第二十三条第三款", "赵甲"),
                        row(ClockState.SOON, "剩 3 个工作日", "10月13日 周二", "示例物业服务中心消防通道锁闭隐患", "示街隐〔2026〕第0211号 · 隐患整改", "复查整改情况", "《消防法》第二十八条", "吴己、赵甲"),
                        row(ClockState.SOON, "剩 3 个工作日", "10月13日 周二", "河东社区议事亭租赁合同", "示街合〔2026〕第0140号 · 合法性审查", "补充承租人资信材料", "合同审查办法（本街道）第九条", "赵甲"))),
                new WorklistPage.Group("期限充裕", "11 件，显示前 3 件", List.of(
                        row(ClockState.PLENTY, "剩 5 个工作日", "10月15日 周四", "甲某某拒不清除占道构筑物案", "示街罚决〔2026〕第0083号 · 行政强制", "催告期满后申请法院强制执行", "《行政强制法》第五十四条、第六十九条", "赵甲、钱乙"),
                        row(ClockState.PLENTY, "剩 12 天", "10月21日 周三", "乙某与丙某房屋漏水纠纷", "示街调〔2026〕第0174号 · 人民调解", "提示双方可共同申请司法确认", "《人民调解法》第三十三条", "郑庚、赵甲"),
                        row(ClockState.PLENTY, "剩 23 天", "11月1日 周日", "示例汽修服务部擅自堆放物料案", "示街罚立〔2026〕第0131号 · 行政处罚", "调查终结；最后工作日为10月30日", "《行政处罚法》第六十条", "赵甲、吴己"))),
                new WorklistPage.Group("已中止、暂定", "3 件，显示 2 件", List.of(
                        row(ClockState.PAUSED, "已中止 11 天", "恢复后还剩 9 个工作日", "申请公开沿街商铺检查记录", "示街公〔2026〕第0034号 · 依申请公开", "等待第三方意见（9月28日起不计）", "《政府信息公开条例》第三十三条第三款", "赵甲"),
                        row(ClockState.PROVISIONAL, "暂定", "2027年1月6日", "示例商贸行未按规定分类投放垃圾案", "示街罚立〔2026〕第0152号 · 行政处罚", "调查取证；2027年节假日安排尚未公布", "《行政处罚法》第六十条", "吴己、赵甲"))));
    }

    private static WorklistRow row(ClockState state, String words, String due, String title, String note, String task, String basis, String people) {
        Explanation why = state == ClockState.SOON && due.startsWith("10月12日") ? Samples.hearingRequest()
                : Explanation.sentence("起算当日不计入，按工作日计算。", List.of(cite(basis, "x")));
        return new WorklistRow(new StateTag(state, words), due, why, title, "/cases/1", note, task, List.of(cite(basis, "x")), people);
    }

    static Page intake() {
        return new IntakePage(HeadView.of("收件登记", "6 件待登记", "先到期的在前").with(ActionView.link("导入来件", "/intake/import", "upload"), ActionView.primary("登记新事项", "/register")),
                List.of(new TabView("待登记 6", "/intake", true), new TabView("已登记", "/intake?tab=done", false), new TabView("退回更正 2", "/intake?tab=rejected", false)),
                List.of(new CountView(6, "全部", "/intake", null, true), new CountView(1, "今日到期", "?due=today", ClockState.TODAY, false), new CountView(5, "充裕", "?due=plenty", ClockState.PLENTY, false)),
                FormView.get("filters", "/intake", "筛选", List.of(select("channel", "来源", "全部来源", "12345 热线", "窗口", "网格"), FieldView.of(FieldView.Kind.TEXT, "q", "内容或地址"))),
                List.of(new IntakePage.Row(new StateTag(ClockState.TODAY, "剩 34 分钟"), "10月9日 08:42", "12345 热线 · H2610090042", "石桥路18号后巷夜间装卸噪声、楼道堆物", "石桥路18号一楼那家饭店，每天夜里一两点在后巷装卸货，拖车声音很大……", "可能重复 2 件", "/intake/42", "受理登记"),
                        new IntakePage.Row(new StateTag(ClockState.PLENTY, "剩 1 个工作日"), "10月9日 09:15", "窗口 · 第 0031 号", "北苑小区3号楼外墙面砖松动", "墙砖掉了两块，下面是孩子放学走的路。", "", "/intake/43", "受理登记")),
                EmptyView.of("没有待登记的来件。"), new PagingView(1, 2, 6, null, "/intake?page=2"),
                TableView.of("rejected", "没有收下的行", "更正后重新发送", List.of("文件和行", "原因", "内容", "处理"), List.of(
                        List.of(TableView.Cell.of("12345-1009.csv 第 17 行", "10月9日 06:00 导入"), TableView.Cell.of("日期应为年-月-日，例如 2026-10-09，现在是 2026/13/09"), TableView.Cell.of("柳荫巷路灯不亮"), TableView.Cell.link("更正", "/intake/rejected/17", ""))), "没有退回的行。"));
    }

    static Page register() {
        return new RegisterPage(List.of(
                new RegisterPage.Group("诉求和服务", List.of(new RegisterPage.Choice("民意速办（12345 工单）", "居民、企业反映的问题和诉求。", "/register/public-request", List.of(cite("市12345工单办理规范（示例）", "x"))))),
                new RegisterPage.Group("执法", List.of(
                        new RegisterPage.Choice("行政处罚（普通程序）", "除当场处罚以外的全部行政处罚案件，从线索开始。", "/register/administrative-penalty-ordinary", List.of(penalty("第五十四条", "a54"))),
                        new RegisterPage.Choice("行政处罚（简易程序）", "违法事实确凿并有法定依据，警告或者小额罚款，当场决定。", "/register/administrative-penalty-summary", List.of(penalty("第五十一条", "a51"))))),
                new RegisterPage.Group("台账", List.of(new RegisterPage.Choice("检查记录", "一次检查一条记录。", "/register/inspection-record", List.of()),
                        new RegisterPage.Choice("会议记录", "党工委会、主任办公会等会议的议题和结论。", "/register/meeting-minutes", List.of())))));
    }

    static Page search() {
        return new SearchPage(HeadView.of("案件检索", "“石桥路18号”找到 3 件"),
                FormView.get("filters", "/cases", "检索", List.of(FieldView.of(FieldView.Kind.TEXT, "q", "案号、当事人或地址").value("石桥路18号"), select("procedure", "程序", "全部程序", "行政处罚"),
                        select("stage", "环节", "全部环节", "事先告知"), select("due", "时限", "不限", "已逾期"), FieldView.of(FieldView.Kind.DATE, "from", "立案自"), FieldView.of(FieldView.Kind.DATE, "to", "立案至"))),
                List.of(new SearchPage.Row("示例餐饮管理有限公司占用、堵塞疏散通道案", "/cases/1", "示街罚立〔2026〕第0118号 · 行政处罚", "事先告知", "示例餐饮管理有限公司", new StateTag(ClockState.SOON, "剩 2 个工作日"), "10月12日 周一", "8月20日", "赵甲、钱乙"),
                        new SearchPage.Row("石桥路18号后巷夜间装卸噪声、楼道堆物", "/cases/2", "示街诉〔2026〕第03127号 · 民生诉求", "签收分类", "丙某某（要求保密）", new StateTag(ClockState.TODAY, "剩 34 分钟"), "今日 10:42", "10月9日", "赵甲"),
                        new SearchPage.Row("石桥路18号疏散通道堆物隐患", "/cases/3", "示街隐〔2026〕第0188号 · 隐患整改", "已办结", "示例餐饮管理有限公司", null, "", "8月18日", "赵甲、钱乙")),
                EmptyView.of("没有符合条件的案件。可以减少条件，或换一个写法。"), PagingView.all(3), List.of(Link.to("/cases.csv?q=x", "导出 CSV"), Link.to("/cases.xlsx?q=x", "导出 XLSX")),
                List.of(Link.to("/laws/fire-protection-law#a28", "《消防法》第二十八条")), null);
    }
}
