package org.fengqiao.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Packing;
import org.fengqiao.record.PersonalValues;
import org.fengqiao.record.Restriction;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 按姓名检索: which cases are found by a personal value that was entered when they opened.
///
/// Where a procedure protects somebody, a value finds a case only for those who are shown that value there: whoever may not see a
/// protected name does not learn from a search in which case it stands.
final class NameSearch {

    /// A personal value that was entered when the case opened, asked for twice; of a case whose title is masked none counts.
    private static final String NAMED = " c.title not like '" + Restriction.MASK + "%' and exists (select 1 from personal p"
            + " where p.office = c.office and p.case_id = c.id and p.seq = 1 and p.content ilike ? and exists ("
            + "select 1 from json_each(p.content::json) f where f.value->>1 ilike ?))";

    private final JdbcClient jdbc;
    private final short office;
    private final Cases cases;

    NameSearch(JdbcClient jdbc, short office, Cases cases) {
        this.jdbc = jdbc;
        this.office = office;
        this.cases = cases;
    }

    /// A condition on the row `c` of a case, and its parameters.
    record Condition(String sql, List<Object> values) {}

    /// The cases, among those of the procedures a person may read, that these words find by a name.
    ///
    /// @param like the words as a pattern of SQL
    Condition named(String user, List<String> readable, String words, String like) {
        String[] shielding = readable.stream().filter(this::shields).toArray(String[]::new);
        return new Condition(
                "c.procedure <> all(?) and" + NAMED + " or c.id = any(?)",
                List.of(shielding, like, like, shown(user, shielding, words.toLowerCase(Locale.ROOT), like)));
    }

    /// Whether somebody is protected in some version of a procedure.
    private boolean shields(String procedure) {
        return cases.definitions().versions(procedure).stream().anyMatch(d -> !d.parties().shielded().isEmpty());
    }

    /// The cases of such procedures in which this person is shown a value with these words: all that is not withheld, and in the
    /// cases for which they have stated a purpose today whatever that shows them.
    private Long[] shown(String user, String[] shielding, String words, String like) {
        if (shielding.length == 0) {
            return new Long[0];
        }
        Set<Long> stated = cases.purposes().statedToday(user);
        List<Long> found = new ArrayList<>();
        Map<Long, String> withheld = new HashMap<>();
        jdbc.sql("select c.id, c.number, c.procedure, e.line,"
                        + " array(select p.content from personal p where p.office = c.office and p.case_id = c.id order by p.seq) as personal"
                        + " from cases c join event e on e.office = c.office and e.case_id = c.id and e.seq = 1"
                        + " where c.office = ? and c.procedure = any(?) and" + NAMED)
                .params(office, shielding, like, like)
                .query((ResultSet row) -> {
                    if (tells(open(row), words)) {
                        found.add(row.getLong(1));
                    } else if (stated.contains(row.getLong(1))) {
                        withheld.put(row.getLong(1), row.getString(2));
                    }
                });
        withheld.forEach((id, number) -> cases.see(user, number).filter(k -> tells(k.state(), words)).ifPresent(_ -> found.add(id)));
        return found.toArray(Long[]::new);
    }

    private static boolean tells(CaseState state, String words) {
        return state.personal().values().stream().anyMatch(v -> v.toLowerCase(Locale.ROOT).contains(words));
    }

    /// What everybody who may read the case is shown of its personal values. Parties enter with the opening, so its line says who is
    /// protected; a case restricted since has a masked title and is not among the rows.
    private static CaseState open(ResultSet row) throws SQLException {
        Map<String, String> personal = new HashMap<>();
        Array rows = row.getArray(5);
        Arrays.stream((String[]) rows.getArray()).forEach(text -> personal.putAll(PersonalValues.read(text)));
        CaseEvent opened = CaseEvent.of(Cases.JSON.readTree(Packing.text(row.getBytes(4))));
        return Restriction.masked(CaseState.open(opened, row.getString(3), personal));
    }
}
