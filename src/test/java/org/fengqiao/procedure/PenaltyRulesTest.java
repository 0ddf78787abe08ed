package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.procedure.Told.at;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("处罚和送达的命名规则：每条都有满足和不满足")
class PenaltyRulesTest {

    private record Asked(String rule, String story, Told told, boolean holds) {}

    private final List<Asked> asked = new ArrayList<>();

    private void holds(String rule, String story, Told told) {
        asked.add(new Asked(rule, story, told, true));
    }

    private void fails(String rule, String story, Told told) {
        asked.add(new Asked(rule, story, told, false));
    }

    private static Told fined(String step) {
        return at(step).fact("'penalty-kinds':['fine'],'fine':100000").served("penalty-decision", "P1", "2026-03-20");
    }

    private static Told intended(String step, String json) {
        return at(step).fact("'matter':'M002','responsibility':'full'").with(json);
    }

    private List<Asked> all() {
        asked.clear();
        investigation();
        content();
        decision();
        hearing();
        service();
        payment();
        remedies();
        closing();
        return asked;
    }

    private void investigation() {
        holds("limitation-not-run-out", "二年内发现", at("case-filing").fact("'found-on':'2026-03-02'").with("'act-on':'2024-03-02','continuing':'no'"));
        fails("limitation-not-run-out", "二年零一日", at("case-filing").fact("'found-on':'2026-03-02'").with("'act-on':'2024-03-01','continuing':'no'"));
        fails("limitation-not-run-out", "决定时仍按调查报告的日期", at("penalty-decision").fact("'found-on':'2026-03-02','act-on':'2020-01-01','continuing':'no'"));
        holds("officers-fit", "两名持证人员", at("case-filing").with("'officers':['zhao-jia','qian-yi']"));
        fails("officers-fit", "同一人写两遍", at("case-filing").with("'officers':['zhao-jia','zhao-jia']"));
        fails("officers-fit", "一人没有执法证件", at("case-filing").with("'officers':['zhao-jia','sun-bing']"));
        holds("replacement-fit", "接替人员不含回避人员", at("recusal-granted").with("'recusal-person':'zhao-jia','new-officers':['qian-yi','wu-ji']"));
        fails("replacement-fit", "回避人员留在承办人员中", at("recusal-granted").with("'recusal-person':'zhao-jia','new-officers':['zhao-jia','wu-ji']"));
        fails("replacement-fit", "早先回避的人员不能回来", at("officers-replaced").recused("wu-ji").with("'new-officers':['qian-yi','wu-ji']"));
        holds("filing-day-restored", "原立案之日一致", at("transfer-returned").done("case-filing", "2026-03-03").with("'original-filing-day':'2026-03-03'"));
        fails("filing-day-restored", "把立案之日写晚", at("transfer-returned").done("case-filing", "2026-03-03").with("'original-filing-day':'2026-03-13'"));
        holds("evidence-collected-first", "有询问笔录", at("evidence-reviewed").done("inquiry-made", "2026-03-04"));
        fails("evidence-collected-first", "没有任何证据", at("evidence-reviewed"));
        holds("evidence-reviewed", "收集后审查", at("investigation-report").done("evidence-collected", "2026-03-04").done("evidence-reviewed", "2026-03-05"));
        fails("evidence-reviewed", "审查后又收集", at("investigation-report").done("evidence-reviewed", "2026-03-04").done("evidence-collected", "2026-03-05"));
        fails("evidence-reviewed", "监控记录没有审核", at("investigation-report").done("evidence-collected", "2026-03-04", "'evidence-kind':'monitoring'").done("evidence-reviewed", "2026-03-05"));
        holds("evidence-reviewed", "不合格的监控记录已排除且另有证据", at("investigation-report").done("evidence-collected", "2026-03-04", "'evidence-kind':'monitoring'").done("inquiry-made", "2026-03-04").done("monitoring-reviewed", "2026-03-05", "'monitoring-result':'unfit','device-reviewed':'yes'").done("evidence-reviewed", "2026-03-05", "'evidence-true':'no'"));
        holds("age-stated-truly", "十四周岁生日当日", at("investigation-report").with("'birth-date':'2012-03-02','act-on':'2026-03-02','responsibility':'age-14-18'"));
        fails("age-stated-truly", "十四周岁生日前一日不是十四周岁", at("investigation-report").with("'birth-date':'2012-03-03','act-on':'2026-03-02','responsibility':'age-14-18'"));
        holds("transfer-materials-complete", "三项必备", at("crime-transferred").with("'transfer-materials':['letter','report','things']"));
        fails("transfer-materials-complete", "没有物品清单", at("crime-transferred").with("'transfer-materials':['letter','report','other']"));
        holds("no-criminal-suspicion", "判断不涉嫌", at("advance-notice").fact("'criminal-suspicion':'no'"));
        fails("no-criminal-suspicion", "判断涉嫌", at("advance-notice").fact("'criminal-suspicion':'yes'"));
    }

