package org.fengqiao.procedure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Laws;
import org.fengqiao.law.UnresolvedCitation;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Definition.ClockAction;
import org.fengqiao.procedure.Definition.ClockRule;
import org.fengqiao.procedure.Definition.Step;
import org.jspecify.annotations.Nullable;

/// 校验: what a definition must have beyond names that exist, before anything is proved about it.
final class Checks {

    private final Laws laws;
    private final Office office;
    private final BiPredicate<String, String> template;
    private final Path procedures;

    /// @param office tells which posts and settings there are
    /// @param template (procedure, document kind) → whether there is a template for it
    /// @param procedures the folder with the examples; nothing is asked of examples where it is not at hand
    Checks(Laws laws, Office office, BiPredicate<String, String> template, Path procedures) {
        this.laws = laws;
        this.office = office;
        this.template = template;
        this.procedures = procedures;
    }

    /// Every fault, in the words of an author of procedures; empty when there is none.
    ///
    /// @param text the definition as written, or null when only its meaning is at hand
    List<String> faults(Definition definition, @Nullable String text) {
        List<String> faults = new ArrayList<>();
        steps(definition, faults);
        stages(definition, faults);
        clocks(definition, faults);
        documents(definition, faults);
        definition.allSteps().values().forEach(s -> s.conditions().forEach(c -> reads(definition, s, c, faults)));
        unused(definition, faults);
        if (text != null) {
            Source root = Source.read(definition.id(), text);
            rolls(root, faults);
            questions(definition, root, faults);
        }
        examples(definition, faults);
        return List.copyOf(new LinkedHashSet<>(faults));
    }

    private void steps(Definition d, List<String> faults) {
        for (Step step : d.allSteps().values()) {
            if (step.title().isBlank()) {
                faults.add("步骤 " + step.id() + " 没有名称");
            }
            if (step.basis().isEmpty()) {
                faults.add("步骤“" + step.title() + "”没有依据");
            }
            if (step.awaits() != null && (step.optional() || step.by().party())) {
                faults.add("步骤“" + step.title() + "”等候" + step.awaits() + "的行为，不能又是可办的步骤或者当事人的行为");
            }
            for (String post : step.by().posts()) {
                if (!office.posts().containsKey(post)) {
                    faults.add("步骤“" + step.title() + "”要求的岗位 " + post + " 不存在，无人可办");
                }
            }
        }
    }

    /// A case in a stage that asks nothing of anybody would wait on no worklist.
    private static void stages(Definition d, List<String> faults) {
        d.stages().values().stream()
                .filter(stage -> !stage.isFinal())
                .filter(stage -> {
                    List<Step> here = d.steps().values().stream().filter(s -> s.in().contains(stage.id())).toList();
                    return !here.isEmpty() && here.stream().allMatch(Step::optional);
                })
                .forEach(stage -> faults.add("阶段“" + stage.title() + "”没有任何应当办理的步骤，案件在此无人过问"));
    }

    private void clocks(Definition d, List<String> faults) {
        for (ClockRule rule : d.clocks().values()) {
            List<ClockAction> actions = d.allSteps().values().stream()
                    .flatMap(s -> s.clocks().stream())
                    .filter(a -> a.clock().equals(rule.id()))
                    .toList();
            boolean started = actions.stream().anyMatch(a -> a.op() == ClockAction.Op.START);
            boolean ended = actions.stream().anyMatch(a -> a.op() == ClockAction.Op.END || a.op() == ClockAction.Op.LIFT);
            if (started && !ended && rule.kind() != ClockKind.WINDOW) {
                faults.add("期限“" + rule.title() + "”起算以后没有任何步骤使它了结");
            }
            if (rule.basis().isEmpty() && rule.kind() != ClockKind.WINDOW) {
                faults.add("期限“" + rule.title() + "”没有依据");
            }
            if (!started) {
                faults.add("期限“" + rule.title() + "”从未起算，是多余的声明");
            }
            hours(d, rule, faults);
        }
    }

    /// A clock in hours or minutes neither starts nor ends without the moment, and an act without it would leave it silently alone.
    private void hours(Definition d, ClockRule rule, List<String> faults) {
        Optional<Period> length = length(d, rule);
        boolean named = Character.isDigit(rule.budget().charAt(0))
                || laws.findSeries(rule.budget()).isPresent()
                || office.settings().stream().anyMatch(s -> s.key().equals(rule.budget()));
        if (!named) {
            faults.add("期限“" + rule.title() + "”的长度 " + rule.budget() + " 既不是期间，也没有这样的法定数值或者机关设置");
        }
        if (length.filter(p -> p.unit().timed()).isEmpty()) {
            return;
        }
        d.allSteps().values().stream()
                .filter(s -> !s.hourly())
                .filter(s -> s.clocks().stream().anyMatch(a -> a.clock().equals(rule.id()) && a.from() == null))
                .forEach(s -> faults.add("步骤“" + s.title() + "”变动以小时、分钟计的期限“" + rule.title() + "”，须写明办理时刻（hourly）"));
    }

    /// The length on the first day of the version; none where the law of that day knows none.
    private Optional<Period> length(Definition d, ClockRule rule) {
        try {
            return new Deciding(laws, WorkingDays.announced())
                    .facts(d, d.opening(), null, office, d.from())
                    .period(rule.budget());
        } catch (UnresolvedCitation e) {
            return Optional.empty();
        }
    }

