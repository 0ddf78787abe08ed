package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.FactView;

/// 提交以后: what a step will do, said before it is done.
final class Effects {

    private final Definition definition;
    private final Definition.Step step;
    private final Office office;

    Effects(Definition definition, Definition.Step step, Office office) {
        this.definition = definition;
        this.step = step;
        this.office = office;
    }

    List<FactView> views() {
        List<FactView> all = new ArrayList<>();
        if (step.to() != null && definition.stages().containsKey(step.to())) {
            all.add(FactView.of("阶段", "进入“" + definition.stage(step.to()).title() + "”"));
        }
        for (String kind : step.documents()) {
            Definition.DocumentRule rule = definition.documents().get(kind);
            String sign = rule.sign() == null ? "" : "，由" + office.postTitle(rule.sign()) + "签发";
            all.add(FactView.of("生成文书", "《" + rule.title() + "》" + (rule.series() == null ? "" : "，编文号") + sign));
        }
        Map<String, List<String>> clocks = new LinkedHashMap<>();
        for (Definition.ClockAction a : step.clocks()) {
            Definition.ClockRule rule = definition.clocks().get(a.clock());
            clocks.computeIfAbsent(word(a.op()), k -> new ArrayList<>()).add(rule == null ? a.clock() : rule.title());
        }
        clocks.forEach((word, titles) -> all.add(FactView.of(word, String.join("、", titles))));
        if (step.by().officers() > 1) {
            all.add(FactView.of("确认", "另一名执法人员登录确认后生效，确认以前是草稿"));
        }
        if (!step.effects().revises().isEmpty()) {
            List<String> titles = step.effects().revises().stream()
                    .filter(definition.documents()::containsKey)
                    .map(k -> "《" + definition.documents().get(k).title() + "》")
                    .toList();
            all.add(FactView.of("撤回文书", String.join("、", titles)));
        }
        return all;
    }

    private static String word(Definition.ClockAction.Op op) {
        return switch (op) {
            case START -> "开始计期";
            case END -> "完成期限";
            case LIFT -> "解除期限";
            case STOP -> "中止期限";
            case RESUME -> "恢复期限";
            case RESTART -> "重新计期";
            case EXTEND -> "延长期限";
            case REPLACE -> "更替期限";
        };
    }
}
