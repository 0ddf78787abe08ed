package org.fengqiao.office;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/// 开门以后: something that an open office keeps up by itself, now and then, and that nobody waits for.
///
/// A failure is logged and tried again; the end of the office interrupts it, and an office that is started again goes on with it.
public abstract class AfterOpening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AfterOpening.class);

    private final String name;
    private final Duration first;
    private final Duration interval;
    private volatile boolean running;
    private boolean opened;
    private Thread thread = new Thread();

    /// @param name  of its thread, and in the log
    /// @param first how long whoever waited for the start has the machine alone
    protected AfterOpening(String name, Duration first, Duration interval) {
        this.name = name;
        this.first = first;
        this.interval = interval;
    }

    /// Does what is to be done by now; does nothing when nothing is.
    protected abstract void keepUp() throws Exception;

    @Override
    public final void start() {
        running = true;
        if (opened) {
            begin();
        }
    }

    @EventListener
    public final void ready(ApplicationReadyEvent event) {
        opened = true;
        begin();
    }

    private void begin() {
        thread = Thread.ofPlatform().name(name).daemon().priority(Thread.MIN_PRIORITY).start(this::follow);
    }

    private void follow() {
        Duration pause = first;
        while (running) {
            try {
                Thread.sleep(pause);
                pause = interval;
                keepUp();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (running) {
                    LOG.warn("What {} keeps up could not be brought up to date: {}", name, e.getMessage());
                }
            }
        }
    }

    @Override
    public final void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
