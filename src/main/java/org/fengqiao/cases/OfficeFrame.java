package org.fengqiao.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.calendar.Day;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.ui.Frame;
import org.fengqiao.ui.FrameSource;
import org.fengqiao.ui.Room;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// 页框的来处: the office, the person, the day and the rooms this person may enter.
@Component
class OfficeFrame implements FrameSource {

    private final Cases cases;
    private final Access access;
    private final ObjectProvider<Waiting> waiting;
    private final boolean demo;

    OfficeFrame(Cases cases, Access access, ObjectProvider<Waiting> waiting, Environment environment) {
        this.cases = cases;
        this.access = access;
        this.waiting = waiting;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public Frame frame(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Frame.Csrf csrf = token == null
                ? new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "")
                : new Frame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
        Office office = cases.office();
        Principal user = request.getUserPrincipal();
        Person person = user == null ? null : office.person(user.getName()).orElse(null);
        List<Room> rooms = person == null ? List.of() : rooms(office, person);
        return new Frame(
                office.name(), person == null ? null : new Frame.Person(person.name(), office.units().getOrDefault(person.unit(), "")),
                day(), rooms, person == null ? Map.of() : counts(person, rooms), csrf, LocaleContextHolder.getLocale(), asked(request),
                demo ? "演示机关：人员和案件都是虚构的，日期可以调整。" : null);
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? "" : Arrays.stream(query.split("&")).filter(part -> !part.startsWith("lang=")).collect(Collectors.joining("&"));
    }

    private List<Room> rooms(Office office, Person person) {
        LocalDate today = cases.clock().today();
        List<Room> rooms = new ArrayList<>();
        for (Room room : Room.values()) {
            if (mayEnter(room, office, person.id(), today)) {
                rooms.add(room);
            }
        }
        return rooms;
    }

    private boolean mayEnter(Room room, Office office, String user, LocalDate today) {
        return switch (room) {
            case WORKLIST -> access.may(office, user, "worklist", "read", today);
            case INTAKE -> access.may(office, user, "intake", "read", today) || access.may(office, user, "intake", "act", today);
            case CASES -> cases.definitions().slugs().stream().anyMatch(p -> access.mayRead(office, user, p, today));
            case LEDGERS -> cases.definitions().slugs().stream()
                    .filter(p -> cases.definitions().inForce(p, today).filter(d -> d.ledger()).isPresent())
                    .anyMatch(p -> access.mayRead(office, user, p, today) || access.mayOpen(office, user, p, today));
            case LAWS -> access.may(office, user, "law", "read", today);
            case PROCEDURES -> access.may(office, user, "procedure", "read", today);
            case CALENDAR -> access.may(office, user, "calendar", "read", today);
            case FIGURES -> access.may(office, user, "figures", "read", today);
            case CONTRACTS -> access.may(office, user, "contract-ledger", "read", today);
            case VERIFICATION -> access.may(office, user, "record", "read", today);
            case ADMINISTRATION -> access.may(office, user, "administration", "read", today);
        };
    }

    /// Counts are a help; while the database is away the page does without them.
    private Map<Room, Integer> counts(Person person, List<Room> rooms) {
        Map<Room, Integer> counts = new EnumMap<>(Room.class);
        try {
            waiting.stream().filter(w -> rooms.contains(w.room())).forEach(w -> {
                int n = w.count(person.id());
                if (n > 0) {
                    counts.put(w.room(), n);
                }
            });
        } catch (DataAccessException e) {
            return Map.of();
        }
        return counts;
    }

    private @Nullable String weekendNote(WorkingDays calendar, LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        Day next = calendar.dayOf(tomorrow);
        return switch (next.kind()) {
            case MAKE_UP_WORKING -> "明日" + WorkingDays.weekday(tomorrow) + "调休上班";
            case HOLIDAY -> "明日" + next.name() + "放假";
            default -> null;
        };
    }

    private String day() {
        LocalDate today = cases.clock().today();
        WorkingDays calendar = cases.deciding().calendar();
        List<String> parts = new ArrayList<>();
        parts.add(Days.full(today) + " " + WorkingDays.weekday(today).replace("周", "星期"));
        String note = weekendNote(calendar, today);
        parts.add((calendar.isWorkingDay(today) ? "工作日" : "休息日") + (note == null ? "" : "（" + note + "）"));
        return String.join(" · ", parts);
    }
}
