/// 程序 · the procedure: what the law lets happen to one kind of case, as data, and the pure decision over it.
///
/// Door: [Definitions] to look definitions up, [Deciding] to decide an act, [CaseState] as the fold of its events.
/// Owns no table, knows no clock on the wall, no database and no randomness.
@ApplicationModule(displayName = "程序 · Procedure", allowedDependencies = {"law", "calendar", "deadline", "office", "door"})
@NullMarked
package org.fengqiao.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
