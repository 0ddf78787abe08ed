package org.fengqiao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.door.Command.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("内置数据库：断电、被杀、争抢与误用")
class EmbeddedPostgresTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    @BeforeAll
    static void shareThePrograms() {
        TestDatabase.sharePrograms();
    }

    @Test
    @DisplayName("进程被 kill -9 后，已提交的行仍在；下一次启动接管遗留的服务器并正常停止")
    void takesOverFromAKilledProcess() throws Exception {
        Home home = home();
        try (Neighbour killed = Neighbour.writingInto(home)) {
            killed.kill();
        }
        long orphan = data(home).livingServer();
        assertThat(orphan).as("the orphaned server").isPositive();
        try (Database database = Database.open(home, _ -> {})) {
            assertThat(rows(database)).isEqualTo(1);
            assertThat(data(home).livingServer()).as("attached, not started anew").isEqualTo(orphan);
        }
        assertThat(data(home).livingServer()).as("stopped by the last to leave").isZero();
    }

    @Test
    @DisplayName("服务器也一同被杀、进程号已被别的程序占用：照常恢复启动")
    void startsOverAStaleProcessNumber() throws Exception {
        Home home = home();
        try (Neighbour killed = Neighbour.writingInto(home)) {
            killed.kill();
        }
        killServer(home);
        Path pidFile = data(home).path().resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        List<String> recycled = Stream.concat(Stream.of(Long.toString(ProcessHandle.current().pid())), lines.stream().skip(1)).toList();
        Files.write(pidFile, recycled);
        try (Database database = Database.open(home, _ -> {})) {
            assertThat(rows(database)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("两个进程共用一个服务器；先离开的不停止它，最后离开的才停止")
    void isSharedAndStoppedByTheLast() throws Exception {
        Home home = home();
        try (Neighbour neighbour = Neighbour.writingInto(home)) {
            long server = data(home).livingServer();
            try (Database database = Database.open(home, _ -> {});
                    Database again = Database.open(home, _ -> {})) {
                assertThat(rows(database)).isEqualTo(1);
                assertThat(rows(again)).isEqualTo(1);
                assertThat(data(home).livingServer()).isEqualTo(server);
            }
            assertThat(data(home).livingServer()).as("the neighbour still needs it").isEqualTo(server);
            neighbour.leave();
        }
        assertThat(data(home).livingServer()).isZero();
    }

    @Test
    @DisplayName("服务中服务器突然死亡：自动重启，数据完好，无需重启进程")
    void comesBackWhenItDiesWhileServing() throws Exception {
        Home home = home();
        try (Database database = Database.open(home, _ -> {})) {
            JdbcClient sql = JdbcClient.create(database.dataSource());
            sql.sql("create table written (word text)").update();
            sql.sql("insert into written values ('一')").update();
            long before = data(home).livingServer();
            killServer(home);
            assertThat(eventually(() -> rows(database))).isEqualTo(1);
            assertThat(data(home).livingServer()).isPositive().isNotEqualTo(before);
        }
    }

    @Test
    @DisplayName("口令文件仅本人可读；口令错误即拒绝；不经口令进不去；只在本机回环地址监听")
    void refusesAWrongPassword() throws Exception {
        Home home = home();
        try (Database database = Database.open(home, _ -> {})) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.password()))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory()))).isEqualTo("rwx------");
            PGSimpleDataSource right = database.source();
            right.getConnection().close();
            PGSimpleDataSource wrong = database.source();
            assertThatThrownBy(() -> wrong.getConnection("fengqiao", "guess")).hasMessageContaining("password");
            assertThatThrownBy(() -> wrong.getConnection("postgres", "")).isInstanceOf(SQLException.class);
            JdbcClient sql = JdbcClient.create(database.dataSource());
            assertThat(setting(sql, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(sql, "unix_socket_directories")).isEmpty();
            assertThat(sql.sql("select rolsuper from pg_roles where rolname = current_user").query(Boolean.class).single()).isFalse();
        }
        Files.writeString(home.password(), "guess");
        assertThatThrownBy(() -> Database.open(home, _ -> {})).isInstanceOf(Refused.class).hasMessageContaining("refuses the password");
        assertThat(data(home).livingServer()).as("nothing is left behind").isZero();
    }

    @Test
    @DisplayName("提交即落盘，校验和开启，日志不记语句；中文三元组可用于检索")
    void isDurableAndReadsChinese() throws Exception {
        Home home = home();
        try (Database database = Database.open(home, _ -> {})) {
            JdbcClient sql = JdbcClient.create(database.dataSource());
            for (String on : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(setting(sql, on)).as(on).isEqualTo("on");
            }
            sql.sql("create extension pg_trgm").update();
            assertThat(sql.sql("select cardinality(show_trgm('占用消防通道'))").query(Integer.class).single()).isEqualTo(7);
            assertThatThrownBy(() -> sql.sql("select '张三的住址'::int").query().singleValue()).isInstanceOf(Exception.class);
            try (Stream<Path> logs = Files.list(home.postgres().resolve("log"))) {
                for (Path log : logs.toList()) {
                    assertThat(Files.readString(log)).doesNotContain("张三");
                }
            }
        }
    }

    @Test
    @DisplayName("数据损坏：一句话说明，不重建、不覆盖")
    void refusesDamagedData() throws Exception {
        Home home = home();
        Database.open(home, _ -> {}).close();
        Files.delete(data(home).path().resolve("global/pg_control"));
        assertThatThrownBy(() -> Database.open(home, _ -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("could not start")
                .hasMessageContaining("restore the latest backup");
        Files.delete(data(home).path().resolve("PG_VERSION"));
        assertThatThrownBy(() -> Database.open(home, _ -> {})).isInstanceOf(Refused.class).hasMessageContaining("damaged");
    }

    @Test
    @DisplayName("目录属于他人或是一个文件：拒绝并说明")
    void refusesAnotherPersonsHome() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Home.at(file)).isInstanceOf(Refused.class).hasMessageContaining("is a file");
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (Home.user() != 0) {
            assertThatThrownBy(() -> Home.at(readOnly.resolve("home"))).isInstanceOf(Refused.class).hasMessageContaining("cannot be written");
        }
        assumeTrue(Home.user() == 0, "only root can give a directory away");
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.setAttribute(others, "unix:uid", 65_534);
        assertThatThrownBy(() -> Home.at(others)).isInstanceOf(Refused.class).hasMessageContaining("belongs to user");
    }

    @Test
    @DisplayName("解包到一半的程序目录会重新解包")
    void unpacksAHalfUnpackedFolderAgain() throws Exception {
        System.setProperty("FENGQIAO_POSTGRES_BINARIES", folder.resolve("programs").toString());
        try {
            PostgresPrograms whole = PostgresPrograms.of(home());
            Files.delete(whole.folder().resolve("bin/initdb"));
            PostgresPrograms again = PostgresPrograms.of(home());
            assertThat(again.folder().resolve("bin/initdb")).isExecutable();
            try (Stream<Path> left = Files.list(folder.resolve("programs"))) {
                assertThat(left).containsExactly(again.folder());
            }
        } finally {
            System.clearProperty("FENGQIAO_POSTGRES_BINARIES");
            TestDatabase.sharePrograms();
        }
    }

    private Home home() {
        return Home.at(folder.resolve("home"));
    }

    private static DataDirectory data(Home home) throws IOException {
        return new DataDirectory(home, PostgresPrograms.of(home));
    }

    private static void killServer(Home home) throws Exception {
        long server = data(home).livingServer();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        while (data(home).worksHere(server)) {
            Thread.sleep(10);
        }
    }

    private static int rows(Database database) {
        return JdbcClient.create(database.dataSource()).sql("select count(*) from written").query(Integer.class).single();
    }

    private static String setting(JdbcClient sql, String name) {
        return sql.sql("select current_setting(?)").param(name).query(String.class).single();
    }

    /// A request that comes while the server is down fails; the one after it is up again must not.
    private static int eventually(java.util.function.IntSupplier question) throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                return question.getAsInt();
            } catch (org.springframework.dao.DataAccessException e) {
                if (i == 100) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }
}
