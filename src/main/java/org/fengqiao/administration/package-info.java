/// 机构管理 · administration: people, posts, certificates, leave, settings, and who changed them.
///
/// Door: its pages, and the commands `calendar import` and `calendar show`. Table: `office_change` (of the office room), appended in the transaction of each change. What changes
/// acts at once, because every change raises the version of the office.
@ApplicationModule(
        displayName = "机构管理 · Administration", allowedDependencies = {"cases", "office", "signin", "calendar", "database", "door", "ui"})
@NullMarked
package org.fengqiao.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
