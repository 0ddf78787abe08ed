package org.fengqiao.law;

import org.jspecify.annotations.Nullable;

/// 引用核对结果: what was found about one citation in a text.
///
/// @param from     where the words begin; `line` and `column` tell the same from 1
/// @param written  the citation as the text has it
/// @param sentence what was found, in one sentence
/// @param url      the page of the clause, or null when there is none
public record CitationFinding(int from, int to, int line, int column, String written, Outcome outcome, String sentence, @Nullable String url) {

    /// 结果.
    public enum Outcome {
        CORRECT("正确", false),
        NO_SUCH_CLAUSE("没有这一条款", true),
        NOT_IN_FORCE("当日无效", true),
        OTHER_WORDS("引文不符", true),
        WORDS_NOT_CHECKED("引文未核对", false),
        UNKNOWN_LAW("没有收录", false),
        UNCLEAR("指代不明", false);

        private final String chinese;
        private final boolean fault;

        Outcome(String chinese, boolean fault) {
            this.chinese = chinese;
            this.fault = fault;
        }

        public String chinese() {
            return chinese;
        }

        /// Whether the text has to be corrected; the others have to be looked at, or are right.
        public boolean fault() {
            return fault;
        }
    }
}
