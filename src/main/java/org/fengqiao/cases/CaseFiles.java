package org.fengqiao.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.record.Chain;
import org.fengqiao.record.Packing;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 案卷读取: what a page shows of a case beside its state: lines of the record, evidence titles, the other cases of the matter.
public final class CaseFiles {

    private final JdbcClient jdbc;
    private final short office;
    private final Purposes purposes;

    CaseFiles(JdbcClient jdbc, short office) {
        this.jdbc = jdbc;
        this.office = office;
        this.purposes = new Purposes(jdbc, office);
    }

    /// One line of the record and whether it fits the one before it.
    record Line(int seq, String text, String digest, boolean intact) {
        CaseEvent event() {
            return CaseEvent.of(Cases.JSON.readTree(text));
        }
    }

    /// 核验结果: the chain of a case, line by line; `broken` is the number of the first broken one, 0 when whole.
    ///
    /// @param whole false also when the last digest is not the one the case row holds
    record Checked(List<Line> lines, String head, boolean whole, int broken) {}

    /// Recomputes the chain of a case from its stored lines.
    Checked check(Records.Known known) {
        return check(known.id(), known.state().number());
    }

    /// The chain of a case by its row.
    Checked check(long caseId, String number) {
        byte[][] previous = {Chain.origin(number)};
        List<Line> lines = new ArrayList<>();
        int[] expected = {1};
        jdbc.sql("select seq, line, digest from event where office = ? and case_id = ? order by seq")
                .params(office, caseId)
                .query(r -> {
                    byte[] stored = r.getBytes(3);
                    String text = Packing.text(r.getBytes(2));
                    byte[] computed = Chain.next(previous[0], text);
                    boolean intact = Arrays.equals(stored, computed) && r.getInt(1) == expected[0]++;
                    lines.add(new Line(r.getInt(1), text, Chain.hex(stored), intact));
                    previous[0] = stored;
                });
        byte[] head = jdbc.sql("select digest from cases where office = ? and id = ?")
                .params(office, caseId)
                .query((r, n) -> r.getBytes(1))
                .single();
        int broken = lines.stream().filter(l -> !l.intact()).mapToInt(Line::seq).findFirst().orElse(0);
        boolean closed = Arrays.equals(head, previous[0]);
        if (broken == 0 && !closed) {
            broken = lines.size() + 1;
        }
        return new Checked(lines, Chain.hex(head), broken == 0, broken);
    }

    /// 证据条目, as the page lists it.
    record Item(String id, String kind, String title, String source, LocalDate collected, String mediaType, long size, String sm3) {}

    /// The evidence of a case as a person sees it; a title may name somebody, so it gives way where values are restricted.
    List<Item> evidence(Records.Known known) {
        boolean hides = Restriction.hides(known.state(), null);
        NotShown notShown = NotShown.of(jdbc, office, known);
        return jdbc.sql("select id, kind, title, source, collected_on, media_type, size, sm3 from evidence"
                        + " where office = ? and case_id = ? order by length(id), id")
                .params(office, known.id())
                .query((r, n) -> new Item(
                        r.getString(1), r.getString(2), hides ? Restriction.MASK : notShown.masked(r.getString(3)),
                        hides ? Restriction.MASK : notShown.masked(r.getString(4)), r.getObject(5, LocalDate.class), r.getString(6), r.getLong(7), r.getString(8)))
                .list();
    }

    /// Another case of the same matter.
    record Relative(String number, String procedure, String title, String stage, LocalDate opened) {}

    List<Relative> related(String lifeline, long caseId) {
        return jdbc.sql("select number, procedure, title, stage, opened_on from cases"
                        + " where office = ? and (lifeline = ? or number = ?) and id <> ? order by id limit 20")
                .params(office, lifeline, lifeline, caseId)
                .query((r, n) -> new Relative(
                        r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getObject(5, LocalDate.class)))
                .list();
    }

    /// When each line was recorded, by its number.
    static Map<Integer, Instant> recorded(List<Line> lines) {
        Map<Integer, Instant> all = new HashMap<>();
        lines.forEach(l -> all.put(l.seq(), l.event().recordedAt()));
        return all;
    }

    /// A moment of the record as civil time.
    static @Nullable OffsetDateTime civil(@Nullable Instant at) {
        return at == null ? null : at.atOffset(Days.ZONE);
    }

    /// 查阅日志: who looked at personal data, in which case and why; a purpose stated for a restricted case is the why.
    public void lookedUp(String person, @Nullable Long caseId, String purpose, String what) {
        String stated = caseId == null ? purpose : purposes.stated(person, caseId).orElse(purpose);
        jdbc.sql("insert into look_up (office, person, case_id, purpose, what) values (?, ?, ?, ?, ?)")
                .params(office, person, caseId, stated, what)
                .update();
    }
}
