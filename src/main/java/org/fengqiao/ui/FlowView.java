package org.fengqiao.ui;

import java.util.List;

/// 流程: where a case stands. Lies on a desk, stands on a phone.
///
/// @param never what will not happen and why, as one line under the track; empty for none
public record FlowView(List<FlowStage> stages, String never) {

    private static final int SHOWN = 12;

    /// At most twelve stages around the current one, so that a long procedure stays legible.
    public List<FlowStage> shown() {
        if (stages.size() <= SHOWN) {
            return stages;
        }
        int from = Math.clamp(firstShown(), 0, stages.size() - SHOWN);
        return stages.subList(from, from + SHOWN);
    }

    /// The number of the first stage shown, counted from 0.
    public int firstShown() {
        if (stages.size() <= SHOWN) {
            return 0;
        }
        int now = 0;
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).state() == FlowStage.State.NOW) {
                now = i;
            }
        }
        return Math.clamp(now - 4L, 0, stages.size() - SHOWN);
    }
}
