package org.fengqiao.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.contract.Measures.Finding;
import org.fengqiao.contract.Measures.Given;
import org.fengqiao.contract.RiskReview.Sentence;
import org.jspecify.annotations.Nullable;

/// 期限核对: days that do not exist, terms that end before they begin, and lengths that the days contradict.
final class Terms {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})日?");
    private static final Pattern RANGE = Pattern.compile(
            "[自从]? *(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})日?[^。；\\n]{0,8}?(?:至|到|—|－|~)[ 　]*(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})日?");
    private static final Pattern LENGTH = Pattern.compile("(" + Amounts.COUNT + ")(周年|年|个月|日历天|日|天)(?![ 　]*\\d)");
    private static final Pattern SPEAKS_OF_TERM = Pattern.compile("期|共|工期|为");
    private static final Pattern LEASE = Pattern.compile("(?:租赁期限|租期|租赁期|期限)[^。；\\n\\d]{0,6}?(" + Amounts.COUNT + ")年");
    /// First and last day counted or not: lengths may differ by this many days.
    private static final int TOLERANCE = 2;

    private Terms() {}

    static List<Finding> dates(Given g) {
        List<Finding> all = new ArrayList<>();
        Matcher day = DAY.matcher(g.text().folded());
        while (day.find()) {
            if (date(day, 1) == null) {
                all.add(new Finding(day.start(), day.end(), "没有这一天。"));
            }
        }
        for (Sentence s : g.sentences()) {
            Matcher range = RANGE.matcher(s.words());
            while (range.find()) {
                LocalDate from = date(range, 1);
                LocalDate until = date(range, 4);
                if (from != null && until != null) {
                    String wrong = until.isBefore(from) ? "终止日早于起始日。" : contradicted(s.words(), range, from, until);
                    if (wrong != null) {
                        all.add(new Finding(s.from(), s.from() + s.words().stripTrailing().length(), wrong));
                    }
                }
            }
        }
        return all;
    }

    /// The length that a sentence gives beside the days, when they do not agree.
    private static @Nullable String contradicted(String sentence, Matcher range, LocalDate from, LocalDate until) {
        String rest = sentence.substring(0, range.start()) + "　".repeat(range.end() - range.start()) + sentence.substring(range.end());
        Matcher length = LENGTH.matcher(rest);
        while (length.find()) {
            Long n = Amounts.number(length.group(1));
            String before = rest.substring(Math.max(0, length.start() - 8), length.start());
            if (n == null || n == 0 || !SPEAKS_OF_TERM.matcher(before).find() || before.contains("每") || before.contains("逾期") || rest.startsWith("内", length.end())) {
                continue;
            }
            LocalDate end = switch (length.group(2)) {
                case "年", "周年" -> from.plusYears(n);
                case "个月" -> from.plusMonths(n);
                default -> from.plusDays(n);
            };
            if (Math.abs(ChronoUnit.DAYS.between(end.minusDays(1), until)) > TOLERANCE) {
                return "写的是" + length.group() + "，起止日期算来是 " + (ChronoUnit.DAYS.between(from, until) + 1) + " 天。";
            }
        }
        return null;
    }

    static List<Finding> lease(Given g) {
        double most = g.limit("years");
        for (Sentence s : g.sentences()) {
            Matcher years = LEASE.matcher(s.words());
            if (years.find()) {
                Long n = Amounts.number(years.group(1));
                if (n != null && n > most && n < 1000) {
                    return List.of(new Finding(s.from() + years.start(), s.from() + years.end(), "约定 " + n + " 年，超过的部分无效。"));
                }
            }
            Matcher range = RANGE.matcher(s.words());
            if (range.find() && s.words().contains("租")) {
                LocalDate from = date(range, 1);
                LocalDate until = date(range, 4);
                if (from != null && until != null && until.isAfter(from.plusYears((long) most))) {
                    return List.of(new Finding(s.from() + range.start(), s.from() + range.end(), "起止日期超过 " + (long) most + " 年，超过的部分无效。"));
                }
            }
        }
        return List.of();
    }

    private static @Nullable LocalDate date(Matcher m, int group) {
        try {
            return LocalDate.of(Integer.parseInt(m.group(group)), Integer.parseInt(m.group(group + 1)), Integer.parseInt(m.group(group + 2)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
