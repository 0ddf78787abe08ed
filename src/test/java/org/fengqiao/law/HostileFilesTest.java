package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.fengqiao.law.LawTexts.LANTERNS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One bad file must not spoil an import, a check or the server.
@DisplayName("来者不善的文件：说出哪一行，别的照常")
class HostileFilesTest {

    @TempDir
    Path folder;

    private List<String> refused(Path... files) {
        TextFiles read = new TextFiles(Laws.load(), null);
        for (Path file : files) {
            read.read(file);
        }
        return read.faults().stream().map(ReadText.Fault::toString).toList();
    }

    private String refused(String content) throws IOException {
        List<String> faults = refused(LawTexts.file(folder, "a.md", content));
        return faults.isEmpty() ? "" : faults.getFirst();
    }

    @Test
    @DisplayName("汇编里栏目是对象、数组、过长的，只退回那一行；全角条号认得")
    void refusesOddLinesAlone() throws Exception {
        String good = "{\"id\":\"T1\",\"law\":\"测试用虚构规定\",\"article\":\"第１２条\",\"text\":\"一。\"}";
        Path file = LawTexts.file(folder, "a.jsonl", String.join("\n", good, "{\"law\":{\"a\":1},\"article\":\"第一条\",\"text\":\"x\"}", "[]", "null",
                "{\"id\":\"" + "长".repeat(101) + "\",\"law\":\"测试用虚构规定\",\"article\":\"第二条\",\"text\":\"二。\"}",
                "{\"law\":\"" + "长".repeat(201) + "\",\"article\":\"第二条\",\"text\":\"二。\"}"));
        TextFiles read = new TextFiles(Laws.load(), null);
        read.read(file);

        assertThat(read.texts()).singleElement().satisfies(text -> assertThat(text.articles().getFirst().number()).isEqualTo(12));
        assertThat(read.faults()).extracting(ReadText.Fault::line).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    @DisplayName("同一文本在一次导入里送来两份：第二份算相同，不中断")
    void takesTheSameTextTwiceInOneCall() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            LawTexts.file(folder, "a.md", LANTERNS);
            LawTexts.file(folder, "b.md", LANTERNS);
            assertThat(LawTexts.bring(database.dataSource(), false, folder)).isEqualTo(new TextImport.Outcome(5, 5, 0, List.of()));
        }
    }

    @Test
    @DisplayName("先施行后公布的、先失效后施行的、插入条跳号的、分项跳号的官方文本，都退回")
    void refusesTextsThatContradictThemselves() throws Exception {
        assertThat(refused(LANTERNS)).isEmpty();
        assertThat(refused(LANTERNS.replace("effective: 2020-03-01", "effective: 2019-03-01"))).contains("before it was promulgated on 2020-01-10");
        assertThat(refused(LANTERNS.replace("effective_to: 2024-06-30", "effective_to: 2020-02-01"))).contains("expires on 2020-02-01");
        assertThat(refused(LANTERNS.replace("第二条之一　", "第二条之二　"))).contains("第二条之一 is missing before 第二条之二");
        assertThat(refused(LANTERNS.replace("（三）夜间", "（五）夜间"))).contains("第二条 has an item that follows no other: （五）夜间");
    }

    @Test
    @DisplayName("压缩炸弹：解开过大的部分不读完，说明原因")
    void doesNotUnpackWithoutEnd() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/media/image1.png"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(nothing);
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        Path bomb = Files.write(folder.resolve("bomb.docx"), bytes.toByteArray());

        assertThat(refused(bomb)).singleElement().asString().contains("unpacks to more than 64 MB");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> PlainText.of("bomb.docx", bytes.toByteArray()));
    }

    @Test
    @DisplayName("记事本的 Unicode、带标记的 UTF-8、旧苹果的换行，核对引用时都读得出")
    void readsTextsOfAnyEditor() throws Exception {
        String text = "依据\r《行政处罚法》第六条";
        for (byte[] content : List.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes("GB18030"))) {
            assertThat(PlainText.of("a.txt", content)).isEqualTo("依据\n《行政处罚法》第六条");
        }
    }

    @Test
    @DisplayName("十万个空格、十万个书名号、两千处前款，核对也在几秒内完成")
    void isNotHeldUpByLongTexts() {
        CitationCheck check = new CitationCheck(Laws.load(), null);
        for (String text : List.of(
                "第一" + " ".repeat(100_000) + "条", "《行政处罚法》第六条" + " ".repeat(100_000) + "第七条", "《".repeat(100_000), "本法" + "的".repeat(100_000) + "第三条",
                "第一条　甲。\n第二条　乙。\n" + "前款规定的，本条第一款。\n".repeat(2_000), "《行政处罚法》第六十一条第二款" + "，前款规定".repeat(2_000), "（".repeat(50_000) + "第一条")) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatCode(() -> check.check(text, LocalDate.of(2026, 10, 9))).doesNotThrowAnyException());
        }
    }
}