    private void content() {
        holds("minor-not-fined", "有责任能力", at("advance-notice").fact("'responsibility':'full'"));
        fails("minor-not-fined", "不满十四周岁", at("advance-notice").fact("'responsibility':'under-14'"));
        fails("minor-not-fined", "不能控制自己行为", at("advance-notice").fact("'responsibility':'incapable'"));
        holds("spared-by-law", "轻微而有轻微后果", at("advance-notice").fact("'minor-act':'yes','corrected-in-time':'yes','harm':'slight'"));
        holds("spared-by-law", "无过错而法律另有规定", at("advance-notice").fact("'no-fault-proof':'excepted'"));
        fails("spared-by-law", "轻微、改正、没有后果", at("advance-notice").fact("'minor-act':'yes','corrected-in-time':'yes','harm':'none'"));
        fails("spared-by-law", "证明没有主观过错", at("advance-notice").fact("'no-fault-proof':'yes'"));
        holds("lenient-circumstances-honoured", "有从轻情形而从轻", at("advance-notice").fact("'lenient':['merit']").with("'mitigation':'lighter'"));
        fails("lenient-circumstances-honoured", "有立功而不从轻", at("advance-notice").fact("'lenient':['merit']").with("'mitigation':'none'"));
        holds("fine-within-range", "上限", intended("advance-notice", "'penalty-kinds':['fine'],'fine':2000000,'mitigation':'none'"));
        fails("fine-within-range", "上限以上一分", intended("advance-notice", "'penalty-kinds':['fine'],'fine':2000001,'mitigation':'none'"));
        fails("fine-within-range", "下限以下一分", intended("advance-notice", "'penalty-kinds':['fine'],'fine':4999,'mitigation':'lighter'"));
        fails("fine-within-range", "只有警告却写罚款", intended("advance-notice", "'penalty-kinds':['warning'],'fine':5000,'mitigation':'none'"));
        fails("fine-within-range", "没有情形而减轻", intended("advance-notice", "'penalty-kinds':['fine'],'fine':4999,'mitigation':'mitigated'"));
        holds("hearing-right-noticed", "未达较大数额", intended("advance-notice", "'penalty-kinds':['fine'],'fine':499999,'hearing-offered':'no'"));
        fails("hearing-right-noticed", "正好较大数额", intended("advance-notice", "'penalty-kinds':['fine'],'fine':500000,'hearing-offered':'no'"));
        fails("hearing-right-noticed", "公民的标准低，取最低", intended("advance-notice", "'penalty-kinds':['fine'],'fine':200000,'hearing-offered':'no'").person("P2"));
        fails("hearing-right-noticed", "吊销许可证", intended("advance-notice", "'penalty-kinds':['permit-revoked'],'fine':0,'hearing-offered':'no'"));
        Told before = at("advance-notice-renewed").done("advance-notice", "2026-03-09", "'penalty-kinds':['fine'],'fine':100000");
        holds("not-heavier-for-defence", "没有申辩而更正", before.with("'penalty-kinds':['fine'],'fine':150000,'renewal-ground':'error'"));
        fails("not-heavier-for-defence", "申辩后加重", at("advance-notice-renewed").done("advance-notice", "2026-03-09", "'penalty-kinds':['fine'],'fine':100000").done("statement-made", "2026-03-10").with("'penalty-kinds':['fine'],'fine':100001,'renewal-ground':'error'"));
        fails("not-heavier-for-defence", "说有新事实而没有新的调查报告", at("advance-notice-renewed").done("advance-notice", "2026-03-09", "'penalty-kinds':['fine'],'fine':100000").done("statement-made", "2026-03-10").with("'penalty-kinds':['fine'],'fine':100001,'renewal-ground':'new-facts'"));
        holds("not-heavier-for-defence", "新的调查报告之后", at("advance-notice-renewed").done("advance-notice", "2026-03-09", "'penalty-kinds':['fine'],'fine':100000").done("statement-made", "2026-03-10").done("investigation-report", "2026-03-11").with("'penalty-kinds':['fine'],'fine':100001,'renewal-ground':'new-facts'"));
        holds("comparison-consistent", "新规定较轻而适用新规定", at("submitted").with("'law-comparison':'lighter','applied-law':'now'"));
        fails("comparison-consistent", "新规定较重而适用新规定", at("submitted").with("'law-comparison':'heavier','applied-law':'now'"));
        holds("lighter-law-applied", "没有修改", at("penalty-decision").fact("'law-comparison':'unchanged','applied-law':'then'"));
        fails("lighter-law-applied", "没有比较", at("penalty-decision"));
    }

