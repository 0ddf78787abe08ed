package org.fengqiao.library;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fengqiao.cases.Cases;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
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
        for (Definition d : cases.definitions().all()) {
            d.stages().forEach((id, stage) -> all.putIfAbsent(stage.title(), words(id)));
            d.steps().forEach((id, step) -> all.putIfAbsent(step.title(), words(id)));
            d.clocks().forEach((id, clock) -> all.putIfAbsent(clock.title(), words(id)));
        }
        cases.definitions().all().forEach(d -> all.put(d.title(), words(d.slug())));
        laws.all().forEach(law -> {
            all.put(law.title(), law.english());
            all.put(law.shortTitle(), law.english());
        });
        return all;
    }

    /// `notice-served` as Notice served.
    private static String words(String id) {
        String spaced = id.replace('-', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
