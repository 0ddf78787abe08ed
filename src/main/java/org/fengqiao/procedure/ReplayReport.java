package org.fengqiao.procedure;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;

/// 重演报告: what a draft would have changed, added up over all cases. Names of people and dates are taken out of the reasons,
/// so that equal reasons fall together and nobody's personal data are printed; cases appear by number only.
public final class ReplayReport {

    private static final int SHOWN = 3;

    private final Definition draft;
    private final Laws laws;
    private final Office office;
    private final Map<String, Definition.Step> former = new LinkedHashMap<>();
    private int cases;
    private int unchanged;
    private int erased;
    private int elsewhere;
    private final Map<String, Cases> refusals = new LinkedHashMap<>();
    private final Map<String, Cases> lost = new LinkedHashMap<>();
    private final Map<String, Cases> owed = new LinkedHashMap<>();
    private final Map<String, Moves> clocks = new LinkedHashMap<>();
    private final Map<String, Replayed.Work> before = new TreeMap<>();
    private final Map<String, Replayed.Work> after = new TreeMap<>();

    /// @param versions the versions under which the recorded steps were taken, for their names
    public ReplayReport(Definition draft, List<Definition> versions, Laws laws, Office office) {
        this.draft = draft;
        this.laws = laws;
        this.office = office;
        versions.forEach(v -> former.putAll(v.allSteps()));
    }

    /// How many cases, and the first of them.
    private static final class Cases {
        private int count;
        private final List<String> first = new ArrayList<>();

        void add(String number) {
            count++;
            if (first.size() < SHOWN) {
                first.add(number);
            }
        }

        @Override
        public String toString() {
            return count + " 件：" + String.join("、", first) + (count > SHOWN ? " 等" : "");
        }
    }

    /// How the runs of one clock moved.
    private static final class Moves {
        private String title = "";
        private final Cases cases = new Cases();
        private String last = "";
        private final List<Long> days = new ArrayList<>();
        private int begun;
        private int gone;
        private int late;
        private int inTime;

        void add(String number, Replayed.MovedClock m) {
            title = m.title();
            if (!number.equals(last)) {
                cases.add(number);
                last = number;
            }
            if (m.before() != null && m.after() != null) {
                days.add(ChronoUnit.DAYS.between(m.before(), m.after()));
            }
            begun += m.before() == null ? 1 : 0;
            gone += m.after() == null ? 1 : 0;
            late += m.lateAfter() && !m.lateBefore() ? 1 : 0;
            inTime += m.lateBefore() && !m.lateAfter() ? 1 : 0;
        }

        @Override
        public String toString() {
            StringBuilder line = new StringBuilder("  " + title + "　" + cases);
            if (!days.isEmpty()) {
                Collections.sort(days);
                long lowest = days.getFirst();
                long highest = days.getLast();
                line.append("；最后一天相差：中位 ").append(signed(days.get((days.size() - 1) / 2))).append(" 天，最大 ")
                        .append(signed(Math.abs(lowest) > Math.abs(highest) ? lowest : highest)).append(" 天");
            }
            if (begun > 0) {
                line.append("；新起算 ").append(begun).append(" 次");
            }
            if (gone > 0) {
                line.append("；不再起算 ").append(gone).append(" 次");
            }
            return line.append("；将会逾期 ").append(late).append(" 次，不再逾期 ").append(inTime).append(" 次").toString();
        }

        private static String signed(long days) {
            return days > 0 ? "+" + days : days < 0 ? "−" + -days : "0";
        }
    }

