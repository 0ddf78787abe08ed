package org.fengqiao.deadline;

import java.util.List;
import org.fengqiao.calendar.Period;
import org.jspecify.annotations.Nullable;

/// 期限台账的一条: something that changed how a clock runs, with its ground, its basis and its document.
public sealed interface Entry {

    Moment at();

    String ground();

    List<String> basis();

    @Nullable String document();

    /// 中止. `dayCounts` says whether the day of the stop is itself counted; by default (interpretation) it is not.
    record Stop(Moment at, boolean dayCounts, String ground, List<String> basis, @Nullable String document)
            implements Entry {
        public Stop {
            basis = List.copyOf(basis);
        }

        public Stop(Moment at, String ground, List<String> basis, @Nullable String document) {
            this(at, false, ground, basis, document);
        }
    }

    /// 恢复. `dayCounts` says whether the day of the resumption is itself counted; by default (interpretation) it is.
    record Resume(Moment at, boolean dayCounts, String ground, List<String> basis, @Nullable String document)
            implements Entry {
        public Resume {
            basis = List.copyOf(basis);
        }

        public Resume(Moment at, String ground, List<String> basis, @Nullable String document) {
            this(at, true, ground, basis, document);
        }
    }

    /// 重新计算: the whole length runs anew from this day; stops and extensions of the run before fall away with it.
    record Restart(Moment at, String ground, List<String> basis, @Nullable String document) implements Entry {
        public Restart {
            basis = List.copyOf(basis);
        }
    }

    /// 延长 by a further period.
    record Extend(Moment at, Period by, String ground, List<String> basis, @Nullable String document) implements Entry {
        public Extend {
            basis = List.copyOf(basis);
        }
    }

    /// 更替: another length from the same start; extensions already granted stay.
    record Replace(Moment at, Period budget, String ground, List<String> basis, @Nullable String document)
            implements Entry {
        public Replace {
            basis = List.copyOf(basis);
        }
    }
}
