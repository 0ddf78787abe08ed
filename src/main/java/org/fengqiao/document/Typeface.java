package org.fengqiao.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// 字体: one TrueType font, read when first needed.
///
/// A parsed font holds a reading position, so two documents may not share one; parsed ones wait in a pool, which grows no larger
/// than the number of documents ever rendered at once.
final class Typeface {

    private final String name;
    private final Source source;
    private final Queue<TrueTypeFont> idle = new ConcurrentLinkedQueue<>();
    private byte @Nullable [] bytes;

    interface Source {
        byte[] read() throws IOException;
    }

    Typeface(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /// The family name under which a stylesheet asks for it.
    String name() {
        return name;
    }

    boolean shows(int codePoint) {
        return with(font -> {
            try {
                return font.getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Whether it is a readable font with outlines that may be embedded in part.
    boolean isUsable() {
        try {
            return with(font -> {
                try {
                    // Bit 1 forbids embedding, bit 8 forbids subsets (OpenType, table OS/2, fsType).
                    return font.getTableMap().containsKey("glyf") && font.getOS2Windows() != null && (font.getOS2Windows().getFsType() & 0x0102) == 0;
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private <T> T with(Function<TrueTypeFont, T> use) {
        TrueTypeFont font = borrow();
        try {
            return use.apply(font);
        } finally {
            giveBack(font);
        }
    }

    TrueTypeFont borrow() {
        TrueTypeFont font = idle.poll();
        return font != null ? font : parse();
    }

    void giveBack(TrueTypeFont font) {
        idle.add(font);
    }

    private synchronized TrueTypeFont parse() {
        try {
            if (bytes == null) {
                bytes = source.read();
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
