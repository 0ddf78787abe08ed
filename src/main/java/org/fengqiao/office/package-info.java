/// 机构人员 · the office: its people with posts, certificates and leave, its dated settings and catalogues.
///
/// Door: [Office], an immutable picture under one version. Knows no case and no procedure.
@ApplicationModule(displayName = "机构人员 · Office", allowedDependencies = {"calendar", "door"})
@NullMarked
package org.fengqiao.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
