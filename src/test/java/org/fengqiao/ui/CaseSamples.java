package org.fengqiao.ui;

import static org.fengqiao.ui.Samples.cite;
import static org.fengqiao.ui.Samples.penalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.ui.FieldView.Kind;
import org.fengqiao.ui.FieldView.Option;

/// 案件、步骤、文书、核验.
final class CaseSamples {

    private static final String NUMBER = "示街罚立〔2026〕第0118号";

    private CaseSamples() {}

    static Page penaltyCase() {
        return file(new VerificationBadge(32, "eab37911…0e72", "10月9日 06:00", "", "/verification/1"), flow(), steps(), drafts());
    }

    static Page broken() {
        return file(new VerificationBadge(32, "eab37911…0e72", "10月9日 06:00", "第 17 条（9月24日 审查调查终结报告）与前一条不相连", "/verification/1"), flow(), List.of(), List.of());
    }

    static Page longFlow() {
        List<FlowStage> stages = new ArrayList<>();
        for (int i = 1; i <= 18; i++) {
            stages.add(new FlowStage("环节" + i, "", i < 9 ? FlowStage.State.DONE : i == 9 ? FlowStage.State.NOW : FlowStage.State.NEXT));
        }
        return file(new VerificationBadge(9, "1b20c3d4…99aa", "10月9日 06:00", "", "/verification/1"), new FlowView(stages, ""), steps(), List.of());
    }

