package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("数据从记录来：计的计，不该计的不计")
class FiguresTest {

    private final Lives lives = new Lives();

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    @DisplayName("跨年：12月31日登记的计入当年，次年1月1日登记的计入次年；年末在办即次年年初在办")
    void countsByTheDayOfTheAct() {
        lives.request().step("2025-12-31", "registered");
        lives.request().step("2026-01-01", "registered");
        assertThat(lives.count(2025, "requests-received")).isEqualTo(1);
        assertThat(lives.count(2026, "requests-received")).isEqualTo(1);
        assertThat(lives.count(2025, "requests-open-end")).isEqualTo(1);
        assertThat(lives.count(2026, "requests-opening")).isEqualTo(1);
        assertThat(lives.count(2026, "requests-open-end")).isEqualTo(2);
        assertThat(lives.count(2024, "requests-received")).isZero();
    }

    @Test
    @DisplayName("办结率的分子是当期受理的一部分：次年才办结的不算当年办结")
    void closeRateIsOfThoseReceived() {
        lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited").step("2025-03-07", "request-closed");
        lives.request().untilReplied("2025-12-30", "2026-01-05").step("2026-01-06", "return-visited").step("2026-01-06", "request-closed");
        assertThat(lives.count(2025, "requests-received")).isEqualTo(2);
        assertThat(lives.count(2025, "requests-received-closed")).isEqualTo(1);
        assertThat(lives.value(2025, "requests-close-rate")).isEqualTo("50.0");
        assertThat(lives.count(2026, "requests-closings")).isEqualTo(1);
        assertThat(lives.value(2026, "requests-close-rate")).isEqualTo("—");
    }

    @Test
    @DisplayName("恢复办理：收支仍然平衡，期末在办的不计入已办结")
    void reopenedRequestsStayBalanced() {
        Lives.Life life = lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited").step("2025-03-07", "request-closed");
        life.step("2025-03-20", "reopened", "\"reopening-ground\": \"又不亮了\"");
        lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited").step("2025-03-07", "request-closed");
        assertThat(lives.count(2025, "requests-reopenings")).isEqualTo(1);
        assertThat(lives.count(2025, "requests-closings")).isEqualTo(2);
        assertThat(lives.count(2025, "requests-open-end")).isEqualTo(1);
        assertThat(lives.count(2025, "requests-received-closed")).isEqualTo(1);
        assertThat(lives.count(2025, "requests-reopened")).isEqualTo(1);
        Reckoning reckoning = lives.figures().of(Lives.year(2025), lives.office);
        assertThat(reckoning.broken()).isEmpty();
        assertThat(reckoning.publishable()).isTrue();
    }

