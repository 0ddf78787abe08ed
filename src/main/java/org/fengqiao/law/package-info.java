/// 法规 · law: instruments, their dated versions, their articles, and the citations that point at them.
///
/// Door: [Laws] loads `laws/` once; [Citation] is how every other room names a clause; [Series] are dated
/// values borrowed from statute. Holds facts and our own one-line summaries, never the official text.
/// No tables. Knows no other room.
@ApplicationModule(displayName = "法规 · Law", allowedDependencies = {})
@NullMarked
package org.fengqiao.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
