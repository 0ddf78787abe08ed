package org.fengqiao.deadline;

/// 期限的状态: computed for a day, never stored.
public enum ClockState {
    RUNNING("计时中"),
    STOPPED("已中止"),
    MET("按期完成"),
    MISSED("已届满"),
    LIFTED("已解除"),
    /// The last day was a rest day and no text says whether it rolls: counted apart, not as breach.
    DISPUTED("有争议");

    private final String zh;

    ClockState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
