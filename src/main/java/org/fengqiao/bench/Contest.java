package org.fengqiao.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// 轮流测量: those who are compared take their rounds in turns, so that what disturbs the machine disturbs all alike.
///
/// Rounds are counted only when the JVM is warm: when each one's processor time a step differs by less than a tenth from
/// that of the round before, or when warming up has lasted long enough.
final class Contest {

    private static final double STEADY = 0.10;

    /// Who is measured.
    ///
    /// @param asking whether its threads only ask, over HTTP
    private record Contender(String name, Site site, Round.Life life, int cases, boolean asking) {}

    private final int threads;
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<String, List<Round>> counted = new LinkedHashMap<>();

    Contest(int threads) {
        this.threads = threads;
    }

    void add(String name, Site site, Round.Life life, int cases) {
        add(new Contender(name, site, life, cases, false));
    }

    /// Adds one whose steps are taken by the server it asks.
    void addAsking(String name, Site site, Round.Life life, int cases) {
        add(new Contender(name, site, life, cases, true));
    }

    private void add(Contender contender) {
        contenders.add(contender);
        counted.put(contender.name(), new ArrayList<>());
    }

    /// @param mostWarmUp how many rounds warming up may last; what is measured after it counts, steady or not
    void run(int rounds, int mostWarmUp, PrintStream out) throws Exception {
        out.printf("%-16s %9s %9s %9s %9s %9s %9s %9s%n", "", "steps/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "JVM ms", "PG ms");
        List<Round> before = List.of();
        for (int i = 0; i < mostWarmUp; i++) {
            List<Round> now = round("warm", out);
            if (steady(before, now)) {
                break;
            }
            if (i + 1 == mostWarmUp) {
                out.println("Not yet steady after " + mostWarmUp + " rounds; --warm-up allows more.");
            }
            before = now;
        }
        for (int i = 1; i <= rounds; i++) {
            List<Round> now = round(Integer.toString(i), out);
            for (int c = 0; c < contenders.size(); c++) {
                counted.get(contenders.get(c).name()).add(now.get(c));
            }
        }
        for (Contender c : contenders) {
            List<Round> sorted = counted.get(c.name()).stream().sorted((a, b) -> Double.compare(a.rate(), b.rate())).toList();
            out.println(sorted.get(sorted.size() / 2).line(c.name() + " ~"));
        }
    }

    private List<Round> round(String name, PrintStream out) throws Exception {
        List<Round> all = new ArrayList<>();
        for (Contender c : contenders) {
            Round round = Round.run(threads, c.cases(), c.site().processors(), c.life(), c.asking());
            out.println(round.line(c.name() + " " + name));
            all.add(round);
        }
        return all;
    }

    /// Processor time and not the rate: other work on the machine moves it least.
    static boolean steady(List<Round> before, List<Round> now) {
        for (int i = 0; i < now.size(); i++) {
            if (i >= before.size() || Math.abs(now.get(i).cpu() - before.get(i).cpu()) >= STEADY * before.get(i).cpu()) {
                return false;
            }
        }
        return true;
    }

    /// The median over the rounds of what one took beside the other in the same round.
    double rateBeside(String one, String other) {
        return median(one, other, Round::rate);
    }

    double processorTimeBeside(String one, String other) {
        return median(one, other, Round::cpu);
    }

    private double median(String one, String other, java.util.function.ToDoubleFunction<Round> what) {
        List<Round> a = counted.get(one);
        List<Round> b = counted.get(other);
        double[] ratios = new double[a.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = what.applyAsDouble(a.get(i)) / what.applyAsDouble(b.get(i));
        }
        java.util.Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    /// A share as people read it.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