    /// Adds one case.
    ///
    /// @param clean takes the personal values of the case out of a text
    public void add(Replayed r, UnaryOperator<String> clean) {
        cases++;
        unchanged += r.unchanged() ? 1 : 0;
        erased += r.erased() ? 1 : 0;
        elsewhere += r.sameEnd() ? 0 : 1;
        List<String> said = new ArrayList<>();
        for (Replayed.RefusedAct act : r.refused()) {
            if (act.reasons().isEmpty() && !said.contains(act.step())) {
                said.add(act.step());
                lost.computeIfAbsent("“" + title(act.step()) + "”", _ -> new Cases()).add(r.number());
            }
            for (Reason reason : act.reasons()) {
                String line = "“" + title(act.step()) + "”　" + alike(clean.apply(reason.text())) + cited(reason);
                if (!said.contains(line)) {
                    said.add(line);
                    refusals.computeIfAbsent(line, _ -> new Cases()).add(r.number());
                }
            }
        }
        r.clocks().forEach(m -> clocks.computeIfAbsent(m.clock(), _ -> new Moves()).add(r.number(), m));
        r.owed().forEach(s -> owed.computeIfAbsent(s, _ -> new Cases()).add(r.number()));
        r.before().forEach((post, w) -> before.merge(post, w, Replayed.Work::and));
        r.after().forEach((post, w) -> after.merge(post, w, Replayed.Work::and));
    }

    private String title(String step) {
        Definition.Step was = former.get(step);
        return draft.step(step).map(Definition.Step::title).orElse(was == null ? step : was.title());
    }

    /// Equal reasons read alike, whoever and whatever day they are about.
    private String alike(String text) {
        String plain = text.replaceAll("\\d{4}-\\d{2}-\\d{2}", "某日");
        for (Person p : office.people().values()) {
            plain = plain.replace(p.name(), "某人").replace(p.id(), "某人");
        }
        return plain;
    }

    private String cited(Reason reason) {
        return reason.citations().isEmpty()
                ? ""
                : "（" + String.join("、", reason.citations().stream().map(laws::display).toList()) + "）";
    }

    /// The report in words.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("重演 " + cases + " 件：照旧办成 " + unchanged + " 件，有不同 " + (cases - unchanged) + " 件。");
        counted("记录里办成、草案不予办理的", refusals, lines);
        counted("草案里没有的步骤", lost, lines);
        if (!clocks.isEmpty()) {
            lines.add("");
            lines.add("期限的不同：");
            clocks.values().forEach(m -> lines.add(m.toString()));
        }
        Map<String, Cases> named = new LinkedHashMap<>();
        owed.forEach((s, c) -> named.put("“" + title(s) + "”（" + posts(s) + "）", c));
        counted("草案新设、应当办而记录里没有办的步骤", named, lines);
        workload(lines);
        if (elsewhere > 0) {
            lines.add("");
            lines.add("最后所处阶段不同的 " + elsewhere + " 件。");
        }
        if (erased > 0) {
            lines.add("");
            lines.add("个人信息已经删除的 " + erased + " 件，删除的内容以占位的文字代替。");
        }
        return lines;
    }

    private String posts(String step) {
        return draft.step(step)
                .map(s -> String.join("或者", s.by().posts().stream().map(office::postTitle).toList()))
                .orElse("");
    }

    private static void counted(String heading, Map<String, Cases> found, List<String> lines) {
        if (found.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heading + "：");
        found.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Cases> e) -> -e.getValue().count))
                .forEach(e -> lines.add("  " + e.getKey() + "　" + e.getValue()));
    }

    private void workload(List<String> lines) {
        if (cases == 0) {
            return;
        }
        lines.add("");
        lines.add("工作量（记录 → 草案）：");
        List<String> posts = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(p -> !posts.contains(p)).forEach(posts::add);
        for (String post : posts) {
            Replayed.Work was = before.getOrDefault(post, Replayed.Work.NONE);
            Replayed.Work is = after.getOrDefault(post, Replayed.Work.NONE);
            lines.add("  " + (post.isEmpty() ? "—" : office.postTitle(post)) + "　办理 " + both(was.steps(), is.steps()) + " 次，文书 "
                    + both(was.documents(), is.documents()) + " 份，待办 " + both(was.duties(), is.duties()) + " 项");
        }
    }

    private static String both(int was, int is) {
        return was == is ? "" + was : was + " → " + is;
    }
}
