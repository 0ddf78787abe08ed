package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 办理一步: the form of a step, or the opening form of a procedure (登记新事项, second half).
///
/// @param room    where it hangs in the navigation
/// @param crumbs  worklist and case, or registration
/// @param duty    what the law asks here; may be empty
/// @param notice  a lost race, a draft that awaits the second officer; or null. With status 409 the form keeps what was typed
/// @param blocked whether the act is refused whatever the form holds; then the button stays and is described by the reasons
/// @param reasons all conditions, unsatisfied first
/// @param effects what the act will do: documents made, clocks started and stopped, who confirms
/// @param facts   what the officer should have before the eyes while filling in
public record StepPage(
        Room room,
        List<Link> crumbs,
        HeadView head,
        String duty,
        List<Cite> basis,
        @Nullable NoticeView notice,
        boolean blocked,
        List<ReasonView> reasons,
        FormView form,
        List<FactView> effects,
        List<FactView> facts,
        List<ClockView> clocks) implements Page {

    @Override
    public String template() {
        return "page/step";
    }

    @Override
    public String title() {
        return (form.errors().isEmpty() ? "" : "有误：") + head.title();
    }
}
