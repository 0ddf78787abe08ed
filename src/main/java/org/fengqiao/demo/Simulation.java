package org.fengqiao.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;

/// 模拟: lives invented cases through the real decision, day after day, fifty acts a commit, on all processors.
///
/// Nothing is written that the law refuses: a refused scene ends the life there and is reported. What is written does not
/// depend on how many processors there are: see [Numbers].
final class Simulation {

    /// One lane more than processors, because a lane also waits for the database; the pool has connections for eight.
    private static final int LANES = Math.min(8, Runtime.getRuntime().availableProcessors() + 1);

    private final Cases cases;
    private final DataSource source;
    private final LocalDate first;
    private final List<String> refusals = new ArrayList<>();

    Simulation(Cases cases, DataSource source, LocalDate first) {
        this.cases = cases;
        this.source = source;
        this.first = first;
    }

    /// What was refused, one sentence each; empty when every scene was lawful.
    List<String> refusals() {
        return refusals;
    }

    /// Lives until the evening of a day.
    ///
    /// @param progress is told how many acts have been written, from any lane
    /// @return how many acts were written
    int live(List<Life> lives, LocalDate until, IntConsumer progress) throws SQLException {
        List<Life> due = lives.stream()
                .filter(l -> !l.next.isAfter(until))
                .sorted(Comparator.<Life, LocalDate>comparing(l -> l.next).thenComparing(l -> l.id))
                .toList();
        Numbers numbers = Numbers.read(source);
        numbers.openings(due, cases.definitions());
        Progress told = new Progress(progress);
        Phaser days = new Phaser(LANES);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            lanes.add(new Lane(cases, source, numbers, days, told, first, until));
        }
        due.forEach(l -> lane(lanes, l, numbers).add(l));
        run(lanes);
        numbers.write(source);
        lanes.forEach(l -> refusals.addAll(l.refusals()));
        refusals.sort(Comparator.naturalOrder());
        return told.finish();
    }

    /// Whoever needs numbers of documents goes one after the other, in the first lane; the others go where the least is to do.
    private static Lane lane(List<Lane> lanes, Life life, Numbers numbers) {
        return numbers.asks(life)
                ? lanes.getFirst()
                : lanes.stream().min(Comparator.comparingInt(Lane::scenes)).orElseThrow();
    }

    private static void run(List<Lane> lanes) throws SQLException {
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes.size(), Thread.ofPlatform().name("life-", 1).factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (Lane lane : lanes) {
                running.add(threads.submit(() -> {
                    lane.live();
                    return null;
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException trouble -> throw trouble;
                case RuntimeException trouble -> throw trouble;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demonstration year was interrupted.", e);
        }
    }

    /// 进度: how many acts have been written by all lanes together.
    static final class Progress {
        private static final int STEP = 500;
        private final IntConsumer listener;
        private int acts;

        Progress(IntConsumer listener) {
            this.listener = listener;
        }

        synchronized void written(int more) {
            int before = acts;
            acts += more;
            if (before / STEP != acts / STEP) {
                listener.accept(acts);
            }
        }

        synchronized int finish() {
            listener.accept(acts);
            return acts;
        }
    }
}
