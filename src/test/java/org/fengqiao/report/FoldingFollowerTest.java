package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

@DisplayName("随时折算：尾数长了，没有人问也先折算好；短的留给问的人顺手加")
class FoldingFollowerTest {

    private final Lives lives = new Lives();
    private final Figures figures = lives.figures();
    private final GenericApplicationContext rooms = new GenericApplicationContext();

    FoldingFollowerTest() {
        rooms.registerBean(Figures.class, () -> figures);
        rooms.refresh();
    }

    @AfterEach
    void close() {
        rooms.close();
        lives.close();
    }

    @Test
    @DisplayName("二百件以内不折算，再多一件就折算；折算前后数字一样")
    void foldsALongTailBeforeAnybodyAsks() throws Exception {
        FoldingFollower follower = new FoldingFollower(rooms.getBeanProvider(Figures.class));
        for (int i = 0; i < Figures.LONGEST_TAIL; i++) {
            lives.request().step("2025-03-03", "registered");
        }
        follower.keepUp();
        assertThat(stale()).as("a short tail").isEqualTo(Figures.LONGEST_TAIL);

        lives.request().step("2025-03-04", "registered");
        follower.keepUp();

        assertThat(stale()).isZero();
        assertThat(lives.count(2025, "requests-received")).isEqualTo(Figures.LONGEST_TAIL + 1);
        assertThat(new Comparison(lives.source, (short) 1, figures).differences()).isEmpty();
    }

    private int stale() throws Exception {
        try (Connection connection = lives.source.getConnection()) {
            return figures.folding().stale(connection).size();
        }
    }
}
