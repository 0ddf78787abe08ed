package org.fengqiao.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.procedure.CaseState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 审查件: what a review of a contract says that the finance ledger says as well.
///
/// @param passedOn   the day of the opinion that lets the contract be signed; null while there is none
/// @param recorded   whether it was only noted as below the threshold
/// @param verdicts   each suggestion of the checklist that the reviewer dealt with, and whether it was accepted
public record Review(
        String number, String name, String contractNumber, Set<String> parties, long amount, @Nullable LocalDate passedOn,
        boolean recorded, List<Verdict> verdicts) {

    static final String PROCEDURE = "contract-review";
    /// The list in which the opinion keeps what became of each suggestion.
    static final String RISKS = "risk-points";
    static final List<String> OPINIONS = List.of("legality-reviewed", "legality-objected");

    /// 处理: one suggestion and whether the reviewer took it up.
    record Verdict(String risk, boolean accepted) {}

    static Review of(CaseState state) {
        return new Review(
                state.number(), text(state, "contract-name").orElse(state.personal().getOrDefault("title", state.number())),
                text(state, "contract-number").orElse(""),
                state.parties().keySet().stream().map(state::partyName).collect(Collectors.toUnmodifiableSet()),
                state.fact("contract-amount").map(JsonNode::asLong).orElse(0L),
                state.last("legality-reviewed").map(CaseState.Deed::on).orElse(null), state.isDone("recorded-below-threshold"), verdicts(state));
    }

    private static Optional<String> text(CaseState state, String field) {
        return state.fact(field).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static List<Verdict> verdicts(CaseState state) {
        return state.deeds().stream()
                .filter(d -> OPINIONS.contains(d.step()) && d.data().containsKey(RISKS))
                .flatMap(d -> d.data().get(RISKS).valueStream())
                .map(r -> new Verdict(r.path("risk").asString(""), r.path("disposition").asString("").equals("accepted")))
                .toList();
    }
}
