package org.fengqiao.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.Room;
import org.jspecify.annotations.Nullable;

/// 成批导入: what the rows of a sheet may become. A sheet is looked through first, which writes nothing, and entered once
/// whoever brought it confirms; [SheetImports] leads every sheet that way.
public interface SheetImport {

    /// The name under which its sheets wait.
    String key();

    /// Refuses whoever may not import.
    void admit(String user);

    /// What would become of each row; writes nothing.
    Report check(Brought brought) throws Unreadable;

    /// Enters the rows.
    ///
    /// @param progress is told how many rows are done
    Report enter(Brought brought, IntConsumer progress) throws Unreadable, Busy, SQLException;

    /// The room its pages stand in.
    Room room();

    /// The way back, ending where the rows go.
    List<Link> trail();

    /// 送来的表.
    ///
    /// @param user   whose acts the entries are
    /// @param reason why what differs is corrected; null when nobody gave one
    record Brought(Sheet sheet, String fileName, String user, @Nullable String reason) {}

    /// 另一份正在导入: two imports into one place take turns.
    final class Busy extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
