/// 期限 · Deadline: clocks as a budget plus a ledger, and the due day computed from them.
///
/// Doors: [Clock] (an immutable value with its acts), [ClockJson] (how it is stored), [DeadlineQuestion] (one question
/// from command or interface), [Recomputed] (what a new calendar changes). Citations are opaque text here; knows no case.
@ApplicationModule(displayName = "期限 · Deadline", allowedDependencies = {"calendar", "door"})
@NullMarked
package org.fengqiao.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
