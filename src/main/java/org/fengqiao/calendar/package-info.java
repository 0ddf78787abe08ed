/// 日历 · Calendar: which days are working days, and how periods are counted over them.
///
/// Doors: [WorkingDays] (one version of the calendar), [Counting] (start day and period to a due day that explains
/// itself), [CountingClauses] (what each law calls a working day). Pure: no clock, no database. Knows no case.
@ApplicationModule(displayName = "日历 · Calendar", allowedDependencies = {"numeral"})
@NullMarked
package org.fengqiao.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
