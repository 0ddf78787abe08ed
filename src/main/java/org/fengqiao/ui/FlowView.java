package org.fengqiao.ui;

import java.util.List;

/// 流程: where a case stands. Lies on a desk, stands on a phone.
///
/// @param never what will not happen and why, as one line under the track; empty for none
public record FlowView(List<FlowStage> stages, String never) {

    private static final int SHOWN = 12;

    /// The way of this case: what it passed and what may still come, at most twelve around where it stands.
    public List<FlowStage> shown() {
        List<FlowStage> way = way();
        return way.subList(firstShown(), Math.min(way.size(), firstShown() + SHOWN));
    }

    /// The number of the first stage shown, counted from 0.
    public int firstShown() {
        List<FlowStage> way = way();
        int now = 0;
        for (int i = 0; i < way.size(); i++) {
            if (way.get(i).state() == FlowStage.State.NOW) {
                now = i;
            }
        }
        return Math.clamp(now - 4L, 0, Math.max(0, way.size() - SHOWN));
    }

    private List<FlowStage> way() {
        return stages.stream().filter(s -> s.state() != FlowStage.State.NEVER).toList();
    }
}
