package org.fengqiao.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.cases.Evidence;
import org.fengqiao.procedure.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every life of every file in `demo/lives` is lived before the demonstration day without being refused.
@DisplayName("演示情节文件")
class DemoLivesTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @TestFactory
    Stream<DynamicTest> everyLifeIsLawful() {
        return LifeFiles.load(Rehearsed.DEFINITIONS, 0).stream().map(life -> DynamicTest.dynamicTest(life.origin + " " + life.title, () -> {
            assertThat(life.next).as("opening day").isAfterOrEqualTo(FIRST);
            assertThat(Rehearsed.live(life, DemoConfiguration.DAY.minusDays(1)).fault()).isNull();
            assertThat(life.position).as("scenes lived before " + DemoConfiguration.DAY).isEqualTo(life.scenes.size());
        }));
    }

    @Test
    @DisplayName("情节里交来的合同稿都在，名称取自第一行；没有的文件说明缺哪一份")
    void holdsTheDraftsThatLivesName() {
        Evidence.Entry second = DraftFiles.entry("lease-2.txt", LocalDate.of(2026, 9, 20));
        assertThat(second.title()).isEqualTo("闲置房屋租赁合同（第二稿）");
        assertThat(second.sm3()).hasSize(64).isNotEqualTo(DraftFiles.entry("lease-1.txt", LocalDate.of(2026, 9, 20)).sm3());
        assertThatThrownBy(() -> DraftFiles.entry("none-1.txt", LocalDate.of(2026, 9, 20))).hasMessageContaining("demo/drafts/none-1.txt");
    }

    @Test
    @DisplayName("一幕可以写明工作日、自然日、日期、办理人和任意结构的字段")
    void tellsALife() {
        Rehearsed rehearsed = Rehearsed.live(one("""
                - procedure: meeting-minutes
                  title: 示例会议
                  opens: 2026-09-30
                  scenes:
                    - { step: minutes-recorded, by: han-chen, with: { chair: wang-xin, present: [wang-xin, li-ding], matters: [ { matter: 甲, conclusion-kind: noted, conclusion: 乙 } ] } }
                    - { in: 1, step: minutes-corrected, by: li-ding }
                    - { days: 2, step: minutes-corrected, by: li-ding }
                    - { on: held-on, step: minutes-corrected, by: li-ding }
                """), LocalDate.of(2026, 12, 31));
        assertThat(rehearsed.fault()).isNull();
        assertThat(rehearsed.state().version()).isEqualTo(4);
        assertThat(rehearsed.days()).containsExactly("2026-09-30", "2026-10-08", "2026-10-10", "2026-09-30");
    }

    @Test
    @DisplayName("被拒绝的一幕连同文件和位置一起报告，其后的不再发生")
    void reportsARefusedScene() {
        Rehearsed rehearsed = Rehearsed.live(one("""
                - procedure: meeting-minutes
                  title: 示例会议
                  opens: 2026-09-30
                  scenes:
                    - { step: minutes-recorded, by: han-chen }
                    - { step: minutes-corrected, by: han-chen }
                    - { step: minutes-corrected, by: li-ding }
                """), LocalDate.of(2026, 12, 31));
        assertThat(rehearsed.days()).hasSize(1);
        assertThat(rehearsed.fault()).contains("demo/lives/x.yaml life 1, scene 2 (minutes-corrected)", "韩辰");
    }

    @Test
    @DisplayName("不存在的步骤、没有的日期栏目，同样报告而不中断")
    void reportsWhatDoesNotExist() {
        assertThat(Rehearsed.live(one("""
                - { procedure: meeting-minutes, title: 甲, opens: 2026-09-30, scenes: [ { step: minutes-recorded }, { step: no-such-step } ] }
                """), LocalDate.of(2026, 12, 31)).fault()).contains("scene 2", "no-such-step");
        assertThat(Rehearsed.live(one("""
                - { procedure: meeting-minutes, title: 甲, opens: 2026-09-30, scenes: [ { step: minutes-recorded }, { on: no-such-day, step: minutes-corrected } ] }
                """), LocalDate.of(2026, 12, 31)).fault()).contains("scene 2", "no-such-day");
    }

    @Test
    @DisplayName("读不懂的文件被拒绝，说出文件、行和键")
    void refusesUnreadableFiles() {
        refused("- { procedure: meeting-minutes, title: 甲, opens: 2026-09-31, scenes: [ { step: minutes-recorded } ] }", "opens");
        refused("- { procedure: no-such-procedure, title: 甲, opens: 2026-09-30, scenes: [ { step: a } ] }", "no-such-procedure");
        refused("- { procedure: meeting-minutes, title: 甲, opens: 2026-09-30, scenes: [ { step: a, inn: 3 } ] }", "unknown key inn");
        refused("- { procedure: meeting-minutes, title: 甲, opens: 2026-09-30, scenes: [ { step: a, in: 3, days: 2 } ] }", "days cannot stand beside in");
        refused("- { procedure: meeting-minutes, title: 甲, opens: 2026-09-30, scenes: [ { step: a, in: drei } ] }", "in cannot be read");
        refused("- { procedure: meeting-minutes, title: 甲, opens: 2026-09-30, scenes: [ { step: a, at: morning } ] }", "at cannot be read");
        refused("- { procedure: meeting-minutes, title: 甲, opens: 2026-09-30 }", "needs scenes");
        refused("- { procedure: meeting-minutes, title: 甲, opens: 2026-09-30, scenes: [] }", "scenes must not be empty");
        refused("procedure: meeting-minutes", "must be a list");
        refused("", "is empty");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> one(text)).isInstanceOf(Source.Fault.class).hasMessageContaining("demo/lives/x.yaml").hasMessageContaining(why);
    }

    private static Life one(String text) {
        List<Life> lives = LifeFiles.read("demo/lives/x.yaml", text, Rehearsed.DEFINITIONS, 0);
        return lives.getFirst();
    }
}