    private void documents(Definition d, List<String> faults) {
        for (Definition.DocumentRule rule : d.documents().values()) {
            boolean made = d.allSteps().values().stream().anyMatch(s -> s.documents().contains(rule.id()));
            boolean served =
                    d.allSteps().values().stream().anyMatch(s -> rule.id().equals(s.effects().serves()));
            if (!made) {
                faults.add("文书《" + rule.title() + "》没有任何步骤制作，是多余的声明");
            }
            if (rule.served() && !served) {
                faults.add("文书《" + rule.title() + "》须送达，但没有送达的步骤");
            }
            if (!template.test(d.slug(), rule.id())) {
                faults.add("文书《" + rule.title() + "》没有模板（documents/" + rule.id() + "/template.html）");
            }
        }
    }

    private void reads(Definition d, Step step, Condition condition, List<String> faults) {
        if (condition != Condition.NONE && condition.basis().isEmpty()) {
            faults.add("步骤“" + step.title() + "”有条件没有依据");
        }
        String field = switch (condition) {
            case Condition.Amount c -> c.field();
            case Condition.Kind c -> c.field();
            case Condition.Answered c -> c.question();
            case Condition.Listed c -> c.field();
            default -> null;
        };
        if (field != null && !step.form().has(field)) {
            String title = Titles.field(d, field);
            if (fillers(d, field).noneMatch(f -> stagesAfter(d, f).stream().anyMatch(step.in()::contains))) {
                faults.add("步骤“" + step.title() + "”的条件要看“" + title + "”，此前没有步骤填写它");
            }
            if (fillers(d, field).anyMatch(s -> s.form().field(field).filter(Field::personal).isPresent())) {
                faults.add("步骤“" + step.title() + "”的条件要看“" + title + "”，它是个人信息，记录中只有摘要，无法判断");
            }
        }
        FieldValues.parts(condition).forEach(p -> reads(d, step, p, faults));
    }

    private static Stream<Step> fillers(Definition d, String field) {
        return d.allSteps().values().stream().filter(s -> s.form().has(field));
    }

    /// The stages a case can come to after a step, that step's own target first.
    private static Set<String> stagesAfter(Definition d, Step step) {
        Set<String> stages = new LinkedHashSet<>(step.to() == null ? step.in() : List.of(step.to()));
        boolean more = true;
        while (more) {
            more = stages.addAll(d.steps().values().stream()
                    .filter(s -> s.to() != null && s.in().stream().anyMatch(stages::contains))
                    .map(Step::to)
                    .collect(Collectors.toSet()));
        }
        return stages;
    }

    private static void unused(Definition d, List<String> faults) {
        d.questions().values().stream()
                .filter(q -> d.allSteps().values().stream().noneMatch(s -> s.form().asks().contains(q.id())))
                .forEach(q -> faults.add("判断事项“" + q.title() + "”没有步骤提出，是多余的声明"));
        d.stages().values().stream()
                .filter(x -> d.allSteps().values().stream().noneMatch(s -> x.id().equals(s.to())))
                .forEach(x -> faults.add("阶段“" + x.title() + "”没有步骤转入，是多余的声明"));
        if (d.stages().values().stream().noneMatch(Definition.Stage::isFinal)) {
            faults.add("没有终局阶段");
        }
    }

    /// Where the last day of a party's period falls on a rest day must be said, not left to a default.
    private static void rolls(Source root, List<String> faults) {
        root.map("clocks").forEach((id, clock) -> roll(id, clock, faults));
        Stream.concat(Stream.of(root.need("opening")), root.list("steps").stream()).forEach(step -> {
            Source clocks = step.get("clocks");
            Source start = clocks == null ? null : clocks.get("start");
            if (start != null && start.isMap()) {
                start.map().forEach((id, clock) -> roll(id, clock, faults));
            }
        });
    }

    private static void roll(String id, Source clock, List<String> faults) {
        String kind = clock.isMap() ? clock.text("kind", "") : "";
        if ((kind.equals("term") || kind.equals("window")) && !clock.has("roll")) {
            faults.add("当事人的期限“" + clock.text("title", id) + "”没有写明末日遇休息日是否顺延（roll）");
        }
    }

    /// Where an act depends on a choice, or where it is between yes and no, it must be said whether the officer alone may answer it.
    private static void questions(Definition d, Source root, List<String> faults) {
        Set<String> decisive = d.allSteps().values().stream()
                .flatMap(Step::conditions)
                .flatMap(Checks::chosen)
                .collect(Collectors.toSet());
        Stream.concat(Stream.of(root.need("opening")), root.list("steps").stream())
                .flatMap(step -> step.list("form").stream())
                .flatMap(field -> Stream.concat(Stream.of(field), field.list("items").stream()))
                .filter(field -> field.text("type", "").equals("choice") && !field.has("question"))
                .filter(field -> {
                    Set<String> options = field.map("options").keySet();
                    boolean between = options.contains("yes") || options.contains("no");
                    return between || options.size() > 1 && decisive.contains(field.text("field"));
                })
                .forEach(field -> faults.add("栏目“" + field.text("title") + "”没有写明是不是问题（question）：办得成办不成看它的回答，"
                        + "由办理人自己答的写 true，只是登记情况的写 false"));
    }

    private static Stream<String> chosen(Condition condition) {
        Stream<String> own = condition instanceof Condition.Kind c ? Stream.of(c.field()) : Stream.empty();
        return Stream.concat(own, FieldValues.parts(condition).stream().flatMap(Checks::chosen));
    }

    private void examples(Definition d, List<String> faults) {
        Path folder = procedures.resolve(d.slug()).resolve("examples");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.noneMatch(p -> p.toString().endsWith(".yaml"))) {
                faults.add("没有示例（" + folder + "）");
            }
        } catch (IOException e) {
            faults.add("示例读不出来：" + e.getMessage());
        }
    }
}
