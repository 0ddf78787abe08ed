package org.fengqiao.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.ICalendar;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.CalendarChange;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.cases.Cases;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.deadline.Entry;
import org.fengqiao.deadline.Moment;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// 本人的期限和听证: what calendar programs are told of a person's cases: number, procedure, what is due, where to look.
/// Never a title, a name or anything typed, since nobody knows through whose hands a calendar goes.
@Component
class OfficerFeed {

    private final Worklist worklist;
    private final Cases cases;
    private final CalendarChange calendar;

    OfficerFeed(Worklist worklist, Cases cases, CalendarChange calendar) {
        this.worklist = worklist;
        this.cases = cases;
        this.calendar = calendar;
    }

    /// The entries of a person as the matrix of access lets them see cases today.
    ///
    /// @param base where this office answers, such as `https://fengqiao.example`
    List<ICalendar.Entry> entries(String user, String base) {
        Map<Long, String> own = new LinkedHashMap<>();
        for (Worklist.Kind kind : List.of(Worklist.Kind.MINE, Worklist.Kind.HANDLED, Worklist.Kind.CONFIRM, Worklist.Kind.SUBSTITUTING)) {
            worklist.items(user, kind).forEach(i -> own.put(i.caseId(), i.number()));
        }
        Map<String, CalendarChange.Times> moved = calendar.times();
        List<ICalendar.Entry> entries = new ArrayList<>();
        own.forEach((id, number) -> cases.see(user, number).ifPresent(known -> {
            CaseState state = known.state();
            Definition d = cases.definitions().forStep(state, cases.clock().today()).orElseThrow();
            String url = base + CaseLinks.of(number);
            state.clocks().values().stream()
                    .filter(c -> c.kind() != ClockKind.WINDOW && !c.ended() && !c.stopped())
                    .forEach(c -> entries.add(clock(id, state, d, c, moved.getOrDefault(key(id, c), CalendarChange.Times.NEVER), url)));
            entries.addAll(meetings(id, state, d, cases.clock().today(), cases.deciding().calendar(), url));
        }));
        return entries;
    }

    private static String key(long id, Clock c) {
        return id + "/" + c.id() + "/" + (c.party() == null ? "" : c.party());
    }

    private ICalendar.Entry clock(long id, CaseState state, Definition d, Clock c, CalendarChange.Times moved, String url) {
        WorkingDays days = cases.deciding().calendar();
        DueDay due = c.told(days);
        ICalendar.When when = due.moment() == null ? new ICalendar.When.Days(due.due(), due.due()) : new ICalendar.When.Moment(due.moment());
        String advice = due.moment() != null || days.isWorkingDay(due.due())
                ? "" : "最后一日是休息日，此前的最后一个工作日为 " + due.lastWorkingDayBefore() + "。";
        String provisional = due.provisional() ? "暂定：" + due.due().getYear() + "年放假安排尚未公布。" : "";
        Instant stamp = c.ledger().stream().map(Entry::at).map(OfficerFeed::instant).max(Instant::compareTo).orElse(instant(c.start()));
        // An announcement makes a provisional day certain without moving it: a change, too. The factor keeps the count rising.
        int sequence = 2 * (c.ledger().size() + moved.times()) + (due.provisional() ? 0 : 1);
        return new ICalendar.Entry("clock-" + key(id, c).replace('/', '-'), sequence, stamp.isAfter(moved.last()) ? stamp : moved.last(), when,
                c.title() + "届满 " + state.number(), d.title() + "，" + c.title() + "于 " + due.text() + " 届满。" + advice + provisional, url, "期限", due.provisional());
    }

    private static Instant instant(Moment at) {
        return at.time() == null ? at.day().atStartOfDay(Counting.ZONE).toInstant() : at.time().toInstant();
    }

    /// Hearings and whatever else people were told a day of: the date fields that carry a period of notice.
    static List<ICalendar.Entry> meetings(long id, CaseState state, Definition d, LocalDate today, WorkingDays days, String url) {
        Map<String, ICalendar.Entry> last = new LinkedHashMap<>();
        Set<String> over = new LinkedHashSet<>();
        for (CaseState.Deed deed : state.deeds()) {
            d.step(deed.step()).ifPresent(step -> step.form().fields().stream()
                    .filter(f -> f.type() == Field.Type.DATE && f.notice() != null && deed.data().get(f.id()) instanceof JsonNode)
                    .forEach(f -> {
                        over.remove(f.id());
                        ICalendar.Entry before = last.get(f.id());
                        last.put(f.id(), meeting(id, state, d, f, deed, before == null ? 0 : before.sequence() + 1, days, url));
                    }));
            if (deed.step().endsWith("-held") || deed.step().endsWith("-terminated")) {
                over.addAll(last.keySet());
            }
        }
        return last.entrySet().stream()
                .filter(e -> !state.isFinal() && !over.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .filter(e -> e.when() instanceof ICalendar.When.Days(LocalDate first, LocalDate _) && !first.isBefore(today))
                .toList();
    }

    private static ICalendar.Entry meeting(
            long id, CaseState state, Definition d, Field f, CaseState.Deed deed, int sequence, WorkingDays days, String url) {
        LocalDate day = LocalDate.parse(deed.data().get(f.id()).asString());
        String what = f.title().replaceFirst("的?(日期|时间)$", "");
        Instant stamp = deed.at() == null ? deed.on().atStartOfDay(Counting.ZONE).toInstant() : deed.at().toInstant();
        return new ICalendar.Entry("meeting-" + id + "-" + f.id(), sequence, stamp, new ICalendar.When.Days(day, day), what + " " + state.number(),
                d.title() + "，" + what + "。时间、地点见案件。", url, "听证", days.provisional(day));
    }
}
