/// 检索 · search: finds the articles a question is about, in a lawyer's words or a layperson's.
///
/// Door: [LawSearch] answers questions; [LawIndex] is the derived index under `<home>/search`, which follows the
/// imported texts of room law, takes our summaries where there is no text, and can be thrown away and built again.
/// [Ranking] holds what was learned from pairs of questions and articles. No tables. Knows nothing of cases; an answer
/// is a list of articles, never advice.
@ApplicationModule(
        displayName = "检索 · Search", allowedDependencies = {"law", "cases", "office", "database", "door", "ui"})
@NullMarked
package org.fengqiao.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
