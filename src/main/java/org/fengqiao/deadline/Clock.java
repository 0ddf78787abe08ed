package org.fengqiao.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.Span;
import org.fengqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/// 期限: a budget plus a ledger. The due day is computed from both, never stored.
///
/// Boundaries: day 1 is the day after the start; the last day lasts until 24:00, so an act on it is in time. A stopped
/// clock never lapses. Where the last day is a rest day and nothing says that it rolls, the days up to and including
/// the next working day are [ClockState#DISPUTED]: neither within nor lapsed. Once a budget in months or years has
/// been stopped, what remains of it is counted in days (interpretation).
public record Clock(
        String id,
        @Nullable String party,
        ClockKind kind,
        String title,
        Moment start,
        Period budget,
        Roll roll,
        @Nullable String startRule,
        List<String> basis,
        @Nullable String interpretation,
        @Nullable ExtensionCap cap,
        List<Entry> ledger,
        @Nullable End end) {

    public Clock {
        basis = List.copyOf(basis);
        ledger = List.copyOf(ledger);
        if (budget.unit().timed() && start.time() == null) {
            throw new IllegalArgumentException("以小时、分钟计算的期限“" + title + "”须有起算的时刻。");
        }
    }

    /// A clock that has just started, to be completed by the methods below.
    public static Clock of(String id, ClockKind kind, String title, Moment start, Period budget, Roll roll) {
        return new Clock(id, null, kind, title, start, budget, roll, null, List.of(), null, null, List.of(), null);
    }

    public Clock forParty(String id) {
        return new Clock(this.id, id, kind, title, start, budget, roll, startRule, basis, interpretation, cap, ledger, end);
    }

    public Clock startingBy(String rule) {
        return new Clock(id, party, kind, title, start, budget, roll, rule, basis, interpretation, cap, ledger, end);
    }

    public Clock citing(String... citations) {
        return new Clock(id, party, kind, title, start, budget, roll, startRule, List.of(citations), interpretation, cap, ledger, end);
    }

    public Clock interpreting(String text) {
        return new Clock(id, party, kind, title, start, budget, roll, startRule, basis, text, cap, ledger, end);
    }

    public Clock capped(ExtensionCap limit) {
        return new Clock(id, party, kind, title, start, budget, roll, startRule, basis, interpretation, limit, ledger, end);
    }

    /// Whether it runs by the clock on the wall, in hours or minutes.
    public boolean hours() {
        return budget.unit().timed();
    }

    public boolean ended() {
        return end != null;
    }

    public boolean stopped() {
        for (Entry entry : ledger.reversed()) {
            switch (entry) {
                case Entry.Stop _ -> {
                    return true;
                }
                case Entry.Resume _, Entry.Restart _ -> {
                    return false;
                }
                case Entry.Extend _, Entry.Replace _ -> { }
            }
        }
        return false;
    }

    /// The length in force, after any replacement and without extensions.
    public Period currentBudget() {
        return Ledger.of(this).budget();
    }

    /// Where the clock ends, with the whole account. For a stopped clock: the earliest end, as if it resumed at once.
    public DueDay due(WorkingDays calendar) {
        return Counting.due(Ledger.of(this).span(), calendar);
    }

    /// The same in sentences only, without the squares of the days.
    public DueDay told(WorkingDays calendar) {
        return Counting.told(Ledger.of(this).span(), calendar);
    }

    /// The last day with the doubt about it: what is shown of a clock where there is no room for its account.
    public CountedDay counted(WorkingDays calendar) {
        return told(calendar).counted(calendar);
    }

    /// The last day alone, for comparing and ordering, without the account of how it was found.
    public LocalDate lastDay(WorkingDays calendar) {
        return Counting.civilDay(edge(calendar).minusNanos(1));
    }

    /// The state on a day. An hour clock is judged at the very beginning of the day: use the other form to be exact.
    public ClockState state(WorkingDays calendar, LocalDate today) {
        return stateAt(calendar, hours() ? Moment.of(today.atStartOfDay(Counting.ZONE).toOffsetDateTime()) : Moment.of(today));
    }

    /// The state at a moment.
    public ClockState state(WorkingDays calendar, OffsetDateTime now) {
        return stateAt(calendar, Moment.of(now));
    }

    /// Whether an act on that day is in time: from the start day until 24:00 of the last day. An hour clock asks for a
    /// moment; given a day it answers for the day's beginning. In the disputed days the answer is no, and [#lapsed] is no
    /// too. A clock that was used up or lifted has nothing left to be within: ask its [#state] whether that was in time.
    public boolean within(Moment act, WorkingDays calendar) {
        return end == null && !act.isBefore(start) && position(act, calendar) == ClockState.RUNNING;
    }

    /// Whether the time had run out unused on that day: the day lies after the last day and, without a roll, after the
    /// first working day that follows it. A stopped, ended or lifted clock has not lapsed.
    public boolean lapsed(Moment day, WorkingDays calendar) {
        return end == null && !stopped() && position(day, calendar) == ClockState.MISSED;
    }

    /// 中止. Refused without its document, when already stopped, ended or run out.
    public Outcome stop(Entry.Stop entry, WorkingDays calendar) {
        return stopped() ? refused("已经中止，不能再次中止。") : timely(entry, calendar);
    }

    /// 恢复. Refused when the clock is not stopped.
    public Outcome resume(Entry.Resume entry) {
        return stopped() ? append(entry, false) : refused("没有中止，无从恢复。");
    }

    /// 重新计算, also after the time ran out: the law lets it run anew from the event.
    public Outcome restart(Entry.Restart entry) {
        return append(entry, true);
    }

    /// 延长. Refused without its document, beyond the cap, or when the time has run out.
    public Outcome extend(Entry.Extend entry, WorkingDays calendar) {
        if (entry.by().unit().timed() != hours()) {
            return refused("延长的单位" + entry.by().zh() + "与期限的单位" + budget.zh() + "不能并用。");
        }
        if (cap != null) {
            var beyond = cap.refuse(Ledger.of(this).extensions(), entry.by());
            if (beyond.isPresent()) {
                return refused(beyond.get());
            }
        }
        return timely(entry, calendar);
    }

    /// 更替 the length, for a stated ground.
    public Outcome replace(Entry.Replace entry) {
        if (entry.budget().unit().timed() != hours()) {
            return refused("小时、分钟与日不能互相更替。");
        }
        return append(entry, false);
    }

    /// 就长: when two lengths compete for a party's clock, the party keeps the one that ends later.
    public Outcome replaceInFavourOfParty(Entry.Replace entry, WorkingDays calendar) {
        if (kind == ClockKind.DUTY) {
            return refused("办理期限不是当事人的期限，不适用就长规则。");
        }
        Outcome outcome = replace(entry);
        if (outcome instanceof Outcome.Changed(Clock changed) && !changed.edge(calendar).isAfter(edge(calendar))) {
            return new Outcome.Kept(this, "“" + title + "”已告知的" + currentBudget().zh() + "不短于" + entry.budget().zh() + "，维持不变。");
        }
        return outcome;
    }

    /// 完成: the thing was done on that day, in time or late.
    public Outcome end(Moment at) {
        return close(new End(at, false, null));
    }

    /// 解除: the clock no longer matters, for a stated ground; one that counts from a later day also before it begins.
    public Outcome lift(Moment at, String ground) {
        return ground.isBlank() ? refused("解除须写明理由。") : close(new End(at, true, ground));
    }

    private Outcome close(End with) {
        if (end != null) {
            return refused("已于" + end.at() + "结束。");
        }
        if (hours() && with.at().time() == null) {
            return refused("以小时、分钟计算，须写明时刻。");
        }
        Moment last = ledger.isEmpty() ? start : ledger.getLast().at();
        boolean notBegun = with.lifted() && ledger.isEmpty();
        if (!notBegun && with.at().isBefore(last)) {
            return refused("结束的时间" + with.at() + "早于" + last + "。");
        }
        return new Outcome.Changed(with(with));
    }

    /// The clock with an end that was accepted when it was recorded.
    public Clock with(End recorded) {
        return new Clock(id, party, kind, title, start, budget, roll, startRule, basis, interpretation, cap, ledger, recorded);
    }

    /// The clock with one more entry that was accepted when it was recorded.
    public Clock with(Entry recorded) {
        List<Entry> more = new ArrayList<>(ledger);
        more.add(recorded);
        return new Clock(id, party, kind, title, start, budget, roll, startRule, basis, interpretation, cap, more, end);
    }

    private Outcome timely(Entry entry, WorkingDays calendar) {
        return stopped() || position(entry.at(), calendar) != ClockState.MISSED ? append(entry, true)
                : refused("已于" + told(calendar).text() + counted(calendar).mark() + "届满，不得再中止或者延长。");
    }

    private Outcome append(Entry entry, boolean documented) {
        if (end != null) {
            return refused("已于" + end.at() + "结束，不能再变更。");
        }
        if (entry.ground().isBlank()) {
            return refused("变更须写明理由。");
        }
        if (documented && (entry.document() == null || entry.document().isBlank())) {
            return refused("中止、重新计算、延长须有相应的书面文书。");
        }
        if (hours() && entry.at().time() == null) {
            return refused("以小时、分钟计算，须写明时刻。");
        }
        Moment last = ledger.isEmpty() ? start : ledger.getLast().at();
        if (entry.at().isBefore(last)) {
            return refused("变更的时间" + entry.at() + "早于" + last + "。");
        }
        return new Outcome.Changed(with(entry));
    }

    private Outcome refused(String reason) {
        return new Outcome.Refused("期限“" + title + "”" + reason);
    }

    private ClockState stateAt(WorkingDays calendar, Moment now) {
        if (end == null) {
            return stopped() ? ClockState.STOPPED : position(now, calendar);
        }
        ClockState then = end.lifted() ? ClockState.LIFTED : position(end.at(), calendar);
        return then == ClockState.RUNNING ? ClockState.MET : then;
    }

    /// Where a point in time lies: running until the last day, disputed, or missed. An open stop keeps it running.
    private ClockState position(Moment at, WorkingDays calendar) {
        if (stopped()) {
            return ClockState.RUNNING;
        }
        return switch (Ledger.of(this).bare()) {
            case Span.Hours hours -> {
                OffsetDateTime time = at.time() == null ? at.day().atStartOfDay(Counting.ZONE).toOffsetDateTime() : at.time();
                yield time.isAfter(Counting.end(hours)) ? ClockState.MISSED : ClockState.RUNNING;
            }
            case Span.Days days -> {
                LocalDate last = Counting.lastDay(days, calendar);
                if (!at.day().isAfter(last)) {
                    yield ClockState.RUNNING;
                }
                if (at.day().isAfter(calendar.workingDayFrom(last))) {
                    yield ClockState.MISSED;
                }
                yield roll == Roll.FORWARD ? ClockState.RUNNING : ClockState.DISPUTED;
            }
        };
    }

    /// The exact end, comparable between lengths of different units.
    private OffsetDateTime edge(WorkingDays calendar) {
        return switch (Ledger.of(this).bare()) {
            case Span.Hours hours -> Counting.end(hours);
            case Span.Days days -> {
                LocalDate last = Counting.lastDay(days, calendar);
                LocalDate due = roll == Roll.FORWARD ? calendar.workingDayFrom(last) : last;
                yield due.plusDays(1).atStartOfDay(Counting.ZONE).toOffsetDateTime();
            }
        };
    }
}