    private void decision() {
        holds("one-fine-per-act", "没有罚过", at("penalty-decision").fact("'fined-before':'no'").with("'penalty-kinds':['fine']"));
        fails("one-fine-per-act", "已被罚款", at("penalty-decision").fact("'fined-before':'yes'").with("'penalty-kinds':['fine']"));
        holds("one-fine-per-act", "已被罚款而只警告", at("penalty-decision").fact("'fined-before':'yes'").with("'penalty-kinds':['warning']"));
        fails("one-fine-per-act", "本案已有有效决定", at("penalty-decision").served("penalty-decision", "P1", "2026-03-01").with("'penalty-kinds':['fine']"));
        String noticed = "'penalty-kinds':['fine'],'fine':100000,'violated-provision':'甲','penalty-provision':'乙'";
        holds("notified-covers-decision", "与告知相同", at("penalty-decision").done("advance-notice", "2026-03-09", noticed).with(noticed));
        fails("notified-covers-decision", "高一分", at("penalty-decision").done("advance-notice", "2026-03-09", noticed).with(noticed.replace("100000", "100001")));
        fails("notified-covers-decision", "换了依据", at("penalty-decision").done("advance-notice", "2026-03-09", noticed).with(noticed.replace("乙", "丙")));
        fails("notified-covers-decision", "没有告知", at("penalty-decision").with(noticed));
        holds("legal-review-passed-where-required", "四种情形都没有", at("penalty-decision").with("'penalty-kinds':['fine'],'fine':1000"));
        fails("legal-review-passed-where-required", "经过听证", at("penalty-decision").done("hearing-held", "2026-03-31"));
        fails("legal-review-passed-where-required", "法规另有规定", at("penalty-decision").fact("'sector-review':'yes'"));
        holds("legal-review-passed-where-required", "审核通过", at("penalty-decision").fact("'complex-relations':'yes'").done("legal-review-passed", "2026-04-01"));
        holds("collective-discussion-where-required", "不复杂、数额小", at("penalty-decision").fact("'complex-or-grave':'no'").with("'penalty-kinds':['fine'],'fine':2999999"));
        fails("collective-discussion-where-required", "数额达到标准", at("penalty-decision").fact("'complex-or-grave':'no'").with("'penalty-kinds':['fine'],'fine':999999999"));
        fails("collective-discussion-where-required", "责令关闭", at("penalty-decision").with("'penalty-kinds':['closed-down']"));
        holds("collective-discussion-where-required", "已经讨论", at("penalty-decision").fact("'complex-or-grave':'yes'").done("collective-discussion", "2026-04-01"));
        String minor = "'minor-act':'yes','corrected-in-time':'yes','harm':'none'";
        holds("no-penalty-ground-made-out", "轻微、改正、无后果", at("no-penalty-decision").fact(minor).with("'no-penalty-ground':'minor'"));
        fails("no-penalty-ground-made-out", "有轻微后果的不是轻微不罚", at("no-penalty-decision").fact(minor.replace("none", "slight")).with("'no-penalty-ground':'minor'"));
        fails("no-penalty-ground-made-out", "时效没有过", at("no-penalty-decision").fact("'act-on':'2026-03-01','found-on':'2026-03-02','continuing':'no'").with("'no-penalty-ground':'limitation'"));
        holds("no-penalty-ground-made-out", "时效已过", at("no-penalty-decision").fact("'act-on':'2020-03-01','found-on':'2026-03-02','continuing':'no'").with("'no-penalty-ground':'limitation'"));
    }

