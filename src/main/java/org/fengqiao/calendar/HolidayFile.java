package org.fengqiao.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.calendar.HolidayNotice.Arranged;
import org.jspecify.annotations.Nullable;

/// Reads `calendar/holidays.yaml`, the notices that ship with the product.
final class HolidayFile {

    private HolidayFile() {}

    static List<HolidayNotice> notices() {
        List<HolidayNotice> notices = new ArrayList<>();
        for (Map<String, Object> facts : YamlFacts.list("/calendar/holidays.yaml", "notices")) {
            notices.add(notice(facts));
        }
        return notices;
    }

    @SuppressWarnings("unchecked")
    private static HolidayNotice notice(Map<String, Object> facts) {
        int year = Integer.parseInt(YamlFacts.text(facts, "year"));
        Map<LocalDate, Arranged> days = new LinkedHashMap<>();
        for (Map<String, Object> festival : (List<Map<String, Object>>) facts.get("days")) {
            String name = YamlFacts.text(festival, "name");
            Set<LocalDate> statutory = dates(year, YamlFacts.textOrNull(festival, "statutory"));
            for (LocalDate day : dates(year, YamlFacts.textOrNull(festival, "rest"))) {
                days.put(day, new Arranged(name, true, statutory.contains(day)));
            }
            for (LocalDate day : dates(year, YamlFacts.textOrNull(festival, "work"))) {
                days.put(day, new Arranged(name, false, false));
            }
        }
        return new HolidayNotice(year, YamlFacts.text(facts, "title"),
                LocalDate.parse(YamlFacts.text(facts, "published")), days);
    }

    /// Days and ranges separated by blanks, such as `02-07 02-11..02-17`; a day without a year is of the notice's year.
    static Set<LocalDate> dates(int year, @Nullable String text) {
        Set<LocalDate> dates = new TreeSet<>();
        if (text == null) {
            return dates;
        }
        for (String part : text.split(" ")) {
            String[] ends = part.split("\\.\\.");
            LocalDate last = date(year, ends[ends.length - 1]);
            for (LocalDate day = date(year, ends[0]); !day.isAfter(last); day = day.plusDays(1)) {
                dates.add(day);
            }
        }
        return dates;
    }

    private static LocalDate date(int year, String text) {
        return LocalDate.parse(text.length() == 5 ? year + "-" + text : text);
    }
}
