package org.fengqiao.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Cuts a text into the pieces that the embedding model knows: a Chinese character is one piece, a Latin word is one or more.
final class WordPiece {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Long> vocabulary = new HashMap<>();
    private final long begin;
    private final long end;
    private final long unknown;

    WordPiece(JsonNode tokenizer) {
        tokenizer.at("/model/vocab").properties().forEach(e -> vocabulary.put(e.getKey(), e.getValue().asLong()));
        begin = known("[CLS]");
        end = known("[SEP]");
        unknown = known("[UNK]");
    }

    private long known(String piece) {
        Long id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("The vocabulary of the embedding model lacks " + piece);
        }
        return id;
    }

    /// The numbers of the pieces between the marks of begin and end, at most `most` in all.
    long[] pieces(String text, int most) {
        long[] ids = new long[most];
        ids[0] = begin;
        int n = 1;
        int i = 0;
        while (i < text.length() && n < most - 1) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (standsAlone(c)) {
                ids[n++] = vocabulary.getOrDefault(text.substring(i, i + width), unknown);
                i += width;
            } else if (isSpace(c)) {
                i += width;
            } else {
                int from = i;
                while (i < text.length() && !isSpace(text.codePointAt(i)) && !standsAlone(text.codePointAt(i))) {
                    i += Character.charCount(text.codePointAt(i));
                }
                n = word(text.substring(from, i), ids, n, most - 1);
            }
        }
        ids[n++] = end;
        return Arrays.copyOf(ids, n);
    }

    /// The longest known beginnings of a word, one after another; a word with an unknown part is unknown as a whole.
    private int word(String word, long[] ids, int at, int limit) {
        int n = at;
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Long id = null;
            while (to > from && (id = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, to))) == null) {
                to--;
            }
            if (id == null) {
                break;
            }
            if (n < limit) {
                ids[n++] = id;
            }
            from = to;
        }
        if (from < word.length()) {
            n = at;
            ids[n++] = unknown;
        }
        return n;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == 0xFFFD;
    }

    private static boolean standsAlone(int c) {
        return Character.isIdeographic(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || isPunctuation(c);
    }

    private static boolean isPunctuation(int c) {
        if (c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
