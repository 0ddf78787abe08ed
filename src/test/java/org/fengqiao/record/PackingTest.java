package org.fengqiao.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("记录行的压缩存放")
class PackingTest {

    private static final String LINE = "{\"actedOn\":\"2027-03-04\",\"actors\":[{\"id\":\"a\",\"post\":\"handler\"}],\"case\":\"示街诉〔2027〕第00001号\","
            + "\"clocks\":[{\"end\":{\"at\":\"2027-03-04\"},\"id\":\"acceptance\"}],\"definition\":\"public-request@2018-01-01\",\"seq\":5,\"v\":1}";

    @Test
    @DisplayName("任何文本存进去是什么，取出来还是什么")
    void givesBackWhateverWasPacked() {
        Random random = new Random(20260101);
        for (int i = 0; i < 2000; i++) {
            String text = text(random, random.nextInt(i % 50 == 0 ? 20_000 : 600));
            assertThat(Packing.text(Packing.packed(text))).isEqualTo(text);
        }
        for (String text : List.of("", "{}", LINE, LINE.repeat(300))) {
            assertThat(Packing.text(Packing.packed(text))).isEqualTo(text);
        }
    }

    /// Repetition, Chinese, pairs of surrogates and control characters in any mixture.
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append((char) (0x4E00 + random.nextInt(0x5000)));
                case 2 -> text.appendCodePoint(0x20000 + random.nextInt(0x1000));
                case 3 -> text.append(LINE, 0, random.nextInt(LINE.length() - 20));
                case 4 -> text.append((char) random.nextInt(0x3000));
                default -> text.append(random.nextLong());
            }
        }
        return text.toString();
    }

    @Test
    @DisplayName("通常的一行不到原来的一半；不能缩短的一行只多一个字节")
    void makesLinesShort() {
        assertThat(Packing.packed(LINE)).hasSizeLessThan(LINE.getBytes(StandardCharsets.UTF_8).length / 2);
        assertThat(Packing.packed("7Qx")).hasSizeLessThanOrEqualTo(6);
        assertThat(Packing.packed("")).hasSize(1);
    }

    @Test
    @DisplayName("截断的、接长的、改过的、词典不明的：不给出文本，或者给出与摘要不符的文本，从不崩溃")
    void neverMistakesRubbishForTheLine() {
        byte[] packed = Packing.packed(LINE);
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Packing.text(cut)).isInstanceOf(Packing.Unreadable.class);
        }
        assertThatThrownBy(() -> Packing.text(Arrays.copyOf(packed, packed.length + 1))).isInstanceOf(Packing.Unreadable.class);
        // The last byte ends in bits that say nothing.
        for (int i = 0; i < (packed.length - 1) * 8; i++) {
            byte[] changed = packed.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            String text;
            try {
                text = Packing.text(changed);
            } catch (Packing.Unreadable _) {
                text = "";
            }
            assertThat(text).isNotEqualTo(LINE);
        }
        assertThat(Packing.text(packed)).isEqualTo(LINE);
    }

    @Test
    @DisplayName("多个线程同时压缩、解开，互不相扰")
    void isSafeForManyThreads() {
        assertThat(IntStream.range(0, 4000).parallel().mapToObj(i -> LINE + i).allMatch(t -> Packing.text(Packing.packed(t)).equals(t)))
                .isTrue();
    }

    @Test
    @DisplayName("数据库里有同一部词典：不用本软件也能读")
    void theDatabaseExplainsItself() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            String kept = JdbcClient.create(database.dataSource()).sql("select content from dictionary where version = 1").query(String.class).single();
            byte[] packed = Packing.packed(LINE);
            var inflater = new java.util.zip.Inflater(true);
            inflater.setDictionary(kept.getBytes(StandardCharsets.UTF_8));
            inflater.setInput(packed, 1, packed.length - 1);
            byte[] text = new byte[2000];
            int length = inflater.inflate(text);
            inflater.end();
            assertThat(new String(text, 0, length, StandardCharsets.UTF_8)).isEqualTo(LINE);
        }
    }
}
