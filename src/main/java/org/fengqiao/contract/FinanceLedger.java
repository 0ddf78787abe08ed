package org.fengqiao.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fengqiao.contract.FinanceLine.Kind;
import org.fengqiao.office.Office;
import org.fengqiao.record.Records;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// 台账: what the finance office handed over, kept by its own numbers, and the reviews it is held against.
public final class FinanceLedger {

    /// The setting that says from which amount contracts are reviewed, by day.
    static final String THRESHOLD = "contract-review-threshold";

    private final JdbcClient jdbc;
    private final TransactionTemplate together;
    private final short office;
    private final Supplier<Office> settings;
    private final Records records;

    FinanceLedger(DataSource source, short office, Supplier<Office> settings) {
        this.jdbc = JdbcClient.create(source);
        this.together = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.office = office;
        this.settings = settings;
        // Cases are only read here; nothing is written, so nothing is projected.
        this.records = new Records(source, office, state -> new Records.Standing(null, false, ""), List.of());
    }

    /// What an import did.
    record Taken(int fresh, int again) {}

    /// Keeps lines; one whose number is known is brought up to date and keeps its explanation. All of them or none.
    Taken take(List<FinanceLine> lines, String file, String by, LocalDate on) {
        Taken taken = together.execute(t -> {
            int fresh = 0;
            for (FinanceLine l : lines) {
                boolean inserted = jdbc.sql("insert into contract_ledger (office, kind, key, contract_number, counterparty, title, amount, day, file, line, imported_by, imported_on)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (office, kind, key) do update set contract_number = excluded.contract_number,"
                                + " counterparty = excluded.counterparty, title = excluded.title, amount = excluded.amount, day = excluded.day, file = excluded.file,"
                                + " line = excluded.line, imported_by = excluded.imported_by, imported_on = excluded.imported_on returning xmax = 0")
                        .params(office, l.kind().word(), l.key(), l.contractNumber(), l.counterparty(), l.title(), l.amount(), l.day(), file, l.line(), by, on)
                        .query(Boolean.class)
                        .single();
                fresh += inserted ? 1 : 0;
            }
            return new Taken(fresh, lines.size() - fresh);
        });
        return taken == null ? new Taken(0, 0) : taken;
    }

    List<FinanceLine> lines() {
        return jdbc.sql("select kind, key, contract_number, counterparty, title, amount, day, line, explanation, explained_by, explained_on"
                        + " from contract_ledger where office = ? order by day desc, kind, key")
                .param(office)
                .query((r, n) -> new FinanceLine(
                        Kind.of(r.getString(1)), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getLong(6),
                        r.getObject(7, LocalDate.class), r.getInt(8), r.getString(9), r.getString(10), r.getObject(11, LocalDate.class)))
                .list();
    }

    /// Records why a line needs no review; false when there is no such line.
    boolean explain(Kind kind, String key, String why, String by, LocalDate on) {
        return jdbc.sql("update contract_ledger set explanation = ?, explained_by = ?, explained_on = ? where office = ? and kind = ? and key = ?")
                        .params(why, by, on, office, kind.word(), key)
                        .update()
                == 1;
    }

    /// Every contract review of the office, whatever its stage.
    List<Review> reviews() {
        return jdbc.sql("select number from cases where office = ? and procedure = ? order by id")
                .params(office, Review.PROCEDURE)
                .query(String.class)
                .list()
                .stream()
                .map(n -> records.read(n, null, null).known())
                .filter(java.util.Objects::nonNull)
                .map(k -> Review.of(k.state()))
                .toList();
    }

    Optional<Long> threshold(LocalDate day) {
        return settings.get().setting(THRESHOLD, day).map(s -> Long.valueOf(s.value()));
    }

    Reconciliation reconciled() {
        return Reconciliation.of(lines(), reviews(), this::threshold);
    }
}
