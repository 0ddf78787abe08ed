package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 案件: the file of one matter: what can be done, by when, under which article; then everything else.
///
/// @param crumbs       where the person came from
/// @param previous     the case before this one in the list the person came from, or null
/// @param notices      an unconfirmed party, a calendar that changed, a definition that switched
/// @param verification a broken record leaves nothing but reading: then no step may be given
/// @param stepsNote    4 项可办，2 项暂不能办
/// @param drafts       acts that await the confirmation of a named second officer
/// @param awaiting     who has to act next where that is not this person: 周戊（综合行政执法办）：接单并指定承办人
/// @param facts        the parties first, then what each step brought, in order
/// @param evidenceForm to add evidence; null where this person may not
/// @param clocks       duties and terms
/// @param windows      rights of the parties
/// @param related      cases of the same life line
public record CasePage(
        List<Link> crumbs,
        HeadView head,
        @Nullable String previous,
        @Nullable String next,
        List<NoticeView> notices,
        VerificationBadge verification,
        FlowView flow,
        String stepsNote,
        List<StepView> steps,
        List<String> awaiting,
        List<Draft> drafts,
        List<FactGroup> facts,
        String documentsNote,
        List<DocumentRow> documents,
        String evidenceNote,
        List<EvidenceRow> evidence,
        List<Cite> evidenceBasis,
        @Nullable FormView evidenceForm,
        String clocksNote,
        List<ClockView> clocks,
        List<ClockView> windows,
        List<PersonRow> people,
        List<Cite> peopleBasis,
        @Nullable Completeness completeness,
        String timelineNote,
        List<TimelineRow> timeline,
        List<Link> timelineLinks,
        List<Link> related) implements Page {

    /// More steps than these begin folded, so that clocks and documents stay within reach.
    public static final int MANY_OPEN = 5;
    public static final int MANY_HELD = 4;

    /// 待确认的办理.
    ///
    /// @param by      who entered it and when
    /// @param awaits  who must confirm
    /// @param confirm where the confirmation is posted; null when it is not this person's to confirm
    /// @param hidden  what the confirmation sends: draft id, expected version
    public record Draft(String title, String by, String awaits, String href, @Nullable String confirm, java.util.Map<String, String> hidden) {}

    /// @param missing 尚缺：复核意见、法制审核意见书; a whole sentence
    public record Completeness(int has, int of, String missing) {}

    @Override
    public String template() {
        return "page/case";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.CASES;
    }
}
