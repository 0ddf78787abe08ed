package org.fengqiao.report;

import java.util.List;
import org.fengqiao.law.Dependents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 指标的依据: which figures rest on which clause.
@Component
class LawDependents implements Dependents {

    private final ObjectProvider<Figures> figures;

    LawDependents(ObjectProvider<Figures> figures) {
        this.figures = figures;
    }

    @Override
    public List<Dependent> dependents() {
        return figures.getObject().indicators().figures().values().stream()
                .flatMap(f -> f.basis().stream().map(c -> new Dependent(c, "指标“" + f.title() + "”", "/figures/" + f.id())))
                .toList();
    }
}
