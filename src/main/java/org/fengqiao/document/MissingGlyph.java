package org.fengqiao.document;

/// 缺字: a character that no font at hand can show; the PDF prints 〓 in its place and says so, the data keeps it.
public record MissingGlyph(int codePoint) {

    public String character() {
        return Character.toString(codePoint);
    }

    /// Its name in Unicode's notation, such as U+20BB7.
    public String name() {
        return "U+%04X".formatted(codePoint);
    }
}
