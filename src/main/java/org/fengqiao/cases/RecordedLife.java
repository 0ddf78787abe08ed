package org.fengqiao.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.Replay;
import org.fengqiao.record.Packing;
import org.fengqiao.record.PersonalValues;

/// 一件案件的全过程记录: its lines with the personal values still kept beside them, as whatever goes through many cases reads them.
final class RecordedLife {

    /// Two columns beside a row `k` that names a case by `office` and `id`.
    static final String COLUMNS = """
            array(select e.line from event e where e.office = k.office and e.case_id = k.id order by e.seq) as lines,
            array(select coalesce(p.content, '{}') from event e left join personal p using (office, case_id, seq)
                   where e.office = k.office and e.case_id = k.id order by e.seq) as personal""";

    private RecordedLife() {}

    /// The events of the row's case, from the first on.
    static List<Replay.Recorded> of(ResultSet row) throws SQLException {
        byte[][] lines = (byte[][]) row.getArray("lines").getArray();
        String[] personal = (String[]) row.getArray("personal").getArray();
        List<Replay.Recorded> life = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            life.add(new Replay.Recorded(CaseEvent.of(Cases.JSON.readTree(Packing.text(lines[i]))), PersonalValues.read(personal[i])));
        }
        return life;
    }
}
