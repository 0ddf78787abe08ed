package org.fengqiao.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("规范文本：同一内容只有一种写法")
class CanonicalTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] PIECES = {
        "a", "e\u0301", "\u00e9", "\u0301", "枫", "桥", "〔2026〕", "“”", "\n", "\"", "\\", "\uf900", "\u2000", "𠮷", "\u3099", "か", "\u0000", "=", "\u0338", "，", "１"
    };

    private final Random random = new Random(20261122);

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 2 ? 5 : 7)) {
            case 0 -> JsonNodeFactory.instance.numberNode(random.nextInt());
            case 1 -> JsonNodeFactory.instance.numberNode(random.nextLong() >> random.nextInt(11, 60));
            case 2 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 3 -> JsonNodeFactory.instance.nullNode();
            case 4 -> JsonNodeFactory.instance.stringNode(text());
            case 5 -> {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    all.add(value(depth + 1));
                }
                yield all;
            }
            default -> object(depth + 1);
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            all.set(text(), value(depth));
        }
        return all;
    }

    @Test
    @DisplayName("任意内容：写出的都在 NFC，再读再写不变；说是原样的，读回来就等于整理过的原值")
    void whatIsReadIsWhatWasWritten() {
        int given = 0;
        for (int i = 0; i < 20_000; i++) {
            ObjectNode value = object(0);
            Canonical.Written written = Canonical.written(value);
            JsonNode read = JSON.readTree(written.text());
            assertThat(Canonical.text(read)).isEqualTo(written.text());
            texts(read);
            if (written.asGiven()) {
                given++;
                assertThat(Canonical.settled(value)).isEqualTo(read);
                assertThat(Canonical.settled(value).toString()).isEqualTo(read.toString());
            }
        }
        assertThat(given).as("两种情形都遇到").isBetween(2_000, 18_000);
    }

    private static void texts(JsonNode node) {
        if (node.isString()) {
            assertThat(Normalizer.isNormalized(node.asString(), Normalizer.Form.NFC)).isTrue();
        }
        node.properties().forEach(p -> assertThat(Normalizer.isNormalized(p.getKey(), Normalizer.Form.NFC)).isTrue());
        node.forEach(CanonicalTest::texts);
    }

    @Test
    @DisplayName("成员按代码单元排序，没有空白；转义只用规定的写法")
    void sortedWithoutBlanks() {
        assertThat(Canonical.text(JSON.readTree("{\"b\": 1, \"a\": [true, null, \"\\u000f\\t\"], \"\": {}}")))
                .isEqualTo("{\"\":{},\"a\":[true,null,\"\\u000f\\t\"],\"b\":1}");
        assertThat(Canonical.text(JSON.readTree("{\"e\u0301\":\"e\u0301\"}"))).isEqualTo("{\"\u00e9\":\"\u00e9\"}");
    }

    @Test
    @DisplayName("小数、过大的数、半个字符：拒绝")
    void refusesWhatARecordMayNotHold() {
        assertThat(Canonical.text(JSON.readTree("[9007199254740991]"))).isEqualTo("[9007199254740991]");
        assertThatThrownBy(() -> Canonical.text(JSON.readTree("[9007199254740992]"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Canonical.text(JSON.readTree("[1.5]"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Canonical.text("枫\ud83c")).isInstanceOf(IllegalArgumentException.class);
    }
}
