package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.law.UnresolvedCitation;
import org.fengqiao.ui.Cite;

/// 引文: citations as people read them, each a link to the text of the version that binds.
public final class Cites {

    private final Laws laws;

    public Cites(Laws laws) {
        this.laws = laws;
    }

    /// In order; the law's name is dropped where it stands directly before.
    public List<Cite> of(List<Citation> citations) {
        List<Cite> all = new ArrayList<>();
        String before = "";
        for (Citation c : citations) {
            boolean same = c.instrument().equals(before) && !c.isWholeInstrument();
            all.add(Cite.of(same ? laws.displayShort(c) : laws.display(c), laws.url(c)));
            before = c.instrument();
        }
        return List.copyOf(all);
    }

    public Cite of(Citation citation) {
        return Cite.of(laws.display(citation), laws.url(citation));
    }

    /// Citations as the record keeps them; one that no longer resolves is shown as it stands.
    public List<Cite> read(List<String> citations) {
        List<Citation> known = new ArrayList<>();
        List<Cite> unknown = new ArrayList<>();
        for (String text : citations) {
            try {
                known.add(laws.citation(text));
            } catch (UnresolvedCitation e) {
                unknown.add(new Cite(text, null));
            }
        }
        List<Cite> all = new ArrayList<>(of(known));
        all.addAll(unknown);
        return all;
    }
}
