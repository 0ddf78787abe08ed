package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fengqiao.calendar.HolidayNotice;
import org.fengqiao.calendar.HolidayText;
import org.fengqiao.calendar.NoticeFile;
import org.fengqiao.calendar.ReadNotice;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.office.HolidayNotices;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// As in 2020, when the Spring Festival was prolonged while it lasted.
@DisplayName("放假通知来得晚：在计的期限重新计算，记入案件")
class CalendarChangeTest {

    private static final String PROLONGED = "国庆节 放假 10-12至10-13";

    private Database database;
    private LivingOffice office;
    private HolidayNotices notices;
    private CalendarChange change;

    @BeforeEach
    void found() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        notices = new HolidayNotices(office.offices, database.dataSource());
        change = office.calendarChange();
        assertThat(change.settle(null)).as("the first start knows nothing older").isEqualTo(new CalendarChange.Outcome(0, 0));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void enter(String festivals) {
        notices.enter("zhu-wu", HolidayText.read(2026, "关于延长2026年国庆节假期的通知（示例）", LivingOffice.DAY, festivals, office.offices.current().calendar()), festivals, "");
    }

    private CaseState state(String number) {
        return office.cases.see("li-ding", number).orElseThrow().state();
    }

    private LocalDate due(String number) {
        return JdbcClient.create(database.dataSource()).sql("select due from cases where number = ?").param(number).query(LocalDate.class).single();
    }

    @Test
    @DisplayName("登记的人不能自己批准；批准以前什么也不变")
    void takesTwoPeople() {
        String number = office.walk(3);
        LocalDate before = due(number);
        enter(PROLONGED);
        long id = notices.all().getFirst().id();

        assertThat(notices.approve("zhu-wu", id)).isFalse();
        assertThat(change.settle("li-ding")).isEqualTo(new CalendarChange.Outcome(0, 0));
        assertThat(due(number)).isEqualTo(before);

        assertThat(notices.approve("li-ding", id)).isTrue();
        assertThat(notices.approve("wang-xin", id)).as("twice").isFalse();
    }

    @Test
    @DisplayName("同一天公布的同名通知只登记一次，批准以后也不再登记")
    void knowsANoticeByDayAndTitle() {
        enter(PROLONGED);
        enter("国庆节 放假 10-14");
        assertThat(notices.all()).hasSize(1);

        notices.approve("li-ding", notices.all().getFirst().id());
        enter("国庆节 放假 10-14");
        assertThat(notices.all()).hasSize(1);
    }

