/// 收件 · intake: what other systems send in becomes a request, once, or a rejected line with its reason.
///
/// Door: [Intake]. Tables: `intake_reject`, `intake_line`. Every accepted line opens a case through the
/// same decision as a registrar's own entry. Refuses to know what becomes of the case.
@ApplicationModule(
        displayName = "收件 · Intake",
        allowedDependencies = {"cases", "procedure", "record", "office", "database", "door"})
@NullMarked
package org.fengqiao.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
