package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.law.Citation;
import org.fengqiao.procedure.Definition.Effects;
import org.fengqiao.procedure.Definition.Step;

/// 办成的内容: what follows from an act against which nothing stands: who acted, what is made and served, and what changes in the case.
record Accepting(Facts facts, Persons persons) {

    Decision.Accepted decision(String stage, boolean isFinal, List<CaseEvent.ClockChange> clocks, List<Decision.PartyEntry> parties) {
        Act act = facts.act();
        Step step = facts.step();
        CaseState state = facts.state();
        List<CaseEvent.Actor> actors = new ArrayList<>();
        actors.add(persons.actor(act.person()));
        if (step.by().officers() > 1) {
            actors.add(persons.actor(act.second()));
        }
        Effects effects = step.effects();
        List<CaseEvent.Served> served = effects.serves() == null
                ? List.of()
                : List.of(new CaseEvent.Served(
                        new Serving(facts).copy(effects.serves()).orElseThrow().id(), facts.text("party").orElseThrow(),
                        facts.date("served-on").orElse(act.actedOn()), facts.text("method").orElse("direct")));
        Set<String> citations = new LinkedHashSet<>();
        step.basis().forEach((Citation c) -> citations.add(c.toString()));
        boolean switched = state != null && !state.definition().equals(facts.definition().id());
        return new Decision.Accepted(
                facts.definition(), step, act, actors, stage, isFinal, clocks, makings(parties), served,
                parties, effects.assigns() == null ? List.of() : facts.texts(effects.assigns()),
                effects.recuses() == null ? null : facts.text(effects.recuses()).orElse(null),
                List.copyOf(step.resets()), List.copyOf(effects.revises()), switched ? state.definition() : null,
                List.copyOf(citations), facts);
    }

    private List<Decision.Making> makings(List<Decision.PartyEntry> entries) {
        List<Decision.Making> makings = new ArrayList<>();
        CaseState state = facts.state();
        for (String kind : facts.step().documents()) {
            Definition.DocumentRule rule = facts.definition().documents().get(kind);
            if (rule.perParty()) {
                Optional<String> one = facts.step().form().has("party") ? facts.text("party") : Optional.empty();
                List<String> parties = one.map(List::of).orElseGet(() -> new Entering(facts).ids(entries));
                parties.forEach(p -> makings.add(new Decision.Making(rule, p, null)));
            } else {
                makings.add(new Decision.Making(rule, null, null));
            }
        }
        if (facts.step().effects().regenerates() && state != null) {
            String party = entries.isEmpty() ? "" : entries.getFirst().id();
            state.documents().values().stream()
                    .filter(d -> !d.revised() && (d.party() == null || d.party().equals(party)))
                    .filter(d -> facts.definition().documents().containsKey(d.kind()))
                    .forEach(d -> makings.add(
                            new Decision.Making(facts.definition().documents().get(d.kind()), d.party(), d)));
        }
        return makings;
    }
}
