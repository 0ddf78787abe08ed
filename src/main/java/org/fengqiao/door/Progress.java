package org.fengqiao.door;

import java.io.PrintStream;

/// 进度: how far long work has come, as a bar on one line of a terminal; elsewhere a line for each tenth, so that a log stays readable.
public final class Progress {

    private static final int WIDTH = 40;
    private static final long BETWEEN = 100_000_000;

    private final PrintStream out;
    private final String what;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private long drawn = begun - BETWEEN;
    private long tenth;

    /// @param what names the work in front of the bar
    public Progress(PrintStream out, String what) {
        this(out, what, System.console() != null && System.console().isTerminal());
    }

    Progress(PrintStream out, String what, boolean terminal) {
        this.out = out;
        this.what = what;
        this.terminal = terminal;
    }

    /// Tells that `done` of `all` is done; the last one ends the line.
    public synchronized void show(long done, long all) {
        long now = System.nanoTime();
        boolean last = done >= all;
        if (terminal && (last || now - drawn >= BETWEEN)) {
            drawn = now;
            int filled = all == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * done / all);
            String more = last || done == 0 ? "" : ", about %d s more".formatted((all - done) * seconds(now) / done);
            out.printf("\r%s [%s%s] %d / %d, %d s%-20s", what, "=".repeat(filled), " ".repeat(WIDTH - filled), done, all, seconds(now), more);
        } else if (!terminal && all > 0 && (last || 10 * done / all > tenth)) {
            tenth = 10 * done / all;
            out.printf("%s %d / %d, %d s%n", what, done, all, seconds(now));
        }
        if (last && terminal) {
            out.println();
        }
        out.flush();
    }

    private long seconds(long now) {
        return (now - begun) / 1_000_000_000;
    }
}
