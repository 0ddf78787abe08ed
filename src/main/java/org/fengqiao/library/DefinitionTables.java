package org.fengqiao.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.cases.Cites;
import org.fengqiao.office.Office;
import org.fengqiao.office.Setting;
import org.fengqiao.procedure.Condition;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.Money;
import org.fengqiao.procedure.Titles;
import org.fengqiao.ui.Cite;
import org.fengqiao.ui.EmptyView;
import org.fengqiao.ui.ProcedurePage;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;

/// 程序的各表: steps, clocks, forms and documents of one definition.
final class DefinitionTables {

    private final Definition d;
    private final Office office;
    private final Cites cites;

    DefinitionTables(Definition d, Office office, Cites cites) {
        this.d = d;
        this.office = office;
        this.cites = cites;
    }

    private static Cell basis(List<Cite> all) {
        return Cell.basis(all.toArray(Cite[]::new));
    }

    /// The steps of each stage, under the first stage in which they can be taken.
    List<TableView> steps() {
        Map<String, List<List<Cell>>> byStage = new LinkedHashMap<>();
        for (Definition.Step s : d.allSteps().values()) {
            byStage.computeIfAbsent(place(s), x -> new ArrayList<>()).add(List.of(
                    Cell.of(s.title()), Cell.of(way(s)), Cell.of(people(s)), Cell.of(conditions(s), s.duty()), basis(cites.of(s.basis()))));
        }
        List<TableView> all = new ArrayList<>();
        byStage.forEach((place, rows) -> all.add(
                TableView.of("steps-" + (all.size() + 1), place, rows.size() + " 个步骤", List.of("步骤", "环节", "由谁办理", "条件", "依据"), rows, "没有步骤。")
                        .fold(!all.isEmpty())));
        return all;
    }

    private String place(Definition.Step s) {
        return s.in().isEmpty() ? "开始" : anywhere(s) ? "各在办环节" : stage(s.in().iterator().next());
    }

    /// Whether a step can be taken wherever the case is still open.
    private boolean anywhere(Definition.Step s) {
        return s.in().size() > 3 && s.in().size() >= d.stages().values().stream().filter(x -> !x.isFinal()).count();
    }

    private String stage(String id) {
        return d.stages().containsKey(id) ? d.stage(id).title() : id;
    }

    private String way(Definition.Step s) {
        String from = s.in().isEmpty() || anywhere(s) ? place(s) : s.in().stream().map(this::stage).collect(Collectors.joining("、"));
        return s.to() == null ? from : from + " → " + stage(s.to());
    }

    private String people(Definition.Step s) {
        String posts = s.by().posts().stream().map(office::postTitle).collect(Collectors.joining("、"));
        List<String> parts = new ArrayList<>();
        if (s.by().party()) {
            parts.add("当事人，由" + posts + "登记");
        } else {
            parts.add(posts);
        }
        if (s.by().officers() > 1) {
            parts.add("不少于 " + s.by().officers() + " 人");
        }
        s.by().excluded().stream()
                .map(x -> d.step(x.step()).map(Definition.Step::title).orElse(x.step()))
                .findFirst()
                .ifPresent(t -> parts.add("未办理过“" + t + "”"));
        return String.join("，", parts);
    }

    private String conditions(Definition.Step s) {
        if (s.when() instanceof Condition.All all) {
            return all.parts().isEmpty() ? "—" : all.parts().stream().map(this::words).collect(Collectors.joining("；"));
        }
        return words(s.when());
    }

    /// A condition in words; named rules and thresholds are called by what they rest on, never by their identifiers.
    private String words(Condition condition) {
        return switch (condition) {
            case Condition.Rule r when r.says() == null ->
                r.basis().isEmpty() ? "符合本步骤所依条文的要求" : "符合" + cites.of(r.basis()).stream().map(Cite::text).collect(Collectors.joining("、")) + "的要求";
            case Condition.Rule r -> "不存在：" + r.says();
            case Condition.Amount a -> Titles.condition(d, a).replace("“" + a.threshold() + "”", a.threshold().matches("\\d+") ? Money.yuan(Long.parseLong(a.threshold())) + " 元" : "规定的数额");
            case Condition.All all -> all.parts().stream().map(this::words).collect(Collectors.joining("，且"));
            case Condition.Any any -> any.parts().stream().map(this::words).collect(Collectors.joining("，或者"));
            case Condition.Not not -> "不存在：" + words(not.part());
            default -> Titles.condition(d, condition);
        };
    }

