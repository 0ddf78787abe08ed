package org.fengqiao.law;

import java.util.List;

/// 依据的使用者: a room that knows what rests on clauses of laws, so that a law page can tell what a change would touch.
public interface Dependents {

    /// @param what in words: 指标“立案数”
    /// @param href the page where it is shown
    record Dependent(Citation citation, String what, String href) {}

    List<Dependent> dependents();
}
