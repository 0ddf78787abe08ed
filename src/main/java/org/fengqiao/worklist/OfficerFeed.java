package org.fengqiao.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.ICalendar;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.CalendarChange;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
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
/// Never a title, a name or anything typed, since nobody knows through whose hands a calendar goes. What was told and is
/// over stays as cancelled for a while: a program that keeps what it once read has to be told so.
@Component
class OfficerFeed {

    /// For so many days an entry that is over is told as cancelled.
    private static final int CANCELLED_FOR = 30;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

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
        worklist.ended(user, cases.clock().today().minusDays(CANCELLED_FOR)).forEach(i -> own.put(i.caseId(), i.number()));
        Map<String, CalendarChange.Times> moved = calendar.times();
        List<ICalendar.Entry> entries = new ArrayList<>();
        own.forEach((id, number) -> cases.see(user, number).ifPresent(known -> {
            CaseState state = known.state();
            Definition d = cases.definitions().forStep(state, cases.clock().today()).orElseThrow();
            String url = base + CaseLinks.of(number);
            state.clocks().values().stream()
                    .filter(c -> c.kind() != ClockKind.WINDOW)
                    .filter(c -> !c.ended() || !c.end().at().day().isBefore(cases.clock().today().minusDays(CANCELLED_FOR)))
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
                ? "" : "最后一日是休息日，此前的最后一个工作日为 " + days.counted(due.lastWorkingDayBefore()).text() + "。";
        CountedDay counted = due.counted(days);
        Instant stamp = c.ended() ? instant(c.end().at())
                : c.ledger().stream().map(Entry::at).map(OfficerFeed::instant).max(Instant::compareTo).orElse(instant(c.start()));
        // An announcement makes a provisional day certain without moving it: a change, too. The factor keeps the count rising.
        // An end counts as an entry of the ledger does; a stop is one.
        int sequence = 2 * (c.ledger().size() + moved.times() + (c.ended() ? 1 : 0)) + (due.provisional() ? 0 : 1);
        ICalendar.Status status = c.ended() || c.stopped() ? ICalendar.Status.CANCELLED : due.provisional() ? ICalendar.Status.PROVISIONAL : ICalendar.Status.CONFIRMED;
        String until = due.moment() == null ? Days.full(counted) : Days.full(due.due()) + " " + due.moment().atZoneSameInstant(Counting.ZONE).format(HOUR) + counted.mark();
        // A clock that begins anew is another entry: its count begins anew, too.
        String mark = c.ended() ? "（已结束）" : c.stopped() ? "（中止）" : "";
        return new ICalendar.Entry("clock-" + key(id, c).replace('/', '-') + "-" + instant(c.start()).getEpochSecond(), sequence, stamp.isAfter(moved.last()) ? stamp : moved.last(), when,
                mark + c.title() + "届满 " + state.number(), d.title() + "，" + c.title() + (c.ended() ? "已结束。" : c.stopped() ? "中止中，恢复后重新计算。" : "于 " + until + " 届满。" + advice + counted.why()), url, "期限", status);
    }

    private static Instant instant(Moment at) {
        return at.time() == null ? at.day().atStartOfDay(Counting.ZONE).toInstant() : at.time().toInstant();
    }

    private static Instant instant(CaseState.Deed deed) {
        return deed.at() == null ? deed.on().atStartOfDay(Counting.ZONE).toInstant() : deed.at().toInstant();
    }

    /// Hearings and whatever else people were told a day of: the date fields that carry a period of notice.
    static List<ICalendar.Entry> meetings(long id, CaseState state, Definition d, LocalDate today, WorkingDays days, String url) {
        Map<String, ICalendar.Entry> last = new LinkedHashMap<>();
        for (CaseState.Deed deed : state.deeds()) {
            d.step(deed.step()).ifPresent(step -> step.form().fields().stream()
                    .filter(f -> f.type() == Field.Type.DATE && f.notice() != null && deed.data().get(f.id()) instanceof JsonNode)
                    .forEach(f -> last.merge(f.id(), meeting(id, state, d, f, deed, days, url), OfficerFeed::after)));
            if (deed.step().endsWith("-held")) {
                last.clear();
            } else if (deed.step().endsWith("-terminated")) {
                last.replaceAll((_, e) -> cancelled(e, deed));
            }
        }
        if (state.isFinal() && !state.deeds().isEmpty()) {
            last.replaceAll((_, e) -> cancelled(e, state.deeds().getLast()));
        }
        return last.values().stream()
                .filter(e -> e.when() instanceof ICalendar.When.Days(LocalDate first, LocalDate _) && !first.isBefore(today))
                .toList();
    }

    /// Each notice of a day counts four: one less for a day that is not announced yet, two more for its being cancelled.
    private static ICalendar.Entry after(ICalendar.Entry before, ICalendar.Entry now) {
        return now.as(now.sequence() + 4 * (before.sequence() / 4 + 1), now.stamp());
    }

    private static ICalendar.Entry cancelled(ICalendar.Entry e, CaseState.Deed by) {
        return e.status() == ICalendar.Status.CANCELLED ? e : e.cancelled(e.sequence() + 2, instant(by), "取消");
    }

    private static ICalendar.Entry meeting(long id, CaseState state, Definition d, Field f, CaseState.Deed deed, WorkingDays days, String url) {
        LocalDate day = LocalDate.parse(deed.data().get(f.id()).asString());
        String what = f.title().replaceFirst("的?(日期|时间)$", "");
        boolean provisional = days.provisional(day);
        return new ICalendar.Entry("meeting-" + id + "-" + f.id(), provisional ? 0 : 1, instant(deed), new ICalendar.When.Days(day, day),
                what + " " + state.number(), d.title() + "，" + what + "。时间、地点见案件。", url, "听证",
                provisional ? ICalendar.Status.PROVISIONAL : ICalendar.Status.CONFIRMED);
    }
}
