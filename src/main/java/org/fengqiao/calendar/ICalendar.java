package org.fengqiao.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 日历订阅: a calendar as text of RFC 5545, which the programs of other makers subscribe to.
public final class ICalendar {

    public static final String TYPE = "text/calendar";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int FOLD = 75;

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /// When an entry is: whole days, or a moment.
    public sealed interface When {
        /// From the first to the last day, both included.
        record Days(LocalDate first, LocalDate last) implements When {}

        record Moment(OffsetDateTime at) implements When {}
    }

    /// 效力: PROVISIONAL where the holidays of its time have not been announced; CANCELLED where it was told and no longer stands,
    /// for a program that has taken the entry over keeps it until it is told so.
    public enum Status {
        CONFIRMED, PROVISIONAL, CANCELLED
    }

    /// 日历的一项.
    ///
    /// @param uid         what makes it the same entry the next time, without the part after the @
    /// @param sequence    how often it has changed in what matters
    /// @param stamp       when it came to be as it is
    public record Entry(String uid, int sequence, Instant stamp, When when, String summary, String description, @Nullable String url,
            String category, Status status) {

        public boolean provisional() {
            return status == Status.PROVISIONAL;
        }

        /// The same entry at another point of its history.
        public Entry as(int sequence, Instant stamp) {
            return new Entry(uid, sequence, stamp, when, summary, description, url, category, status);
        }

        /// The same entry when it no longer stands.
        ///
        /// @param why a word before what it was, such as 取消
        public Entry cancelled(int sequence, Instant stamp, String why) {
            return new Entry(uid, sequence, stamp, when, "（" + why + "）" + summary, description, url, category, Status.CANCELLED);
        }
    }

    /// Writes a calendar.
    ///
    /// @param name what the subscriber sees in the list of calendars
    public static String write(String name, String about, List<Entry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Fengqiao//Fengqiao//ZH").line("CALSCALE:GREGORIAN");
        calendar.line("X-WR-CALNAME:" + escaped(name)).line("X-WR-CALDESC:" + escaped(about)).line("X-PUBLISHED-TTL:PT6H");
        calendar.line("X-WR-TIMEZONE:Asia/Shanghai").zone();
        entries.forEach(calendar::entry);
        return calendar.line("END:VCALENDAR").text.toString();
    }

    /// The civil time of the days. It stands also in a calendar without entries, which has to have some component.
    private void zone() {
        line("BEGIN:VTIMEZONE").line("TZID:Asia/Shanghai").line("BEGIN:STANDARD").line("DTSTART:19910915T020000");
        line("TZOFFSETFROM:+0900").line("TZOFFSETTO:+0800").line("TZNAME:CST").line("END:STANDARD").line("END:VTIMEZONE");
    }

    private void entry(Entry e) {
        line("BEGIN:VEVENT").line("UID:" + e.uid() + "@fengqiao").line("SEQUENCE:" + e.sequence()).line("DTSTAMP:" + moment(e.stamp()));
        switch (e.when()) {
            case When.Days(LocalDate first, LocalDate last) -> line("DTSTART;VALUE=DATE:" + DAY.format(first))
                    .line("DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1)));
            // An end has to lie after its start (3.8.2.2); a moment has none.
            case When.Moment(OffsetDateTime at) -> line("DTSTART:" + moment(at.toInstant()));
        }
        line("SUMMARY:" + escaped((e.provisional() ? "（暂定）" : "") + e.summary()));
        line("DESCRIPTION:" + escaped(e.description()));
        if (e.url() != null) {
            line("URL:" + e.url());
        }
        line("CATEGORIES:" + escaped(e.category()));
        line("STATUS:" + (e.provisional() ? "TENTATIVE" : e.status().name())).line("TRANSP:TRANSPARENT").line("END:VEVENT");
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atOffset(ZoneOffset.UTC));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", "");
    }

    /// A line longer than 75 octets goes on in the next after a blank; no character is torn apart.
    private ICalendar line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String one = Character.toString(line.codePointAt(at));
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > FOLD) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
        }
        text.append("\r\n");
        return this;
    }
}
