package org.fengqiao.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;

/// 一轮: some threads live whole lives side by side; what it took.
///
/// @param micros the duration of every step, sorted
record Round(long[] micros, double seconds, long own, long server) {

    /// One life; it adds the duration of each of its steps.
    @FunctionalInterface
    interface Life {
        void live(int thread, Steps steps) throws Exception;
    }

    /// The durations of one thread.
    static final class Steps {
        private long[] micros = new long[1024];
        private int count;

        void add(long nanos) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, count * 2);
            }
            micros[count++] = nanos / 1000;
        }
    }

    /// @param asking whether the threads only ask and what they ask is done by others: then their own time does not count
    static Round run(int threads, int lives, Processors processors, Life life, boolean asking) throws Exception {
        Steps[] all = new Steps[threads];
        ConcurrentLinkedQueue<Throwable> trouble = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(threads + 1);
        Thread[] workers = new Thread[threads];
        AtomicLong asked = new AtomicLong();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            all[t] = new Steps();
            int mine = lives / threads + (t < lives % threads ? 1 : 0);
            workers[t] = Thread.ofPlatform().name("bench-" + t).start(() -> {
                try {
                    start.await();
                    for (int i = 0; i < mine; i++) {
                        life.live(thread, all[thread]);
                    }
                    asked.addAndGet(asking ? Processors.ofThisThread() : 0);
                } catch (Exception | AssertionError e) {
                    trouble.add(e);
                }
            });
        }
        long own = Processors.own();
        long server = processors.server();
        start.await();
        long begin = System.nanoTime();
        for (Thread worker : workers) {
            worker.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!trouble.isEmpty()) {
            throw new IllegalStateException("a life could not be lived", trouble.peek());
        }
        long[] micros = Arrays.stream(all).flatMapToLong(s -> Arrays.stream(s.micros, 0, s.count)).sorted().toArray();
        return new Round(micros, seconds, Processors.own() - own - asked.get(), processors.server() - server);
    }

    double rate() {
        return micros.length / seconds;
    }

    /// Milliseconds of processor time a step, of this process and of the server.
    double cpu() {
        return (own + server) / 1e6 / micros.length;
    }

    double milliseconds(double quantile) {
        return micros[(int) Math.min(micros.length - 1L, Math.round(quantile * (micros.length - 1)))] / 1000.0;
    }

    String line(String name) {
        return String.format(
                Locale.ROOT, "%-16s %9.0f %9.2f %9.2f %9.2f %9.2f %9.2f %9.2f", name, rate(), milliseconds(0.5), milliseconds(0.95),
                milliseconds(0.99), cpu(), own / 1e6 / micros.length, server / 1e6 / micros.length);
    }
}
