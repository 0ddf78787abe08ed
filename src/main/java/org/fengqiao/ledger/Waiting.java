package org.fengqiao.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 待确认的表: sheets between the look that writes nothing and the confirmation, and what became of them.
final class Waiting {

    static final short OFFICE = Offices.ONLY;
    private static final String COLUMNS = "id, procedure, person, at, file_name, state, reason, done, total, outcome";

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// 导入的情形.
    enum State {
        CHECKED,
        RUNNING,
        STOPPED,
        DONE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// @param into what its rows become: the slug of a ledger, or the key of another import
    record Kept(
            UUID id, String into, String person, OffsetDateTime at, String fileName, State state, @Nullable String reason,
            int done, int total, Report outcome) {}

    /// Keeps a sheet that has been looked through; older ones that nobody confirmed lose their content.
    UUID keep(String into, SheetImport.Brought brought, byte[] content, Report found) {
        jdbc.sql("update ledger_import set content = null where office = ? and content is not null and state <> 'running'"
                        + " and at < now() - interval '1 day'")
                .params(OFFICE)
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into ledger_import (office, id, procedure, person, file_name, content, state, reason, total, outcome)"
                        + " values (?, ?, ?, ?, ?, ?, 'checked', ?, ?, ?)")
                .params(OFFICE, id, into, brought.user(), brought.fileName(), content, brought.reason(), found.rows().size(), found.json())
                .update();
        return id;
    }

    /// Only whoever brought a sheet sees it again.
    Optional<Kept> find(UUID id, String person) {
        return jdbc.sql("select " + COLUMNS + " from ledger_import where office = ? and id = ? and person = ?")
                .params(OFFICE, id, person)
                .query((r, n) -> kept(r))
                .optional();
    }

    List<Kept> recent(String into, String person, int most) {
        return jdbc.sql("select " + COLUMNS + " from ledger_import where office = ? and procedure = ? and person = ? order by at desc limit ?")
                .params(OFFICE, into, person, most)
                .query((r, n) -> kept(r))
                .list();
    }

    private static Kept kept(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Kept(
                r.getObject(1, UUID.class), r.getString(2), r.getString(3), r.getObject(4, OffsetDateTime.class), r.getString(5),
                State.valueOf(r.getString(6).toUpperCase(java.util.Locale.ROOT)), r.getString(7), r.getInt(8), r.getInt(9),
                Report.of(r.getString(10)));
    }

    /// Takes a sheet to be entered; empty when it is being entered already, is done, or was dropped.
    Optional<byte[]> begin(UUID id, String person) {
        return jdbc.sql("update ledger_import set state = 'running', done = 0 where office = ? and id = ? and person = ?"
                        + " and state in ('checked', 'stopped') and content is not null returning content")
                .params(OFFICE, id, person)
                .query(byte[].class)
                .optional();
    }

    void progress(UUID id, int done) {
        jdbc.sql("update ledger_import set done = ? where office = ? and id = ?").params(done, OFFICE, id).update();
    }

    void finish(UUID id, Report report) {
        jdbc.sql("update ledger_import set state = 'done', content = null, done = total, outcome = ? where office = ? and id = ?")
                .params(report.json(), OFFICE, id)
                .update();
    }

    void stop(UUID id) {
        jdbc.sql("update ledger_import set state = 'stopped' where office = ? and id = ? and state = 'running'").params(OFFICE, id).update();
    }

    /// What was being entered when the office stopped can go on.
    void stopAll() {
        jdbc.sql("update ledger_import set state = 'stopped' where office = ? and state = 'running'").params(OFFICE).update();
    }
}
