package org.fengqiao.cases;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 查阅用途: who may look at a case of a restricted area only for a purpose, and has stated it.
///
/// Areas with the right `purpose` in `office/access.yaml` are restricted: those who act there see them as any other; who
/// holds only `purpose` sees one case at a time, by its number, on the day on which they stated what for. Statements are
/// lines of the look-up log, so that a purpose cannot be stated without being seen.
final class Purposes {

    /// The right that lets a person look for a purpose, and marks its area as restricted.
    static final String RIGHT = "purpose";

    private static final String STATED = "说明用途";
    private static final String STATED_TODAY = " from look_up where what = '" + STATED + "' and office = ? and person = ?"
            + " and (at at time zone 'Asia/Shanghai')::date = (now() at time zone 'Asia/Shanghai')::date";

    private final JdbcClient jdbc;
    private final short office;

    Purposes(JdbcClient jdbc, short office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    /// What a person stated today for a case.
    Optional<String> stated(String person, long caseId) {
        return jdbc.sql("select purpose" + STATED_TODAY + " and case_id = ? order by id desc limit 1")
                .params(office, person, caseId)
                .query(String.class)
                .optional();
    }

    /// The cases for which a person stated a purpose today.
    Set<Long> statedToday(String person) {
        return jdbc.sql("select distinct case_id" + STATED_TODAY).params(office, person).query(Long.class).set();
    }

    void state(String person, long caseId, String purpose) {
        log(person, caseId, purpose, STATED);
    }

    /// 查阅日志: a look at a case, or, without one, a search over all.
    void log(String person, @Nullable Long caseId, String purpose, String what) {
        jdbc.sql("insert into look_up (office, person, case_id, purpose, what) values (?, ?, ?, ?, ?)")
                .params(office, person, caseId, purpose, what)
                .update();
    }
}
