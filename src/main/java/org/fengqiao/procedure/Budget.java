package org.fengqiao.procedure;

import java.util.BitSet;
import java.util.stream.Collectors;

/// 证明的限度: how much time, how many states and how much memory all proofs together may take.
final class Budget {

    /// 超出限度: the facts that multiply, so that an author knows what to take apart.
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted(String message) {
            super(message);
        }
    }

    static final int STATES = 5_000_000;
    static final long NANOS = 60_000_000_000L;

    /// A transition kept for the way back costs eight bytes; with this many all arrays together stay below 512 MB.
    static final int EDGES = 1 << 24;

    private final long end = System.nanoTime() + NANOS;
    private final int most;
    private long states;
    private long transitions;

    private Budget(int most) {
        this.most = most;
    }

    /// The budget of one run over any number of definitions, beginning now.
    static Budget starting() {
        return new Budget(STATES);
    }

    /// The same with fewer states.
    static Budget of(int states) {
        return new Budget(states);
    }

    long states() {
        return states;
    }

    long transitions() {
        return transitions;
    }

    /// Accounts for what one exploration has found so far.
    ///
    /// @throws Exhausted naming the facts followed when a limit is passed
    void spend(long moreStates, long moreTransitions, Model model, BitSet followed) {
        states += moreStates;
        transitions += moreTransitions;
        if (states > most || System.nanoTime() > end) {
            throw exhausted(model, followed);
        }
    }

    static Exhausted exhausted(Model model, BitSet followed) {
        String names = followed.stream()
                .mapToObj(model.facts::get)
                .sorted((a, b) -> b.size() - a.size())
                .map(f -> f.title() + "（" + f.size() + " 种）")
                .collect(Collectors.joining("、"));
        return new Exhausted("超出证明的限度（60 秒、500 万状态、512 MB），相乘的事实有：" + names);
    }
}
