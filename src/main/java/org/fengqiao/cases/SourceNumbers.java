package org.fengqiao.cases;

import java.util.List;
import java.util.Optional;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 来源编号: which case bears the number that another platform gave it, whether it was imported or typed in.
final class SourceNumbers {

    private final JdbcClient jdbc;
    private final short office;

    SourceNumbers(JdbcClient jdbc, short office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    /// The rows that follow from an opening.
    static final Projection ROWS = change -> change.before() != null ? List.of() : row(change.after());

    private static List<Projection.Part> row(CaseState opened) {
        return borne(opened).stream()
                .map(borne -> new Projection.Part(
                        "numbered",
                        "insert into source_number (office, channel, external_id, number) select office, ?, ?, ? from head"
                                + " on conflict (office, channel, external_id) do nothing",
                        List.of(borne.channel(), borne.number(), opened.number())))
                .toList();
    }

    /// A number as another platform gave it.
    record Borne(String channel, String number) {}

    /// The number a case was opened under; empty when it came without one.
    static Optional<Borne> borne(CaseState opened) {
        String channel = opened.fact("channel").map(JsonNode::asString).orElse("");
        String number = opened.fact("external-id").map(n -> n.asString().strip()).orElse("");
        return channel.isEmpty() || number.isEmpty() ? Optional.empty() : Optional.of(new Borne(channel, number));
    }

    /// The case that was opened under the number in this form before; empty when the form names none.
    Optional<String> before(ObjectNode form) {
        String channel = form.path("channel").asString("");
        String number = form.path("external-id").asString("").strip();
        return number.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select number from source_number where office = ? and channel = ? and external_id = ?")
                        .params(office, channel, number)
                        .query(String.class)
                        .optional();
    }
}
