package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fengqiao.bench.RoundTrips;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.digest.Sm3;
import org.fengqiao.record.Records;
import org.fengqiao.record.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two processes work on one database; each remembers cases and the office by itself.
@DisplayName("内存落后：先凭内存办理，落后的内存只引起重读，不引起错误的决定")
class MemoryBehindTest {

    private Database database;
    private JdbcClient jdbc;
    private final RoundTrips asked = new RoundTrips();
    private LivingOffice here;
    private LivingOffice there;

    @BeforeEach
    void twoProcesses() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database.dataSource());
        here = new LivingOffice(database, asked::counted);
        there = new LivingOffice(database);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
        database.close();
    }

    private static Cases.Answer take(LivingOffice office, String number, int step) {
        return office.take(number, LivingOffice.NINE.get(step));
    }

    private int events(String number) {
        return jdbc.sql("select count(*) from event e join cases c on c.office = e.office and c.id = e.case_id where c.number = ?")
                .param(number).query(Integer.class).single();
    }

    @Test
    @DisplayName("内存与记录一致：一次往返办成；另一进程先办了：重读后接着办成，记录连续")
    void readsOnlyWhenBehind() {
        String number = here.walk(1);
        asked.take();
        LivingOffice.done(take(here, number, 1));
        assertThat(asked.take()).isEqualTo(1);

        Evidence.Entry photo = new Evidence.Entry(
                "photo", "现场照片", "现场收集", LivingOffice.DAY, "image/jpeg", 3, Sm3.hex("示例照片"));
        LivingOffice.done(there.cases.addEvidence("chen-gui", number, photo, null));
        Records.Known after = LivingOffice.done(take(here, number, 2));
        assertThat(asked.take()).as("凭内存写不成，重读，再写").isEqualTo(3);
        assertThat(after.state().version()).isEqualTo(4);
        assertThat(after.state()).isEqualTo(there.records.read(number, null, null).known().state());

        LivingOffice.done(take(there, number, 3));
        LivingOffice.done(take(here, number, 4));
        assertThat(asked.take()).as("凭内存还不能办：不作答，重读，写").isEqualTo(2);
    }

    @Test
    @DisplayName("内存以为还能办的，记录已不能办：不办，理由来自记录；写明所见版本的，告知已有新的办理")
    void whatMemoryWouldAllowTheRecordRefuses() {
        String number = here.walk(1);
        LivingOffice.done(take(there, number, 1));
        LivingOffice.done(take(there, number, 2));

        Cases.Answer again = take(here, number, 1);
        assertThat(again).isInstanceOfSatisfying(Cases.Answer.Refused.class, r -> assertThat(r.reasons().getFirst().text()).contains("阶段"));
        assertThat(events(number)).isEqualTo(3);

        String other = here.walk(1);
        LivingOffice.done(take(there, other, 1));
        LivingOffice.Move signIn = LivingOffice.NINE.get(1);
        Cases.Taking seen = new Cases.Taking(1, null, null, List.of(), null, null, Cases.JSON.createObjectNode());
        assertThat(here.cases.take(signIn.user(), other, signIn.step(), seen, null)).isInstanceOf(Cases.Answer.Lost.class);
        assertThat(events(other)).isEqualTo(2);
    }

    @Test
    @DisplayName("内存以为不能办的，记录已能办：办成，不凭内存拒绝")
    void whatMemoryWouldRefuseTheRecordAllows() {
        String number = here.walk(1);
        LivingOffice.done(take(there, number, 1));
        LivingOffice.done(take(there, number, 2));
        assertThat(LivingOffice.done(take(here, number, 3)).state().version()).isEqualTo(4);

        String unready = here.walk(1);
        assertThat(take(here, unready, 3)).isInstanceOf(Cases.Answer.Refused.class);
    }

    @Test
    @DisplayName("另一进程免去了任职：立即不能办、不能立案，不发号；恢复任职：立即能办")
    void aPostTakenAwayActsAtOnce() {
        String number = here.walk(1);
        LivingOffice.Move signIn = LivingOffice.NINE.get(1);
        int issued = jdbc.sql("select sum(last) from counter").query(Integer.class).single();
        List<java.util.Map<String, Object>> posts = jdbc.sql("select post, from_day from holding where person = ?")
                .param(signIn.user()).query().listOfRows();
        assertThat(there.offices.change("delete from holding where person = ?", signIn.user())).isEqualTo(posts.size());

        assertThat(here.take(number, signIn)).as("who may not see the case learns nothing of it").isInstanceOf(Cases.Answer.NotFound.class);
        assertThat(here.register()).isInstanceOfAny(Cases.Answer.Forbidden.class, Cases.Answer.Refused.class);
        assertThat(events(number)).isEqualTo(1);
        assertThat(jdbc.sql("select sum(last) from counter").query(Integer.class).single()).isEqualTo(issued);

        posts.forEach(p -> there.offices.change(
                "insert into holding values (?, ?, ?, ?, null)", (short) 1, signIn.user(), p.get("post"), p.get("from_day")));
        LivingOffice.done(here.take(number, signIn));
        LivingOffice.done(here.register());
        assertThat(jdbc.sql("select sum(last) from counter").query(Integer.class).single()).isEqualTo(issued + 1);
    }

    @Test
    @DisplayName("同一幂等键到了另一进程：答复同一件，不再写，不多发号；同键不同请求被拒绝")
    void aKeyIsOneActInBothProcesses() {
        String number = here.walk(1);
        assertThat(there.cases.see("chen-gui", number)).isPresent();
        LivingOffice.Move signIn = LivingOffice.NINE.get(1);
        Records.Key key = new Records.Key(signIn.user(), "k1", Sm3.of(new byte[] {1}));
        Cases.Taking taking = Cases.Taking.of(Cases.JSON.createObjectNode());
        LivingOffice.done(here.cases.take(signIn.user(), number, signIn.step(), taking, key));
        assertThat(LivingOffice.done(there.cases.take(signIn.user(), number, signIn.step(), taking, key)).state().version()).isEqualTo(2);
        assertThat(LivingOffice.done(here.cases.take(signIn.user(), number, signIn.step(), taking, key)).state().version()).isEqualTo(2);
        assertThat(events(number)).isEqualTo(2);

        Records.Key other = new Records.Key(signIn.user(), "k1", Sm3.of(new byte[] {2}));
        LivingOffice.Move third = LivingOffice.NINE.get(2);
        assertThat(here.cases.take(third.user(), number, third.step(), Cases.Taking.of(third.json()), other)).isInstanceOf(Cases.Answer.KeyReused.class);
        assertThat(events(number)).isEqualTo(2);

        Records.Key opening = new Records.Key("chen-gui", "k2", Sm3.of(new byte[] {3}));
        String opened = LivingOffice.done(here.register(opening)).state().number();
        int issued = jdbc.sql("select sum(last) from counter").query(Integer.class).single();
        assertThat(LivingOffice.done(there.register(opening)).state().number()).isEqualTo(opened);
        assertThat(LivingOffice.done(here.register(opening)).state().number()).isEqualTo(opened);
        assertThat(jdbc.sql("select sum(last) from counter").query(Integer.class).single()).isEqualTo(issued);
    }

    @Test
    @DisplayName("两个进程各两人同时争办同一批案件：办成几次就有几条记录，链条完整")
    void manyInTwoProcesses() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            numbers.add(here.walk(1));
        }
        CyclicBarrier together = new CyclicBarrier(4);
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> done = new ArrayList<>();
            for (int p = 0; p < 4; p++) {
                LivingOffice office = p % 2 == 0 ? here : there;
                Callable<Integer> work = () -> {
                    together.await();
                    int mine = 0;
                    for (int step = 1; step < 9; step++) {
                        for (String number : numbers) {
                            mine += take(office, number, step) instanceof Cases.Answer.Done ? 1 : 0;
                        }
                    }
                    return mine;
                };
                done.add(people.submit(work));
            }
            int sum = 0;
            for (Future<Integer> one : done) {
                sum += one.get();
            }
            assertThat(jdbc.sql("select count(*) from event").query(Integer.class).single()).isEqualTo(4 + sum);
        }
        for (String number : numbers) {
            assertThat(jdbc.sql("select version from cases where number = ?").param(number).query(Integer.class).single()).isEqualTo(events(number));
        }
    }
}
