package org.fengqiao.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.DayMark;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.TraceLine;
import org.fengqiao.calendar.Unit;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.ClockView;
import org.fengqiao.ui.DayCell;
import org.fengqiao.ui.Explanation;
import org.fengqiao.ui.StateTag;
import org.jspecify.annotations.Nullable;

/// 期限的呈现: a clock on a day, in words, with the computation's own trace as its explanation.
public final class ClockViews {

    /// More squares than these say less than the lines do; one square alone (hours within a day) says nothing.
    private static final int MOST_SQUARES = 42;

    private static final Pattern CITED = Pattern.compile("[a-z][a-z0-9-]+@\\d{4}-\\d{2}-\\d{2}(#[0-9.]+)?");
    private static final Pattern PAPER = Pattern.compile("，文书[A-Za-z][A-Za-z0-9-]*");

    private final Cites cites;
    private final WorkingDays calendar;
    private final LocalDate today;
    private final OffsetDateTime now;

    public ClockViews(Cites cites, WorkingDays calendar, OfficeClock clock) {
        this.cites = cites;
        this.calendar = calendar;
        this.today = clock.today();
        this.now = clock.now();
    }

    /// One clock of a case.
    ///
    /// @param party whose it is, in words, or null
    public ClockView view(Clock c, @Nullable String party, boolean open) {
        DueDay due = c.due(calendar);
        boolean done = c.ended();
        return new ClockView(
                "clock-" + c.id() + (c.party() == null ? "" : "-" + c.party()), c.title(), party, tag(c), done ? null : used(c, due),
                spent(c, due), Days.day(c.start().day(), today) + "起", done ? endedOn(c) : spent(c, due), dueWords(c, due),
                note(c, due), explanation(due, cites.read(c.basis())), open);
    }

    private String endedOn(Clock c) {
        return Days.day(c.end().at().day(), today) + (c.end().lifted() ? "解除" : "完成");
    }

    String dueWords(Clock c) {
        return dueWords(c, c.due(calendar));
    }

    private String dueWords(Clock c, DueDay due) {
        return c.stopped() ? "中止中" : Days.due(due, today, calendar);
    }

