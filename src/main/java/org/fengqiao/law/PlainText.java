package org.fengqiao.law;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// 文书的文字: the words of a file of any origin, one paragraph a line.
public final class PlainText {

    private PlainText() {}

    /// Reads .docx by its paragraphs, anything else as text in UTF-8 or, failing that, GB18030.
    ///
    /// @throws IOException when the file is neither
    public static String of(String name, byte[] content) throws IOException {
        String kind = name.toLowerCase(Locale.ROOT);
        if (kind.endsWith(".docx")) {
            return String.join("\n", WordParagraphs.of(content));
        }
        if (kind.endsWith(".doc") || kind.endsWith(".pdf")) {
            throw new IOException("this kind of file cannot be read; save it as .docx or .txt");
        }
        if (content.length >= 2 && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)) {
            // What an old editor of Windows calls Unicode; its mark tells the order of the bytes.
            return lines(new String(content, StandardCharsets.UTF_16));
        }
        for (Charset encoding : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            try {
                String text = encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                if (text.indexOf('\0') < 0) {
                    return lines(text);
                }
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new IOException("this is no text; use .docx, .txt or .md");
    }

    private static String lines(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n").replace('\r', '\n');
    }
}