    TableView clocks() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Definition.ClockRule c : d.clocks().values()) {
            String whose = switch (c.kind()) {
                case DUTY -> "本机关的义务";
                case TERM -> "当事人的义务";
                case WINDOW -> "当事人的权利";
            };
            String start = d.allSteps().values().stream()
                    .flatMap(s -> s.clocks().stream()
                            .filter(a -> a.clock().equals(c.id()) && a.op() == Definition.ClockAction.Op.START)
                            .map(a -> s.title() + (a.when() == null ? "" : "（" + words(a.when()) + "）")))
                    .collect(Collectors.joining("、"));
            rows.add(List.of(
                    Cell.of(c.title(), whose + (c.perParty() ? "，每名当事人分别计算" : "")), Cell.of(length(c.budget())), Cell.of(start),
                    Cell.of(c.roll() == Roll.FORWARD ? "顺延" : "不顺延"), basis(cites.of(c.basis()))));
        }
        return TableView.of("clocks", "期限", rows.size() + " 个", List.of("期限", "长度", "从何时起", "休息日", "依据"), rows, "没有期限。").fold(false);
    }

    /// A period in words; a setting or a series by its present value.
    private String length(String budget) {
        if (Character.isDigit(budget.charAt(0))) {
            return Period.parse(budget).zh();
        }
        Optional<Setting> set = office.settings().stream().filter(s -> s.key().equals(budget) && s.until() == null).reduce((a, b) -> b);
        return set.map(s -> Period.parse(s.value()).zh() + "（本机关设置）").orElse("依其他法律规定的长度");
    }

    TableView forms() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Definition.Step s : d.allSteps().values()) {
            if (!s.form().fields().isEmpty()) {
                String fields = s.form().fields().stream().map(f -> f.title() + (f.required() ? "" : "（选填）")).collect(Collectors.joining("、"));
                long personal = s.form().fields().stream().filter(Field::personal).count();
                rows.add(List.of(Cell.of(s.title()), Cell.of(fields), Cell.of(personal == 0 ? "—" : personal + " 项")));
            }
        }
        return TableView.of("forms", "表单", rows.size() + " 张", List.of("步骤", "栏目", "个人信息"), rows, "没有表单。").fold(true);
    }

    TableView documents() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Definition.DocumentRule r : d.documents().values()) {
            String made = d.allSteps().values().stream()
                    .filter(s -> s.documents().contains(r.id()))
                    .map(Definition.Step::title)
                    .collect(Collectors.joining("、"));
            List<String> notes = new ArrayList<>();
            if (r.series() != null) {
                notes.add("编文号");
            }
            if (r.perParty()) {
                notes.add("每名当事人一份");
            }
            if (r.served()) {
                notes.add("须送达");
            }
            rows.add(List.of(
                    Cell.of("《" + r.title() + "》", String.join("，", notes)), Cell.of(made.isEmpty() ? "—" : made),
                    Cell.of(r.sign() == null ? "—" : office.postTitle(r.sign())), basis(cites.of(r.basis()))));
        }
        return new TableView("documents", "文书", rows.size() + " 种", TableView.of("x", "", "", List.of("文书", "何时生成", "签发", "依据"), List.of(), "").columns(), rows, EmptyView.of("没有文书。"), "", TableView.Fold.FOLDED);
    }

    /// Where the text is silent: how the office reads it.
    List<ProcedurePage.InterpretationRow> interpretations() {
        List<ProcedurePage.InterpretationRow> all = new ArrayList<>();
        String whole = d.interpretation();
        if (whole != null) {
            all.add(new ProcedurePage.InterpretationRow("程序", whole, ""));
        }
        d.clocks().values().forEach(c -> {
            if (c.interpretation() != null) {
                all.add(new ProcedurePage.InterpretationRow(c.title(), c.interpretation(), ""));
            }
        });
        d.allSteps().values().forEach(s -> {
            if (s.interpretation() != null) {
                all.add(new ProcedurePage.InterpretationRow(s.title(), s.interpretation(), ""));
            }
        });
        return all;
    }
}
