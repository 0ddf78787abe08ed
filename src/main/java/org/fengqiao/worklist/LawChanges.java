package org.fengqiao.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Definition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 法律变动清单: what waits for the legal reviewer because a law has changed or is about to.
///
/// It is computed on the day it is asked for, so a version whose day has come needs nobody to notice it.
@Component
class LawChanges {

    private static final String AREA = "law-change";

    private final Laws laws;
    private final Texts texts;
    private final Cases cases;
    private final Access access;
    private final JdbcClient jdbc;
    private final short office;

    LawChanges(Laws laws, Texts texts, Cases cases, Access access, DataSource source, Offices offices) {
        this.laws = laws;
        this.texts = texts;
        this.cases = cases;
        this.access = access;
        this.jdbc = JdbcClient.create(source);
        this.office = offices.id();
    }

    /// What was done about a change.
    record Dealt(@Nullable String reviewedBy, @Nullable LocalDate reviewedOn, String note, @Nullable LocalDate popularisedOn) {
        static final Dealt NOT_YET = new Dealt(null, null, "", null);

        boolean done() {
            return reviewedOn != null && popularisedOn != null;
        }
    }

    /// A change with the open cases under the procedures it touches.
    record Told(LawChange change, int openCases, Dealt dealt) {}

    boolean mayRead(String user) {
        return access.may(cases.office(), user, AREA, "read", cases.clock().today()) || mayAct(user);
    }

    boolean mayAct(String user) {
        return access.may(cases.office(), user, AREA, "act", cases.clock().today());
    }

    /// Changes that still wait: not gone through, or not yet explained to the public.
    List<Told> waiting() {
        return all().stream().filter(t -> !t.dealt().done()).toList();
    }

    List<Told> all() {
        LocalDate today = cases.clock().today();
        Map<String, List<Origin>> imported = new HashMap<>();
        texts.official().forEach(o -> imported.computeIfAbsent(String.valueOf(o.slug()), k -> new ArrayList<>()).add(o));
        List<Definition> inForce = cases.definitions().slugs().stream().flatMap(s -> cases.definitions().inForce(s, today).stream()).toList();
        List<LawChange> changes = LawChange.on(today, laws, imported, inForce);
        Map<String, Integer> open = openCases();
        Map<String, Dealt> dealt = dealt();
        return changes.stream()
                .map(c -> new Told(
                        c, c.touched().keySet().stream().mapToInt(d -> open.getOrDefault(d.slug(), 0)).sum(),
                        dealt.getOrDefault(c.law().slug() + "@" + c.from(), Dealt.NOT_YET)))
                .toList();
    }

    private Map<String, Integer> openCases() {
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql("select procedure, count(*) from cases where office = ? and not final group by procedure")
                .param(office)
                .query(r -> {
                    open.put(r.getString(1), r.getInt(2));
                });
        return open;
    }

    private Map<String, Dealt> dealt() {
        Map<String, Dealt> all = new HashMap<>();
        jdbc.sql("select law, in_force, reviewed_by, reviewed_on, note, popularised_on from law_change where office = ?")
                .param(office)
                .query(r -> {
                    all.put(r.getString(1) + "@" + r.getObject(2, LocalDate.class), new Dealt(
                            r.getString(3), r.getObject(4, LocalDate.class), r.getString(5), r.getObject(6, LocalDate.class)));
                });
        return all;
    }

    /// Records that a person went through what a change touches.
    void reviewed(String user, String law, LocalDate from, String note) {
        jdbc.sql("insert into law_change (office, law, in_force, reviewed_by, reviewed_on, note) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (office, law, in_force) do update set reviewed_by = excluded.reviewed_by,"
                        + " reviewed_on = excluded.reviewed_on, note = excluded.note")
                .params(office, law, from, user, cases.clock().today(), note)
                .update();
    }

    /// Records the day on which the change was first explained to the public.
    void popularised(String law, LocalDate from, LocalDate on) {
        jdbc.sql("insert into law_change (office, law, in_force, popularised_on) values (?, ?, ?, ?)"
                        + " on conflict (office, law, in_force) do update set popularised_on = excluded.popularised_on")
                .params(office, law, from, on)
                .update();
    }
}
