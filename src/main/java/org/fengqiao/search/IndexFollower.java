package org.fengqiao.search;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/// 追赶: keeps the index in step with the imported texts while the office is open.
///
/// It compares the number of the newest change soon after the start, which finds what a crash has left, and once a minute.
/// The first time, it takes in our own summaries, so that a fresh office can be searched. Nothing waits for it: until it is done, search answers from what is indexed.
final class IndexFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /// Whoever waited for the start gets their first pages before anything is indexed.
    private static final Duration AFTER_READY = Duration.ofSeconds(5);

    private final LawIndex index;
    private final Stock stock;
    private final Meaning meaning;
    private volatile boolean running;
    private Thread thread = new Thread();

    IndexFollower(LawIndex index, Stock stock, Meaning meaning) {
        this.index = index;
        this.stock = stock;
        this.meaning = meaning;
    }

    @Override
    public void start() {
        running = true;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        thread = Thread.ofPlatform().name("law-index").daemon().priority(Thread.MIN_PRIORITY).start(this::follow);
    }

    private void follow() {
        if (!pause(AFTER_READY)) {
            return;
        }
        while (running) {
            try {
                catchUp();
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("The index of law search could not be brought up to date: {}", e.getMessage());
                }
                if (!pause(INTERVAL)) {
                    return;
                }
            }
        }
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /// Brings the index up to date when it is behind; leaves it to another process that is at it.
    ///
    /// @return how many articles were taken in
    int catchUp() {
        if (!index.isBehind(stock)) {
            return 0;
        }
        try {
            int done = index.update(stock, false, 1, meaning, n -> stopWhenAsked());
            LOG.info("Law search took in {} articles.", done);
            return done;
        } catch (LawIndex.Busy e) {
            return 0;
        }
    }

    private void stopWhenAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Indexing was interrupted and goes on at the next start");
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
