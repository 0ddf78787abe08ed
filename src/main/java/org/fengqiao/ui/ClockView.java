package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 期限: one duty, term or window of a case.
///
/// @param id          unique on the page, letters and hyphens
/// @param title       听证要求期限
/// @param party       whose clock it is, when each party has its own; else null
/// @param used        the used share in per cent, 0 to 100; null draws no bar
/// @param spoken      the bar in words: 5 个工作日已过 3 个
/// @param start       9月29日告知
/// @param count       第 3 / 5 个工作日
/// @param due         10月12日 周一
/// @param note        one more sentence, such as the last working day before a rest day, or 这是工作规范，不是法定期限; empty for none
/// @param explanation null only where the clock has not started
/// @param open        whether the explanation is open at first
public record ClockView(
        String id,
        String title,
        @Nullable String party,
        StateTag tag,
        @Nullable Integer used,
        String spoken,
        String start,
        String count,
        String due,
        String note,
        @Nullable Explanation explanation,
        boolean open) {

    public List<Cite> basis() {
        return explanation == null ? List.of() : explanation.basis();
    }
}
