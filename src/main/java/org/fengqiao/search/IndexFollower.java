package org.fengqiao.search;

import java.time.Duration;
import org.fengqiao.law.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// 追赶: keeps the index in step with the imported texts while the office is open.
///
/// It compares the number of the newest change at the start, which finds what a crash has left, and once a minute.
/// Nothing waits for it: until it is done, search answers from what is indexed.
final class IndexFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final LawIndex index;
    private final Texts texts;
    private final Meaning meaning;
    private volatile boolean running;
    private Thread thread = new Thread();

    IndexFollower(LawIndex index, Texts texts, Meaning meaning) {
        this.index = index;
        this.texts = texts;
        this.meaning = meaning;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("law-index").daemon().priority(Thread.MIN_PRIORITY).start(this::follow);
    }

    private void follow() {
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
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(INTERVAL);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /// Brings the index up to date when it is behind; leaves it to another process that is at it.
    ///
    /// @return how many articles were taken in
    int catchUp() {
        if (!index.isBehind(texts)) {
            return 0;
        }
        try {
            int done = index.update(texts, false, 1, meaning, n -> stopWhenAsked());
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
