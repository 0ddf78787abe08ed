package org.fengqiao.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 存档案件: everything the database keeps of one case, as it lies there, for checking.
///
/// @param number   null when events lie there without their case row
/// @param personal rows of personal values by event
/// @param papers   documents by id
record KeptCase(
        long id, @Nullable String number, int version, byte[] digest, String title, List<Line> lines,
        Map<Integer, String> personal, Map<String, Paper> papers) {

    /// One event row.
    record Line(int seq, byte[] digest, byte[] stored) {}

    /// One document row.
    record Paper(String content, @Nullable String number) {}
}