    private void hearing() {
        holds("noticed-to-acting-party", "已送达该当事人", at("statement-made").as("P1").served("advance-notice", "P1", "2026-03-10"));
        fails("noticed-to-acting-party", "只送达另一当事人", at("statement-made").as("P1").person("P2").served("advance-notice", "P2", "2026-03-10"));
        holds("demanded-acting-party", "催告书已送达该当事人", at("demand-statement-made").as("P1").served("demand-notice", "P1", "2026-09-22"));
        fails("demanded-acting-party", "催告书没有送达", at("demand-statement-made").as("P1"));
        holds("statement-to-review", "有未复核的申辩", at("statement-reviewed").with("'party':'P1'").done("statement-made", "2026-03-10", "'party':'P1'"));
        fails("statement-to-review", "没有申辩", at("statement-reviewed").with("'party':'P1'"));
        String week = "5 working-days";
        holds("statement-heard-waived-or-lapsed", "期限届满", at("submitted").on("2026-03-18").clock("statement", "P1", "2026-03-10", week));
        fails("statement-heard-waived-or-lapsed", "期限最后一日", at("submitted").on("2026-03-17").clock("statement", "P1", "2026-03-10", week));
        holds("statement-heard-waived-or-lapsed", "明确放弃", at("submitted").on("2026-03-11").clock("statement", "P1", "2026-03-10", week).done("statement-waived", "2026-03-11", "'party':'P1'"));
        fails("statement-heard-waived-or-lapsed", "申辩未复核，即使期限已过", at("submitted").on("2026-03-25").clock("statement", "P1", "2026-03-10", week).done("statement-made", "2026-03-11", "'party':'P1'"));
        holds("hearing-held-waived-or-lapsed", "不属于听证范围", at("submitted").fact("'hearing-offered':'no'"));
        fails("hearing-held-waived-or-lapsed", "要求了没有举行", at("submitted").fact("'hearing-offered':'yes'").done("hearing-requested", "2026-03-16", "'party':'P1'"));
        holds("hearing-held-waived-or-lapsed", "要求后举行", at("submitted").fact("'hearing-offered':'yes'").done("hearing-requested", "2026-03-16", "'party':'P1'").done("hearing-held", "2026-03-31"));
        holds("chair-not-investigator", "非本案人员", at("chair-appointed").with("'chair':'zheng-geng'"));
        fails("chair-not-investigator", "承办人员", at("chair-appointed").with("'chair':'qian-yi'"));
        holds("chair-not-reviewer", "没有审核过", at("chair-appointed").with("'chair':'zheng-geng'").done("legal-review-passed", "2026-03-16"));
        fails("chair-not-reviewer", "审核过本案", at("chair-appointed").with("'chair':'zhao-jia'").done("legal-review-returned", "2026-03-16"));
        holds("new-chair-differs", "另一人", at("chair-replaced").fact("'chair':'zheng-geng'").with("'chair':'sun-bing'"));
        fails("new-chair-differs", "同一人", at("chair-replaced").fact("'chair':'zheng-geng'").with("'chair':'zheng-geng'"));
        holds("appointed-chair-presides", "指定的人主持", at("hearing-held").fact("'chair':'zheng-geng'").by("zheng-geng"));
        fails("appointed-chair-presides", "换了别人", at("hearing-held").fact("'chair':'zheng-geng'").by("sun-bing"));
        fails("appointed-chair-presides", "没有指定", at("hearing-held").by("zheng-geng"));
        holds("closed-hearing-has-ground", "个人隐私不公开", at("hearing-notified").with("'hearing-open':'closed','closed-ground':'privacy'"));
        fails("closed-hearing-has-ground", "没有理由不公开", at("hearing-notified").with("'hearing-open':'closed','closed-ground':'none'"));
        fails("closed-hearing-has-ground", "涉密却公开", at("hearing-notified").with("'hearing-open':'open','closed-ground':'state-secret'"));
        holds("hearing-notice-in-time", "留足七个工作日", at("hearing-notice-served").fact("'hearing-day':'2026-03-30'").with("'served-on':'2026-03-18'"));
        fails("hearing-notice-in-time", "只有六个工作日", at("hearing-notice-served").fact("'hearing-day':'2026-03-30'").with("'served-on':'2026-03-19'"));
        holds("hearing-on-noticed-day", "当日", at("hearing-held").fact("'hearing-day':'2026-03-31'").on("2026-03-31"));
        fails("hearing-on-noticed-day", "次日", at("hearing-held").fact("'hearing-day':'2026-03-31'").on("2026-04-01"));
        holds("hearing-day-reached", "当日", at("hearing-terminated").fact("'hearing-day':'2026-03-31'").on("2026-03-31"));
        fails("hearing-day-reached", "前一日", at("hearing-terminated").fact("'hearing-day':'2026-03-31'").on("2026-03-30"));
        holds("one-or-two-agents", "二人", at("agents-named").with("'agents':[{},{}]"));
        fails("one-or-two-agents", "三人", at("agents-named").with("'agents':[{},{},{}]"));
        holds("refused-signature-noted", "已注明", at("hearing-held").with("'hearing-signature':'refused','refusal-note':'拒签'"));
        fails("refused-signature-noted", "没有注明", at("hearing-held").with("'hearing-signature':'refused'"));
        holds("decision-from-hearing-record", "根据笔录", at("penalty-decision").done("hearing-held", "2026-03-31").with("'hearing-basis':'yes'"));
        fails("decision-from-hearing-record", "采用其他事实", at("penalty-decision").done("hearing-held", "2026-03-31").with("'hearing-basis':'other'"));
        fails("decision-from-hearing-record", "听证过却写没有举行", at("penalty-decision").done("hearing-held", "2026-03-31").with("'hearing-basis':'not-held'"));
    }