    @Test
    @DisplayName("满意率以最后一次回访为准，未联系上的不进分母，应答率另列")
    void satisfactionKeepsItsBase() {
        lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited");
        lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited", "\"satisfaction\": \"dissatisfied\"")
                .step("2025-03-07", "second-handling-ordered").step("2025-03-10", "handled").step("2025-03-10", "replied")
                .step("2025-03-11", "return-visited", "\"satisfaction\": \"basically\"");
        lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited", "\"satisfaction\": \"not-reached\", \"attempts\": 3");
        assertThat(lives.count(2025, "requests-visited")).isEqualTo(3);
        assertThat(lives.count(2025, "requests-visit-answered")).isEqualTo(2);
        assertThat(lives.value(2025, "requests-satisfaction-rate")).isEqualTo("100.0");
        assertThat(lives.value(2025, "requests-answer-rate")).isEqualTo("66.7");
        assertThat(lives.part(2025, "requests-visited", "dissatisfied")).isZero();
        assertThat(lives.count(2025, "requests-second-handling")).isEqualTo(1);
    }

    @Test
    @DisplayName("按期与逾期分开；承诺的逾期不算违反法定期限；未完成的逾期单列")
    void lateAnswersAreBrokenPromises() {
        lives.request().untilReplied("2025-03-03", "2025-03-05");
        lives.request().untilReplied("2025-03-03", "2025-04-30");
        lives.request().step("2025-03-03", "registered");
        assertThat(lives.part(2025, "requests-handling-clocks", "met")).isEqualTo(1);
        assertThat(lives.count(2025, "requests-handling-missed")).isEqualTo(1);
        assertThat(lives.value(2025, "requests-handling-rate")).isEqualTo("50.0");
        assertThat(lives.count(2025, "law-clocks")).isZero();
        Period march = Period.of(2025, 3, null, LocalDate.of(2026, 1, 1));
        Reckoning inMarch = lives.figures().of(march, lives.office);
        // The unanswered request and the one never signed in are overdue at the end of March; in December only the
        // sign-in and the return visit that nobody made.
        assertThat(inMarch.figure("requests-overdue").orElseThrow().parts()).isEmpty();
        assertThat(inMarch.figure("requests-overdue").orElseThrow().counted()).isEqualTo(3);
        assertThat(lives.count(2025, "requests-overdue")).isEqualTo(3);
    }

    @Test
    @DisplayName("以小时计算的期限：届满当日不算逾期，次日起算")
    void anHourClockIsNotLateOnItsDay() {
        lives.request().step("2025-12-30", "registered");
        Period sameDay = new Period(2025, null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 30));
        assertThat(lives.figures().of(sameDay, lives.office).figure("requests-overdue").orElseThrow().counted()).isZero();
        assertThat(lives.count(2025, "requests-overdue")).isEqualTo(1);
    }

    @Test
    @DisplayName("并案、转办、撤回各归各的办结方式，合计等于办结总数")
    void waysOfClosingAddUp() {
        Lives.Life first = lives.request().step("2025-03-03", "registered");
        lives.request().step("2025-03-03", "registered").step("2025-03-03", "merged", "\"into-case\": \"" + first.number() + "\"");
        first.step("2025-03-04", "request-withdrawn", "\"by\": \"chen-gui\"");
        assertThat(lives.part(2025, "requests-by-result", "merged")).isEqualTo(1);
        assertThat(lives.part(2025, "requests-by-result", "withdrawn")).isEqualTo(1);
        assertThat(lives.part(2025, "requests-by-result", "answered")).isZero();
        assertThat(lives.count(2025, "requests-merged")).isEqualTo(1);
        assertThat(lives.count(2025, "requests-closings")).isEqualTo(2);
    }

    @Test
    @DisplayName("渠道和类别：登记了几件就是几件，未分类的不冒充某一类")
    void channelsAndCategories() {
        lives.request().step("2025-03-03", "registered", "\"channel\": \"grid\"");
        lives.request().step("2025-03-03", "registered").step("2025-03-03", "signed-in").step("2025-03-03", "classified-urgent", "\"category\": \"R03\"");
        assertThat(lives.part(2025, "requests-by-channel", "grid")).isEqualTo(1);
        assertThat(lives.part(2025, "requests-by-channel", "counter")).isEqualTo(1);
        assertThat(lives.part(2025, "requests-by-channel", "portal")).isZero();
        assertThat(lives.part(2025, "requests-classified", "R03")).isEqualTo(1);
        assertThat(lives.count(2025, "requests-classified")).isEqualTo(1);
        assertThat(lives.part(2025, "requests-by-urgency", "classified-urgent")).isEqualTo(1);
        assertThat(lives.figures().of(Lives.year(2025), lives.office).figure("requests-classified").orElseThrow().parts())
                .extracting(Figure.Part::title).containsExactly("噪声扰民");
    }

    @Test
    @DisplayName("当场处罚：决定、罚款按原决定计；变更后按变更后的数额，撤销的不计")
    void spotFinesFollowTheirChanges() {
        String summary = "administrative-penalty-summary";
        lives.life(summary).spotFine("2025-03-03");
        Lives.Life changed = lives.life(summary).spotFine("2025-03-03").step("2025-03-04", "filed").step("2025-03-10", "fine-paid").step("2025-03-10", "spot-case-closed");
        assertThat(lives.value(2025, "fines")).isEqualTo("200");
        changed.step("2026-02-03", "decision-withdrawn", "\"effect\": \"changed\", \"changed-fine\": 5000, \"withdrawal-ground\": \"reconsideration\"");
        assertThat(lives.value(2025, "fines-summary")).as("截至2025年末尚未变更").isEqualTo("200");
        assertThat(lives.value(2026, "fines-summary")).as("变更归入原决定的日期").isEqualTo("0");
        Period later = new Period(2025, null, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(lives.figures().of(later, lives.office).figure("fines").orElseThrow().value()).isEqualTo("150");
        assertThat(lives.count(2025, "decisions-summary")).isEqualTo(2);
        assertThat(lives.count(2025, "overturned")).isZero();
        assertThat(lives.count(2026, "overturned")).isEqualTo(1);
        assertThat(lives.count(2026, "own-corrections")).isZero();
    }

    @Test
    @DisplayName("普通程序：决定、罚款、警告、法定期限分别计，立案前的线索不算立案")
    void ordinaryCases() {
        String ordinary = "administrative-penalty-ordinary";
        lives.life(ordinary).untilDecision("2025-03-03", "2025-03-10", "2025-03-19");
        lives.life(ordinary).step("2025-03-03", "clue-registered");
        assertThat(lives.count(2025, "ordinary-received")).isEqualTo(2);
        assertThat(lives.count(2025, "ordinary-filed")).isEqualTo(1);
        assertThat(lives.count(2025, "decisions-ordinary")).isEqualTo(1);
        assertThat(lives.value(2025, "fines-ordinary")).isEqualTo("1,000");
        assertThat(lives.part(2025, "decision-clocks", "met")).isEqualTo(1);
        assertThat(lives.value(2025, "decision-rate")).isEqualTo("100.0");
        assertThat(lives.count(2025, "hearings-requested")).isZero();
        assertThat(lives.count(2025, "law-overdue")).as("决定书没有在七个工作日内送达").isEqualTo(1);
        assertThat(lives.count(2025, "penalty-overdue-promises")).as("线索核查的期限由本机关规定").isEqualTo(1);
        assertThat(lives.figures().of(Lives.year(2025), lives.office).broken()).isEmpty();
    }

    @Test
    @DisplayName("超过九十日才作出决定的是法定期限逾期")
    void aDecisionAfterNinetyDaysIsLateByLaw() {
        lives.life("administrative-penalty-ordinary").untilDecision("2025-03-03", "2025-03-10", "2025-07-01");
        assertThat(lives.part(2025, "decision-clocks", "missed")).isEqualTo(1);
        assertThat(lives.value(2025, "decision-rate")).isEqualTo("0.0");
    }

    @Test
    @DisplayName("一个事项进入两个程序：案件计两件，事项只计一次")
    void aMatterInTwoProceduresCountsOnce() {
        Lives.Life spot = lives.life("administrative-penalty-summary").spotFine("2025-03-03");
        lives.life("administrative-penalty-ordinary", spot.number()).untilDecision("2025-04-01", "2025-04-10", "2025-04-18");
        assertThat(lives.count(2025, "decisions")).isEqualTo(2);
        assertThat(lives.count(2025, "decision-matters")).isEqualTo(1);
        assertThat(lives.count(2025, "matters")).isEqualTo(1);
        assertThat(lives.count(2025, "matter-cases")).isEqualTo(2);
    }

    @Test
    @DisplayName("一条生命线走过诉求、访前、信访、处罚四个程序：案件四件，事项一个；跨年也只是一个新事项；都办结了才不在办")
    void aLifelineOfFourProceduresIsOneMatter() {
        Lives.Life request = lives.request().untilReplied("2025-03-03", "2025-03-05");
        lives.life("pre-petition", request.number()).step("2025-03-10", "visitor-received").step("2025-03-11", "legal-analysed")
                .step("2025-03-12", "path-advised").step("2025-03-20", "visited-back");
        lives.life("petition", request.number()).step("2025-04-07", "petition-registered");
        lives.life("administrative-penalty-summary", request.number()).spotFine("2026-02-02");
        lives.request().step("2026-02-03", "registered");

        assertThat(lives.count(2025, "matter-cases")).isEqualTo(3);
        assertThat(lives.count(2025, "matters")).isEqualTo(1);
        assertThat(lives.count(2025, "matters-new")).isEqualTo(1);
        assertThat(lives.count(2025, "matter-followers")).isEqualTo(2);
        assertThat(lives.part(2025, "matter-cases", "petition")).isEqualTo(1);
        assertThat(lives.count(2025, "matters-open-end")).as("诉求和信访都没有办结，是一个在办事项").isEqualTo(1);
        assertThat(lives.count(2026, "matters-open-start")).isEqualTo(1);
        assertThat(lives.count(2026, "matters")).as("旧事项又立一件，加上新事项").isEqualTo(2);
        assertThat(lives.count(2026, "matters-new")).as("旧事项不是新发生的").isEqualTo(1);
        assertThat(lives.count(2026, "matter-cases")).isEqualTo(2);
        assertThat(lives.figures().of(Lives.year(2026), lives.office).broken()).isEmpty();
    }

    @Test
    @DisplayName("检查和会议：一次一件；发现问题的另计")
    void ledgers() {
        lives.life("inspection-record").step("2025-03-03", "inspection-recorded", "\"findings\": \"通道畅通\"");
        lives.life("inspection-record").step("2025-03-04", "inspection-recorded", "\"findings\": \"通道堵塞\", \"result\": \"problems-found\", \"follow-up\": \"order-to-correct\"");
        lives.life("meeting-minutes").step("2025-03-05", "minutes-recorded");
        assertThat(lives.count(2025, "inspections")).isEqualTo(2);
        assertThat(lives.count(2025, "inspections-with-problems")).isEqualTo(1);
        assertThat(lives.part(2025, "inspections-with-problems", "order-to-correct")).isEqualTo(1);
        assertThat(lives.part(2025, "meetings", "joint-handling")).isEqualTo(1);
    }

    @Test
    @DisplayName("每个数字都能打开到案件：件数与清单一致")
    void everyFigureOpensDownToItsCases() {
        Lives.Life counted = lives.request().untilReplied("2025-03-03", "2025-03-05");
        lives.request().step("2026-03-03", "registered");
        for (Figure figure : lives.figures().of(Lives.year(2025), lives.office).figures()) {
            Figures.CaseList list = lives.figures().cases(Lives.year(2025), lives.office, figure.indicator().id(), "", 1, 100).orElseThrow();
            assertThat(list.rows()).as(figure.indicator().title()).hasSize((int) list.total());
            assertThat(list.rows()).allSatisfy(r -> assertThat(r.number()).isEqualTo(counted.number()));
        }
        assertThat(lives.figures().cases(Lives.year(2025), lives.office, "nothing", "", 1, 100)).isEmpty();
    }
}
