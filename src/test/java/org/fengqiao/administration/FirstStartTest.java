package org.fengqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.signin.Passwords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("首次启动：空的库得到一个机关和一名系统管理员，口令只显示一次；再启动什么也不变")
class FirstStartTest {

    private final Database database = TestDatabase.fresh();
    private final Offices offices = new Offices(database.dataSource(), (short) 1);
    private final Passwords passwords = new Passwords(JdbcClient.create(database.dataSource()), (short) 1);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private FirstStart start;

    @BeforeEach
    void start() {
        start = new FirstStart(offices, passwords, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String password() {
        Matcher m = Pattern.compile("口令 (\\S+)（").matcher(said());
        assertThat(m.find()).as(said()).isTrue();
        return m.group(1);
    }

    private String hash() {
        return JdbcClient.create(database.dataSource()).sql("select password from person where id = 'admin'").query(String.class).single();
    }

    @Test
    @DisplayName("建立机关：一个人，一个职务，口令够长，库里没有明文")
    void foundsAnOfficeWithOneAdministrator() {
        start.start();
        Office office = offices.read();
        assertThat(office.people()).containsOnlyKeys("admin");
        assertThat(office.people().get("admin").posts()).extracting(h -> h.post()).containsExactly("administrator");
        assertThat(password()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(hash()).startsWith("$argon2id$").doesNotContain(password());
        assertThat(passwords.matches("admin", password())).isTrue();
        assertThat(passwords.matches("admin", password() + "x")).isFalse();
    }

    @Test
    @DisplayName("再启动一次：没有第二个机关，口令不变，也不再显示")
    void doesNothingTheSecondTime() {
        start.start();
        String hash = hash();
        said.reset();
        start.stop();
        new FirstStart(offices, passwords, new PrintStream(said, true, StandardCharsets.UTF_8)).start();
        assertThat(said()).isEmpty();
        assertThat(hash()).isEqualTo(hash);
        assertThat(offices.read().people()).containsOnlyKeys("admin");
    }

    @Test
    @DisplayName("断电：机关建了、口令还没有设，再启动给管理员一个新口令；有了口令就不再给")
    void cutOffBeforeThePassword() {
        start.start();
        JdbcClient.create(database.dataSource()).sql("update person set password = null").update();
        said.reset();
        new FirstStart(offices, passwords, new PrintStream(said, true, StandardCharsets.UTF_8)).start();
        assertThat(passwords.matches("admin", password())).isTrue();
        said.reset();
        new FirstStart(offices, passwords, new PrintStream(said, true, StandardCharsets.UTF_8)).start();
        assertThat(said()).isEmpty();
    }

    @Test
    @DisplayName("已有机关的库：不动它，也不添一个管理员")
    void leavesAnOfficeAlone() {
        offices.found(OfficeFile.read(FirstStartTest.class.getResourceAsStream("/demo/office.yaml")));
        long version = offices.read().version();
        start.start();
        assertThat(said()).isEmpty();
        assertThat(offices.read().version()).isEqualTo(version);
        assertThat(offices.read().people()).doesNotContainKey("admin");
    }
}
