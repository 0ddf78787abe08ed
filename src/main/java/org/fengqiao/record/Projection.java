package org.fengqiao.record;

import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.jspecify.annotations.Nullable;

/// 投影: rows of a room that follow from an event, written in the same statement that appends it.
///
/// A projection is pure; it never reads the database.
public interface Projection {

    /// The parts this change writes; none when nothing of the room's rows changes.
    List<Part> parts(Change change);

    /// 变更: a case before and after one event.
    ///
    /// @param personal personal values that came with the event, by field
    /// @param contents canonical content of the documents the event made, by document id
    record Change(
            @Nullable CaseState before, CaseState after, CaseEvent event, Map<String, String> personal,
            Map<String, String> contents) {}

    /// One data-modifying statement; it joins `head(office, id)`, the guarded case row.
    ///
    /// @param name a name for the statement, unique among the parts of a change
    /// @param parameters in the order of the question marks; arrays are bound as SQL arrays
    record Part(String name, String sql, List<Object> parameters) {}
}
