package org.fengqiao.procedure;

import java.util.List;
import org.fengqiao.law.Citation;

/// Reads who takes a step: posts, pairs of officers, who is kept out, who must be qualified or present.
final class PeopleReader {

    private final DefinitionReader definition;
    private final List<Citation> duties;

    /// @param duties the articles that divide the work of the office, where a step names none of its own
    PeopleReader(DefinitionReader definition, List<Citation> duties) {
        this.definition = definition;
        this.duties = duties;
    }

    People read(Source s, List<Citation> stepBasis) {
        boolean party = s.has("party");
        s.get("party");
        List<String> posts = party ? s.texts("recorded-by") : s.texts("post");
        if (posts.isEmpty()) {
            throw s.fault(party ? "by: party needs recorded-by" : "by needs post");
        }
        List<Citation> basis = s.has("basis") ? definition.basis(s) : duties.isEmpty() ? stepBasis : duties;
        Source officers = s.get("officers");
        List<People.Excluded> excluded = s.list("differs-from").stream()
                .map(x -> {
                    People.Excluded e = x.isText()
                            ? new People.Excluded(x.text(), basis)
                            : new People.Excluded(x.text("step"), definition.basis(x));
                    if (x.isMap()) {
                        x.close();
                    }
                    return e;
                })
                .toList();
        Source qualified = s.get("qualified");
        Source unit = s.get("unit");
        Source quorum = s.get("quorum");
        Source related = s.get("not-related");
        People people = new People(
                posts,
                basis,
                party,
                officers == null ? 1 : officers.number("at-least", 1),
                officers != null && officers.flag("certified"),
                officers == null ? List.of() : definition.basis(officers),
                s.flag("assigned"),
                excluded,
                qualified == null ? null : qualified.isText() ? qualified.text() : qualified.text("certificate"),
                qualified != null && qualified.isMap() ? definition.basis(qualified) : stepBasis,
                unit == null ? null : ofUnit(unit),
                quorum == null ? null : quorum(quorum),
                related != null,
                related != null && related.isMap() ? definition.basis(related) : stepBasis);
        s.close();
        return people;
    }

    private People.OfUnit ofUnit(Source s) {
        People.OfUnit unit = new People.OfUnit(s.text("field"), definition.basis(s));
        s.close();
        return unit;
    }

    private People.Quorum quorum(Source s) {
        String[] share = s.text("at-least").split("/");
        People.Quorum q = new People.Quorum(
                s.text("of"), Integer.parseInt(share[0]), Integer.parseInt(share[1]),
                "last".equals(s.optional("chief-speaks")), definition.basis(s));
        s.close();
        return q;
    }
}
