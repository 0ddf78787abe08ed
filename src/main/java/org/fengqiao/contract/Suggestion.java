package org.fengqiao.contract;

import org.fengqiao.contract.Checklist.RiskPoint;

/// 提示: a place of a draft at which a point of the checklist applies, or a point that is missing altogether.
///
/// It is a suggestion and nothing more until the reviewer accepts or dismisses it.
///
/// @param clause 第三条 付款; 全文 where something is missing
/// @param from   first character in the text; -1 where something is missing
/// @param quote  the words that are meant; empty where something is missing
/// @param says   what was found, in a sentence
public record Suggestion(RiskPoint point, String clause, int from, int to, String quote, String says) {

    static final String WHOLE = "全文";

    public boolean placed() {
        return from >= 0;
    }
}
