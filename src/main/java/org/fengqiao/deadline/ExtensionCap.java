package org.fengqiao.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fengqiao.calendar.Period;
import org.jspecify.annotations.Nullable;

/// 延长的上限: how often and by how much a clock may be extended; an absent part sets no limit.
public record ExtensionCap(@Nullable Integer times, @Nullable Period each, @Nullable Period total) {

    /// Why these extensions are not lawful together; empty when they are.
    Optional<String> refuse(List<Period> granted, Period by) {
        List<Period> all = new ArrayList<>(granted);
        all.add(by);
        if (times != null && all.size() > times) {
            return Optional.of("延长以" + times + "次为限，已经延长" + granted.size() + "次。");
        }
        if (each != null && exceeds(by.length(), by, each)) {
            return Optional.of("每次延长不得超过" + each.zh() + "，而不是" + by.zh() + "。");
        }
        int sum = all.stream().mapToInt(Period::length).sum();
        if (total != null && exceeds(sum, by, total)) {
            return Optional.of("延长合计不得超过" + total.zh() + "，加上本次为" + sum + by.unit().zh() + "。");
        }
        return Optional.empty();
    }

    /// A length in another unit than the limit's cannot be shown to keep it.
    private static boolean exceeds(int length, Period by, Period limit) {
        return by.unit() != limit.unit() || length > limit.length();
    }
}
