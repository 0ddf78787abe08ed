package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.contract.ContractText.Clause;
import org.fengqiao.law.TextComparison;
import org.fengqiao.law.TextComparison.Change;
import org.fengqiao.law.TextComparison.Piece;
import org.jspecify.annotations.Nullable;

/// 红线对照: what became of each clause from one draft to the next.
///
/// Clauses find each other by their words as articles of a law do. A clause counts as moved when its order among the
/// others changed; one whose number alone changed because another came before it is renumbered.
public record Redline(List<Row> rows) {

    /// 变化.
    public enum Kind {
        SAME("未变"),
        RENUMBERED("仅编号变化"),
        CHANGED("修改"),
        MOVED("移动"),
        MOVED_AND_CHANGED("移动并修改"),
        ADDED("新增"),
        DELETED("删去");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /// One clause; `before` or `after` is missing where it was added or deleted.
    ///
    /// @param pieces the words of both, in order; kept words alone where nothing changed
    public record Row(Kind kind, @Nullable Clause before, @Nullable Clause after, List<Piece> pieces) {}

    /// The clauses of the newer draft in their order, deleted ones where they stood.
    public static Redline of(ContractText before, ContractText after) {
        List<Clause> old = before.clauses();
        List<Clause> now = after.clauses();
        Map<Integer, Integer> partner = partners(old, now);
        Set<Integer> inOrder = inOrder(now.size(), partner);
        Set<Integer> kept = new HashSet<>(partner.values());
        List<Row> rows = new ArrayList<>();
        int next = 0;
        for (int n = 0; n < now.size(); n++) {
            Integer o = partner.get(n);
            if (o == null) {
                rows.add(new Row(Kind.ADDED, null, now.get(n), List.of(new Piece(Change.INSERTED, now.get(n).body()))));
                continue;
            }
            if (inOrder.contains(n)) {
                next = deleted(old, next, o, kept, rows) + 1;
            }
            rows.add(row(old.get(o), now.get(n), inOrder.contains(n)));
        }
        deleted(old, next, old.size(), kept, rows);
        return new Redline(List.copyOf(rows));
    }

    /// Head and signatures belong together by their place, whatever they say.
    private static Map<Integer, Integer> partners(List<Clause> old, List<Clause> now) {
        Map<Integer, Integer> partner = new java.util.HashMap<>(TextComparison.partners(old, now));
        for (String fixed : List.of(ContractText.HEAD, ContractText.SIGNED)) {
            int o = place(old, fixed);
            int n = place(now, fixed);
            partner.values().removeIf(v -> v == o);
            if (n >= 0) {
                partner.remove(n);
                if (o >= 0) {
                    partner.put(n, o);
                }
            }
        }
        return partner;
    }

    private static int place(List<Clause> clauses, String number) {
        return clauses.stream().filter(c -> c.number().equals(number)).mapToInt(Clause::place).findFirst().orElse(-1);
    }

    private static int deleted(List<Clause> old, int from, int until, Set<Integer> kept, List<Row> rows) {
        for (int o = from; o < until; o++) {
            if (!kept.contains(o)) {
                rows.add(new Row(Kind.DELETED, old.get(o), null, List.of(new Piece(Change.DELETED, old.get(o).body()))));
            }
        }
        return until;
    }

    private static Row row(Clause before, Clause after, boolean inOrder) {
        if (before.body().equals(after.body())) {
            return new Row(inOrder ? Kind.SAME : Kind.MOVED, before, after, List.of(new Piece(Change.KEPT, after.body())));
        }
        boolean number = words(before).equals(words(after));
        Kind kind = number ? inOrder ? Kind.RENUMBERED : Kind.MOVED : inOrder ? Kind.CHANGED : Kind.MOVED_AND_CHANGED;
        return new Row(kind, before, after, TextComparison.words(before.body(), after.body()));
    }

    /// A clause without its number and without blanks.
    private static String words(Clause clause) {
        return clause.body().replaceFirst("^[ 　]*" + java.util.regex.Pattern.quote(clause.number()), "").replaceAll("[\\s　]", "");
    }

    /// The longest run of clauses that kept their order; every other one was moved.
    private static Set<Integer> inOrder(int size, Map<Integer, Integer> partner) {
        int[] length = new int[size];
        int[] previous = new int[size];
        int best = -1;
        for (int n = 0; n < size; n++) {
            Integer o = partner.get(n);
            previous[n] = -1;
            if (o == null) {
                continue;
            }
            length[n] = 1;
            for (int m = 0; m < n; m++) {
                Integer p = partner.get(m);
                if (p != null && p < o && length[m] + 1 > length[n]) {
                    length[n] = length[m] + 1;
                    previous[n] = m;
                }
            }
            best = best < 0 || length[n] > length[best] ? n : best;
        }
        Set<Integer> kept = new HashSet<>();
        for (int n = best; n >= 0; n = previous[n]) {
            kept.add(n);
        }
        return kept;
    }

    public boolean identical() {
        return rows.stream().allMatch(r -> r.kind() == Kind.SAME);
    }

    public long count(Kind kind) {
        return rows.stream().filter(r -> r.kind() == kind).count();
    }
}
