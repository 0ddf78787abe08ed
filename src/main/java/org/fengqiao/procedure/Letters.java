package org.fengqiao.procedure;

/// 文字中的字符: which of them nothing may be stored with, and which cannot be seen.
///
/// A mark that turns the direction of reading makes a sheet show another name than it holds; one without width makes
/// two names look the same, of which a search finds one.
public final class Letters {

    private Letters() {}

    /// Control characters, halves of characters, and marks that turn the direction of reading.
    public static boolean unfit(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                || turns(c));
    }

    /// What is not fit for a name or a title either: line ends and characters without width.
    static boolean unfitForName(String text) {
        return unfit(text) || text.codePoints().anyMatch(c -> Character.isISOControl(c) || unseen(c));
    }

    /// The text without characters that nobody sees, as it may come from other programs by copying.
    public static String seen(String text) {
        return text.codePoints().anyMatch(c -> turns(c) || unseen(c))
                ? text.codePoints()
                        .filter(c -> !turns(c) && !unseen(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }

    private static boolean unseen(int c) {
        return c >= 0x200B && c <= 0x200D || c >= 0x2060 && c <= 0x2064 || c == 0xFEFF || c == 0x00AD || c == 0x180E || c == 0x3164
                || c == 0x2028 || c == 0x2029;
    }
}
