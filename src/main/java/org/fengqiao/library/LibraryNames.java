package org.fengqiao.library;

import java.util.HashMap;
import java.util.Map;
import org.fengqiao.cases.Cases;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.ui.EnglishNames;
import org.springframework.stereotype.Component;

/// 库中的英文名称: laws bear an English title; procedures, stages, steps and clocks bear theirs as the name they are addressed by.
@Component
class LibraryNames implements EnglishNames {

    private final Laws laws;
    private final Cases cases;

    LibraryNames(Laws laws, Cases cases) {
        this.laws = laws;
        this.cases = cases;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> all = new HashMap<>();
        cases.office().posts().forEach((id, post) -> all.put(post, EnglishNames.ofId(id)));
        for (Definition d : cases.definitions().all()) {
            d.stages().forEach((id, stage) -> all.putIfAbsent(stage.title(), EnglishNames.ofId(id)));
            d.steps().forEach((id, step) -> all.putIfAbsent(step.title(), EnglishNames.ofId(id)));
            d.clocks().forEach((id, clock) -> all.putIfAbsent(clock.title(), EnglishNames.ofId(id)));
        }
        cases.definitions().all().forEach(d -> d.steps().values().forEach(s -> s.form().fields().forEach(f -> names(f, all))));
        cases.definitions().all().forEach(d -> all.put(d.title(), EnglishNames.ofId(d.slug())));
        laws.all().forEach(law -> {
            all.put(law.title(), law.english());
            all.put(law.shortTitle(), law.english());
        });
        return all;
    }

    private static void names(Field field, Map<String, String> all) {
        all.putIfAbsent(field.title(), EnglishNames.ofId(field.id()));
        field.options().forEach((id, title) -> all.putIfAbsent(title, EnglishNames.ofId(id)));
        field.items().forEach(inner -> names(inner, all));
    }
}
