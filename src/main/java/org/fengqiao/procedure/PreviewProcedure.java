package org.fengqiao.procedure;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.law.Citation;
import org.fengqiao.law.UnresolvedCitation;
import org.fengqiao.procedure.Definition.ClockRule;
import org.fengqiao.procedure.Definition.Step;

/// `procedures preview`: a procedure in words, as the law and the settings of one day have it.
public final class PreviewProcedure implements Command {

    @Override
    public String name() {
        return "procedures preview";
    }

    @Override
    public String summary() {
        return "a procedure in words as it is on a day: SLUG --on DATE";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options = Options.parse(arguments, Set.of("on"), Set.of());
        String on = options.get("on");
        if (options.words().size() != 1 || on == null) {
            throw new Refused("procedures preview needs a procedure and a day: SLUG --on 2026-03-02.");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw new Refused("--on needs a day such as 2026-03-02, not \"" + on + "\".");
        }
        String slug = options.words().getFirst();
        ShippedProcedures shipped = new ShippedProcedures();
        shipped.versions(List.of(slug));
        Definition definition = shipped.definitions
                .inForce(slug, day)
                .orElseThrow(() -> new Refused(day + " 尚无程序 " + slug + " 的版本；最早的版本自 "
                        + shipped.definitions.versions(slug).getFirst().from() + " 起施行。"));
        new Page(shipped, definition, day).print(out);
        return 0;
    }

    /// 程序说明: one version on one day.
    private record Page(ShippedProcedures shipped, Definition definition, LocalDate day) {

        void print(PrintStream out) {
            out.println(definition.title() + "（" + definition.from() + " 起施行的版本，" + day + " 当日）");
            out.println(definition.summary());
            if (definition.partial()) {
                out.println("未入库，须由法制审核员核对原文。");
            }
            out.println();
            out.println("阶段：");
            definition.stages().values().forEach(s -> out.println("  " + s.title()
                    + (s.isFinal() ? "（终局）" : s.conditional() ? "（不是每案必经）" : "")));
            out.println();
            out.println("步骤：");
            definition.allSteps().values().forEach(s -> step(s, out));
            out.println();
            out.println("期限：");
            definition.clocks().values().forEach(c -> clock(c, out));
            if (!definition.never().isEmpty()) {
                out.println();
                out.println("禁止：");
                definition.never().forEach(n -> out.println("  未办"
                        + String.join("、", n.without().stream().map(w -> "“" + Titles.step(definition, w) + "”").toList())
                        + "，不得办“" + Titles.step(definition, n.step()) + "”" + cited(n.basis())));
            }
        }

        private void step(Step step, PrintStream out) {
            out.println("  " + step.title() + cited(step.basis()));
            out.println("    办理：" + who(step.by()) + cited(step.by().basis()));
            if (!step.in().isEmpty()) {
                out.println("    阶段：" + String.join("、", step.in().stream().map(this::stage).toList())
                        + (step.to() == null ? "" : " → " + stage(step.to())));
            }
            conditions(step.when()).forEach(c ->
                    out.println("    条件：" + Titles.condition(definition, c) + cited(c.basis())));
            if (!step.documents().isEmpty()) {
                out.println("    文书：" + String.join("、", step.documents().stream()
                        .map(k -> "《" + definition.documents().get(k).title() + "》")
                        .toList()));
            }
        }

        private String stage(String id) {
            return definition.stage(id).title();
        }

        private static List<Condition> conditions(Condition condition) {
            List<Condition> all = new ArrayList<>();
            if (condition instanceof Condition.All(List<Condition> parts, List<Citation> _)) {
                parts.forEach(p -> all.addAll(conditions(p)));
            } else {
                all.add(condition);
            }
            return all;
        }

        private String who(People by) {
            String posts = String.join("或者", by.posts().stream().map(shipped.office::postTitle).toList());
            StringBuilder who = new StringBuilder(by.party() ? "当事人（由" + posts + "记录）" : posts);
            if (by.officers() > 1) {
                who.append("，").append(by.officers()).append("人").append(by.certified() ? "持证" : "").append("共同办理");
            }
            if (by.assigned()) {
                who.append("，本案承办人员");
            }
            if (by.qualification() != null) {
                who.append("，具备资格");
            }
            if (!by.excluded().isEmpty()) {
                who.append("，未办过").append(String.join("、", by.excluded().stream()
                        .map(e -> "“" + Titles.step(definition, e.step()) + "”")
                        .toList()));
            }
            People.Quorum quorum = by.quorum();
            if (quorum != null) {
                who.append("，").append(shipped.office.postTitle(quorum.of())).append("至少")
                        .append(quorum.numerator()).append("/").append(quorum.denominator()).append("出席");
            }
            return who.toString();
        }

        private void clock(ClockRule rule, PrintStream out) {
            String kind = switch (rule.kind()) {
                case DUTY -> "办理期限";
                case TERM -> "当事人应当履行的期限";
                case WINDOW -> "当事人可以行使权利的期限";
            };
            out.println("  " + rule.title() + "：" + length(rule) + "，" + kind + (rule.perParty() ? "，逐一当事人计算" : "")
                    + (rule.roll() == Roll.FORWARD ? "，末日为休息日的顺延" : "，末日为休息日的不顺延") + cited(rule.basis()));
            if (rule.interpretation() != null) {
                out.println("    理解：" + rule.interpretation());
            }
        }

        /// The length in force on that day, wherever it comes from.
        private String length(ClockRule rule) {
            Facts facts = new Deciding(shipped.laws, shipped.calendar)
                    .facts(definition, definition.opening(), null, shipped.office, day);
            try {
                return facts.period(rule.budget()).map(Period::zh).orElse("当日没有规定（" + rule.budget() + "）");
            } catch (UnresolvedCitation e) {
                return "当日没有规定（" + rule.budget() + "）";
            }
        }

        private String cited(List<Citation> basis) {
            return basis.isEmpty() ? "" : "（" + String.join("、", basis.stream().map(shipped.laws::display).toList()) + "）";
        }
    }
}
