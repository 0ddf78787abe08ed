package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 行文中的引用: tells which words of a page name a clause of a law, and where that clause is shown.
///
/// One bean of this type, made by the room that knows the laws; see [LinkedWords].
public interface Prose {

    /// Words that name a clause, by their place in the text that was given.
    record Named(int from, int to, String href) {}

    /// @param words  one paragraph or cell of a page
    /// @param day    the day that counts for it; null for today
    /// @param own    the law that 本法 and a bare 第三十条 mean, where the words are those of a law; else null
    /// @param shown  the versions the page links to already, as `/laws/administrative-penalty-law/2021-07-15`
    List<Named> named(String words, @Nullable LocalDate day, @Nullable String own, Set<String> shown);
}
