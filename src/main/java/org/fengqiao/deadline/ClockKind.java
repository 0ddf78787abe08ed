package org.fengqiao.deadline;

/// 期限的种类: whose time it is.
public enum ClockKind {
    /// 办理期限: what the office must do.
    DUTY,
    /// 履行期限: what a party must do.
    TERM,
    /// 权利期间: what a party may do.
    WINDOW
}
