package org.fengqiao.ui;

import java.util.List;

/// 步骤: something that can be done now, or cannot and says why.
///
/// @param id      unique on the page: the step's slug
/// @param duty    one sentence of what the law asks here; may be empty when reasons stand below
/// @param href    the step page; also given for a blocked step, whose page shows the reasons
/// @param verb    开始复核; for a blocked step 暂不能办 or 不适用
/// @param primary the one lawful next act of the page
/// @param reasons all of them, unsatisfied first
public record StepView(
        String id,
        String title,
        String duty,
        List<Cite> basis,
        String href,
        String verb,
        boolean primary,
        boolean blocked,
        List<ReasonView> reasons) {

    /// The verb of a step that other people take; such steps are folded away on the page.
    public static final String BY_OTHERS = "由他人办理";

    public boolean byOthers() {
        return blocked && verb.equals(BY_OTHERS);
    }

    public static StepView open(String id, String title, String duty, List<Cite> basis, String href, String verb) {
        return new StepView(id, title, duty, basis, href, verb, false, false, List.of());
    }

    public static StepView blocked(String id, String title, String href, List<ReasonView> reasons) {
        return new StepView(id, title, "", List.of(), href, "暂不能办", false, true, reasons);
    }

    public StepView asPrimary() {
        return new StepView(id, title, duty, basis, href, verb, true, blocked, reasons);
    }
}
