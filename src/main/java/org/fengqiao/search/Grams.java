package org.fengqiao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// 字与双字: what full text is made of. A run of Chinese characters becomes its pairs, and its single characters too
/// where these are asked for; a run of letters or digits is one word.
///
/// A segmenter with a dictionary was measured beside it and found less on its own and nothing more together (docs/law-search.md).
final class Grams {

    private Grams() {}

    /// Pairs of characters and words.
    static List<String> pairs(String text) {
        return cut(text, false);
    }

    /// Pairs, words and single characters.
    static List<String> pairsAndSingles(String text) {
        return cut(text, true);
    }

    private static List<String> cut(String text, boolean singles) {
        List<String> grams = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int from = i;
            if (isHan(text.charAt(i))) {
                while (i < text.length() && isHan(text.charAt(i))) {
                    i++;
                }
                run(text, from, i, singles, grams);
            } else if (isWord(text.charAt(i))) {
                while (i < text.length() && isWord(text.charAt(i))) {
                    i++;
                }
                grams.add(text.substring(from, i).toLowerCase(Locale.ROOT));
            } else {
                i++;
            }
        }
        return grams;
    }

    private static void run(String text, int from, int to, boolean singles, List<String> grams) {
        if (to - from == 1 && !singles) {
            grams.add(text.substring(from, to));
        }
        for (int i = from; i < to; i++) {
            if (singles) {
                grams.add(text.substring(i, i + 1));
            }
            if (i + 1 < to) {
                grams.add(text.substring(i, i + 2));
            }
        }
    }

    static boolean isHan(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }

    private static boolean isWord(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// The grams as Lucene indexes them.
    static TokenStream stream(List<String> grams) {
        return new Stream(grams);
    }

    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> grams;
        private int next;

        Stream(List<String> grams) {
            this.grams = grams;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (next == grams.size()) {
                return false;
            }
            term.append(grams.get(next++));
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
