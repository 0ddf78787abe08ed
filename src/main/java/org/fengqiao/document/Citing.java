package org.fengqiao.document;

import java.util.List;

/// 文书中的引用: tells which words of a paragraph name a clause, and the address where it is shown.
///
/// A document that leaves the platform carries the address with it; on paper nothing of it is seen.
public interface Citing {

    /// Leaves all words as they are.
    Citing NONE = words -> List.of();

    /// Words by their place in the paragraph.
    record Cited(int from, int to, String address) {}

    List<Cited> in(String paragraph);
}
