package org.fengqiao.office;

import org.springframework.context.SmartLifecycle;

/// 开门以前: something that has to be done once at the start, before the web server opens its doors.
public abstract class BeforeOpening implements SmartLifecycle {

    private volatile boolean running;

    /// Does it; at a later start it finds that it is done.
    protected abstract void prepare();

    @Override
    public final void start() {
        running = true;
        prepare();
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /// Before the web server, which starts in a late phase.
    @Override
    public final int getPhase() {
        return 0;
    }
}
