package org.fengqiao.cases;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fengqiao.procedure.Act;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 请求内容: reads the body of a write strictly; what is wrong is said with its place.
final class Body {

    private static final int MOST = 1_000_000;

    /// A member that stands twice would be read one way here and another way by a program in between.
    private static final ObjectReader STRICT = Cases.JSON.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private static final Set<String> PARTY = Set.of("kind", "name", "identifier", "contact", "address", "role", "representative");

    private final ObjectNode json;

    private Body(ObjectNode json) {
        this.json = json;
    }

    /// Reads a JSON object whose members are all known.
    ///
    /// @throws Problem 400 for what is not UTF-8 or not JSON, 413 when it is too large
    static Body read(byte[] bytes, Set<String> known) {
        if (bytes.length > MOST) {
            throw Problem.of(413, "内容过大", "请求内容至多 1 MB");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(400, "编码有误", "请求内容应当是 UTF-8 编码");
        }
        JsonNode node;
        try {
            node = STRICT.readTree(text);
        } catch (JacksonException e) {
            String place = e.getLocation() == null ? "" : "（第 " + e.getLocation().getLineNr() + " 行第 " + e.getLocation().getColumnNr() + " 列）";
            throw Problem.of(400, "格式有误", "请求内容不是正确的 JSON" + (twice(e) ? "，同一项写了两次" : "") + place);
        }
        if (node == null || !node.isObject()) {
            throw Problem.of(400, "格式有误", "请求内容应当是 JSON 对象");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw Problem.of(400, "格式有误", "请求内容没有“" + name + "”这一项").with("field", name);
            }
        }
        return new Body((ObjectNode) clean(node, "", 0));
    }

    private static boolean twice(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
    }

    /// Strings in NFC; the character NUL, which no text may hold, is refused.
    private static JsonNode clean(JsonNode node, String name, int depth) {
        if (depth > 40) {
            throw Problem.of(400, "格式有误", "请求内容嵌套过深");
        }
        if (node.isString()) {
            String text = node.asString();
            if (text.indexOf('\0') >= 0 || loneSurrogate(text)) {
                throw wrong(name, "含有不能保存的字符");
            }
            return JsonNodeFactory.instance.stringNode(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(p -> object.set(p.getKey(), clean(p.getValue(), p.getKey(), depth + 1)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(x -> array.add(clean(x, name, depth + 1)));
            return array;
        }
        return node;
    }

    private static boolean loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static Problem wrong(String name, String right) {
        return Problem.of(400, "格式有误", "“" + name + "”" + right).with("field", name);
    }

    @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isString()) {
            throw wrong(name, "应当是文字");
        }
        return value == null ? null : value.asString();
    }

    String need(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw wrong(name, "不能为空");
        }
        return text;
    }

    @Nullable Integer number(String name) {
        JsonNode value = value(name);
        if (value != null && !value.canConvertToInt()) {
            throw wrong(name, "应当是整数");
        }
        return value == null ? null : value.asInt();
    }

    @Nullable LocalDate date(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, "应当是日期，例如 2026-10-09");
        }
    }

    @Nullable OffsetDateTime moment(String name) {
        String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, "应当是带时区的时间，例如 2026-10-09T10:00:00+08:00");
        }
    }

    ObjectNode object(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isObject()) {
            throw wrong(name, "应当是对象");
        }
        return value == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) value;
    }

    List<String> texts(String name) {
        JsonNode value = value(name);
        List<String> all = new ArrayList<>();
        if (value != null) {
            if (!value.isArray()) {
                throw wrong(name, "应当是列表");
            }
            for (JsonNode x : value) {
                if (!x.isString()) {
                    throw wrong(name, "应当是文字的列表");
                }
                all.add(x.asString());
            }
        }
        return all;
    }

    List<Act.NewParty> parties() {
        JsonNode value = value("parties");
        List<Act.NewParty> all = new ArrayList<>();
        if (value == null) {
            return all;
        }
        if (!value.isArray()) {
            throw wrong("parties", "应当是列表");
        }
        for (JsonNode p : value) {
            if (!p.isObject()) {
                throw wrong("parties", "应当是对象的列表");
            }
            for (String name : p.propertyNames()) {
                if (!PARTY.contains(name)) {
                    throw wrong("parties", "没有“" + name + "”这一项");
                }
            }
            Body party = new Body((ObjectNode) p);
            String kind = party.text("kind");
            all.add(new Act.NewParty(
                    kind == null ? "person" : kind, party.text("name"), party.text("identifier"), party.text("contact"),
                    party.text("address"), party.text("role"), party.text("representative")));
        }
        return all;
    }
}
