package org.fengqiao.worklist;

import java.util.Locale;
import org.fengqiao.ui.ClockState;

/// 紧急程度: the groups of a worklist, in their order.
enum Urgency {
    OVERDUE("已逾期", "已逾期", ClockState.OVERDUE),
    TODAY("今日到期", "今日到期", ClockState.TODAY),
    SOON("三个工作日内", "三个工作日内", ClockState.SOON),
    PLENTY("期限充裕", "充裕", ClockState.PLENTY),
    PROVISIONAL("期限暂定", "暂定", ClockState.PROVISIONAL),
    PAUSED("已中止", "已中止", ClockState.PAUSED),
    AWAITED("等候外部", "等候外部", ClockState.PAUSED),
    NONE("没有在计的期限", "不计期限", ClockState.LIFTED);

    final String heading;
    final String words;
    final ClockState state;

    Urgency(String heading, String words, ClockState state) {
        this.heading = heading;
        this.words = words;
        this.state = state;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