    private void service() {
        holds("served-party-confirmed", "已查明", at("decision-served").with("'party':'P1'"));
        fails("served-party-confirmed", "未查明", at("decision-served").unconfirmed().with("'party':'P1'"));
        holds("service-received", "单位收件人", at("decision-served").with("'party':'P1','method':'direct','received-by':'receiver'"));
        fails("service-received", "单位由家属签收", at("decision-served").with("'party':'P1','method':'direct','received-by':'family'"));
        fails("service-received", "公民由收发室签收", at("decision-served").person("P2").with("'party':'P2','method':'post','received-by':'receiver'"));
        holds("service-left", "录像并记明拒收", at("decision-served").with("'party':'P1','method':'left','left-record':'images','direct-difficulty':'拒收'"));
        fails("service-left", "没有见证和影像", at("decision-served").with("'party':'P1','method':'left','left-record':'none','direct-difficulty':'拒收'"));
        holds("service-posted", "写明困难", at("decision-served").with("'party':'P1','method':'post','direct-difficulty':'在外地'"));
        fails("service-posted", "没有困难", at("decision-served").with("'party':'P1','method':'entrusted'"));
        holds("service-electronic-agreed", "已签确认书", at("decision-served").done("electronic-service-agreed", "2026-03-02", "'party':'P1','agreement-signed':'yes'").with("'party':'P1','method':'electronic'"));
        fails("service-electronic-agreed", "另一当事人签的", at("decision-served").person("P2").done("electronic-service-agreed", "2026-03-02", "'party':'P2','agreement-signed':'yes'").with("'party':'P1','method':'electronic'"));
        String posted = "'party':'P1','notice-document':'penalty-decision'";
        String method = "'party':'P1','method':'public-notice','served-on':'2026-04-20'";
        holds("service-public-notice-elapsed", "届满后", at("decision-served").on("2026-04-21").done("public-notice-posted", "2026-03-20", posted).clock("public-notice", "P1", "2026-03-20", "30 calendar-days").with(method));
        fails("service-public-notice-elapsed", "届满当日", at("decision-served").on("2026-04-20").done("public-notice-posted", "2026-03-20", posted).clock("public-notice", "P1", "2026-03-20", "30 calendar-days").with(method));
        fails("service-public-notice-elapsed", "没有公告", at("decision-served").on("2026-04-21").with(method));
    }

