package org.fengqiao.record;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fengqiao.digest.Sm3;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 个人信息的存放: values with their salts; the record holds only `SM3(salt ‖ value)`, so that erasing salt and value
/// breaks no chain and nothing can be guessed from the digest.
public final class PersonalValues {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode content = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> values = new LinkedHashMap<>();

    /// Keeps a value under a fresh salt and returns its digest.
    public String commit(String field, String value) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        String text = Normalizer.normalize(value, Normalizer.Form.NFC);
        ArrayNode pair = content.putArray(field);
        pair.add(hex(salt)).add(text);
        values.put(field, text);
        return digest(salt, text);
    }

    /// What the digest of a value under a salt is.
    static String digest(byte[] salt, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[salt.length + text.length];
        System.arraycopy(salt, 0, all, 0, salt.length);
        System.arraycopy(text, 0, all, salt.length, text.length);
        return hex(Sm3.of(all));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public boolean isEmpty() {
        return content.isEmpty();
    }

    /// The row that is kept apart: field → [salt, value].
    public String text() {
        return content.toString();
    }

    /// The values themselves, by field, as they will be read from the row.
    Map<String, String> values() {
        return values;
    }

    /// The values of a row, by field; erased ones are left out.
    public static Map<String, String> read(String row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> e : JSON.readTree(row).properties()) {
            if (e.getValue().isArray()) {
                values.put(e.getKey(), e.getValue().get(1).asString());
            }
        }
        return values;
    }

    /// The digests that the values of a row have, by field; erased ones are left out.
    static Map<String, String> digests(String row) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> e : JSON.readTree(row).properties()) {
            if (e.getValue().isArray()) {
                digests.put(e.getKey(), digest(HexFormat.of().parseHex(e.getValue().get(0).asString()),
                        e.getValue().get(1).asString()));
            }
        }
        return digests;
    }
}
