package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 来源编号: which case bears the number that another platform gave it, or the key of an entry of a ledger, whether it was
/// imported or typed in.
final class SourceNumbers {

    private final JdbcClient jdbc;
    private final short office;

    SourceNumbers(JdbcClient jdbc, short office) {
        this.jdbc = jdbc;
        this.office = office;
    }

    /// The newest open cases of a procedure beside one of them.
    List<String> openBeside(String procedure, String number) {
        return jdbc.sql("select number from cases where office = ? and procedure = ? and not final and number <> ? order by id desc limit 3")
                .params(office, procedure, number)
                .query(String.class)
                .list();
    }

    /// A number as another platform gave it, or the key of an entry as its ledger has it.
    record Borne(String channel, String number) {}

    /// The rows that follow from an opening, and from what voids an entry.
    static Projection rows(Definitions definitions) {
        return change -> {
            CaseState after = change.after();
            if (change.before() == null) {
                List<Borne> borne = borne(definitions, after);
                return IntStream.range(0, borne.size()).mapToObj(i -> numbered("numbered" + i, borne.get(i), after.number())).toList();
            }
            return voids(definitions, after)
                    ? List.of(new Projection.Part(
                            "freed", "delete from source_number s using head h where s.office = h.office and s.channel = ? and s.number = ?",
                            List.of(ledger(after.procedure()), after.number())))
                    : List.of();
        };
    }

    /// What a case is known by elsewhere, as it stands after its opening.
    static List<Borne> borne(Definitions definitions, CaseState opened) {
        List<Borne> borne = new ArrayList<>();
        String channel = opened.fact("channel").map(JsonNode::asString).orElse("");
        String number = opened.fact("external-id").map(n -> n.asString().strip()).orElse("");
        if (!channel.isEmpty() && !number.isEmpty()) {
            borne.add(new Borne(channel, number));
        }
        definitions.version(opened.definition())
                .flatMap(d -> key(d, f -> opened.fact(f).orElse(null)))
                .ifPresent(k -> borne.add(new Borne(ledger(opened.procedure()), k)));
        return borne;
    }

    /// Whether the last act of a case voids the entry, so that its key is free again.
    static boolean voids(Definitions definitions, CaseState after) {
        return definitions.version(after.definition())
                .flatMap(d -> d.step(after.deeds().getLast().step()))
                .filter(s -> s.effects().voids())
                .isPresent();
    }

    private static Projection.Part numbered(String name, Borne borne, String caseNumber) {
        return new Projection.Part(
                name,
                "insert into source_number (office, channel, external_id, number) select office, ?, ?, ? from head"
                        + " on conflict (office, channel, external_id) do nothing",
                List.of(borne.channel(), borne.number(), caseNumber));
    }

    static String ledger(String procedure) {
        return "ledger:" + procedure;
    }

    /// The key of an entry as one text; empty when the ledger has none or a part of it is not filled in.
    static Optional<String> key(Definition d, Function<String, @Nullable JsonNode> values) {
        List<String> parts = new ArrayList<>();
        for (String field : d.key()) {
            JsonNode value = values.apply(field);
            String text = value == null || !value.isValueNode() ? "" : value.asString().strip();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            parts.add(text);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" / ", parts));
    }

    /// The entry of a ledger that has this key.
    Optional<String> entry(Definition d, ObjectNode form) {
        return key(d, form::get).flatMap(k -> number(ledger(d.slug()), k));
    }

    /// Why a form must not open a case a second time; empty when it names nothing that was registered before.
    Optional<Reason> twice(Definition d, ObjectNode form) {
        String source = form.path("external-id").asString("").strip();
        Optional<String> before = source.isEmpty() ? Optional.empty() : number(form.path("channel").asString(""), source);
        if (before.isPresent()) {
            return Optional.of(reason("来源编号 " + source + " 已经登记为 " + before.get() + "，不重复登记；有补充的，到那一件办理", "external-id"));
        }
        return entry(d, form).map(n -> reason("同样的一条已经登记为 " + n + "，不重复登记；有误的，到那一条更正", d.key().getLast()));
    }

    private static Reason reason(String text, String field) {
        return new Reason(Reason.Kind.FORM, text, List.of(), field, null);
    }

    private Optional<String> number(String channel, String id) {
        if (channel.indexOf('\0') >= 0 || id.indexOf('\0') >= 0) {
            // No text of the database holds it; the form refuses it a little later, with its field.
            return Optional.empty();
        }
        return jdbc.sql("select number from source_number where office = ? and channel = ? and external_id = ?")
                .params(office, channel, id)
                .query(String.class)
                .optional();
    }
}
