/// 数据与报告 · report: figures declared as data, counted from the record, opened down to their cases.
///
/// Door: [Figures] to count a period, [FiguresCommand] and [DraftCommand] at the shell. Tables: `figure_fold`,
/// `figure_case`, `figure_member` (a cache that can be folded anew at any time), `report_draft`, `report_figure` (frozen).
/// Refuses to know a figure that is not declared under `indicators/`.
@ApplicationModule(
        displayName = "数据与报告 · Report",
        allowedDependencies = {
            "procedure", "record", "cases", "office", "law", "calendar", "deadline", "document", "digest", "ui", "database", "door"
        })
@NullMarked
package org.fengqiao.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
