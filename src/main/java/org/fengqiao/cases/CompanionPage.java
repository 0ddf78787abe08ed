package org.fengqiao.cases;

import java.util.Optional;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.ui.ActionView;

/// 随案页面: a room that has a page of its own about some cases; the case page leads there.
public interface CompanionPage {

    /// The way to the page, for a case it has something to say about.
    Optional<ActionView> of(CaseState state);
}
