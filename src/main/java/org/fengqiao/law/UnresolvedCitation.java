package org.fengqiao.law;

/// 无法解析的引用: a citation that names nothing in the library; one sentence says what is wrong with it.
///
/// It is thrown while definitions are loaded, so that a wrong citation breaks the build and never reaches a case.
public final class UnresolvedCitation extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnresolvedCitation(String sentence) {
        super(sentence);
    }
}