    private void payment() {
        holds("fine-imposed", "有罚款", fined("decision-served"));
        fails("fine-imposed", "只有警告", at("decision-served").fact("'penalty-kinds':['warning'],'fine':0"));
        for (String rule : List.of("party-owes-fine", "acting-party-owes-fine")) {
            holds(rule, "已送达未缴", fined("part-paid").with("'party':'P1'"));
            fails(rule, "已缴清", fined("part-paid").done("fine-paid", "2026-03-25", "'party':'P1','paid':100000").with("'party':'P1'"));
        }
        holds("payment-leaves-rest", "还有余额", fined("part-paid").with("'party':'P1','paid':99999"));
        fails("payment-leaves-rest", "正好缴清", fined("part-paid").with("'party':'P1','paid':100000"));
        holds("payment-completes-fine", "余额", fined("fine-paid").done("part-paid", "2026-03-25", "'party':'P1','paid':40000").with("'party':'P1','paid':60000"));
        fails("payment-completes-fine", "多缴一分", fined("fine-paid").with("'party':'P1','paid':100001"));
        Told late = fined("surcharge-paid").on("2026-04-10").clock("payment", "P1", "2026-03-20", "15 calendar-days");
        holds("surcharge-amount-right", "三日九十元", late.with("'party':'P1','surcharge':9000"));
        fails("surcharge-amount-right", "少一分", fined("surcharge-paid").on("2026-04-10").clock("payment", "P1", "2026-03-20", "15 calendar-days").with("'party':'P1','surcharge':8999"));
        holds("surcharge-over-thirty-days", "起算之日不计，第三十一日", fined("enforced-by-office").on("2026-05-09").clock("payment", "P1", "2026-03-20", "15 calendar-days"));
        fails("surcharge-over-thirty-days", "起算之日不计，第三十日", fined("enforced-by-office").on("2026-05-08").clock("payment", "P1", "2026-03-20", "15 calendar-days"));
        holds("instalments-asked", "有申请", fined("instalments-approved").done("instalments-requested", "2026-03-25", "'party':'P1'").with("'party':'P1'"));
        fails("instalments-asked", "已经答复", fined("instalments-approved").done("instalments-requested", "2026-03-25", "'party':'P1'").done("instalments-refused", "2026-03-26", "'party':'P1'").with("'party':'P1'"));
        holds("cash-to-hand-over", "数额一致", fined("cash-handed-over").done("cash-collected", "2026-03-23", "'party':'P1','paid':100000").clock("cash-handover", null, "2026-03-23", "2 working-days").with("'handed-over':100000"));
        fails("cash-to-hand-over", "少交", fined("cash-handed-over").done("cash-collected", "2026-03-23", "'party':'P1','paid':100000").clock("cash-handover", null, "2026-03-23", "2 working-days").with("'handed-over':90000"));
        holds("payment-overdue", "期限已过", fined("demand-issued").on("2026-04-08").clock("payment", "P1", "2026-03-20", "15 calendar-days"));
        fails("payment-overdue", "最后一日", fined("demand-issued").on("2026-04-07").clock("payment", "P1", "2026-03-20", "15 calendar-days"));
        holds("demanded-party-owes", "逾期的当事人", fined("demand-served").on("2026-04-08").clock("payment", "P1", "2026-03-20", "15 calendar-days").with("'party':'P1'"));
        fails("demanded-party-owes", "已缴清的当事人", fined("demand-served").on("2026-04-08").clock("payment", "P1", "2026-03-20", "15 calendar-days").done("fine-paid", "2026-04-01", "'party':'P1','paid':100000").with("'party':'P1'"));
    }

    private void remedies() {
        String six = "6 months";
        holds("party-remedies-lapsed", "六个月届满次日", fined("remedies-lapsed").on("2026-09-21").clock("litigation", "P1", "2026-03-20", six).with("'party':'P1','remedies-ended-on':'2026-09-20'"));
        fails("party-remedies-lapsed", "写错届满之日", fined("remedies-lapsed").on("2026-09-25").clock("litigation", "P1", "2026-03-20", six).with("'party':'P1','remedies-ended-on':'2026-09-21'"));
        fails("party-remedies-lapsed", "复议未结束", fined("remedies-lapsed").on("2026-09-21").clock("litigation", "P1", "2026-03-20", six).done("reconsideration-filed", "2026-05-01", "'party':'P1'").with("'party':'P1','remedies-ended-on':'2026-09-20'"));
        holds("no-remedy-pending", "没有救济程序", fined("case-closed"));
        fails("no-remedy-pending", "诉讼中", fined("case-closed").done("suit-filed", "2026-05-01", "'party':'P1'"));
        holds("no-remedy-pending-for-party", "另一人在复议", fined("suit-filed").person("P2").done("reconsideration-filed", "2026-05-01", "'party':'P2'").with("'party':'P1'"));
        fails("no-remedy-pending-for-party", "本人在复议", fined("suit-filed").done("reconsideration-filed", "2026-05-01", "'party':'P1'").with("'party':'P1'"));
        holds("reconsideration-pending", "复议中", fined("reconsideration-ended").done("reconsideration-filed", "2026-05-01", "'party':'P1'").with("'party':'P1'"));
        fails("reconsideration-pending", "在诉讼而不在复议", fined("reconsideration-ended").done("suit-filed", "2026-05-01", "'party':'P1'").with("'party':'P1'"));
        holds("suit-pending", "诉讼中", fined("suit-ended").done("suit-filed", "2026-05-01", "'party':'P1'").with("'party':'P1'"));
        fails("suit-pending", "诉讼已结束", fined("suit-ended").done("suit-filed", "2026-05-01", "'party':'P1'").done("suit-ended", "2026-06-01", "'party':'P1'").with("'party':'P1'"));
        holds("remedy-pending", "诉讼中", fined("decision-annulled").done("suit-filed", "2026-05-01", "'party':'P1'").with("'applicant':'P1'"));
        fails("remedy-pending", "没有", fined("decision-annulled").with("'applicant':'P1'"));
        holds("change-not-heavier", "减少", fined("decision-changed").with("'fine':99999"));
        fails("change-not-heavier", "增加", fined("decision-changed").with("'fine':100001"));
    }

