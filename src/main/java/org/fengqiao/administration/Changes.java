package org.fengqiao.administration;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 变更: one change of the office and its entry in the list of changes, in one transaction.
@Component
class Changes {

    private final Offices offices;
    private final JdbcClient jdbc;

    Changes(Offices offices, DataSource source) {
        this.offices = offices;
        this.jdbc = JdbcClient.create(source);
    }

    /// One entry of the list.
    record Change(OffsetDateTime at, String person, String subject, String what) {}

    /// Makes a change.
    ///
    /// @param sql one data-modifying statement; it is wrapped so that the entry is written with it
    /// @return how many rows changed; without any, nothing is entered
    int make(String by, String subject, String what, String sql, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
        all.addAll(List.of(offices.id(), by, subject, what));
        return offices.change(
                "with done as (" + sql + " returning 1) insert into office_change (office, person, subject, what)"
                        + " select ?, ?, ?, ? where exists (select 1 from done)",
                all.toArray());
    }

    /// Enters something that was changed elsewhere, such as a password.
    void enter(String by, String subject, String what) {
        jdbc.sql("insert into office_change (office, person, subject, what) values (?, ?, ?, ?)")
                .params(offices.id(), by, subject, what)
                .update();
    }

    List<Change> newest(int most) {
        return jdbc.sql("select at, person, subject, what from office_change where office = ? order by id desc limit ?")
                .params(offices.id(), most)
                .query((r, n) -> new Change(r.getObject(1, OffsetDateTime.class), r.getString(2), r.getString(3), r.getString(4)))
                .list();
    }

    short office() {
        return offices.id();
    }
}
