package org.fengqiao.intake;

import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.cases.RejectedLines;
import org.fengqiao.office.Offices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 待更正的行, for the intake page.
@Component
class OpenRejects implements RejectedLines {

    private final JdbcClient jdbc;
    private final Offices offices;

    OpenRejects(DataSource source, Offices offices) {
        this.jdbc = JdbcClient.create(source);
        this.offices = offices;
    }

    @Override
    public List<Line> open(int most) {
        return jdbc.sql("select channel, line, reason, content, at from intake_reject"
                        + " where office = ? and settled_at is null order by id desc limit ?")
                .params(offices.id(), most)
                .query((r, n) -> new Line(
                        r.getString(1), r.getInt(2), r.getString(3), r.getString(4), r.getObject(5, OffsetDateTime.class)))
                .list();
    }
}
