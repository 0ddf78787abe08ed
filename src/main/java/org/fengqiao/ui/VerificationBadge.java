package org.fengqiao.ui;

/// 记录核验: whether the chain of a case holds.
///
/// @param links  how many events are chained
/// @param head   the shortened head
/// @param time   10月9日 06:00
/// @param broken the first broken event in words: 第 17 条（9月24日 送法制审核）与前一条不相连; empty when intact
/// @param href   the verification page of the case
public record VerificationBadge(int links, String head, String time, String broken, String href) {

    public boolean intact() {
        return broken.isEmpty();
    }
}
