package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fengqiao.calendar.Period;
import org.fengqiao.law.Citation;
import org.fengqiao.procedure.Money;

/// 行文格式: days, periods, money and lists as official documents write them.
final class Wordings {

    private Wordings() {}

    static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// 2026年8月3日10时05分, as a report of an event writes it.
    static String moment(OffsetDateTime at) {
        OffsetDateTime here = at.withOffsetSameInstant(Days.ZONE);
        return date(here.toLocalDate()) + here.getHour() + "时" + "%02d".formatted(here.getMinute()) + "分";
    }

    /// 十五日, 五个工作日, 六个月: counted in words, as a notice of rights writes it.
    static String period(Period period) {
        String count = Citation.numeral(period.length());
        return switch (period.unit()) {
            case CALENDAR_DAY -> count + "日";
            case WORKING_DAY -> measured(period.length()) + "个工作日";
            case MONTH -> measured(period.length()) + "个月";
            case YEAR -> count + "年";
            case HOUR -> count + "小时";
            case MINUTE -> count + "分钟";
        };
    }

    /// Before a measure word two is 两.
    private static String measured(int count) {
        return count == 2 ? "两" : Citation.numeral(count);
    }

    /// 两份, 三份.
    static String copies(int count) {
        return measured(count) + "份";
    }

    static String money(long fen) {
        return "人民币 " + Money.yuan(fen) + " 元（大写 " + Money.capital(fen) + "）";
    }

    /// One thing as a sentence, several as numbered clauses of one.
    static String clauses(List<String> all) {
        if (all.size() < 2) {
            return all.isEmpty() ? "" : ended(all.getFirst());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            text.append("（").append(Citation.numeral(i + 1)).append("）").append(all.get(i)).append(i + 1 < all.size() ? "；" : "。");
        }
        return text.toString();
    }

    /// The text with a full stop at its end.
    static String ended(String text) {
        String bare = text.strip();
        return bare.isEmpty() || bare.matches("(?s).*[。！？；：”]") ? bare : bare + "。";
    }

    /// The text without the full stop at its end, to be carried on.
    static String open(String text) {
        return text.strip().replaceAll("[。；，]+$", "");
    }
}
