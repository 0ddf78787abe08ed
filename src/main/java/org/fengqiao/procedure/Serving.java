package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 送达: what stands against serving the document a step serves, and which copy it is.
final class Serving {

    private final Facts facts;

    Serving(Facts facts) {
        this.facts = facts;
    }

    /// Nothing is served before it exists, nor before the day it was made.
    List<Reason> reasons() {
        String kind = facts.step().effects().serves();
        CaseState state = facts.state();
        if (kind == null || state == null) {
            return List.of();
        }
        Optional<CaseState.CaseDocument> document = copy(kind);
        String title = facts.definition().documents().get(kind).title();
        if (document.isEmpty()) {
            return List.of(Reason.of("案卷中没有可以送达该当事人的《" + title + "》", facts.step().basis(), "party"));
        }
        List<Reason> reasons = new ArrayList<>();
        if (!document.get().signed()) {
            reasons.add(Reason.of("《" + title + "》尚未签发，不能送达", facts.step().basis(), null));
        }
        if (facts.date("served-on").filter(d -> d.isBefore(document.get().on())).isPresent()) {
            reasons.add(Reason.of("送达日期早于《" + title + "》的日期 " + document.get().on(), facts.step().basis(), "served-on"));
        }
        return reasons;
    }

    /// What stands against serving a document whoever is served: there is none, or none that was signed.
    Optional<Reason> nothing() {
        String kind = facts.step().effects().serves();
        CaseState state = facts.state();
        if (kind == null || state == null) {
            return Optional.empty();
        }
        List<CaseState.CaseDocument> copies = state.documentsOf(kind);
        String title = facts.definition().documents().get(kind).title();
        if (copies.isEmpty()) {
            return Optional.of(Reason.of("案卷中没有可以送达的《" + title + "》", facts.step().basis(), null));
        }
        return copies.stream().noneMatch(CaseState.CaseDocument::signed)
                ? Optional.of(Reason.of("《" + title + "》尚未签发，不能送达", facts.step().basis(), null))
                : Optional.empty();
    }

    /// The newest valid copy for the party named in the form.
    Optional<CaseState.CaseDocument> copy(String kind) {
        String party = facts.text("party").orElse("");
        return facts.state().documentsOf(kind).stream()
                .filter(d -> d.party() == null || d.party().equals(party))
                .reduce((a, b) -> b);
    }
}