    @Test
    @DisplayName("年度、名称、公布日期彼此矛盾的不收；更早的年度逐年向前补录；只有一个节日的通知不使全年确定")
    void refusesWhatContradictsItself() {
        LocalDate today = LivingOffice.DAY;
        assertThat(notices.refusals(2027, "国务院办公厅关于2027年部分节假日安排的通知", today, today)).isEmpty();
        assertThat(notices.refusals(2026, "国务院办公厅关于2027年部分节假日安排的通知", today, today)).containsOnlyKeys("year");
        assertThat(notices.refusals(2027, "通知", today, today)).isEmpty();
        assertThat(notices.refusals(2028, "2028年通知", today, today)).containsKey("year");
        assertThat(notices.refusals(2020, "2020年通知", LocalDate.of(2020, 1, 27), today)).containsOnlyKeys("year");
        assertThat(notices.refusals(2017, "2017年通知", LocalDate.of(2016, 12, 1), today)).isEmpty();
        assertThat(notices.refusals(2016, "2016年通知", LocalDate.of(2015, 12, 10), today)).containsOnlyKeys("year");
        assertThat(notices.refusals(2027, "2027年通知", today.plusDays(1), today)).containsOnlyKeys("published");
        assertThat(notices.refusals(2027, "2027年通知", LocalDate.of(2024, 10, 9), today)).containsOnlyKeys("published");

        String part = "元旦 放假 01-01至01-03";
        notices.enter("zhu-wu", HolidayText.read(2027, "2027年元旦的通知（示例）", today, part, office.offices.current().calendar()), part, "");
        notices.approve("li-ding", notices.all().getFirst().id());
        assertThat(office.offices.current().calendar().isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(office.offices.current().calendar().provisional(LocalDate.of(2027, 6, 1))).isTrue();
    }

    @Test
    @DisplayName("批准错了的放假，用另一件更正的通知收回：期限再算一次，两次都记在案件里")
    void correctsWhatWasApprovedInError() {
        String number = office.walk(4);
        enter(PROLONGED);
        notices.approve("li-ding", notices.all().getFirst().id());
        change.settle("li-ding");
        assertThat(last(number)).isEqualTo(LocalDate.of(2026, 10, 19));

        String back = "国庆节 上班 10-12至10-13";
        notices.enter("zhu-wu", HolidayText.read(2026, "更正2026年国庆节假期的通知（示例）", LivingOffice.DAY, back, office.offices.current().calendar()), back, "");
        notices.approve("wang-xin", notices.all().getFirst().id());

        assertThat(change.settle("wang-xin").cases()).isEqualTo(1);
        assertThat(last(number)).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(state(number).deeds().stream().filter(d -> d.step().equals("$calendar"))).hasSize(2);
        assertThat(due(number)).isEqualTo(office.cases.see("li-ding", number).orElseThrow().state().clocks().values().stream()
                .filter(c -> !c.ended() && c.kind() != org.fengqiao.deadline.ClockKind.WINDOW).map(c -> c.lastDay(office.offices.current().calendar())).min(LocalDate::compareTo).orElseThrow());
    }

    @Test
    @DisplayName("两天临时放假：五个工作日的承办期限顺移两个工作日，案件记下原来和现在的日期，列表随之改变")
    void movesOpenClocks() throws Exception {
        String number = office.walk(4);
        LocalDate handling = LocalDate.of(2026, 10, 15);
        assertThat(last(number)).isEqualTo(handling);
        int version = state(number).version();
        enter(PROLONGED);
        notices.approve("li-ding", notices.all().getFirst().id());

        CalendarChange.Outcome outcome = change.settle("li-ding");

        assertThat(outcome.cases()).isEqualTo(1);
        assertThat(last(number)).isEqualTo(LocalDate.of(2026, 10, 19));
        CaseState after = state(number);
        assertThat(after.version()).isEqualTo(version + 1);
        CaseState.Deed deed = after.deeds().getLast();
        assertThat(deed.step()).isEqualTo("$calendar");
        assertThat(deed.by("li-ding")).isTrue();
        assertThat(deed.data().get("changes").toString())
                .contains("handling-ordinary").contains("\"before\":\"2026-10-15\"").contains("\"after\":\"2026-10-19\"");
        assertThat(change.news()).containsExactly(number);
        assertThat(change.moved(9)).extracting(CalendarChange.Moved::after).contains(LocalDate.of(2026, 10, 19));
        assertThat(Verification.ofAll(database.dataSource(), null, null).intact()).isTrue();
    }

    @Test
    @DisplayName("延长假期的通知原文：取消的调休上班日和延长的假日都重新计算")
    void movesClocksByTheWordsOfTheNotice() {
        String number = office.walk(4);
        ReadNotice.Notice read = (ReadNotice.Notice) NoticeFile.read("""
                国务院办公厅关于延长2026年国庆节假期的通知
                一、延长2026年国庆节假期至10月13日（星期二），10月14日（星期三）起正常上班。
                2026年10月9日
                """, office.offices.current().calendar(), null);
        notices.enter("zhu-wu", read.notice(), read.festivals(), read.source());
        notices.approve("li-ding", notices.all().getFirst().id());

        assertThat(change.settle("li-ding").cases()).isEqualTo(1);
        // From 9 October: 14, 15, 16, 19, 20; before, the Saturday 10 had been a working day and 12, 13 too.
        assertThat(last(number)).isEqualTo(LocalDate.of(2026, 10, 20));
    }

    private LocalDate last(String number) {
        return state(number).clocks().values().stream()
                .filter(c -> c.id().equals("handling-ordinary"))
                .findFirst().orElseThrow().lastDay(office.offices.current().calendar());
    }

    @Test
    @DisplayName("再启动一次不再记一遍；没有在计期限的案件、不受影响的案件不动")
    void happensOnce() {
        String moved = office.walk(4);
        String closed = office.walk(9);
        int version = state(closed).version();
        enter(PROLONGED);
        notices.approve("li-ding", notices.all().getFirst().id());
        change.settle("li-ding");
        int once = state(moved).version();

        assertThat(office.calendarChange().settle(null)).isEqualTo(new CalendarChange.Outcome(0, 0));
        assertThat(state(moved).version()).isEqualTo(once);
        assertThat(duties(state(closed))).as("an ended duty never moves").isEmpty();
        assertThat(state(closed).version()).isLessThanOrEqualTo(version + 1);
    }

    private static List<String> duties(CaseState state) {
        return state.deeds().stream()
                .filter(d -> d.step().equals("$calendar"))
                .map(d -> d.data().get("changes").toString())
                .filter(c -> c.contains("handling") || c.contains("closing"))
                .toList();
    }

    @Test
    @DisplayName("升级前按周一至周五计的元旦：启动时按放假办法第二条重算，写明依据，原来和现在都暂定；再启动不再算")
    void takesUpTheLawItself() {
        LivingOffice late = new LivingOffice(database, LocalDate.of(2026, 12, 28));
        String number = late.walk(4);
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        assertThat(last(number)).isEqualTo(LocalDate.of(2027, 1, 5));
        jdbc.sql("delete from calendar_settled where title = '全国年节及纪念日放假办法'").update();

        assertThat(late.calendarChange().settle(null).cases()).isEqualTo(1);

        CaseState.Deed deed = state(number).deeds().getLast();
        assertThat(deed.data().get("notice").asString()).isEqualTo("全国年节及纪念日放假办法");
        assertThat(deed.data().get("changes").toString()).contains("\"before\":\"2027-01-04\"").contains("\"after\":\"2027-01-05\"");
        assertThat(CalendarChange.words(deed.data(), state(number), late.cases.definitions().forStep(state(number), LivingOffice.DAY).orElseThrow()))
                .contains("由 2027-01-04（暂定） 改为 2027-01-05（暂定）");
        assertThat(late.calendarChange().settle(null)).isEqualTo(new CalendarChange.Outcome(0, 0));
    }

    @Test
    @DisplayName("两名管理员同时登记同一件：只登记一次")
    void entersOnceFromTwoHands() throws Exception {
        HolidayNotice notice = HolidayText.read(2026, "关于延长2026年国庆节假期的通知（示例）", LivingOffice.DAY, PROLONGED, office.offices.current().calendar());
        for (int round = 0; round < 5; round++) {
            JdbcClient.create(database.dataSource()).sql("delete from holiday_notice").update();
            CyclicBarrier together = new CyclicBarrier(4);
            try (ExecutorService people = Executors.newFixedThreadPool(4)) {
                List<Future<Boolean>> entered = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    entered.add(people.submit(() -> {
                        together.await();
                        return notices.enter("zhu-wu", notice, PROLONGED, "");
                    }));
                }
                int done = 0;
                for (Future<Boolean> one : entered) {
                    done += one.get() ? 1 : 0;
                }
                assertThat(done).isEqualTo(1);
            }
            assertThat(notices.all()).hasSize(1);
        }
    }

