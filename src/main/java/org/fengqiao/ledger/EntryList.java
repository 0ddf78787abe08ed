package org.fengqiao.ledger;

import java.util.List;
import org.fengqiao.cases.Cases;
import org.fengqiao.procedure.CaseState;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 台账清单: the entries of a ledger as a person may see them.
final class EntryList {

    private final Cases cases;
    private final JdbcClient jdbc;

    EntryList(Cases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    long count(String procedure) {
        return jdbc.sql("select count(*) from cases where office = ? and procedure = ?").params(Waiting.OFFICE, procedure).query(Long.class).single();
    }

    /// The entries, oldest first; at most as many as one import takes.
    List<CaseState> all(String user, String procedure) {
        return jdbc.sql("select number from cases where office = ? and procedure = ? order by id limit ?")
                .params(Waiting.OFFICE, procedure, SheetFile.MOST_ROWS)
                .query(String.class)
                .list()
                .stream()
                .flatMap(n -> cases.see(user, n).stream())
                .map(k -> k.state())
                .toList();
    }
}
