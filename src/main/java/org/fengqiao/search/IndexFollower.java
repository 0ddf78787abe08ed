package org.fengqiao.search;

import java.time.Duration;
import org.fengqiao.office.AfterOpening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 追赶: keeps the index in step with the imported texts while the office is open.
///
/// It compares the number of the newest change soon after the start, which finds what a crash has left, and once a minute.
/// The first time, it takes in our own summaries, so that a fresh office can be searched. Nothing waits for it: until it is done, search answers from what is indexed.
final class IndexFollower extends AfterOpening {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    private final LawIndex index;
    private final Stock stock;
    private final Meaning meaning;
    private volatile int taken;

    IndexFollower(LawIndex index, Stock stock, Meaning meaning) {
        super("law-index", Duration.ofSeconds(5), Duration.ofMinutes(1));
        this.index = index;
        this.stock = stock;
        this.meaning = meaning;
    }

    @Override
    protected void keepUp() {
        catchUp();
    }

    /// Brings the index up to date when it is behind; leaves it to another process that is at it.
    ///
    /// @return how many articles were taken in
    int catchUp() {
        if (!index.isBehind(stock)) {
            return 0;
        }
        try {
            int done = index.update(stock, false, 1, meaning, n -> {
                taken = n;
                stopWhenAsked();
            });
            LOG.info("Law search took in {} articles.", done);
            return done;
        } catch (LawIndex.Busy e) {
            return 0;
        } finally {
            taken = 0;
        }
    }

    /// How many articles the update that is running has taken in; 0 while none is.
    int taken() {
        return taken;
    }

    private static void stopWhenAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Indexing was interrupted and goes on at the next start");
        }
    }
}
