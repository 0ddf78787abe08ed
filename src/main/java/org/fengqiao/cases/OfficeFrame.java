package org.fengqiao.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.Day;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.ui.Frame;
import org.fengqiao.ui.FrameSource;
import org.fengqiao.ui.Room;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// 页框的来处: the office, the person and the day around every page.
@Component
class OfficeFrame implements FrameSource {

    private final Cases cases;

    OfficeFrame(Cases cases) {
        this.cases = cases;
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
        return new Frame(
                office.name(), person == null ? null : new Frame.Person(person.name(), office.units().getOrDefault(person.unit(), "")),
                day(), person == null ? List.of() : rooms(), Map.of(), csrf, LocaleContextHolder.getLocale(), null);
    }

    private static List<Room> rooms() {
        return List.of(Room.values());
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
        parts.add(today.getYear() + "年" + today.getMonthValue() + "月" + today.getDayOfMonth() + "日 "
                + WorkingDays.weekday(today).replace("周", "星期"));
        String note = weekendNote(calendar, today);
        parts.add((calendar.isWorkingDay(today) ? "工作日" : "休息日") + (note == null ? "" : "（" + note + "）"));
        return String.join(" · ", parts);
    }
}
