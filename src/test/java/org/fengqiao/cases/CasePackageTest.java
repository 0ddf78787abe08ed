package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.digest.Sm3;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.record.Chain;
import org.fengqiao.record.Heads;
import org.fengqiao.record.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("案卷：外人只用 shell 和 openssl 就能核验，改一处就被发现")
class CasePackageTest {

    @TempDir
    static Path folder;

    private static Database database;
    private static CasePackage.Sealed sealed;
    private static CasePackage.Sealed incomplete;
    private static Path intact;

    @BeforeAll
    static void packOneCase() throws Exception {
        database = TestDatabase.fresh();
        LivingOffice office = new LivingOffice(database);
        String number = office.walk(6);
        for (String text : List.of("现场照片", "维修单")) {
            Evidence.Stored stored = office.evidence().store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            LivingOffice.done(office.cases.addEvidence("jiang-yin", number, new Evidence.Entry(
                    "photo", text, "现场拍摄", LivingOffice.DAY, "image/png", stored.size(), stored.sm3()), null));
        }
        for (LivingOffice.Move move : LivingOffice.NINE.subList(6, 9)) {
            LivingOffice.done(office.take(number, move));
        }
        new Heads(database.dataSource(), database.home().heads(), Clock.fixed(Instant.parse("2026-10-09T08:00:00Z"), ZoneOffset.UTC)).write();
        Records.Known known = office.cases.see("chen-gui", number).orElseThrow();
        CasePackage packages = new CasePackage(
                office.cases, office.records, office.documents(), office.evidence(), database.home().heads(),
                JdbcClient.create(database.dataSource()), Laws.load(), new Texts(database.dataSource()));
        sealed = packages.of(known);
        intact = unpacked("intact");
        Evidence.Stored lost = office.evidence().store(new ByteArrayInputStream("维修单".getBytes(StandardCharsets.UTF_8)));
        Files.delete(office.evidence().place(lost.sm3()));
        incomplete = packages.of(known);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Path unpacked(String name) throws IOException {
        return unpacked(name, sealed);
    }

    private static Path unpacked(String name, CasePackage.Sealed sealed) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sealed.zip()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    private record Said(int status, String words) {}

    private static Said verify(Path at, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "verify.sh"));
        Collections.addAll(command, arguments);
        Process process = new ProcessBuilder(command).directory(at.toFile()).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }

    private interface Tampering {
        void on(Path at) throws Exception;
    }

    private static void found(String name, String words, Tampering tampering) throws Exception {
        Path copy = unpacked(name);
        tampering.on(copy);
        Said said = verify(copy);
        assertThat(said.status()).as(name + ": " + said.words()).isEqualTo(1);
        assertThat(said.words()).contains("BROKEN").contains(words);
    }

    private static void lines(Path file, java.util.function.UnaryOperator<List<String>> change) throws IOException {
        List<String> changed = change.apply(new ArrayList<>(Files.readAllLines(file)));
        Files.writeString(file, String.join("\n", changed) + "\n");
    }

    /// Whoever changes a file and knows how the manifest is made writes it anew.
    private static void manifestAnew(Path at) throws IOException {
        List<String> old = Files.readAllLines(at.resolve("manifest.txt"));
        String number = old.getFirst().substring("fengqiao-file-1 ".length());
        byte[] seal = Sm3.of(("fengqiao-file-1\n" + number + "\n").getBytes(StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of(old.getFirst()));
        for (String line : old.subList(1, old.size() - 1)) {
            String path = line.substring(132);
            String entry = Sm3.hex(Files.readAllBytes(at.resolve(path))) + "  " + path;
            seal = Chain.next(seal, entry);
            all.add(Chain.hex(seal) + "  " + entry);
        }
        all.add("end " + (all.size() - 1) + " " + Chain.hex(seal));
        Files.writeString(at.resolve("manifest.txt"), String.join("\n", all) + "\n");
    }

    @Test
    @DisplayName("原样的案卷通过核验，封签一致；封签不符即不通过")
    void theIntactFilePasses() throws Exception {
        Said said = verify(intact, sealed.seal());
        assertThat(said.words()).contains("INTACT", "记录 11 条", sealed.seal());
        assertThat(said.status()).isZero();
        assertThat(verify(intact, "0".repeat(64)).status()).isEqualTo(1);
        try (Stream<Path> files = Files.walk(intact)) {
            assertThat(files.filter(Files::isRegularFile).map(f -> intact.relativize(f).toString()))
                    .contains("index.html", "index.txt", "documents/D1.json", "evidence/E1.png", "evidence/E2.png",
                            "record.jsonl", "digests.txt", "heads.txt", "personal.jsonl", "verify.sh", "manifest.txt");
        }
        assertThat(Files.readString(intact.resolve("index.txt"))).contains("民生诉求答复", "证据：现场照片", "页次 ", "evidence/E2.png");
        try (Stream<Path> documents = Files.list(intact.resolve("documents"))) {
            assertThat(documents.map(Path::toString)).anyMatch(f -> f.endsWith(".pdf"));
        }
        assertThat(Files.readString(intact.resolve("heads.txt"))).contains("2026-10-09 11 ");
    }

    @Test
    @DisplayName("证据库里少了一个文件：其余照样成卷，目录写明缺的是哪一件")
    void saysWhichFileIsMissing() throws Exception {
        Path at = unpacked("incomplete", incomplete);
        assertThat(Files.readString(at.resolve("index.txt"))).contains("证据：现场照片", "证据：维修单（文件不在证据库中）");
        assertThat(at.resolve("evidence/E1.png")).exists();
        assertThat(at.resolve("evidence/E2.png")).doesNotExist();
        assertThat(Files.readString(intact.resolve("index.txt"))).doesNotContain("文件不在证据库中");
        assertThat(Files.readString(at.resolve("index.txt"))).contains("证据 2 件");
    }

    @Test
    @DisplayName("少了证据文件的案卷：核验说明没有改动，但是缺哪一件，不说齐全；记录里有而文件被一并抹去的也查得出")
    void verifyingSaysWhatIsMissing() throws Exception {
        Said said = verify(unpacked("verified-incomplete", incomplete), incomplete.seal());
        assertThat(said.status()).as(said.words()).isEqualTo(3);
        assertThat(said.words()).contains("INCOMPLETE", "证据 E2", "不在卷内", incomplete.seal()).doesNotContain("E1", "INTACT", "BROKEN");
        Path erased = unpacked("erased", sealed);
        Files.delete(erased.resolve("evidence/E1.png"));
        lines(erased.resolve("manifest.txt"), l -> {
            l.removeIf(line -> line.endsWith("  evidence/E1.png"));
            return l;
        });
        manifestAnew(erased);
        Said again = verify(erased);
        assertThat(again.status()).as(again.words()).isEqualTo(3);
        assertThat(again.words()).contains("证据 E1").doesNotContain("E2");
    }

    @Test
    @DisplayName("引用的条文附在卷内，写明版本和引用的地方；附上以后照样通过核验")
    void holdsTheArticlesItsRecordNames() throws Exception {
        String appendix = Files.readString(intact.resolve("articles.html"));
        assertThat(appendix).contains("起施行", "第三条", "记录第 ");
        assertThat(Files.readString(intact.resolve("index.html"))).contains("<a href=\"articles.html\">引用条文</a>");
        assertThat(appendix).contains("href=\"index.html\"", "href=\"record.jsonl\"");
        assertThat(verify(intact).status()).isZero();
    }

    @Test
    @DisplayName("备考表写明几件几页，没有编页的逐件列出，留有立卷人和检查人的签名处")
    void theLastSheetCountsPiecesAndPages() throws Exception {
        List<String> index = Files.readAllLines(intact.resolve("index.txt"));
        String last = index.stream().filter(l -> l.matches("\\d+　.*")).toList().getLast();
        String pieces = last.substring(0, last.indexOf('　'));
        String pages = last.replaceAll(".*页次 (?:\\d+–)?(\\d+)　.*", "$1");
        assertThat(index).contains("备考表").anyMatch(l -> l.startsWith("本卷共 " + pieces + " 件 " + pages + " 页") && l.contains("证据 2 件"));
        assertThat(index.stream().filter(l -> l.contains("页次 —")).count())
                .isEqualTo(index.stream().filter(l -> l.startsWith("没有编页的：")).mapToLong(l -> l.split("、").length).sum());
        assertThat(Files.readString(intact.resolve("index.html"))).contains("<h2>备考表</h2>", "检查人");
        assertThat(new CasePackage.Listed(1, "证据：通话录音", "E1", "2026-10-09", "evidence/E1.mp3", 1, 1).timed()).isTrue();
        assertThat(new CasePackage.Listed(1, "证据：现场照片", "E2", "2026-10-09", "evidence/E2.png", 1, 1).timed()).isFalse();
    }

    @Test
    @DisplayName("文件：改一个字节、删去、多出、互换")
    void findsChangedFiles() throws Exception {
        found("byte", "documents/D1.json 被改动", at -> {
            byte[] pdf = Files.readAllBytes(at.resolve("documents/D1.json"));
            pdf[pdf.length / 2] ^= 1;
            Files.write(at.resolve("documents/D1.json"), pdf);
        });
        found("removed", "缺少文件 evidence/E2.png", at -> Files.delete(at.resolve("evidence/E2.png")));
        found("extra", "多出 evidence/E3.png", at -> Files.writeString(at.resolve("evidence/E3.png"), "x"));
        found("hidden", "多出 .note", at -> Files.writeString(at.resolve(".note"), "x"));
        found("swapped", "evidence/E1.png 被改动", at -> {
            Files.move(at.resolve("evidence/E1.png"), at.resolve("evidence/x"));
            Files.move(at.resolve("evidence/E2.png"), at.resolve("evidence/E1.png"));
            Files.move(at.resolve("evidence/x"), at.resolve("evidence/E2.png"));
        });
    }

    @Test
    @DisplayName("清单：改、删、加、换行序，末尾加一个零字节")
    void findsAChangedManifest() throws Exception {
        found("manifest-order", "不相连", at -> lines(at.resolve("manifest.txt"), l -> {
            Collections.swap(l, 2, 3);
            return l;
        }));
        found("manifest-cut", "最后一行", at -> lines(at.resolve("manifest.txt"), l -> {
            l.remove(l.size() - 2);
            return l;
        }));
        found("manifest-end", "没有结尾", at -> lines(at.resolve("manifest.txt"), l -> l.subList(0, l.size() - 1)));
        found("manifest-nul", "不是完整的文本", at -> Files.write(at.resolve("manifest.txt"), new byte[] {0}, StandardOpenOption.APPEND));
    }

    @Test
    @DisplayName("清单重做也没有用：记录的行被改、删、插、换序，都与摘要不符")
    void findsAChangedRecordUnderANewManifest() throws Exception {
        Tampering anew = CasePackageTest::manifestAnew;
        found("line-changed", "第 3 条", at -> {
            lines(at.resolve("record.jsonl"), l -> {
                l.set(2, l.get(2).replace("R02", "R01"));
                return l;
            });
            anew.on(at);
        });
        found("line-removed", "第 5 条", at -> {
            lines(at.resolve("record.jsonl"), l -> {
                l.remove(4);
                return l;
            });
            anew.on(at);
        });
        found("line-inserted", "第 4 条", at -> {
            lines(at.resolve("record.jsonl"), l -> {
                l.add(3, l.get(2));
                return l;
            });
            anew.on(at);
        });
        found("lines-swapped", "第 6 条", at -> {
            lines(at.resolve("record.jsonl"), l -> {
                Collections.swap(l, 5, 6);
                return l;
            });
            anew.on(at);
        });
        found("evidence-replaced", "不见于记录", at -> {
            Files.writeString(at.resolve("evidence/E1.png"), "另一张照片");
            anew.on(at);
        });
        found("shortened", "现在只有 10 条", at -> {
            lines(at.resolve("record.jsonl"), l -> l.subList(0, 10));
            lines(at.resolve("digests.txt"), l -> l.subList(0, 10));
            lines(at.resolve("case.txt"), l -> List.of(l.get(0), "events 10", "digest " + lastDigest(at)));
            anew.on(at);
        });
    }

    @Test
    @DisplayName("符号链接不算文件：指向原样的内容也不行，文件、文件夹、清单和核验程序都一样")
    void refusesLinksInThePlaceOfFiles() throws Exception {
        for (String name : List.of("documents/D1.json", "evidence/E2.png", "record.jsonl", "verify.sh")) {
            found("link-" + name.replace('/', '-'), name, at -> linked(at.resolve(name)));
        }
        found("link-manifest", "缺少 manifest.txt", at -> linked(at.resolve("manifest.txt")));
        found("link-folder", "多出 evidence", at -> linked(at.resolve("evidence")));
        found("link-extra", "多出 evidence/E3.png", at -> Files.createSymbolicLink(at.resolve("evidence/E3.png"), Path.of("E1.png")));
        found("link-nowhere", "多出 documents/away", at -> Files.createSymbolicLink(at.resolve("documents/away"), Path.of("nowhere")));
    }

    /// The same content, but behind a link that leads out of the folder.
    private static void linked(Path file) throws IOException {
        Path elsewhere = Files.createTempDirectory(folder, "elsewhere").resolve(file.getFileName());
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);
    }

    private static String lastDigest(Path at) {
        try {
            return Files.readAllLines(at.resolve("digests.txt")).getLast();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
