package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.law.Citation;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.Cite;
import org.fengqiao.ui.PersonRow;

/// 承办人员: who handles a case and who has acted in it, with what entitles them to.
final class CasePeople {

    private final CaseState state;
    private final Definition definition;
    private final Office office;
    private final LocalDate today;
    private final Cites cites;

    CasePeople(CaseState state, Definition definition, Office office, LocalDate today, Cites cites) {
        this.state = state;
        this.definition = definition;
        this.office = office;
        this.today = today;
        this.cites = cites;
    }

    List<PersonRow> rows() {
        Map<String, PersonRow> rows = new LinkedHashMap<>();
        state.officers().forEach(o -> rows.put(o, row("承办", o)));
        for (CaseState.Deed deed : state.deeds()) {
            for (CaseEvent.Actor a : deed.actors()) {
                if (!rows.containsKey(a.person())) {
                    rows.put(a.person() + "/" + a.post(), row(office.postTitle(a.post()), a.person()));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private PersonRow row(String role, String id) {
        Person p = office.person(id).orElse(null);
        Person.Certificate c = p == null ? null : p.certificates().stream().filter(x -> x.validOn(today)).findFirst().orElse(null);
        String unit = p == null ? "" : office.units().getOrDefault(p.unit(), "");
        return new PersonRow(
                role, office.nameOf(id), c == null ? unit : c.number(),
                c == null || c.until() == null ? "" : "至 " + c.until().getYear() + "年" + c.until().getMonthValue() + "月");
    }

    /// The articles that ask for two officers at the present stage.
    List<Cite> basis() {
        List<Citation> all = definition.steps().values().stream()
                .filter(s -> s.in().contains(state.stage()))
                .flatMap(s -> s.by().officersBasis().stream())
                .distinct()
                .limit(3)
                .toList();
        return cites.of(all);
    }
}
