package org.fengqiao.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.Room;

/// 导入一本台账: the rows of a sheet as entries of one ledger.
record LedgerRows(Definition ledger, Ledgers ledgers, LedgerImport imports) implements SheetImport {

    @Override
    public String key() {
        return ledger.slug();
    }

    @Override
    public void admit(String user) {
        ledgers.mustOpen(user, ledger);
    }

    @Override
    public Report check(Brought brought) throws Unreadable {
        return imports.check(order(brought));
    }

    @Override
    public Report enter(Brought brought, IntConsumer progress) throws Unreadable, Busy, SQLException {
        return imports.enter(order(brought), progress);
    }

    private LedgerImport.Order order(Brought brought) {
        return new LedgerImport.Order(ledger, brought.sheet(), brought.user(), brought.reason());
    }

    @Override
    public Room room() {
        return Room.LEDGERS;
    }

    @Override
    public List<Link> trail() {
        return List.of(Link.to("/ledgers", "台账"), Link.to("/ledgers/" + ledger.slug(), ledger.title()));
    }
}
