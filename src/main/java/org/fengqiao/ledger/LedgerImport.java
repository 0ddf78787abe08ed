package org.fengqiao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.ledger.Entries.Entry;
import org.fengqiao.ledger.Report.Kind;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.ledger.SheetImport.Busy;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definition.Step;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 成批导入: the rows of a sheet become entries of a ledger, each by its own act through the door of the cases.
///
/// A row is known by the key of its ledger: one that stands in the ledger already is not entered again, and one that differs is
/// corrected by the step the ledger has for it or only told of, never written over. Each row is one transaction, so that an
/// import that was cut off is simply repeated.
final class LedgerImport {

    /// Advisory locks of imports, one for each ledger.
    private static final int LOCK = 0x6c67_0000;

    private final Cases cases;
    private final DataSource source;
    private final Ledgers ledgers;

    LedgerImport(Cases cases, DataSource source) {
        this.cases = cases;
        this.source = source;
        this.ledgers = new Ledgers(cases);
    }

    /// What an import is about.
    ///
    /// @param user     whose acts the entries are
    /// @param reason   why entries that differ are corrected; null tells of them and leaves them
    record Order(Definition ledger, Sheet sheet, String user, @Nullable String reason) {}

    /// What would become of each row; writes nothing.
    Report check(Order order) throws Unreadable {
        return work(order, true, done -> {});
    }

