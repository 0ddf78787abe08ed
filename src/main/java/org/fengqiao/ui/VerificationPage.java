package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 记录核验: the chain of one case, link by link, or of the whole office.
///
/// @param facts    how many chains and events, the heads file, the last head
/// @param check    the form that runs the check now, or null
/// @param links    newest first; empty on the page of the whole office
/// @param tables   heads by day, broken chains
/// @param command  what a third party types, one command a line
public record VerificationPage(
        List<Link> crumbs,
        HeadView head,
        VerificationBadge badge,
        List<FactView> facts,
        @Nullable FormView check,
        List<ChainLink> links,
        PagingView paging,
        List<TableView> tables,
        List<String> command) implements Page {

    /// @param line   the canonical line as stored; empty when this person may not see it
    /// @param intact whether it fits its neighbour
    public record ChainLink(int number, String time, String what, String digest, String line, boolean intact) {}

    @Override
    public String template() {
        return "page/verification";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.VERIFICATION;
    }
}
