package org.fengqiao.ui;

import java.util.List;

/// 经过: one entry of the case's record, newest first.
///
/// @param machine the moment for machines, ISO 8601; empty when the row has none
/// @param lead    bold words before the text: 系统拒绝, 机器建议; empty for an ordinary act
public record TimelineRow(Kind kind, String time, String machine, String lead, String text, List<Cite> basis) {

    public enum Kind {
        ACT("act"),
        REFUSED("refused"),
        /// A suggestion of a machine, never an act.
        MACHINE("machine");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }
}