    private String note(Clock c, DueDay due) {
        if (c.ended()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (due.moment() == null && !calendar.isWorkingDay(due.due())) {
            parts.add("最后一日是休息日，此前的最后一个工作日为 " + Days.weekday(due.lastWorkingDayBefore(), today, calendar) + "。");
        }
        parts.add(due.counted(calendar).why());
        if (!c.basis().isEmpty() && c.basis().stream().allMatch(b -> b.startsWith("office-rules-"))) {
            parts.add("本机关规定，不是法定期限。");
        }
        return String.join("", parts);
    }

    /// The state of a clock in an icon's state and words.
    public StateTag tag(Clock c) {
        org.fengqiao.deadline.ClockState state = c.hours() ? c.state(calendar, now) : c.state(calendar, today);
        return switch (state) {
            case MET -> new StateTag(ClockState.MET, "按期完成");
            case LIFTED -> new StateTag(ClockState.LIFTED, "已解除");
            case STOPPED -> new StateTag(ClockState.PAUSED, "已中止");
            case DISPUTED -> new StateTag(ClockState.DISPUTED, "届满日有争议");
            case MISSED -> c.ended()
                    ? new StateTag(ClockState.MISSED, "逾期完成")
                    : switch (c.kind()) {
                        case DUTY -> new StateTag(ClockState.OVERDUE, "逾期 " + late(c));
                        // Somebody else is late, and it is for the office to follow it up.
                        case TERM -> new StateTag(ClockState.OVERDUE, "已到期 " + late(c));
                        case WINDOW -> new StateTag(ClockState.LIFTED, "已届满");
                    };
            case RUNNING -> running(c);
        };
    }

    private String late(Clock c) {
        DueDay due = c.due(calendar);
        return due.moment() == null ? Math.max(1, ChronoUnit.DAYS.between(due.due(), today)) + " 天" : span(Duration.between(due.moment(), now));
    }

    private StateTag running(Clock c) {
        DueDay due = c.due(calendar);
        if (due.moment() != null) {
            Duration left = Duration.between(now, due.moment());
            ClockState state = due.due().isAfter(today) ? left.toHours() < 24 ? ClockState.SOON : ClockState.PLENTY : ClockState.TODAY;
            return new StateTag(state, "剩 " + span(left));
        }
        return tag(due.counted(calendar), c.budget().unit() == Unit.WORKING_DAY);
    }

    private static String span(Duration d) {
        Duration left = d.abs();
        return left.toHours() == 0 ? left.toMinutes() + " 分钟" : left.toHours() < 48 ? left.toHours() + " 小时" : left.toDays() + " 天";
    }

    /// The clock in hours that stands behind a due day of the case, or null: there the day alone would say 今日 24 时.
    static @Nullable Clock timed(CaseState state, WorkingDays calendar, LocalDate due) {
        return state.clocks().values().stream()
                .filter(c -> c.hours() && !c.ended() && !c.stopped() && c.kind() != ClockKind.WINDOW && c.lastDay(calendar).equals(due))
                .min(java.util.Comparator.comparing(c -> c.due(calendar).moment()))
                .orElse(null);
    }

    /// The state of a due day alone: overdue, today, within three working days, or with time left.
    public StateTag tag(CountedDay counted, boolean workingDays) {
        LocalDate due = counted.day();
        if (due.isBefore(today)) {
            return new StateTag(ClockState.OVERDUE, "逾期 " + ChronoUnit.DAYS.between(due, today) + " 天");
        }
        if (due.equals(today)) {
            return new StateTag(ClockState.TODAY, "今日 24 时");
        }
        if (counted.provisional()) {
            return new StateTag(ClockState.PROVISIONAL, "暂定");
        }
        int left = calendar.workingDaysBetween(today, due);
        if (left <= 3) {
            return new StateTag(ClockState.SOON, left == 0 ? "此前已无工作日" : "剩 " + left + " 个工作日");
        }
        return new StateTag(ClockState.PLENTY, workingDays ? "剩 " + left + " 个工作日" : "剩 " + ChronoUnit.DAYS.between(today, due) + " 天");
    }

    private int used(Clock c, DueDay due) {
        if (due.moment() != null && c.start().time() != null) {
            long all = Math.max(1, Duration.between(c.start().time(), due.moment()).toMinutes());
            return (int) Math.clamp(100 * Duration.between(c.start().time(), now).toMinutes() / all, 0, 100);
        }
        long all = Math.max(1, ChronoUnit.DAYS.between(c.start().day(), due.due()));
        return (int) Math.clamp(100 * ChronoUnit.DAYS.between(c.start().day(), today) / all, 0, 100);
    }

    private String spent(Clock c, DueDay due) {
        if (c.stopped()) {
            return "中止期间不计";
        }
        if (due.moment() != null) {
            return "共 " + c.currentBudget().zh();
        }
        boolean working = c.currentBudget().unit() == Unit.WORKING_DAY;
        LocalDate until = today.isAfter(due.due()) ? due.due() : today;
        long passed = working ? calendar.workingDaysBetween(c.start().day(), until) : ChronoUnit.DAYS.between(c.start().day(), until);
        long all = working ? calendar.workingDaysBetween(c.start().day(), due.due()) : ChronoUnit.DAYS.between(c.start().day(), due.due());
        return "第 " + Math.max(0, passed) + " / " + all + (working ? " 个工作日" : " 日");
    }

    /// The trace of a computation: its days as squares where they are few, its sentences as lines.
    public Explanation explanation(DueDay due, List<org.fengqiao.ui.Cite> basis) {
        String opening = due.trace().stream()
                .filter(t -> t.kind() == TraceLine.Kind.START)
                .map(TraceLine::text)
                .findFirst()
                .orElse("");
        List<Explanation.Line> lines = new ArrayList<>();
        String version = "";
        for (TraceLine t : due.trace()) {
            switch (t.kind()) {
                case START, COUNTED -> {
                    // The opening says the start; the squares show what is counted.
                }
                case BASIS -> {
                    if (basis.isEmpty()) {
                        lines.add(line(t.text()));
                    }
                }
                case CALENDAR -> version = t.text();
                case LEDGER -> lines.add(line(inWords(t.text())));
                default -> lines.add(line(t.text()));
            }
        }
        return new Explanation(opening, squares(due), lines, basis, version);
    }

    /// What the ledger keeps for programs, as people read it: citations by their names, the paper's own key left out.
    private String inWords(String text) {
        return CITED.matcher(PAPER.matcher(text).replaceAll(""))
                .replaceAll(m -> Matcher.quoteReplacement(cites.read(List.of(m.group())).getFirst().text()));
    }

    private static Explanation.Line line(String text) {
        int colon = text.indexOf('：');
        return colon > 0 && colon <= 8
                ? new Explanation.Line(text.substring(0, colon), text.substring(colon + 1))
                : new Explanation.Line("", text);
    }

    private List<DayCell> squares(DueDay due) {
        if (due.days().size() > MOST_SQUARES || due.days().size() < 2) {
            return List.of();
        }
        return due.days().stream()
                .map(d -> new DayCell(d.day(), kind(d.role()), d.label(), d.day().equals(today)))
                .toList();
    }

    private static DayCell.Kind kind(DayMark.Role role) {
        return switch (role) {
            case START -> DayCell.Kind.START;
            case COUNTED -> DayCell.Kind.COUNTED;
            case SKIPPED, STOPPED, ROLLED -> DayCell.Kind.SKIPPED;
            case DUE -> DayCell.Kind.DUE;
        };
    }
}