    /// Enters the rows.
    ///
    /// @param progress is told how many rows are done
    Report enter(Order order, IntConsumer progress) throws Unreadable, Busy, SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, hashtext(?))")) {
            lock.setInt(1, LOCK);
            lock.setString(2, order.ledger().slug());
            try (ResultSet taken = lock.executeQuery()) {
                if (!taken.next() || !taken.getBoolean(1)) {
                    throw new Busy();
                }
            }
            try {
                return work(order, false, progress);
            } finally {
                try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?, hashtext(?))")) {
                    unlock.setInt(1, LOCK);
                    unlock.setString(2, order.ledger().slug());
                    unlock.execute();
                }
            }
        }
    }

    private Report work(Order order, boolean tried, IntConsumer progress) throws Unreadable {
        if (order.ledger().key().isEmpty()) {
            throw new Unreadable("“" + order.ledger().title() + "”没有声明凭哪些栏目认出一条，不能成批导入，请逐条登记。");
        }
        Entries entries = new Entries(order.ledger(), ledgers.headings(order.ledger()), order.sheet());
        List<Report.Row> rows = new ArrayList<>();
        Map<List<String>, Integer> before = new HashMap<>();
        for (Sheet.Row row : order.sheet().rows()) {
            if (!entries.isHeading(row)) {
                rows.add(row(order, entries, entries.read(row), before, tried));
                progress.accept(rows.size());
            }
        }
        if (rows.isEmpty()) {
            throw new Unreadable("表头以下没有内容。");
        }
        return new Report(List.copyOf(rows));
    }

    private Report.Row row(Order order, Entries entries, Entry entry, Map<List<String>, Integer> before, boolean tried) {
        List<String> key = new ArrayList<>();
        for (String field : order.ledger().key()) {
            String value = entry.data().path(field).asString("").strip();
            if (value.isEmpty()) {
                return wrong(entry, null, faults(order, entries, entry, null));
            }
            key.add(value);
        }
        Integer same = before.putIfAbsent(key, entry.row());
        if (same != null) {
            return wrong(entry, null, List.of("与第 " + same + " 行是同一条（识别栏相同）"));
        }
        Optional<String> number = cases.entry(order.ledger(), entry.data());
        return number.isPresent() ? known(order, entries, entry, number.get(), tried) : fresh(order, entries, entry, tried);
    }

    private Report.Row fresh(Order order, Entries entries, Entry entry, boolean tried) {
        List<String> actors = entry.second() == null ? List.of() : List.of(order.user(), entry.second());
        Cases.Opening opening = new Cases.Opening(
                order.ledger().slug(), entry.title(), null, entry.data(), entry.parties(), null,
                new Cases.Taking(null, null, null, actors, null, null, entry.data()));
        if (tried || !entry.faults().isEmpty()) {
            Cases.Answer refusal = cases.refusalToOpen(order.user(), opening).orElse(null);
            return refusal == null && entry.faults().isEmpty()
                    ? new Report.Row(entry.row(), Kind.NEW, null, List.of())
                    : wrong(entry, null, faults(order, entries, entry, refusal));
        }
        return answered(order, entries, entry, Kind.NEW, null, List.of(), () -> cases.open(order.user(), opening, null));
    }

    /// A row of an entry that stands in the ledger already.
    private Report.Row known(Order order, Entries entries, Entry entry, String number, boolean tried) {
        if (!entry.faults().isEmpty()) {
            return wrong(entry, number, faults(order, entries, entry, null));
        }
        Records.Known known = cases.records().read(number, null, null).known();
        if (known == null) {
            return wrong(entry, number, List.of("已登记的一条 " + number + " 读不到"));
        }
        List<Field> differing = differing(order.ledger(), entry, known.state());
        if (differing.isEmpty()) {
            return new Report.Row(entry.row(), Kind.SAME, number, List.of());
        }
        List<String> differences = differing.stream().map(f -> difference(order, entries, f, entry, known.state())).toList();
        Step correction = order.ledger().correction().orElse(null);
        if (order.reason() == null || correction == null) {
            return new Report.Row(entry.row(), Kind.CHANGED, number, differences);
        }
        Cases.Taking taking = new Cases.Taking(
                known.state().version(), null, null, List.of(), null, null, corrected(order, correction, entry, known.state()));
        if (tried) {
            return cases.refusalToTake(order.user(), number, correction.id(), taking)
                    .map(refusal -> wrong(entry, number, join(differences, faults(order, entries, entry, refusal))))
                    .orElseGet(() -> new Report.Row(entry.row(), Kind.CORRECTED, number, differences));
        }
        return answered(order, entries, entry, Kind.CORRECTED, number, differences,
                () -> cases.take(order.user(), number, correction.id(), taking, null));
    }

    @FunctionalInterface
    private interface Acting {
        Cases.Answer act();
    }

    /// Somebody else may be faster; what was lost is tried once more, what is lost twice is told.
    private Report.Row answered(
            Order order, Entries entries, Entry entry, Kind kind, @Nullable String number, List<String> says, Acting acting) {
        Cases.Answer answer = acting.act();
        if (answer instanceof Cases.Answer.Lost) {
            answer = acting.act();
        }
        return switch (answer) {
            case Cases.Answer.Done done -> new Report.Row(entry.row(), kind, done.known().state().number(), says);
            case Cases.Answer.Drafted _ -> wrong(entry, number, List.of("须由第二名人员本人确认，不能成批办理"));
            default -> wrong(entry, number, join(says, faults(order, entries, entry, answer)));
        };
    }

    private static List<String> join(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Report.Row wrong(Entry entry, @Nullable String number, List<String> says) {
        return new Report.Row(entry.row(), Kind.WRONG, number, says);
    }

    /// Every fault of a row with its column: first what could not be read, then why the door refuses; a column once.
    private List<String> faults(Order order, Entries entries, Entry entry, Cases.@Nullable Answer refusal) {
        Map<String, String> faults = new LinkedHashMap<>();
        entry.faults().forEach((field, fault) -> faults.put(field, (field.matches("[A-Z]+") ? field + "列" : entries.place(field)) + fault));
        for (String field : order.ledger().key()) {
            if (entry.data().path(field).asString("").isBlank()) {
                faults.putIfAbsent(field, entries.place(field) + "是识别栏，不能空着");
            }
        }
        switch (refusal) {
            case null -> {}
            case Cases.Answer.Refused(List<Reason> reasons) -> {
                for (Reason r : reasons) {
                    String place = r.field() == null ? "" : entries.place(r.field());
                    faults.putIfAbsent(r.field() == null || place.isEmpty() ? r.text() : r.field(), place.isEmpty() ? r.text() : place + "：" + r.text());
                }
            }
            case Cases.Answer.Forbidden(String why) -> faults.put("", why);
            case Cases.Answer.NotFound(String what) -> faults.put("", what);
            default -> faults.put("", "刚刚被别人改过，请再导入一次");
        }
        return List.copyOf(faults.values());
    }

    /// The fields in which the row says something else than the entry; what the row leaves empty stays as it is.
    private static List<Field> differing(Definition ledger, Entry entry, CaseState state) {
        return ledger.opening().form().fields().stream()
                .filter(f -> !ledger.key().contains(f.id()) && entry.given().contains(f.id()))
                .filter(f -> {
                    JsonNode now = entry.data().get(f.id());
                    String apart = state.personal().get(f.id());
                    String text = now == null ? "" : now.isString() ? now.asString() : now.toString();
                    JsonNode kept = state.facts().get(f.id());
                    // As text: a number read from a sheet and one read from the record are of different kinds.
                    String before = apart != null ? apart : kept == null ? "" : kept.isString() ? kept.asString() : kept.toString();
                    return now != null && !text.equals(before);
                })
                .toList();
    }

    /// What was and what is now; personal values are not repeated, and nothing to those who may not read the entry.
    private String difference(Order order, Entries entries, Field f, Entry entry, CaseState state) {
        String place = entries.place(f.id());
        if (state.personal().containsKey(f.id()) || f.type() == Field.Type.POINTS || !ledgers.mayRead(order.user(), order.ledger())) {
            return place + "与已登记的不同";
        }
        Book book = new Book(order.ledger(), ledgers.headings(order.ledger()));
        return place + "已登记的是“" + book.words(f.id(), state.facts().get(f.id())) + "”，现在是“" + book.words(f.id(), entry.data().get(f.id())) + "”";
    }

    /// The whole entry as it is to be, with the reason in the correction's own first text.
    private static ObjectNode corrected(Order order, Step correction, Entry entry, CaseState state) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Field f : correction.form().fields()) {
            JsonNode now = entry.data().get(f.id());
            String apart = state.personal().get(f.id());
            if (now != null) {
                data.set(f.id(), now);
            } else if (apart != null && (f.type() == Field.Type.TEXT || f.type() == Field.Type.LONG_TEXT)) {
                data.put(f.id(), apart);
            } else if (state.facts().containsKey(f.id()) && !state.facts().get(f.id()).isObject()) {
                data.set(f.id(), state.facts().get(f.id()));
            }
        }
        correction.form().fields().stream()
                .filter(f -> !order.ledger().opening().form().has(f.id()) && f.type() == Field.Type.TEXT && f.required())
                .findFirst()
                .ifPresent(f -> data.put(f.id(), order.reason()));
        return data;
    }
}
