package org.fengqiao.library;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fengqiao.calendar.Day;
import org.fengqiao.calendar.DayKind;
import org.fengqiao.calendar.HolidayNotice;
import org.fengqiao.calendar.ICalendar;
import org.fengqiao.calendar.WorkingDayFeed;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.ui.CalendarPage;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 工作日历: one year, every day marked as work or rest, with the notice it rests on.
@Controller
class CalendarPages {

    private final Cases cases;
    private final Reader reader;

    CalendarPages(Cases cases, Reader reader) {
        this.cases = cases;
        this.reader = reader;
    }

    @GetMapping("/calendar")
    String thisYear() {
        return "redirect:/calendar/" + cases.clock().today().getYear();
    }

    @GetMapping("/calendar/{year}")
    ModelAndView year(Principal user, @PathVariable int year) {
        reader.mayRead(user, "calendar");
        WorkingDays calendar = cases.deciding().calendar();
        int first = calendar.firstAnnounced().getYear();
        int last = calendar.lastAnnounced().getYear() + 1;
        known(year, calendar);
        List<CalendarPage.Day> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            Day d = calendar.dayOf(day);
            boolean named = d.kind() == DayKind.HOLIDAY || d.kind() == DayKind.MAKE_UP_WORKING;
            days.add(new CalendarPage.Day(day, kind(d.kind()), named ? d.name() : "", day.equals(cases.clock().today())));
        }
        List<HolidayNotice> notices = calendar.notices().stream().filter(n -> n.year() == year).toList();
        String source = notices.isEmpty()
                ? "公布以后重新计算，变化记入案件。"
                : "依" + notices.stream().map(n -> n.title() + "（" + Days.full(n.published()) + "）").collect(Collectors.joining("、")) + "。";
        long working = days.stream().filter(d -> d.kind() == CalendarPage.Day.Kind.WORK || d.kind() == CalendarPage.Day.Kind.MAKEUP).count();
        long makeUp = days.stream().filter(d -> d.kind() == CalendarPage.Day.Kind.MAKEUP).count();
        return new CalendarPage(
                HeadView.of("工作日历", year + " 年", calendar.version()), year, year > first ? "/calendar/" + (year - 1) : null,
                year < last ? "/calendar/" + (year + 1) : null, calendar.announced(year), source, days,
                List.of(FactView.of("工作日", working + " 天"), FactView.of("休息日", days.size() - working + " 天"), FactView.of("调休上班", makeUp + " 天")),
                holidays(notices, calendar)).view();
    }

    /// The same for programs: the days that are not as their weekday says, with their notices, or as a file for calendars.
    @GetMapping("/api/v1/calendar/{year}")
    ResponseEntity<byte[]> api(Principal user, @PathVariable int year, @RequestParam(defaultValue = "json") String as) {
        WorkingDays calendar = cases.deciding().calendar();
        try {
            reader.mayRead(user, "calendar");
            known(year, calendar);
        } catch (Refusal e) {
            throw new ResponseStatusException(HttpStatusCode.valueOf(e.page().status()), e.page().title(), e);
        }
        if (as.equals("ics")) {
            byte[] text = ICalendar.write(year + "年工作日历", calendar.version(), WorkingDayFeed.entries(calendar, year, year)).getBytes(StandardCharsets.UTF_8);
            return ResponseEntity.ok().contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8)).body(text);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("year", year).put("provisional", !calendar.announced(year)).put("version", calendar.version());
        body.put("workingDays", calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)));
        ArrayNode days = body.putArray("days");
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            Day d = calendar.dayOf(day);
            if (d.kind() == DayKind.HOLIDAY || d.kind() == DayKind.MAKE_UP_WORKING) {
                days.addObject().put("day", day.toString()).put("working", d.working()).put("name", d.name());
            }
        }
        ArrayNode notices = body.putArray("notices");
        calendar.notices().stream().filter(n -> n.year() == year)
                .forEach(n -> notices.addObject().put("title", n.title()).put("published", n.published().toString()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void known(int year, WorkingDays calendar) {
        int first = calendar.firstAnnounced().getYear();
        int last = calendar.lastAnnounced().getYear() + 1;
        if (year < first || year > last) {
            throw Refusal.notFound("日历从 " + first + " 年到 " + last + " 年");
        }
    }

    private static CalendarPage.Day.Kind kind(DayKind kind) {
        return switch (kind) {
            case WORKING -> CalendarPage.Day.Kind.WORK;
            case MAKE_UP_WORKING -> CalendarPage.Day.Kind.MAKEUP;
            case WEEKEND -> CalendarPage.Day.Kind.WEEKEND;
            case HOLIDAY -> CalendarPage.Day.Kind.HOLIDAY;
        };
    }

    /// What the notices say together: a day that a later one arranges anew is told as it stands now.
    private static TableView holidays(List<HolidayNotice> notices, WorkingDays calendar) {
        Map<String, TreeSet<LocalDate>> off = new LinkedHashMap<>();
        Map<String, TreeSet<LocalDate>> on = new LinkedHashMap<>();
        notices.forEach(n -> new java.util.TreeMap<>(n.days()).forEach((day, a) -> {
            if (calendar.isWorkingDay(day) != a.off()) {
                (a.off() ? off : on).computeIfAbsent(a.name(), k -> new TreeSet<>()).add(day);
            }
        }));
        List<List<Cell>> rows = off.entrySet().stream()
                .map(e -> List.of(
                        Cell.of(e.getKey()), Cell.of(spans(e.getValue()), e.getValue().size() + " 天"),
                        Cell.of(on.getOrDefault(e.getKey(), new TreeSet<>()).stream().map(CalendarPages::span).collect(Collectors.joining("、")))))
                .toList();
        return TableView.of("holidays", "放假安排", "", List.of("节日", "放假", "调休上班"), rows, "尚未公布。");
    }

    /// The days off of one festival; a day that a later notice adds apart from the others is told apart.
    static String spans(SortedSet<LocalDate> days) {
        List<String> spans = new ArrayList<>();
        LocalDate first = days.first();
        for (LocalDate day : days) {
            LocalDate next = day.plusDays(1);
            if (!days.contains(next)) {
                spans.add(span(first) + (first.equals(day) ? "" : "至" + until(first, day)));
                first = days.tailSet(next).isEmpty() ? first : days.tailSet(next).first();
            }
        }
        return String.join("、", spans);
    }

    /// The last day, without its month where that is the first day's.
    private static String until(LocalDate first, LocalDate last) {
        return first.getMonth() == last.getMonth() ? last.getDayOfMonth() + "日" : span(last);
    }

    private static String span(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
