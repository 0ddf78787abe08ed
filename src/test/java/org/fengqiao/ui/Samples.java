package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Every page with coherent, invented content: the day is 2026-10-09, one matter runs through all of it.
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    private Samples() {}

    static Frame frame() {
        return frame(Locale.SIMPLIFIED_CHINESE);
    }

    static Frame frame(Locale locale) {
        Map<Room, Integer> counts = new EnumMap<>(Room.class);
        counts.put(Room.WORKLIST, 23);
        counts.put(Room.INTAKE, 6);
        counts.put(Room.ADMINISTRATION, 1);
        return new Frame("示例街道办事处", new Frame.Person("赵甲", "综合行政执法办"), "2026年10月9日 星期五 · 工作日（明日周六调休上班）",
                List.of(Room.values()), counts, new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "sample-token"), locale, "", null);
    }

    static Frame signedOut() {
        return new Frame("示例街道办事处", null, "2026年10月9日 星期五 · 工作日", List.of(), Map.of(),
                new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "sample-token"), Locale.SIMPLIFIED_CHINESE, "", "演示环境：人员和案件都是虚构的，日期为2026年10月9日。");
    }

    /// All pages under the name of their file.
    static Map<String, Page> pages() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("sign-in", WorkSamples.signIn(false));
        pages.put("sign-in-demo", WorkSamples.signIn(true));
        pages.put("worklist", WorkSamples.worklist());
        pages.put("worklist-empty", WorkSamples.emptyWorklist());
        pages.put("intake", WorkSamples.intake());
        pages.put("register", WorkSamples.register());
        pages.put("search", WorkSamples.search());
        pages.put("case", CaseSamples.penaltyCase());
        pages.put("case-broken", CaseSamples.broken());
        pages.put("case-long", CaseSamples.longFlow());
        pages.put("case-many", CaseSamples.manySteps());
        pages.put("step", CaseSamples.step(false));
        pages.put("step-errors", CaseSamples.step(true));
        pages.put("step-blocked", CaseSamples.blockedStep());
        pages.put("opening", CaseSamples.opening());
        pages.put("document", CaseSamples.document());
        pages.put("verification", CaseSamples.verification());
        pages.put("procedure", LawSamples.procedure());
        pages.put("procedures", LawSamples.procedures());
        pages.put("law", LawSamples.law(false));
        pages.put("law-imported", LawSamples.law(true));
        pages.put("laws", LawSamples.laws());
        pages.put("comparison", LawSamples.comparison(false));
        pages.put("comparison-side", LawSamples.comparison(true));
        pages.put("article", LawSamples.article());
        pages.put("marked", LawSamples.marked(true));
        pages.put("marked-read", LawSamples.marked(false));
        pages.put("calendar", LawSamples.calendar());
        pages.put("deadline", LawSamples.deadline());
        pages.put("figures", OfficeSamples.figures(true));
        pages.put("figures-plain", OfficeSamples.figures(false));
        pages.put("figure-cases", OfficeSamples.figureCases());
        pages.put("people", OfficeSamples.people());
        pages.put("settings", OfficeSamples.settings());
        pages.put("error-403", ErrorPage.forbidden("查看当事人联系电话需要写明用途的权限。请向本科室管理员申请。",
                List.of(ReasonView.no("本岗位没有查看个人信息的权限。", cite("《个人信息保护法》第六条", "personal-information-protection-law#a6")))));
        pages.put("error-404", ErrorPage.notFound());
        pages.put("error-409", ErrorPage.lostRace("钱乙在 10:06 已经提交“复核陈述申辩意见”。", Link.to("/cases/1", "回到案件"),
                List.of(FactView.of("复核意见", "当事人提出堆放物系供货商临时卸放、当日已清理。经核对现场照片和租赁合同，堆放持续三日以上，意见不成立。"))));
        pages.put("error-422", ErrorPage.refused("听证要求期限尚未届满，当事人也未书面放弃。最早10月13日可办。",
                List.of(ReasonView.no("听证要求期限尚未届满。", cite("《行政处罚法》第六十四条第一项", "administrative-penalty-law#a64-1-1"))), Link.to("/cases/1", "回到案件"), List.of()));
        pages.put("error-503", ErrorPage.databaseAway(List.of(FactView.of("处置情况", "已到现场劝导，商户当场清理。"))));
        return pages;
    }

    static Cite cite(String text, String where) {
        return Cite.of(text, "/laws/" + where);
    }

    static Cite penalty(String text, String anchor) {
        return cite("《行政处罚法》" + text, "administrative-penalty-law?on=2026-10-09#" + anchor);
    }

    /// The five working days of the hearing request, 29 September to 12 October.
    static Explanation hearingRequest() {
        List<DayCell> days = new ArrayList<>();
        int counted = 0;
        for (LocalDate day = LocalDate.of(2026, 9, 29); !day.isAfter(LocalDate.of(2026, 10, 12)); day = day.plusDays(1)) {
            boolean holiday = day.getMonthValue() == 10 && day.getDayOfMonth() <= 7;
            boolean sunday = day.equals(LocalDate.of(2026, 10, 11));
            if (day.equals(LocalDate.of(2026, 9, 29))) {
                days.add(new DayCell(day, DayCell.Kind.START, "送达", false));
            } else if (holiday || sunday) {
                days.add(new DayCell(day, DayCell.Kind.SKIPPED, holiday ? "国庆" : "周日", false));
            } else {
                counted++;
                days.add(new DayCell(day, counted == 5 ? DayCell.Kind.DUE : DayCell.Kind.COUNTED, counted == 5 ? "届满" : "第" + counted + "日", day.equals(TODAY)));
            }
        }
        return new Explanation("告知书9月29日送达，当日不计入。五日为工作日，不含法定节假日。", days,
                List.of(new Explanation.Line("跳过 8 天", "10月1日至7日国庆节；10月11日周日。"), new Explanation.Line("计入", "10月10日（周六）调休上班。"),
                        new Explanation.Line("中止、延长", "无。")),
                List.of(penalty("第六十四条第一项", "a64-1-1"), cite("第八十五条", "administrative-penalty-law#a85"), cite("《民法典》第二百零一条", "civil-code#a201")),
                "日历：2026年版，依国务院办公厅通知。");
    }

    static FieldView select(String name, String title, String... words) {
        List<FieldView.Option> options = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            options.add(FieldView.Option.of(i == 0 ? "" : String.valueOf(i), words[i]));
        }
        return FieldView.choice(FieldView.Kind.LIST, name, title, options);
    }
}
