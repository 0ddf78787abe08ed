package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("办理的时刻：没有发生的不能登记；两台机器的钟差几分钟不算")
class MomentAheadTest {

    private Database database;
    private LivingOffice office;

    @BeforeEach
    void found() {
        // The clock of this office stands still at ten in the morning.
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Cases.Answer signedIn(String number, LocalDate on, String at) {
        return office.cases.take("chen-gui", number, "signed-in",
                new Cases.Taking(null, on, OffsetDateTime.parse(at), List.of(), null, null, Cases.JSON.createObjectNode()), null);
    }

    private static String refused(Cases.Answer answer) {
        assertThat(answer).isInstanceOf(Cases.Answer.Refused.class);
        Reason reason = ((Cases.Answer.Refused) answer).reasons().getFirst();
        return reason.field() + "：" + reason.text();
    }

    @Test
    @DisplayName("晚于现在的一句话拒绝，什么也不记；差四分钟的照办")
    void refusesAMomentThatHasNotCome() {
        String number = office.walk(1);
        assertThat(refused(signedIn(number, null, "2026-10-09T23:00:00+08:00")))
                .isEqualTo("actedAt：办理时刻 2026-10-09 23:00 晚于现在 2026-10-09 10:00，没有发生的办理不能登记");
        assertThat(refused(signedIn(number, null, "2026-10-09T05:00:00Z"))).as("in another zone").contains("2026-10-09 13:00 晚于现在");
        assertThat(refused(signedIn(number, null, "2026-10-10T09:00:00+08:00"))).startsWith("actedOn：办理日期 2026-10-10 晚于今天");
        assertThat(refused(signedIn(number, LivingOffice.DAY, "2026-10-08T09:00:00+08:00"))).contains("不在办理日期 2026-10-09");
        assertThat(office.cases.see("chen-gui", number).orElseThrow().state().version()).isEqualTo(1);

        assertThat(signedIn(number, null, "2026-10-09T10:04:00+08:00")).isInstanceOf(Cases.Answer.Done.class);
    }

    @Test
    @DisplayName("立案的时刻、表单里写的时刻也一样")
    void refusesOpeningAhead() {
        assertThat(refused(open("2026-10-09T10:06:00+08:00", "2026-10-09T09:00:00+08:00"))).startsWith("actedAt：");
        assertThat(refused(open("2026-10-09T09:30:00+08:00", "2026-10-09T09:40:00+08:00"))).isEqualTo("reported-at：“诉求提出时间”不能晚于办理的时刻，办理于 2026-10-09 09:30");
        assertThat(refused(open(null, "2026-10-10T00:10:00+08:00"))).startsWith("reported-at：");
        assertThat(refused(open(null, "0026-10-09T00:10:00+08:00"))).endsWith("的年份不合理");
        assertThat(open("2026-10-09T09:30:00+08:00", "2026-10-09T09:31:00+08:00")).isInstanceOf(Cases.Answer.Done.class);
    }

    private Cases.Answer open(String at, String reported) {
        ObjectNode form = LivingOffice.NINE.getFirst().json().put("reported-at", reported);
        return office.cases.open("chen-gui", new Cases.Opening(
                "public-request", "路灯不亮", LivingOffice.DAY, form,
                List.of(new Act.NewParty("person", "示例诉求人甲", null, "000-0001（示例）", "示例路1号", "requester", null)), null,
                new Cases.Taking(null, null, at == null ? null : OffsetDateTime.parse(at), List.of(), null, null, Cases.JSON.createObjectNode())), null);
    }
}
