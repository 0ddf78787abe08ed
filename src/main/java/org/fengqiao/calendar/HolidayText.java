package org.fengqiao.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.calendar.HolidayNotice.Arranged;
import org.jspecify.annotations.Nullable;

/// 放假通知的录入: a notice as a person types it, a line for each festival:
/// `春节 放假 02-15至02-23 法定 02-16至02-19 上班 02-14、02-28`.
public final class HolidayText {

    private static final Pattern LINE = Pattern.compile("(\\S+?)(?:\\s*放假\\s*(.+?))?(?:\\s*法定\\s*(.+?))?(?:\\s*上班\\s*(.+?))?");

    private HolidayText() {}

    /// Reads a notice.
    ///
    /// @param year  the year that days without one belong to
    /// @param known the calendar before the notice, which one that takes a day off back leans on
    /// @throws IllegalArgumentException with one sentence that names the line
    public static HolidayNotice read(int year, String title, LocalDate published, String festivals, WorkingDays known) {
        return read(year, title, published, festivals, known.without(title)::off);
    }

    /// Reads a notice that was without fault when it was entered, whatever has been announced since.
    public static HolidayNotice entered(int year, String title, LocalDate published, String festivals) {
        return read(year, title, published, festivals, day -> true);
    }

    private static HolidayNotice read(int year, String title, LocalDate published, String festivals, Predicate<LocalDate> off) {
        Map<LocalDate, Arranged> days = new LinkedHashMap<>();
        int number = 0;
        for (String line : festivals.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                String where = "第 " + number + " 行";
                festival(year, where, line.strip()).into(year, where, off, days);
            }
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("没有写明放假和上班的日期");
        }
        return new HolidayNotice(year, title, published, days);
    }

    private static Festival festival(int year, String where, String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches() || m.group(2) == null && m.group(4) == null) {
            throw new IllegalArgumentException(where + "应写作“节日 放假 月-日至月-日 法定 月-日 上班 月-日”");
        }
        return new Festival(m.group(1), dates(year, where, m.group(2)), dates(year, where, m.group(3)), dates(year, where, m.group(4)));
    }

    /// Days and ranges as people type them.
    static Set<LocalDate> dates(int year, String where, @Nullable String text) {
        if (text == null) {
            return new TreeSet<>();
        }
        Set<LocalDate> dates;
        try {
            dates = HolidayFile.dates(year, text.strip().replaceAll("\\s*[至~—]\\s*", "..").replaceAll("[、，,；;\\s]+", " "));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(where + "的“" + text.strip() + "”不是日期，应写作 02-15 或者 02-15至02-23");
        }
        if (dates.isEmpty()) {
            throw new IllegalArgumentException(where + "的“" + text.strip() + "”没有日期，起止可能颠倒");
        }
        return dates;
    }
}
