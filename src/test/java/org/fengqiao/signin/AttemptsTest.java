package org.fengqiao.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登录限次：同时来的也只有五次；别处的人不能用五次错误口令把人锁在门外")
class AttemptsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-09T00:00:00Z"));
    private final Attempts attempts = new Attempts(((InstantSource) now::get).withZone(ZoneOffset.UTC));

    private void fail(int times, String place) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin("zhao-jia", place)).isTrue();
        }
    }

    @Test
    @DisplayName("五次以后锁定，十五分钟以后再可以；锁定期间再试不延长")
    void locksForFifteenMinutes() {
        fail(5, "10.0.0.1");
        assertThat(attempts.left("zhao-jia", "10.0.0.1")).isZero();
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(14)));
        assertThat(attempts.begin("zhao-jia", "10.0.0.1")).isFalse();
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(2)));
        assertThat(attempts.begin("zhao-jia", "10.0.0.1")).isTrue();
        assertThat(attempts.left("zhao-jia", "10.0.0.1")).isEqualTo(4);
    }

    @Test
    @DisplayName("一千次同时来，只有五次看口令")
    void countsBeforeItLooks() {
        AtomicInteger admitted = new AtomicInteger();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                all.execute(() -> {
                    if (attempts.begin("zhao-jia", "10.0.0.1")) {
                        admitted.incrementAndGet();
                    }
                });
            }
        }
        assertThat(admitted).hasValue(Attempts.MOST);
    }

    @Test
    @DisplayName("一处锁定，本人在别处照常登录；五十处以后对谁都锁定")
    void aStrangerDoesNotLockOutTheOwner() {
        fail(5, "10.0.0.66");
        assertThat(attempts.begin("zhao-jia", "10.0.0.66")).isFalse();
        assertThat(attempts.begin("zhao-jia", "10.0.0.1")).isTrue();
        attempts.succeeded("zhao-jia", "10.0.0.1");
        assertThat(attempts.left("zhao-jia", "10.0.0.1")).isEqualTo(5);
        for (int i = 0; i < 44; i++) {
            fail(1, "10.0.1." + i);
        }
        assertThat(attempts.begin("zhao-jia", "10.0.0.1")).as("多处来的第五十一次").isFalse();
        assertThat(attempts.begin("qian-yi", "10.0.0.1")).as("别的账号不受影响").isTrue();
    }
}
