package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 文书预览: a document on a sheet of paper, with what can be done with it.
///
/// @param html   the body of the document as made by the document room's own templates, where every value is already
///               escaped; it may use only elements and the classes of `.fq-doc`, no style attributes and no scripts
/// @param facts  number, date, status, digest, service
/// @param sign   the form that signs, or null
/// @param links  PDF, DOCX
public record DocumentPage(
        List<Link> crumbs,
        HeadView head,
        @Nullable NoticeView notice,
        String html,
        List<FactView> facts,
        List<ReasonView> reasons,
        @Nullable FormView sign,
        List<Link> links) implements Page {

    @Override
    public String template() {
        return "page/document";
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
