package org.fengqiao.report;

import java.util.List;
import org.fengqiao.law.Dependents;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definitions;
import org.springframework.stereotype.Component;

/// 指标的依据: which figures rest on which clause.
@Component
class LawDependents implements Dependents {

    private final List<Dependent> all;

    LawDependents(Definitions definitions, Laws laws) {
        this.all = Indicators.load(definitions, laws).figures().values().stream()
                .flatMap(f -> f.basis().stream().map(c -> new Dependent(c, "指标“" + f.title() + "”", "/figures/" + f.id())))
                .toList();
    }

    @Override
    public List<Dependent> dependents() {
        return all;
    }
}
