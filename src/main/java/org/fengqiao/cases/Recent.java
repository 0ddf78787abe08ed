package org.fengqiao.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;

/// 最近的案件: folded cases kept in memory; a stale one costs nothing, the next read brings it up to date.
final class Recent {

    private final Map<String, Records.Known> cases;

    Recent(int most) {
        this.cases = new LinkedHashMap<>(most * 2, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Records.Known> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Records.@Nullable Known get(String number) {
        return cases.get(number);
    }

    /// Keeps the newer of two foldings.
    synchronized void put(Records.Known known) {
        cases.merge(known.state().number(), known, (a, b) -> a.state().version() > b.state().version() ? a : b);
    }

    /// Forgets a case whose personal values were erased.
    synchronized void forget(String number) {
        cases.remove(number);
    }
}
