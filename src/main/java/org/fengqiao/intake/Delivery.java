package org.fengqiao.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 来件文件: reads what another system sent into lines; a line that cannot be read is kept as it came.
final class Delivery {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Delivery() {}

    /// 编码不符: the bytes are not in the encoding they were said to be in.
    static final class WrongEncoding extends Exception {
        private static final long serialVersionUID = 1L;
        final int line;
        final boolean looksLikeGbk;

        WrongEncoding(int line, boolean looksLikeGbk) {
            super("line " + line);
            this.line = line;
            this.looksLikeGbk = looksLikeGbk;
        }
    }

    /// The text of bytes, without a byte order mark.
    ///
    /// @throws WrongEncoding naming the first line that does not fit
    static String text(byte[] bytes, Charset encoding) throws WrongEncoding {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = strict(in, encoding);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new WrongEncoding(line, encoding.equals(StandardCharsets.UTF_8) && looksLikeGbk(bytes));
        }
    }

    private static String strict(ByteBuffer in, Charset encoding) throws CharacterCodingException {
        CharBuffer out = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in);
        return out.toString();
    }

    private static boolean looksLikeGbk(byte[] bytes) {
        try {
            strict(ByteBuffer.wrap(bytes), Charset.forName("GB18030"));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// One JSON object a line; empty lines do not count.
    static List<Line> jsonLines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String one : text.split("\\R", -1)) {
            number++;
            if (!one.isBlank()) {
                lines.add(jsonLine(number, one));
            }
        }
        return lines;
    }

    private static Line jsonLine(int number, String one) {
        try {
            return of(number, one, JSON.readTree(one));
        } catch (JacksonException e) {
            String place = e.getLocation() == null ? "" : "（第 " + e.getLocation().getColumnNr() + " 列）";
            return Line.broken(number, one, "不是正确的 JSON" + place);
        }
    }

    /// One object, or a list of objects, as a request brings it.
    static List<Line> json(JsonNode body) {
        List<Line> lines = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(x -> lines.add(of(lines.size() + 1, x.toString(), x)));
        } else {
            lines.add(of(1, body.toString(), body));
        }
        return lines;
    }

    private static Line of(int number, String content, JsonNode node) {
        return node instanceof ObjectNode object
                ? Line.read(number, content, object)
                : Line.broken(number, content, "应当是 JSON 对象");
    }

    /// Comma separated values under a line of names (RFC 4180); a quoted value may hold line breaks.
    static List<Line> csv(String text) {
        List<Line> lines = new ArrayList<>();
        List<String> names = null;
        Csv csv = new Csv(text);
        while (csv.next()) {
            List<String> values = csv.values();
            if (names == null) {
                names = values.stream().map(String::strip).toList();
                Set<String> distinct = new LinkedHashSet<>(names);
                if (distinct.size() < names.size()) {
                    return List.of(Line.broken(1, csv.raw(), "表头有重复的列名"));
                }
            } else if (csv.unclosed()) {
                lines.add(Line.broken(csv.line(), csv.raw(), "引号没有成对"));
            } else if (values.size() != names.size()) {
                lines.add(Line.broken(csv.line(), csv.raw(), "本行有 " + values.size() + " 列，表头有 " + names.size() + " 列"));
            } else {
                ObjectNode fields = JsonNodeFactory.instance.objectNode();
                for (int i = 0; i < values.size(); i++) {
                    fields.put(names.get(i), values.get(i));
                }
                lines.add(Line.read(csv.line(), fields.toString(), fields));
            }
        }
        return lines;
    }
}
