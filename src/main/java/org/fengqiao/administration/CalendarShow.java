package org.fengqiao.administration;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fengqiao.calendar.FixedHolidays;
import org.fengqiao.calendar.ICalendar;
import org.fengqiao.calendar.WorkingDayFeed;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// `calendar show`: the working days of a year with their notices, on paper or as a file for calendar programs.
public final class CalendarShow implements Command {

    @Override
    public String name() {
        return "calendar show";
    }

    @Override
    public String summary() {
        return "days off, make-up working days and notices of a year: --year Y [--ics FILE] [--home DIR: with the office's own notices]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Options options = Options.parse(arguments, Set.of("year", "ics", Home.OPTION), Set.of());
        if (!options.words().isEmpty()) {
            throw new Refused("`calendar show` does not know \"" + options.words().getFirst() + "\".");
        }
        int year = options.number("year", 0);
        WorkingDays calendar = options.has(Home.OPTION) ? calendar(options) : WorkingDays.announced();
        int first = calendar.firstAnnounced().getYear();
        int last = calendar.lastAnnounced().getYear() + 1;
        if (year < first || year > last) {
            throw new Refused("Say with --year which year from " + first + " to " + last + ".");
        }
        List<ICalendar.Entry> entries = WorkingDayFeed.entries(calendar, year, year);
        print(year, calendar, entries, out);
        String file = options.get("ics");
        if (file != null) {
            Files.writeString(Path.of(file), ICalendar.write(year + "年工作日历", calendar.version(), entries));
            out.println(entries.size() + " entries written to " + file + ".");
        }
        return 0;
    }

    /// The calendar of the office in the home that the options name: what ships with the product and the office's own notices.
    public static WorkingDays calendar(Options options) {
        return OpenOffice.with(options, open -> open.offices().current().calendar());
    }

    private static void print(int year, WorkingDays calendar, List<ICalendar.Entry> entries, PrintStream out) {
        int working = calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31));
        boolean provisional = !calendar.announced(year);
        out.println(year + "年" + (provisional ? "（暂定：" + calendar.doubt(year).replace(year + " 年", "") + "）" : "") + "：工作日 " + working + " 天，休息日 "
                + (LocalDate.of(year, 12, 31).getDayOfYear() - working) + " 天。");
        for (ICalendar.Entry e : entries) {
            if (e.when() instanceof ICalendar.When.Days(LocalDate from, LocalDate until) && e.status() == ICalendar.Status.CONFIRMED) {
                out.println("  " + from + (from.equals(until) ? "            " : " 至 " + until.toString().substring(5) + "  ") + e.summary());
            }
        }
        if (provisional) {
            out.println("  " + FixedHolidays.reading(year) + "。");
        }
        calendar.notices().stream().filter(n -> n.year() == year).forEach(n -> out.println("依据：" + n.title() + "（" + n.published() + " 公布）"));
    }
}
