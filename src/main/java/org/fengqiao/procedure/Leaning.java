package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 依据关系: one place of a definition that rests on a clause.
///
/// @param what in words: 步骤“作出处罚决定”的条件
/// @param step the step concerned, or null when it is none
/// @param clock the clock concerned, or null when it is none
public record Leaning(Citation citation, String what, @Nullable String step, @Nullable String clock) {

    /// Every place of a definition that rests on a clause, in the order of the file.
    public static List<Leaning> of(Definition d) {
        List<Leaning> all = new ArrayList<>();
        d.allSteps().values().forEach(step -> step(step, all));
        d.clocks().values().forEach(c -> add(all, c.basis(), "期限“" + c.title() + "”", null, c.id()));
        d.documents().values().forEach(x -> {
            add(all, x.basis(), "文书《" + x.title() + "》", null, null);
            x.cites().values().forEach(basis -> add(all, basis, "文书《" + x.title() + "》", null, null));
        });
        d.questions().values().forEach(q -> add(all, q.basis(), "判断事项“" + q.title() + "”", null, null));
        d.never().forEach(n -> add(all, n.basis(), "“" + title(d, n.step()) + "”的禁止", n.step(), null));
        d.remedies().forEach(r -> add(all, r.basis(), "救济途径的告知", null, null));
        return List.copyOf(all);
    }

    private static void step(Definition.Step s, List<Leaning> all) {
        String name = "“" + s.title() + "”";
        add(all, s.basis(), "步骤" + name, s.id(), null);
        People by = s.by();
        add(all, by.basis(), name + "由谁办理", s.id(), null);
        add(all, by.officersBasis(), name + "的人数和证件", s.id(), null);
        add(all, by.qualificationBasis(), name + "的资格", s.id(), null);
        add(all, by.notRelatedBasis(), name + "的回避", s.id(), null);
        by.excluded().forEach(x -> add(all, x.basis(), name + "的回避", s.id(), null));
        if (by.unit() != null) {
            add(all, by.unit().basis(), name + "由谁办理", s.id(), null);
        }
        if (by.quorum() != null) {
            add(all, by.quorum().basis(), name + "的法定人数", s.id(), null);
        }
        conditions(s.when()).forEach(c -> add(all, List.of(c), name + "的条件", s.id(), null));
        s.form().fields().forEach(f -> add(all, f.basis(), name + "的栏目“" + f.title() + "”", s.id(), null));
        s.clocks().forEach(c -> add(all, c.basis(), name + "对期限的作用", s.id(), c.clock()));
    }

    private static void add(List<Leaning> all, List<Citation> basis, String what, @Nullable String step, @Nullable String clock) {
        basis.forEach(c -> all.add(new Leaning(c, what, step, clock)));
    }

    private static String title(Definition d, String step) {
        return d.step(step).map(Definition.Step::title).orElse(step);
    }

    private static List<Citation> conditions(Condition condition) {
        List<Citation> all = new ArrayList<>(condition.basis());
        switch (condition) {
            case Condition.All a -> a.parts().forEach(p -> all.addAll(conditions(p)));
            case Condition.Any a -> a.parts().forEach(p -> all.addAll(conditions(p)));
            case Condition.Not n -> all.addAll(conditions(n.part()));
            default -> {
                // A single condition has no parts.
            }
        }
        return all;
    }
}
