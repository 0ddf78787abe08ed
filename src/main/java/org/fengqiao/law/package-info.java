/// 法规 · law: instruments, their dated versions, their articles, and the citations that point at them.
///
/// Door: [Laws] loads `laws/` once; [Citation] is how every other room names a clause; [Series] are dated values
/// borrowed from statute. `laws/` holds facts and our own summaries; the official texts an office imports are the
/// tables `law_text` and `article_text`, read through [Texts]. Knows no room of the domain; nothing that decides
/// asks the tables.
@ApplicationModule(displayName = "法规 · Law", allowedDependencies = {"database", "door", "numeral"})
@NullMarked
package org.fengqiao.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
