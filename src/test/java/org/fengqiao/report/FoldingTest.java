package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("折算只是缓存：与从记录直接计算的结果始终相同")
class FoldingTest {

    private final Lives lives = new Lives();
    private final Figures figures = lives.figures();

    @AfterEach
    void close() {
        lives.close();
    }

    private long received() {
        return figures.of(Lives.year(2025), lives.office).figure("requests-received").orElseThrow().counted();
    }

    private void assertCacheAgrees() throws Exception {
        assertThat(new Comparison(lives.source, (short) 1, figures).differences()).isEmpty();
    }

    @Test
    @DisplayName("折算时尚未提交的办理不丢失：提交后即计入，先提交的后来者也在")
    void aTransactionThatCommitsAfterTheFoldIsNotLost() throws Exception {
        lives.request().step("2025-03-03", "registered");
        try (Connection slow = lives.source.getConnection()) {
            slow.setAutoCommit(false);
            lives.request().step(slow, "2025-03-04", "registered", "");
            // A later transaction commits first; the fold sees it and must not take the slow one for folded.
            lives.request().step("2025-03-05", "registered");
            assertThat(figures.folding().fold()).isEqualTo(2);
            assertThat(received()).isEqualTo(2);
            slow.commit();
        }
        assertThat(received()).as("尾数随查随加").isEqualTo(3);
        assertThat(figures.folding().fold()).isEqualTo(1);
        assertThat(received()).isEqualTo(3);
        assertCacheAgrees();
    }

    @Test
    @DisplayName("撤回的事务不计")
    void aRolledBackActIsNotCounted() throws Exception {
        try (Connection doomed = lives.source.getConnection()) {
            doomed.setAutoCommit(false);
            lives.request().step(doomed, "2025-03-04", "registered", "");
            figures.folding().fold();
            doomed.rollback();
        }
        figures.folding().fold();
        assertThat(received()).isZero();
        assertCacheAgrees();
    }

    @Test
    @DisplayName("已折算的案件又有办理：重新折算，旧的一行不留")
    void aFoldedCaseThatMovesOnIsFoldedAnew() throws Exception {
        Lives.Life life = lives.request().step("2025-03-03", "registered");
        figures.folding().fold();
        life.step("2025-03-03", "signed-in").step("2025-03-03", "classified-urgent");
        Reckoning tail = figures.of(Lives.year(2025), lives.office);
        figures.folding().fold();
        Reckoning folded = figures.of(Lives.year(2025), lives.office);
        assertThat(folded).isEqualTo(tail);
        assertThat(folded.figure("requests-classified").orElseThrow().counted()).isEqualTo(1);
        assertThat(figures.folding().fold()).as("没有新办理，无可折算").isZero();
        assertCacheAgrees();
    }

    @Test
    @DisplayName("边办边折算：几个人同时办理，折算不断进行，最后一件不差")
    void foldsAmongWriters() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
            Future<?>[] all = new Future<?>[3];
            for (int w = 0; w < all.length; w++) {
                all[w] = writers.submit(() -> {
                    for (int n = 0; n < 12; n++) {
                        Lives.Life life;
                        synchronized (lives) {
                            life = lives.request().step("2025-03-03", "registered");
                        }
                        life.step("2025-03-03", "signed-in");
                    }
                });
            }
            boolean writing = true;
            while (writing) {
                writing = false;
                for (Future<?> f : all) {
                    writing |= !f.isDone();
                }
                figures.folding().fold();
            }
            for (Future<?> f : all) {
                f.get();
            }
        }
        assertThat(received()).isEqualTo(36);
        figures.folding().fold();
        assertThat(received()).isEqualTo(36);
        assertCacheAgrees();
    }

    @Test
    @DisplayName("缓存被改动：比较命令说出是哪一件、哪一项")
    void comparisonFindsAChangedRow() throws Exception {
        Lives.Life life = lives.request().step("2025-03-03", "registered");
        figures.folding().fold();
        try (Connection c = lives.source.getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("update figure_member set day = '2024-12-31' where set = 'requests-received'");
        }
        assertThat(received()).as("被改动的缓存会算错").isZero();
        assertThat(new Comparison(lives.source, (short) 1, figures).differences())
                .hasSize(1)
                .allSatisfy(d -> assertThat(d).contains(life.number()).contains("requests-received"));
    }

    @Test
    @DisplayName("指标定义改变：全部重新折算，不用旧缓存")
    void otherIndicatorsFoldAnew() throws Exception {
        lives.request().step("2025-03-03", "registered", "\"channel\": \"grid\"");
        lives.request().step("2025-03-03", "registered");
        figures.folding().fold();
        Figures changed = lives.figures("""
                group: requests
                title: 民生诉求
                place: 1
                figures:
                  - id: requests-received
                    title: 网格上报
                    unit: 件
                    definition: 网格上报的民生诉求。
                    of: { procedure: public-request, opened: true, where: { channel: [grid] } }
                """);
        Reckoning reckoning = changed.of(Lives.year(2025), lives.office);
        assertThat(reckoning.figure("requests-received").orElseThrow().counted()).isEqualTo(1);
        assertThat(changed.folding().fold()).isEqualTo(2);
        assertThat(changed.of(Lives.year(2025), lives.office)).isEqualTo(reckoning);
    }

    @Test
    @DisplayName("恢复到另一台服务器：水位高于其事务号时不信水位，新办理照样计入")
    void aWatermarkOfAnotherServerIsNotBelieved() throws Exception {
        lives.request().step("2025-03-03", "registered");
        figures.folding().fold();
        try (Connection c = lives.source.getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("update figure_fold set watermark = 9000000000000");
        }
        lives.request().step("2025-03-04", "registered");
        assertThat(received()).isEqualTo(2);
        figures.folding().fold();
        assertCacheAgrees();
    }
}
