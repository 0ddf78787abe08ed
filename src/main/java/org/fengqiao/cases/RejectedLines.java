package org.fengqiao.cases;

import java.time.OffsetDateTime;
import java.util.List;

/// 没有收下的行: what the intake page shows of deliveries that could not become cases.
public interface RejectedLines {

    /// @param content the line as it came
    record Line(String channel, int number, String reason, String content, OffsetDateTime at) {}

    /// Those that still wait for correction, newest first.
    List<Line> open(int most);
}
