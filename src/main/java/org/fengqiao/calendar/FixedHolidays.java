package org.fengqiao.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 公历日期固定的法定节日: what 全国年节及纪念日放假办法 article 2 puts on a civil date, version by version, from
/// `calendar/fixed-holidays.yaml`.
///
/// They are days off in any year, announced or not. The others follow the lunar calendar, and on which working days
/// article 6 makes up for a festival at a weekend only the notice of the year says; these wait for it.
public final class FixedHolidays {

    private static final List<Version> VERSIONS = read();

    /// @param basis the article
    public record Version(LocalDate from, String title, LocalDate promulgated, String basis, String reading, Map<MonthDay, String> days) {}

    private FixedHolidays() {}

    /// The festival on a day by the text in force that day, or null.
    static @Nullable String on(LocalDate day) {
        Version version = inForce(day);
        return version == null ? null : version.days().get(MonthDay.from(day));
    }

    private static @Nullable Version inForce(LocalDate day) {
        for (Version version : VERSIONS.reversed()) {
            if (!day.isBefore(version.from())) {
                return version;
            }
        }
        return null;
    }

    /// The text in force now, as a source that moves clocks when it is first read.
    public static Version newest() {
        return VERSIONS.getLast();
    }

    /// How days of a year without a notice are read, as half a sentence.
    public static String reading(int year) {
        Version version = inForce(LocalDate.of(year, 1, 1));
        return version == null ? "只按周一至周五为工作日" : version.reading();
    }

    private static List<Version> read() {
        List<Version> versions = new ArrayList<>();
        for (Map<String, Object> facts : YamlFacts.list("/calendar/fixed-holidays.yaml", "versions")) {
            versions.add(version(facts));
        }
        return versions;
    }

    @SuppressWarnings("unchecked")
    private static Version version(Map<String, Object> facts) {
        Map<MonthDay, String> days = new HashMap<>();
        for (Map<String, Object> festival : (List<Map<String, Object>>) facts.get("days")) {
            String name = YamlFacts.text(festival, "name");
            // Any year serves to read the days of the year.
            HolidayFile.dates(2000, YamlFacts.text(festival, "days")).forEach(day -> days.put(MonthDay.from(day), name));
        }
        return new Version(
                LocalDate.parse(YamlFacts.text(facts, "in-force-from")), YamlFacts.text(facts, "title"),
                LocalDate.parse(YamlFacts.text(facts, "promulgated")), YamlFacts.text(facts, "basis"), YamlFacts.text(facts, "reading"), Map.copyOf(days));
    }
}