    private void closing() {
        holds("payment-settled-or-enforced", "缴清", fined("case-closed").clock("payment", "P1", "2026-03-20", "15 calendar-days").done("fine-paid", "2026-03-25", "'party':'P1','paid':100000,'paid-on':'2026-03-25'"));
        fails("payment-settled-or-enforced", "欠加处罚款", fined("case-closed").on("2026-04-20").clock("payment", "P1", "2026-03-20", "15 calendar-days").done("fine-paid", "2026-04-08", "'party':'P1','paid':100000,'paid-on':'2026-04-08'"));
        holds("payment-settled-or-enforced", "强制执行完毕", fined("case-closed").done("enforcement-finished", "2026-12-01"));
        fails("payment-settled-or-enforced", "未缴", fined("case-closed"));
        holds("other-penalties-performed", "已执行", at("case-closed").fact("'penalty-kinds':['things']").done("other-penalty-performed", "2026-04-01", "'performed':'done'"));
        fails("other-penalties-performed", "部分执行", at("case-closed").fact("'penalty-kinds':['things']").done("other-penalty-performed", "2026-04-01", "'performed':'partly'"));
        holds("published-where-required", "已公开", at("case-closed").fact("'social-impact':'yes'").done("decision-published", "2026-04-01"));
        fails("published-where-required", "未公开", at("case-closed").fact("'social-impact':'yes'"));
    }

    @TestFactory
    @DisplayName("逐条")
    Stream<DynamicTest> eachRule() {
        return all().stream().map(a -> DynamicTest.dynamicTest(
                a.rule() + "：" + a.story() + (a.holds() ? "，满足" : "，不满足"), () -> {
                    Outcome outcome = a.told().judge(a.rule());
                    assertThat(outcome instanceof Outcome.Satisfied).as(outcome.toString()).isEqualTo(a.holds());
                }));
    }

    @Test
    @DisplayName("没有一条规则只试过一面")
    void bothSidesOfEveryRule() {
        Map<String, Set<Boolean>> sides = new LinkedHashMap<>();
        all().forEach(a -> sides.computeIfAbsent(a.rule(), k -> new LinkedHashSet<>()).add(a.holds()));
        Set<String> rules = new LinkedHashSet<>(PenaltyRules.ALL.keySet());
        rules.addAll(ServiceRules.ALL.keySet());
        assertThat(rules).allSatisfy(r -> assertThat(sides.get(r)).as(r).containsExactlyInAnyOrder(true, false));
    }

    @Test
    @DisplayName("未作判断的，交承办人判断，不由系统代答")
    void asksTheOfficer() {
        assertThat(at("advance-notice").judge("no-criminal-suspicion")).isInstanceOf(Outcome.NeedsOfficer.class);
    }

    @Test
    @DisplayName("表单未填时，能由表单补足的不先说不行")
    void staysSilentWhileTheFormIsOpen() {
        Set<String> curable = Set.of(
                "limitation-not-run-out", "officers-fit", "fine-within-range", "hearing-right-noticed", "comparison-consistent");
        assertThat(curable).allSatisfy(r -> assertThat(
                        at(r.startsWith("officers") || r.startsWith("limitation") ? "case-filing" : r.startsWith("comparison") ? "submitted" : "advance-notice")
                                .open().judge(r))
                .isInstanceOf(Outcome.Satisfied.class));
    }
}
