package org.fengqiao.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The dates of one sentence of a notice, each with what stands in brackets after it.
final class NoticeWords {

    private static final Pattern DATE = Pattern.compile("(至|到|—|-)?\\s*(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[（(]([^）)]*)[）)])?(?:起正常上班|起照常上班)?");
    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)([一二三四五六日天])");
    private static final Pattern FIRST_MONTH = Pattern.compile("正月初([一二三四五六七八九十])");
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final String WEEKDAYS = "一二三四五六日";

    private final List<Found> found = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final String said;

    /// One date, where it ends in the sentence, whether it closes a range, and what its brackets say.
    record Found(LocalDate day, int end, boolean closes, boolean resumes, String note) {}

    NoticeWords(int year, String said) {
        this.said = said;
        Matcher m = DATE.matcher(said);
        LocalDate last = null;
        while (m.find()) {
            boolean closes = m.group(1) != null && last != null;
            int inYear = m.group(2) != null ? Integer.parseInt(m.group(2)) : closes ? last.getYear() : year;
            int month = m.group(3) != null ? Integer.parseInt(m.group(3)) : last == null ? 0 : last.getMonthValue();
            String note = m.group(5) == null ? "" : m.group(5);
            try {
                LocalDate day = LocalDate.of(inYear, month, Integer.parseInt(m.group(4)));
                weekday(day, note);
                if (closes && day.isBefore(last)) {
                    wrong.add("“" + m.group().strip() + "”早于 " + last + "，起止颠倒");
                }
                found.add(new Found(day, m.end(), closes, m.group().endsWith("上班"), note));
                last = day;
            } catch (DateTimeException e) {
                wrong.add("“" + m.group().strip() + "”不是日期");
            }
        }
    }

    /// Full-width digits as digits and blanks within a line away, brackets and punctuation as they are.
    static String plain(String line) {
        StringBuilder plain = new StringBuilder();
        line.codePoints().forEach(c -> plain.append(c >= '０' && c <= '９' ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC) : Character.toString(c)));
        return plain.toString().replaceAll("[\\s\\u3000\\u00A0]+", "");
    }

    List<Found> found() {
        return found;
    }

    List<String> wrong() {
        return wrong;
    }

    /// The days that are said to be `word`: the dates and ranges that stand right before it.
    Set<LocalDate> before(String word) {
        Set<LocalDate> days = new TreeSet<>();
        int from = 0;
        for (int at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
            List<Found> own = new ArrayList<>();
            for (Found f : found) {
                if (f.end() > from && f.end() <= at && !f.resumes()) {
                    own.add(f);
                }
            }
            if (!own.isEmpty() && said.substring(own.getLast().end(), at).matches("均|都|全部|共\\d+天|")) {
                add(own, days);
            }
            from = at;
        }
        return days;
    }

    private static void add(List<Found> own, Set<LocalDate> days) {
        for (int i = 0; i < own.size(); i++) {
            LocalDate day = own.get(i).closes() && i > 0 ? own.get(i - 1).day().plusDays(1) : own.get(i).day();
            for (; !day.isAfter(own.get(i).day()); day = day.plusDays(1)) {
                days.add(day);
            }
        }
    }

    private void weekday(LocalDate day, String note) {
        Matcher m = WEEKDAY.matcher(note);
        if (m.find() && WEEKDAYS.indexOf(m.group(1).replace('天', '日')) != day.getDayOfWeek().getValue() - 1) {
            wrong.add(day + " 是" + WorkingDays.weekday(day) + "，不是" + m.group());
        }
    }

    /// The days of the festival itself as far as the text tells them: fixed by the sun's calendar, or by the lunar days in
    /// its brackets (全国年节及纪念日放假办法 2; from 2025 on with the eve of the Spring Festival and 2 May).
    static Set<LocalDate> statutory(int year, String name, Set<LocalDate> rest, List<Found> marks) {
        Set<LocalDate> days = new TreeSet<>();
        if (name.contains("元旦")) {
            days.add(LocalDate.of(year, 1, 1));
        }
        if (name.contains("劳动节")) {
            days.add(LocalDate.of(year, 5, 1));
            days.add(LocalDate.of(year, 5, year < 2025 ? 1 : 2));
        }
        if (name.contains("国庆节")) {
            days.addAll(List.of(LocalDate.of(year, 10, 1), LocalDate.of(year, 10, 2), LocalDate.of(year, 10, 3)));
        }
        for (Found mark : marks) {
            Matcher m = FIRST_MONTH.matcher(mark.note());
            LocalDate first = m.find() ? mark.day().minusDays(NUMERALS.indexOf(m.group(1))) : mark.note().contains("除夕") ? mark.day().plusDays(1) : null;
            for (int i = year < 2025 ? 0 : -1; first != null && name.contains("春节") && i < 3; i++) {
                days.add(first.plusDays(i));
            }
        }
        if (rest.size() == 1 && days.isEmpty()) {
            days.addAll(rest);
        }
        days.retainAll(rest);
        return days;
    }

    static boolean leavesOpen(String name, Set<LocalDate> statutory, Set<LocalDate> rest) {
        return !rest.isEmpty() && (statutory.isEmpty() || name.contains("、"));
    }
}
