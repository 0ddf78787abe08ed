package org.fengqiao.cases;

import java.util.List;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.record.Projection;

/// 文书行: the canonical content of the documents an event made; the record holds their digests.
final class DocumentRows implements Projection {

    private static final String SQL = """
            insert into document (office, case_id, id, kind, party, number, seq, content)
            select h.office, h.id, t.doc, t.kind, t.party, nullif(t.number, ''), ?, t.content
              from head h, unnest(?, ?, ?, ?, ?) as t(doc, kind, party, number, content)
            on conflict (office, case_id, id) do update
               set seq = excluded.seq, content = excluded.content, number = excluded.number""";

    @Override
    public List<Part> parts(Change change) {
        List<CaseEvent.Made> made = change.event().documents().stream()
                .filter(d -> change.contents().containsKey(d.id()))
                .toList();
        if (made.isEmpty()) {
            return List.of();
        }
        return List.of(new Part("papers", SQL, List.of(
                change.event().seq(),
                made.stream().map(CaseEvent.Made::id).toArray(String[]::new),
                made.stream().map(CaseEvent.Made::kind).toArray(String[]::new),
                made.stream().map(d -> d.party() == null ? "" : d.party()).toArray(String[]::new),
                made.stream().map(d -> d.number() == null ? "" : d.number()).toArray(String[]::new),
                made.stream().map(d -> change.contents().get(d.id())).toArray(String[]::new))));
    }
}
