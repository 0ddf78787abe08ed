package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 重演所得: what became of one recorded case under a draft.
///
/// @param refused the acts that were done and that the draft does not allow
/// @param clocks every clock whose last day, or whose being late, is another
/// @param before the work by post as it was recorded
/// @param after the work by post as the draft would have it
/// @param owed new obligatory steps of the draft that would have been due and that nobody took
/// @param erased true when personal values were gone and something stood in for them
/// @param sameEnd true when the case stands in the same stage at the end
public record Replayed(
        String number, List<RefusedAct> refused, List<MovedClock> clocks, Map<String, Work> before, Map<String, Work> after,
        Collection<String> owed, boolean erased, boolean sameEnd) {

    /// 不予办理: one act with the reasons against it; with no reason, the draft has no such step.
    record RefusedAct(String step, List<Reason> reasons) {}

    /// 期限变化: null where the clock does not run at all on that side.
    record MovedClock(
            String clock, String title, @Nullable LocalDate before, @Nullable LocalDate after, boolean lateBefore, boolean lateAfter) {}

    /// 工作量: steps taken, documents made, and duties that came onto the worklist.
    record Work(int steps, int documents, int duties) {
        static final Work NONE = new Work(0, 0, 0);

        Work and(Work other) {
            return new Work(steps + other.steps, documents + other.documents, duties + other.duties);
        }
    }

    /// Whether the case would have gone exactly as it went.
    boolean unchanged() {
        return refused.isEmpty() && clocks.isEmpty() && owed.isEmpty() && sameEnd;
    }
}