    /// A case that may go many ways: 12 steps possible, 7 not yet.
    static Page manySteps() {
        List<StepView> steps = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            steps.add(StepView.open("open-" + i, "可以办的第 " + i + " 步", "写明办理的内容。", List.of(), "/cases/1/steps/open-" + i, "办理"));
        }
        for (int i = 1; i <= 7; i++) {
            steps.add(StepView.blocked("held-" + i, "暂不能办的第 " + i + " 步", "/cases/1/steps/held-" + i, reasons()));
        }
        return file(new VerificationBadge(9, "1b20c3d4…99aa", "10月9日 06:00", "", "/verification/1"), flow(), steps, List.of());
    }

    private static CasePage file(VerificationBadge badge, FlowView flow, List<StepView> steps, List<CasePage.Draft> drafts) {
        return new CasePage(List.of(Link.to("/worklist", "我的待办"), Link.words("行政处罚")),
                new HeadView("示例餐饮管理有限公司占用、堵塞疏散通道案", List.of(Link.words(NUMBER), Link.words("行政处罚 · 普通程序"), Link.to("/procedures/administrative-penalty-ordinary", "2021年7月15日起施行版")),
                        List.of(ActionView.print("打印案卷", "/cases/1/file"))),
                "/cases/0", "/cases/2", List.of(), badge, flow, "4 项可办，2 项暂不能办", steps, List.of("孙丙：法制审核"), drafts, List.of(new FactGroup("当事人", "", facts(), true), new FactGroup("现场检查", "8月20日", facts(), false)), "5 份已成，1 份待成", documents(),
                "摘要算法 SM3，入卷时计算", evidence(), List.of(penalty("第四十六条", "a46"), cite("第四十七条", "administrative-penalty-law#a47")), evidenceForm(), "2 个在计，0 个中止", clocks(), windows(),
                List.of(new PersonRow("承办", "赵甲", "示A-010023", "至 2027年6月"), new PersonRow("承办", "钱乙", "示A-010057", "至 2028年3月"), new PersonRow("法制审核", "孙丙", "法律职业资格", "未参与调查"), new PersonRow("决定", "李丁", "街道办事处负责人", "")),
                List.of(penalty("第四十二条", "a42")), new CasePage.Completeness(18, 21, "尚缺：复核意见、法制审核意见书、处罚决定书。均属后续步骤，目前无漏项。"), "32 条，最近 8 条", timeline(),
                List.of(Link.to("/cases/1/record", "查看全部 32 条"), Link.to("/cases/1/file", "导出案卷包（可用 openssl 独立核验）")), List.of(Link.to("/cases/3", "隐患 第0188号 · 8月18日 · 已整改"), Link.words("处罚 第0118号 · 8月20日 · 本件"), Link.to("/cases/2", "诉求 第03127号 · 10月9日 · 在办")));
    }

    private static FlowView flow() {
        return new FlowView(List.of(new FlowStage("立案", "8月20日", FlowStage.State.DONE), new FlowStage("调查取证", "9月22日止", FlowStage.State.DONE), new FlowStage("调查终结", "9月24日审查", FlowStage.State.DONE),
                new FlowStage("事先告知", "9月29日送达，等待期限届满", FlowStage.State.NOW), new FlowStage("陈述申辩", "已收到，待复核", FlowStage.State.NEXT), new FlowStage("听证", "当事人要求时", FlowStage.State.MAYBE),
                new FlowStage("法制审核", "审核中", FlowStage.State.NEXT), new FlowStage("集体讨论", "待承办人判断", FlowStage.State.MAYBE), new FlowStage("处罚决定", "11月18日前", FlowStage.State.NEXT),
                new FlowStage("送达", "7 个工作日内", FlowStage.State.NEXT), new FlowStage("执行结案", "", FlowStage.State.NEXT)), "当场处罚（罚款超过第五十一条限额）、移送司法机关（9月24日认定不涉嫌犯罪）");
    }

    private static List<CasePage.Draft> drafts() {
        return List.of(new CasePage.Draft("补充询问笔录", "赵甲 10月9日 09:52 填写", "钱乙", "/cases/1/drafts/7", "/cases/1/confirmations", Map.of("draft", "7", "expectedVersion", "32")));
    }

    private static List<StepView> steps() {
        return List.of(
                StepView.open("review-defense", "复核陈述申辩意见", "当事人10月8日提交书面意见，称堆放物系供货商临时卸放、当日已清理。对提出的事实、理由和证据应当复核；成立的应当采纳，不得因申辩加重处罚。", List.of(penalty("第四十五条", "a45")), "/cases/1/steps/review-defense", "开始复核").asPrimary(),
                StepView.open("hearing-request", "登记听证要求", "拟罚款 8,000 元，达到示例省听证标准（示例：对单位 5,000 元以上）。当事人可在10月12日前提出；提出后由非本案调查人员主持，七个工作日前通知。", List.of(penalty("第六十三条、第六十四条", "a63")), "/cases/1/steps/hearing-request", "登记"),
                StepView.open("add-evidence", "补充证据", "补充后改变拟处罚内容的，应当重新告知。", List.of(penalty("第四十四条、第五十四条", "a44")), "/cases/1#add-evidence", "补充"),
                StepView.open("no-penalty", "拟不予处罚", "申辩成立、违法行为轻微并及时改正等情形；不予处罚的应当教育。", List.of(penalty("第三十三条、第五十七条第一款", "a33")), "/cases/1/steps/no-penalty", "拟定"),
                StepView.blocked("decision", "作出处罚决定", "/cases/1/steps/decision", reasons()),
                new StepView("transfer", "移送司法机关", "9月24日审查认定不涉嫌犯罪；发现新事实后可以重新判断。", List.of(penalty("第五十七条第一款第四项", "a57-1-4")), "/cases/1/steps/transfer", "不适用", false, true, List.of()));
    }

    static List<ReasonView> reasons() {
        return List.of(ReasonView.no("听证要求期限尚未届满，当事人也未书面放弃。最早10月13日可办。", penalty("第六十四条第一项、第八十五条", "a64-1-1")), ReasonView.no("陈述申辩意见尚未复核。", penalty("第四十五条第一款", "a45-1")),
                ReasonView.no("法制审核尚未通过。本案9月24日认定为涉及多个法律关系，9月28日送审，审核人孙丙。", penalty("第五十八条第一款第三项", "a58-1-3")),
                ReasonView.ask("是否属于情节复杂或者重大违法行为，须由承办人判断。属于的，应当集体讨论。", Link.to("/cases/1/steps/judge", "作出判断"), penalty("第五十七条第二款", "a57-2")),
                ReasonView.ok("调查终结已审查、两名执法人员资格有效、事先告知书已送达。"));
    }

    private static List<FactView> facts() {
        return List.of(FactView.of("当事人", "示例餐饮管理有限公司"), FactView.of("法定代表人", "丁某某"), FactView.of("信用代码", "91000000000000018X（示例）"), FactView.of("地址", "石桥路18号一层（石桥社区第1网格）"),
                FactView.of("送达方式", "直接送达；已签电子送达确认书"), FactView.links("同一事线", Link.to("/cases/3", "隐患 第0188号"), Link.to("/cases/2", "诉求 第03127号")),
                FactView.wide("违法事实", "2026年8月18日检查发现，当事人在石桥路18号东侧疏散通道堆放桌椅、冷柜，通道净宽不足0.6米；8月25日复查已清理。"),
                FactView.wide("法律依据", "", Link.to("/laws/fire-protection-law#a28", "《消防法》第二十八条"), Link.to("/laws/fire-protection-law#a60-1-3", "第六十条第一款第三项")),
                FactView.wide("拟处罚", "罚款人民币 8,000 元（法定幅度 5,000—50,000 元；已主动消除危害后果，从轻）", Link.to("/laws/administrative-penalty-law#a32-1", "《行政处罚法》第三十二条第一项")),
                FactView.wide("职权来源", "示例省赋权街道处罚事项目录（示例）第 31 项", Link.to("/laws/administrative-penalty-law#a24", "《行政处罚法》第二十四条")));
    }

    private static List<DocumentRow> documents() {
        return List.of(new DocumentRow("立案审批表", "/cases/1/documents/1", NUMBER, "8月20日", "李丁 批准"), new DocumentRow("现场检查笔录", "/cases/1/documents/2", "2 页", "8月18日", "当事人签字"),
                new DocumentRow("责令改正通知书", "/cases/1/documents/3", "示街责改〔2026〕第0142号", "8月18日", "已送达"), new DocumentRow("调查终结报告", "/cases/1/documents/4", "4 页", "9月24日", "李丁 审查"),
                new DocumentRow("行政处罚事先告知书", "/cases/1/documents/5", "示街罚告〔2026〕第0118号", "9月29日", "已送达"), new DocumentRow("法制审核意见书", "", "未生成", "—", "孙丙 审核中"));
    }

    private static List<EvidenceRow> evidence() {
        return List.of(new EvidenceRow("E1", "现场照片 6 张", "/cases/1/evidence/1", "电子数据", "8月18日", "32ba25de…74e9"), new EvidenceRow("E2", "执法记录仪视频 11分20秒", "/cases/1/evidence/2", "视听资料", "8月18日", "a0e760ab…6e11"),
                new EvidenceRow("E3", "丁某某询问笔录", "/cases/1/evidence/3", "当事人的陈述", "8月21日", "ea14dba8…65a9"), new EvidenceRow("E4", "租赁合同复印件", "/cases/1/evidence/4", "书证", "8月26日", "24dfd349…b7c7"),
                new EvidenceRow("E5", "复查照片 4 张", "/cases/1/evidence/5", "电子数据", "8月25日", "e4fdaa5b…703f"));
    }

    private static FormView evidenceForm() {
        return FormView.post("evidence-form", "/cases/1/evidence", "存入案卷", List.of(Samples.select("kind", "证据种类", "请选择", "书证", "物证", "视听资料", "电子数据", "证人证言").must(), FieldView.of(Kind.TEXT, "title", "名称").must(),
                FieldView.of(Kind.TEXT, "source", "来源").help("谁提供，在哪里取得"), FieldView.of(Kind.DATE, "collectedOn", "取得日期").value("2026-10-09").must(), FieldView.of(Kind.FILE, "file", "文件").help("照片、扫描件、音视频，单个不超过 200 MB").must()))
                .hidden(Map.of("expectedVersion", "32"));
    }

    private static List<ClockView> clocks() {
        return List.of(new ClockView("clock-decision", "作出决定期限", null, new StateTag(ClockState.PLENTY, "剩 40 天"), 56, "90 日已过 50 日", "8月20日立案", "第 50 / 90 日", "11月18日 周三", "",
                        Explanation.sentence("立案当日不计入。九十日为自然日，节假日不扣除，听证不中止。", List.of(penalty("第六十条", "a60"))), false),
                new ClockView("clock-preserve", "先行登记保存处理期限", null, new StateTag(ClockState.MET, "按期办结"), null, "", "8月18日保存", "第 5 / 7 个工作日", "8月25日解除", "", Explanation.sentence("七日为工作日。", List.of(penalty("第五十六条", "a56"))), false));
    }

    private static List<ClockView> windows() {
        return List.of(new ClockView("window-hearing", "听证要求期限", "示例餐饮管理有限公司", new StateTag(ClockState.SOON, "剩 2 个工作日"), 60, "5 个工作日已过 3 个", "9月29日告知", "第 3 / 5 个工作日", "10月12日 周一", "", Samples.hearingRequest(), true));
    }

    private static List<TimelineRow> timeline() {
        return List.of(row(TimelineRow.Kind.ACT, "10月9日 09:40", "", "赵甲 打开案件，查看陈述申辩意见"), row(TimelineRow.Kind.REFUSED, "10月8日 16:12", "系统拒绝", "赵甲提交“作出处罚决定”，听证要求期限尚未届满。", penalty("第六十四条第一项", "a64-1-1")),
                row(TimelineRow.Kind.ACT, "10月8日 10:30", "", "收到当事人书面陈述申辩意见，扫描入卷"), row(TimelineRow.Kind.ACT, "9月29日 15:05", "", "赵甲、钱乙 直接送达《行政处罚事先告知书》，丁某某签收；开始计听证要求期限"),
                row(TimelineRow.Kind.ACT, "9月28日 17:20", "", "钱乙 送法制审核；审核人孙丙未参与调查，资格有效"), row(TimelineRow.Kind.MACHINE, "9月24日 11:02", "机器建议", "相近案例 3 件，罚款 6,000—10,000 元；赵甲采纳为参考"),
                row(TimelineRow.Kind.ACT, "9月24日 09:15", "", "李丁 审查调查终结报告，认定确有应受处罚的违法行为"), row(TimelineRow.Kind.ACT, "8月20日 10:00", "", "李丁 批准立案；开始计作出决定期限，适用 2021年7月15日起施行的定义"));
    }

    private static TimelineRow row(TimelineRow.Kind kind, String time, String lead, String text, Cite... basis) {
        return new TimelineRow(kind, time, "", lead, text, List.of(basis));
    }

    static Page step(boolean wrong) {
        List<FieldView> fields = List.of(
                FieldView.of(Kind.DATE, "actedOn", "复核日期").help("不能晚于今天，不能早于收到意见的10月8日").value(wrong ? "2026-10-11" : "2026-10-09").must().error(wrong ? "复核日期不能晚于今天（10月9日），现在是10月11日" : ""),
                FieldView.choice(Kind.CHOICE, "result", "复核结论", List.of(new Option("upheld", "成立，采纳", "应当改变拟处罚内容", false), new Option("partly", "部分成立", "", false), new Option("rejected", "不成立", "须逐点写明理由", false))).must().basis(penalty("第四十五条第一款", "a45-1")).value("rejected"),
                FieldView.rows("points", "逐点意见", List.of(point(0, "堆放物系供货商临时卸放", "现场照片和询问笔录显示堆放持续三日以上", false), point(1, "当日已清理", "", wrong), point(2, "", "", false))).help("当事人提出几点写几点，多出的空行不必填"),
                FieldView.choice(Kind.CHOICES, "materials", "依据的材料", List.of(new Option("d5", "行政处罚事先告知书", "9月29日送达", false), new Option("e1", "E1 现场照片 6 张", "", false), new Option("e3", "E3 丁某某询问笔录", "", false), new Option("d6", "法制审核意见书", "尚未生成", true))).value("e1"),
                FieldView.choice(Kind.YES_NO, "renotify", "是否改变拟处罚的事实、理由、依据或者加重内容", List.of()).must().help("改变的，应当重新告知").error(wrong ? "请选择是或否" : ""),
                FieldView.of(Kind.MONEY, "amount", "复核后拟罚款").unit("元").value(wrong ? "九千" : "8000.00").error(wrong ? "应为数字，例如 8000.00，现在是“九千”" : ""),
                FieldView.choice(Kind.CHOICE, "second", "另一名承办人", List.of(Option.of("qy", "钱乙"), Option.of("wj", "吴己"), Option.of("wx", "王辛"), Option.of("fr", "冯壬"), Option.of("ck", "陈癸"), new Option("zg", "郑庚", "执法证已过期", true))).value("qy").must(),
                FieldView.of(Kind.LONG_TEXT, "reason", "复核意见").limit(2000).value("经核对现场照片、询问笔录和租赁合同，当事人意见不成立。").must());
        FormView form = FormView.post("step-form", "/cases/1/steps/review-defense", "提交复核意见", fields).asPrimary().hidden(Map.of("expectedVersion", "32")).cancel(Link.to("/cases/1", "返回案件"));
        return new StepPage(Room.CASES, List.of(Link.to("/worklist", "我的待办"), Link.to("/cases/1", NUMBER)), HeadView.of("复核陈述申辩意见", "示例餐饮管理有限公司占用、堵塞疏散通道案"),
                "对当事人提出的事实、理由和证据应当复核；成立的应当采纳，不得因申辩加重处罚。", List.of(penalty("第四十五条", "a45")),
                wrong ? NoticeView.of(NoticeView.Tone.WARN, "钱乙在 10:06 先补充了证据。", "案件已更新到第 33 条记录，您填写的内容没有丢失，核对后可以再次提交。") : null, false,
                List.of(ReasonView.ok("当事人已在期限内提出意见。"), ReasonView.ok("两名执法人员资格有效。", penalty("第四十二条", "a42"))), form,
                List.of(FactView.of("生成文书", "陈述申辩复核意见书"), FactView.of("确认", "由另一名承办人登录确认后生效"), FactView.of("期限", "不改变正在计的期限")),
                List.of(FactView.of("拟处罚", "罚款 8,000 元"), FactView.of("收到意见", "10月8日 10:30，书面")), clocks());
    }

    private static List<FieldView> point(int i, String point, String answer, boolean wrong) {
        return List.of(FieldView.of(Kind.TEXT, "points[" + i + "].point", "当事人的意见").value(point), FieldView.of(Kind.LONG_TEXT, "points[" + i + "].reason", "复核理由").limit(200).value(answer).error(wrong ? "请写明不采纳第 2 点的理由" : ""));
    }

    static Page blockedStep() {
        StepPage open = (StepPage) step(false);
        return new StepPage(open.room(), open.crumbs(), HeadView.of("作出处罚决定", "示例餐饮管理有限公司占用、堵塞疏散通道案"), "", List.of(penalty("第五十七条", "a57")), null, true, reasons(), open.form(), open.effects(), open.facts(), clocks());
    }

    static Page opening() {
        FormView form = FormView.post("open-form", "/register/public-request", "登记", List.of(FieldView.of(Kind.TEXT, "title", "事项名称").help("地点加问题，例如 石桥路18号夜间装卸噪声").must().limit(60),
                FieldView.of(Kind.LONG_TEXT, "data.text", "诉求内容").help("照原话记录").must(), FieldView.of(Kind.DATE_TIME, "data.receivedAt", "收件时间").value("2026-10-09T08:42").must(),
                FieldView.group("诉求人", List.of(FieldView.of(Kind.TEXT, "parties[0].name", "姓名"), FieldView.of(Kind.TEXT, "parties[0].contact", "联系电话").value("1380000001").error("手机号应为 11 位数字，现在是 10 位"), FieldView.choice(Kind.YES_NO, "parties[0].confidential", "要求保密", List.of()).value("true"))),
                FieldView.of(Kind.NUMBER, "data.people", "涉及人数").unit("人"))).asPrimary().cancel(Link.to("/register", "改选程序"));
        return new StepPage(Room.INTAKE, List.of(Link.to("/worklist", "我的待办"), Link.to("/register", "登记新事项")), HeadView.of("登记：民意速办（12345 工单）", "2026年1月1日起施行版"), "登记后立即开始计签收和答复的时限。这是工作规范，不是法定期限。",
                List.of(cite("市12345工单办理规范（示例）第八条", "x")), null, false, List.of(), form, List.of(FactView.of("期限", "2 小时内签收；5 个工作日内答复")), List.of(), List.of());
    }

    static Page document() {
        String html = """
                <p class="red">示例街道办事处文件</p><h1>行政处罚事先告知书</h1><p class="number">示街罚告〔2026〕第0118号</p><p class="plain">示例餐饮管理有限公司：</p>
                <p>经查，你单位于2026年8月18日在石桥路18号东侧疏散通道堆放桌椅、冷柜，通道净宽不足0.6米，上述行为违反了《中华人民共和国消防法》第二十八条的规定。</p>
                <p>依据《中华人民共和国消防法》第六十条第一款第三项的规定，本机关拟对你单位作出罚款人民币捌仟元（¥8,000.00）的行政处罚。</p>
                <p>你单位有权陈述、申辩，并可以在收到本告知书之日起五个工作日内要求听证。</p><p class="seal">示例街道办事处</p><p class="seal">2026年9月29日</p>""";
        return new DocumentPage(List.of(Link.to("/cases/1", NUMBER), Link.words("文书")), HeadView.of("行政处罚事先告知书", "示街罚告〔2026〕第0118号").with(ActionView.print("打印", "/cases/1/documents/5?as=pdf")), null, html,
                List.of(FactView.of("文号", "示街罚告〔2026〕第0118号"), FactView.of("日期", "2026年9月29日"), FactView.of("状态", "待签发"), FactView.of("摘要", "5f2c90ab…11d4")),
                List.of(ReasonView.ok("两名承办人已确认。"), ReasonView.no("负责人尚未签发。", penalty("第五十七条", "a57"))), FormView.post("sign", "/cases/1/documents/5/sign", "签发", List.of()).hidden(Map.of("expectedVersion", "32")).asPrimary(),
                List.of(Link.to("?as=pdf", "PDF"), Link.to("?as=docx", "DOCX")));
    }

    static Page verification() {
        return new VerificationPage(List.of(Link.to("/cases/1", NUMBER)), HeadView.of("记录核验", "示例餐饮管理有限公司占用、堵塞疏散通道案"), new VerificationBadge(32, "eab37911…0e72", "10月9日 10:20", "第 31 条（10月8日 收到陈述申辩）与前一条不相连", "#link-31"),
                List.of(FactView.of("记录", "32 条"), FactView.of("算法", "SM3"), FactView.of("链首文件", "heads/2026-10-09"), FactView.of("比对", "与 10月8日 链首一致")), FormView.post("check", "/verification/1", "现在核验", List.of()),
                List.of(new VerificationPage.ChainLink(32, "10月9日 09:40", "查看陈述申辩意见", "eab37911…0e72", "{\"v\":1,\"case\":\"示街罚立〔2026〕第0118号\",\"sequence\":32}", true), new VerificationPage.ChainLink(31, "10月8日 10:30", "收到陈述申辩", "77c1d2e0…4a5b", "{\"v\":1}", false),
                        new VerificationPage.ChainLink(30, "9月29日 15:05", "送达事先告知书", "0c4f5b6d…9e8f", "", true)),
                new PagingView(1, 3, 32, null, "?page=2"), List.of(), List.of("unzip case-file.zip -d file", "sh file/verify.sh"));
    }
}
