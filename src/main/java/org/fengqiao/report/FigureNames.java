package org.fengqiao.report;

import java.util.HashMap;
import java.util.Map;
import org.fengqiao.ui.EnglishNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 指标的英文名称: figures and their groups bear the name they are addressed by.
@Component
class FigureNames implements EnglishNames {

    private final ObjectProvider<Figures> figures;

    FigureNames(ObjectProvider<Figures> figures) {
        this.figures = figures;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> all = new HashMap<>();
        Indicators held = figures.getObject().indicators();
        held.figures().values().forEach(f -> all.putIfAbsent(f.title(), EnglishNames.ofId(f.id())));
        held.groups().forEach((id, title) -> all.put(title, EnglishNames.ofId(id)));
        return all;
    }
}
