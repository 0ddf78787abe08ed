package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Refusal;
import org.fengqiao.ledger.Report;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.ledger.SheetImport;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.Room;
import org.jspecify.annotations.Nullable;

/// 导入财务台账: lines of the finance office, known by their own numbers; one that is handed over again is brought up to date.
final class FinanceImport implements SheetImport {

    /// The area of the access matrix, too.
    static final String AREA = "contract-ledger";

    private final Cases cases;
    private final FinanceLedger ledger;

    FinanceImport(Cases cases, FinanceLedger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    @Override
    public String key() {
        return AREA;
    }

    @Override
    public void admit(String user) {
        if (!cases.access().may(cases.office(), user, AREA, "act", cases.clock().today())) {
            throw Refusal.forbidden("台账由财务人员、法制审核员导入和说明。");
        }
    }

    @Override
    public Report check(Brought brought) throws Unreadable {
        return report(FinanceFile.of(brought.sheet()));
    }

    @Override
    public Report enter(Brought brought, IntConsumer progress) throws Unreadable {
        FinanceFile file = FinanceFile.of(brought.sheet());
        Report report = report(file);
        ledger.take(file.lines(), brought.fileName(), brought.user(), cases.clock().today());
        progress.accept(report.rows().size());
        return report;
    }

    private Report report(FinanceFile file) throws Unreadable {
        Map<String, FinanceLine> known = new HashMap<>();
        ledger.lines().stream().filter(l -> l.kind() == file.kind()).forEach(l -> known.put(l.key(), l));
        List<Report.Row> rows = new ArrayList<>();
        file.lines().forEach(l -> rows.add(row(l, known.get(l.key()))));
        file.faults().forEach((row, fault) -> rows.add(new Report.Row(row, Report.Kind.WRONG, null, List.of(fault))));
        if (rows.isEmpty()) {
            throw new Unreadable("表头以下没有内容。");
        }
        rows.sort(Comparator.comparing(Report.Row::row));
        return new Report(rows);
    }

    private static Report.Row row(FinanceLine line, @Nullable FinanceLine known) {
        Report.Kind kind = known == null ? Report.Kind.NEW : known.saysTheSameAs(line) ? Report.Kind.SAME : Report.Kind.UPDATED;
        return new Report.Row(line.line(), kind, null, List.of(line.kind().chinese() + " " + line.key(), line.counterparty(), Reconciliation.yuan(line.amount())));
    }

    @Override
    public Room room() {
        return Room.CONTRACTS;
    }

    @Override
    public List<Link> trail() {
        return List.of(Link.to("/contracts", "合同核对"));
    }
}