    @Test
    @DisplayName("算到第二件时断电：第一件已经记下，第二件没有；再启动只补第二件，写明同一件通知")
    void goesOnWhereItWasCutOff() throws Exception {
        String first = office.walk(4);
        String second = office.walk(4);
        enter(PROLONGED);
        notices.approve("li-ding", notices.all().getFirst().id());
        // What is known, which cases, the first case; then the light goes out.
        AtomicInteger left = new AtomicInteger(3);
        DataSource failing = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (left.getAndDecrement() <= 0) {
                    throw new SQLException("no power");
                }
                return super.getConnection();
            }
        };
        CalendarChange cut = new CalendarChange(failing, office.records, office.offices, office.cases.clock(), office.cases.definitions());
        assertThatThrownBy(() -> cut.settle("li-ding")).hasMessageContaining("JDBC");
        assertThat(moves(first)).isEqualTo(1);
        assertThat(moves(second)).isZero();

        assertThat(office.calendarChange().settle(null)).isEqualTo(new CalendarChange.Outcome(1, 1));
        assertThat(moves(first)).isEqualTo(1);
        assertThat(moves(second)).isEqualTo(1);
        assertThat(state(second).deeds().getLast().data().get("notice")).isEqualTo(state(first).deeds().getLast().data().get("notice"));
        assertThat(Verification.ofAll(database.dataSource(), null, null).intact()).isTrue();
    }

    private long moves(String number) {
        return state(number).deeds().stream().filter(d -> d.step().equals("$calendar")).count();
    }

    @Test
    @DisplayName("不等算完的人也得到同样的结果")
    void computesBesideWhoeverAsked() throws Exception {
        String number = office.walk(4);
        enter(PROLONGED);
        notices.approve("li-ding", notices.all().getFirst().id());
        assertThat(change.begin("li-ding").get()).isEqualTo(new CalendarChange.Outcome(1, 1));
        assertThat(moves(number)).isEqualTo(1);
    }

    @Test
    @DisplayName("算到一半断电：再启动时接着算完，每案只记一次")
    void goesOnAfterACrash() {
        String first = office.walk(4);
        String second = office.walk(4);
        enter(PROLONGED);
        notices.approve("li-ding", notices.all().getFirst().id());
        change.settle("li-ding");
        // As if the mark had not been reached, and the second case neither.
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("delete from calendar_settled where published = ?").param(LivingOffice.DAY).update();
        int versions = state(first).version() + state(second).version();

        assertThat(office.calendarChange().settle(null)).isEqualTo(new CalendarChange.Outcome(0, 0));
        assertThat(state(first).version() + state(second).version()).isEqualTo(versions);
        assertThat(jdbc.sql("select count(*) from calendar_settled where published = ?").param(LivingOffice.DAY).query(Long.class).single()).isEqualTo(1);
    }
}
