package org.fengqiao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.fengqiao.door.Command.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("备份与恢复：要么完整，要么丝毫不变")
class BackupTest {

    private static final String FIRST = "classpath:org/fengqiao/database/first";
    private static final String SECOND = "classpath:org/fengqiao/database/second";
    private static final char[] PASSPHRASE = "枫桥经验 1963".toCharArray();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    Path folder;

    private Database office;

    @BeforeEach
    void anOfficeAtWork() throws IOException {
        office = empty(FIRST);
        office.migrate();
        JdbcClient sql = JdbcClient.create(office.dataSource());
        sql.sql("insert into officers (name) values ('甲'), ('乙')").update();
        for (int i = 0; i < 50; i++) {
            sql.sql("insert into acts (officer, words, previous) values (?, ?, ?)")
                    .params(i % 2 == 0 ? "甲" : "乙", "占用消防通道\t第" + i + "次\\换行\n", i == 0 ? null : i)
                    .update();
        }
        sql.sql("update officers set first_act = 1 where name = '甲'").update();
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        sql.sql("insert into numbered values (2025, 1, ?), (2026, 1, null)").param(bytes).update();
        sql.sql("select nextval('document_number') from generate_series(1, 128)").query().listOfRows();
        byte[] evidence = new byte[3_000_000];
        new Random(8).nextBytes(evidence);
        Files.createDirectories(office.home().evidence().resolve("ab"));
        Files.write(office.home().evidence().resolve("ab/abcdef"), evidence);
        Files.writeString(office.home().heads().resolve("heads.txt"), "第一日 …\n");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("加密备份恢复到空目录：每一行、每个编号、每份证据都在，且能继续工作")
    void carriesAnOfficeIntoAnEmptyHome() throws Exception {
        Path file = backup(PASSPHRASE);
        try (Database other = empty(FIRST)) {
            restore(file, PASSPHRASE, other, false);
            assertThat(contents(other)).isEqualTo(contents(office));
            assertThat(other.home().evidence().resolve("ab/abcdef")).hasSameBinaryContentAs(office.home().evidence().resolve("ab/abcdef"));
            assertThat(other.home().heads().resolve("heads.txt")).hasContent("第一日 …");
            JdbcClient sql = JdbcClient.create(other.dataSource());
            sql.sql("insert into acts (officer, words) values ('乙', '继续')").update();
            assertThat(sql.sql("select max(id) from acts").query(Long.class).single()).isEqualTo(51);
            assertThat(sql.sql("select nextval('document_number')").query(Long.class).single()).isEqualTo(129);
            assertThatThrownBy(() -> sql.sql("delete from acts").update()).hasMessageContaining("append only");
            assertThatThrownBy(() -> sql.sql("insert into acts (officer) values ('无此人')").update()).hasMessageContaining("foreign key");
        }
    }

    @Test
    @DisplayName("备份期间写入不影响备份：只含开始时的快照")
    void takesOneSnapshotWhileTheOfficeWorks() throws Exception {
        Object before = contents(office);
        Path file = folder.resolve("during.backup");
        boolean[] written = {false};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            // Between the table of acts, which is behind us by then, and the table of officers, which is yet to come.
            new BackupWriter(new FilterOutputStream(out) {
                private long count;

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    count += length;
                    if (count > 20_000 && !written[0]) {
                        written[0] = true;
                        JdbcClient.create(office.dataSource()).sql("insert into officers (name) values ('后来')").update();
                    }
                }
            }).write(office);
        }
        assertThat(written[0]).isTrue();
        try (Database other = empty(FIRST)) {
            restore(file, null, other, false);
            assertThat(contents(other)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("旧版本的备份由新版本恢复：先按旧表填入，再升级")
    void bringsAnOldBackupUpToANewVersion() throws Exception {
        Path file = backup(null);
        try (Database newer = empty(FIRST, SECOND)) {
            restore(file, null, newer, false);
            assertThat(JdbcClient.create(newer.dataSource()).sql("select count(*) from acts where channel = '12345'").query(Integer.class).single())
                    .isEqualTo(50);
            Path later = folder.resolve("later.backup");
            Backup.write(newer, later, null, quiet());
            try (Database older = empty(FIRST)) {
                assertThatThrownBy(() -> restore(later, null, older, false)).isInstanceOf(Refused.class).hasMessageContaining("newer");
                assertThat(names(older)).noneMatch(n -> n.endsWith("_restoring"));
            }
        }
    }

    @Test
    @DisplayName("口令错误或未给口令：拒绝，丝毫不变")
    void refusesAWrongPassphrase() throws Exception {
        Path file = backup(PASSPHRASE);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("MANIFEST");
        try (Database other = empty(FIRST)) {
            assertThatThrownBy(() -> restore(file, "another phrase".toCharArray(), other, false))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("passphrase does not open");
            assertThatThrownBy(() -> restore(file, null, other, false)).isInstanceOf(Refused.class).hasMessageContaining("is sealed");
            assertThat(contents(other)).isEqualTo("nothing");
        }
    }

    @Test
    @DisplayName("截断的文件：无论断在何处，一律拒绝")
    void refusesATruncatedFile() throws Exception {
        for (char[] passphrase : new char[][] {null, PASSPHRASE}) {
            Path file = backup(passphrase);
            long size = Files.size(file);
            long[] cuts = {0, 5, 30, 1 << 20, size / 2, size - 1_048_592, size - 40, size - 1};
            for (long cut : cuts) {
                Path shorter = Files.copy(file, folder.resolve("shorter"), StandardCopyOption.REPLACE_EXISTING);
                try (RandomAccessFile open = new RandomAccessFile(shorter.toFile(), "rw")) {
                    open.setLength(cut);
                }
                assertThatThrownBy(() -> new BackupFile(shorter, passphrase).check()).as("cut at " + cut).isInstanceOf(Refused.class);
            }
            assertThat(new BackupFile(file, passphrase).check().digests()).containsKey("evidence/ab/abcdef");
        }
    }

    @Test
    @DisplayName("被改动一个字节的文件：拒绝；原样的文件：通过")
    void refusesATamperedFile() throws Exception {
        Path plain = backup(null);
        Path sealed = backup(PASSPHRASE);
        for (int i = 1; i < 12; i++) {
            Path file = i % 2 == 0 ? plain : sealed;
            char[] passphrase = i % 2 == 0 ? null : PASSPHRASE;
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 12 * i] ^= 1;
            Path changed = Files.write(folder.resolve("changed"), bytes);
            assertThatThrownBy(() -> new BackupFile(changed, passphrase).check()).as("byte in part " + i).isInstanceOf(Refused.class);
        }
    }

    @Test
    @DisplayName("非空的目录：不给 --replace 即拒绝；服务中也拒绝；给了则整体替换")
    void replacesOnlyWhenAskedTo() throws Exception {
        Path file = backup(null);
        try (Database other = empty(FIRST)) {
            other.migrate();
            JdbcClient.create(other.dataSource()).sql("insert into officers values ('原有', null)").update();
            assertThatThrownBy(() -> restore(file, null, other, true)).isInstanceOf(Refused.class).hasMessageContaining("being served");
        }
        try (Database other = reopened()) {
            Files.writeString(other.home().evidence().resolve("old"), "旧");
            assertThatThrownBy(() -> restore(file, null, other, false)).isInstanceOf(Refused.class).hasMessageContaining("not empty");
            restore(file, null, other, true);
            assertThat(contents(other)).isEqualTo(contents(office));
            assertThat(other.home().evidence().resolve("old")).doesNotExist();
        }
    }

    @Test
    @DisplayName("已有同名文件：拒绝覆盖；备份文件仅本人可读")
    void neverOverwritesABackup() throws Exception {
        Path file = backup(null);
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(() -> Backup.write(office, file, null, quiet())).isInstanceOf(Refused.class).hasMessageContaining("exists already");
        Path nowhere = folder.resolve("no such folder/file");
        assertThatThrownBy(() -> Backup.write(office, nowhere, null, quiet())).isInstanceOf(Refused.class);
    }

    private Path backup(char @Nullable [] passphrase) throws Exception {
        Path file = folder.resolve("office-" + NUMBER.incrementAndGet() + ".backup");
        Backup.write(office, file, passphrase, quiet());
        return file;
    }

    private static void restore(Path file, char @Nullable [] passphrase, Database into, boolean replace) throws Exception {
        BackupFile backup = new BackupFile(file, passphrase);
        Restore.restore(backup, backup.check(), into, replace);
    }

    private String last = "";

    private Database empty(String... migrations) throws IOException {
        last = "backup_" + NUMBER.incrementAndGet();
        return TestDatabase.empty(last, folder.resolve(last), migrations);
    }

    private Database reopened() {
        return TestDatabase.again(last, folder.resolve(last), FIRST);
    }

    private static Object contents(Database database) {
        JdbcClient sql = JdbcClient.create(database.dataSource());
        if (sql.sql("select to_regclass('public.acts') is null").query(Boolean.class).single()) {
            return "nothing";
        }
        return List.of(
                sql.sql("select * from acts order by id").query().listOfRows(),
                sql.sql("select * from officers order by name").query().listOfRows(),
                sql.sql("select year, number, md5(content) from numbered order by year").query().listOfRows(),
                sql.sql("select last_value from document_number").query().singleValue());
    }

    private static List<String> names(Database database) {
        return JdbcClient.create(database.dataSource()).sql("select datname from pg_database").query(String.class).list();
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
