/// 依据 · library: the pages of procedures, laws, the working calendar and the deadline calculator.
///
/// Owns no table; shows what the rooms of law, procedure and calendar hold, to everyone who is signed in.
@ApplicationModule(
        displayName = "依据 · Library",
        allowedDependencies = {"cases", "procedure", "office", "law", "calendar", "deadline", "ui"})
@NullMarked
package org.fengqiao.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
