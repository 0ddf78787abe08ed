package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fengqiao.procedure.Act;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 待确认的办理: acts of a pair that wait for the second officer; without legal effect until confirmed.
final class Drafts {

    private final JdbcClient jdbc;
    private final short office;

    Drafts(JdbcClient jdbc, short office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    /// One draft; the act names both officers.
    record Draft(long id, long caseId, int caseVersion, String step, String person, String awaiting, Act act) {}

    long keep(Records.Known known, Act act, String awaiting) {
        ObjectNode json = Cases.JSON.createObjectNode();
        json.put("actedOn", act.actedOn().toString());
        if (act.actedAt() != null) {
            json.put("actedAt", act.actedAt().toString());
        }
        if (act.party() != null) {
            json.put("party", act.party());
        }
        if (act.lateReason() != null) {
            json.put("lateReason", act.lateReason());
        }
        json.set("data", act.data());
        return jdbc.sql("insert into draft (office, case_id, case_version, step, person, awaiting, act)"
                        + " values (?, ?, ?, ?, ?, ?, ?) returning id")
                .params(office, known.id(), known.state().version(), act.step(), act.person(), awaiting, json.toString())
                .query(Long.class)
                .single();
    }

    private static final String SELECT = "select id, case_id, case_version, step, person, awaiting, act from draft where office = ? and ";

    Optional<Draft> find(long id) {
        return jdbc.sql(SELECT + "id = ?").params(office, id).query((r, n) -> draft(
                r.getLong(1), r.getLong(2), r.getInt(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7)))
                .optional();
    }

    /// The drafts of a case, oldest first.
    List<Draft> of(long caseId) {
        return jdbc.sql(SELECT + "case_id = ? order by id").params(office, caseId).query((r, n) -> draft(
                r.getLong(1), r.getLong(2), r.getInt(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7)))
                .list();
    }

    /// Takes a draft back; only the person who made it or the one who was asked may.
    boolean withdraw(long id, String person) {
        return jdbc.sql("delete from draft where office = ? and id = ? and (person = ? or awaiting = ?)")
                        .params(office, id, person, person)
                        .update() > 0;
    }

    private static Draft draft(long id, long caseId, int version, String step, String person, String awaiting, String text) {
        JsonNode json = Cases.JSON.readTree(text);
        Act act = new Act(
                step, person, awaiting, false, text(json, "party"), null, LocalDate.parse(json.get("actedOn").asString()),
                json.has("actedAt") ? OffsetDateTime.parse(json.get("actedAt").asString()) : null,
                text(json, "lateReason"), (ObjectNode) json.get("data"), List.of(), null, null);
        return new Draft(id, caseId, version, step, person, awaiting, act);
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.has(name) ? json.get(name).asString() : null;
    }
}
