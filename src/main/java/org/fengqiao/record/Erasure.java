package org.fengqiao.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fengqiao.procedure.CaseState;
import org.jspecify.annotations.Nullable;

/// 删除个人信息: salt and value go together; the chain keeps a digest that nobody can guess anything from.
///
/// The erasing is itself an event of the case, and it names what was erased; without it a missing value is a fault.
public final class Erasure {

    /// The name of the event.
    public static final String STEP = "$erased";

    private Erasure() {}

    /// What one erasure takes away.
    ///
    /// @param values event → the fields whose value and salt go
    /// @param documents the documents whose content goes, because it repeats the values
    public record Scope(Map<Integer, List<String>> values, List<String> documents) {

        public boolean isEmpty() {
            return values.isEmpty() && documents.isEmpty();
        }

        /// As the event names them: `3:P1.name`, `document:D1`.
        public List<String> names() {
            List<String> names = new ArrayList<>();
            values.forEach((seq, fields) -> fields.forEach(f -> names.add(seq + ":" + f)));
            documents.forEach(d -> names.add("document:" + d));
            return names;
        }

        /// The statements that erase, to join the one that appends the event.
        public List<Projection.Part> parts() {
            List<Integer> seqs = new ArrayList<>();
            List<String> fields = new ArrayList<>();
            values.forEach((seq, all) -> all.forEach(f -> {
                seqs.add(seq);
                fields.add(f);
            }));
            List<Projection.Part> parts = new ArrayList<>();
            if (!seqs.isEmpty()) {
                parts.add(new Projection.Part("forgotten", FORGET, List.of(
                        seqs.toArray(Integer[]::new), fields.toArray(String[]::new))));
            }
            if (!documents.isEmpty()) {
                parts.add(new Projection.Part(
                        "emptied",
                        "update document d set content = '' from head h where d.office = h.office and d.case_id = h.id and d.id = any(?)",
                        List.<Object>of((Object) documents.toArray(String[]::new))));
            }
            return parts;
        }
    }

    private static final String FORGET = """
            update personal p set content = (
                   select coalesce(json_object_agg(f.key, f.value), '{}')::text
                     from json_each(p.content::json) f where f.key <> all(g.fields))
              from head h, (select t.seq, array_agg(t.field) as fields from unnest(?, ?) as t(seq, field) group by t.seq) g
             where p.office = h.office and p.case_id = h.id and p.seq = g.seq""";

    /// Everything of a case that a field name marks as wanted, with the documents that repeat it.
    ///
    /// @param rows  the rows of personal values by event
    /// @param party the party whose documents go; null for those of the whole case
    public static Scope of(CaseState state, Map<Integer, String> rows, Predicate<String> wanted, @Nullable String party) {
        Map<Integer, List<String>> values = new LinkedHashMap<>();
        rows.forEach((seq, row) -> {
            List<String> fields = new TreeSet<>(PersonalValues.read(row).keySet()).stream().filter(wanted).toList();
            if (!fields.isEmpty()) {
                values.put(seq, fields);
            }
        });
        // A document without a party names them all.
        List<String> documents = state.documents().values().stream()
                .filter(d -> party == null || d.party() == null || d.party().equals(party))
                .map(CaseState.CaseDocument::id)
                .toList();
        return new Scope(values, values.isEmpty() ? List.of() : documents);
    }
}
