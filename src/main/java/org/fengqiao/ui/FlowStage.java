package org.fengqiao.ui;

/// 环节: one stage of the flow of a case.
///
/// @param note a date or a few words: 8月20日, 当事人要求时; may be empty
public record FlowStage(String title, String note, State state) {

    public enum State {
        DONE("done", "已完成"),
        NOW("now", "当前"),
        NEXT("next", "后续"),
        /// Happens only under a condition.
        MAYBE("maybe", "视情况"),
        /// Cannot happen any more.
        NEVER("never", "不会发生");

        private final String css;
        private final String spoken;

        State(String css, String spoken) {
            this.css = css;
            this.spoken = spoken;
        }

        public String css() {
            return css;
        }

        public String spoken() {
            return spoken;
        }
    }
}
