package org.fengqiao.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;

@DisplayName("开门以后自己跟上的事：先等一等，过一会儿再做，出错不停，关门就停")
class AfterOpeningTest {

    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration NEVER = Duration.ofDays(1);

    private Following following = new Following(SHORT, SHORT);

    @AfterEach
    void close() {
        following.stop();
    }

    @Test
    @DisplayName("门没有开就不做；开了以后一次又一次地做")
    void keepsUpOnlyOnceTheOfficeIsOpen() throws Exception {
        following.start();
        assertThat(following.isRunning()).isTrue();
        assertThat(following.done.tryAcquire(50, TimeUnit.MILLISECONDS)).as("before the office is open").isFalse();

        open();

        assertThat(following.done.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("一次出错，下一次照做")
    void triesAgainAfterAFailure() throws Exception {
        following.failures.set(2);
        following.start();
        open();

        assertThat(following.done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(following.failures).hasValue(0);
    }

    @Test
    @DisplayName("第一次等够了才做：等着开门的人先用机器")
    void leavesTheMachineAloneAtFirst() throws Exception {
        following = new Following(NEVER, SHORT);
        following.start();
        open();

        assertThat(following.done.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    @DisplayName("关门：等着的马上醒来结束，正在做的被打断，以后不再做")
    void endsWithTheOffice() throws Exception {
        following = new Following(SHORT, SHORT);
        following.hold = new CountDownLatch(1);
        following.start();
        open();
        assertThat(following.begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        following.stop();

        assertThat(following.isRunning()).isFalse();
        assertThat(following.done.availablePermits()).as("it was interrupted").isZero();
        assertThat(following.begun.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    @DisplayName("关了再开：接着做，不必再等一次开门的消息")
    void goesOnWhenTheOfficeIsStartedAgain() throws Exception {
        following.start();
        open();
        assertThat(following.done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        following.stop();
        following.done.drainPermits();

        following.start();

        assertThat(following.done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    private void open() {
        following.ready(new ApplicationReadyEvent(new SpringApplication(), new String[0], new GenericApplicationContext(), Duration.ZERO));
    }

    private static final class Following extends AfterOpening {

        private final Semaphore begun = new Semaphore(0);
        private final Semaphore done = new Semaphore(0);
        private final AtomicInteger failures = new AtomicInteger();
        private volatile CountDownLatch hold = new CountDownLatch(0);

        Following(Duration first, Duration interval) {
            super("test-following", first, interval);
        }

        @Override
        protected void keepUp() throws Exception {
            begun.release();
            hold.await();
            if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new IllegalStateException("not now");
            }
            done.release();
        }
    }
}
