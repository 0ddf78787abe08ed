package org.fengqiao.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockState;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.Definitions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 折算: from the events of one case to the sets it stands in. Pure: the same events give the same rows.
final class Membership {

    private final Indicators indicators;
    private final Definitions definitions;
    private final Supplier<WorkingDays> calendar;
    private final DutyClocks duties;

    Membership(Indicators indicators, Definitions definitions, Laws laws, Supplier<WorkingDays> calendar) {
        this.indicators = indicators;
        this.definitions = definitions;
        this.calendar = calendar;
        this.duties = new DutyClocks(laws, calendar);
    }

    /// The rows of a case.
    ///
    /// @param events all events of the case, in order
    List<Member> of(String procedure, String lifeline, List<CaseEvent> events) {
        List<Member> rows = new ArrayList<>();
        List<CaseSet> sets = indicators.setsOf(procedure);
        if (events.isEmpty() || sets.isEmpty()) {
            return rows;
        }
        List<Life> lives = sets.stream().map(s -> new Life(s, procedure, lifeline, events.getFirst())).toList();
        Story story = new Story(events.getFirst());
        for (CaseEvent event : events) {
            story.take(event);
            lives.forEach(l -> l.take(event, story));
        }
        lives.forEach(l -> rows.addAll(l.finished(story)));
        return rows;
    }

    /// One set followed through one case.
    private final class Life {
        private final CaseSet set;
        private final String procedure;
        private final String lifeline;
        private final String number;
        private final LocalDate opened;
        private final List<Member> rows = new ArrayList<>();
        private final Map<String, LocalDate> standing = new LinkedHashMap<>();
        private String standingPart = "";

        Life(CaseSet set, String procedure, String lifeline, CaseEvent first) {
            this.set = set;
            this.procedure = procedure;
            this.lifeline = lifeline;
            this.number = first.caseNumber();
            this.opened = first.actedOn();
        }

        void take(CaseEvent event, Story story) {
            if (set.undoneBy().contains(event.step())) {
                close(story.day);
            }
            String amending = set.amendedBy().get(event.step());
            if (amending != null) {
                amend(event, amending, story.day);
            }
            for (CaseSet.Predicate predicate : set.any()) {
                if (!predicate.procedures().contains(procedure)) {
                    continue;
                }
                switch (predicate) {
                    case CaseSet.Acts acts -> act(acts, event, story);
                    case CaseSet.State state -> stand(state, event, story);
                    case CaseSet.Clocks clocks -> clocks(clocks, event, story);
                }
            }
        }

        private void amend(CaseEvent event, String field, LocalDate day) {
            List<Member> amended = new ArrayList<>();
            JsonNode value = event.data().get(field);
            rows.replaceAll(r -> {
                if (!r.stands()) {
                    return r;
                }
                if (value != null && value.isIntegralNumber()) {
                    amended.add(r.amended(day, value.asLong()));
                }
                return r.until(day);
            });
            rows.addAll(amended);
        }

        private void act(CaseSet.Acts acts, CaseEvent event, Story story) {
            if (!fits(acts, event, story)) {
                return;
            }
            // A state changes on the day from which it stands; any other act counts to the day it carries.
            LocalDate day = acts.enters() || acts.leaves() ? story.day : event.actedOn();
            if (set.last()) {
                close(day);
            }
            if (set.dated() != null) {
                LocalDate told = day(story.facts.get(set.dated()));
                if (told == null) {
                    return;
                }
                day = told;
            }
            long amount = 0;
            if (set.sum() != null) {
                JsonNode summed = event.data().get(set.sum());
                if (summed == null || !summed.isIntegralNumber() && !summed.isArray()) {
                    return;
                }
                amount = summed.isArray() ? summed.size() : summed.asLong();
            }
            List<String> parts = parts(event, story.facts);
            for (String key : keys(event, story)) {
                for (String part : parts) {
                    rows.add(new Member(set.id(), parts.size() == 1 ? key : key + "/" + part, part, opened, day, day, null, amount));
                }
            }
        }

        /// What stood until now stands no longer; an entry that is dated by what it tells of was never so.
        private void close(LocalDate day) {
            rows.replaceAll(r -> r.stands() ? r.until(set.dated() == null ? day : r.since()) : r);
        }

        /// One part, or as many as the field by which the set is split holds.
        private List<String> parts(CaseEvent event, Map<String, JsonNode> facts) {
            JsonNode value = set.part() == null ? null : facts.get(set.part());
            if (value == null || !value.isArray() || value.isEmpty()) {
                return List.of(part(event, facts));
            }
            return value.valueStream().map(v -> v.asString("")).distinct().toList();
        }

        private boolean fits(CaseSet.Acts acts, CaseEvent event, Story story) {
            return (!acts.opened() || event.seq() == 1)
                    && (acts.first() == null || acts.first() == lifeline.equals(number))
                    && (!acts.enters() || story.isFinal && !story.wasFinal)
                    && (!acts.leaves() || !story.isFinal && story.wasFinal)
                    && (acts.steps().isEmpty() || acts.steps().contains(event.step()))
                    && (acts.results().isEmpty() || acts.results().contains(result(event)))
                    && acts.where().entrySet().stream().allMatch(w -> holds(story.facts.get(w.getKey()), w.getValue()));
        }

        private List<String> keys(CaseEvent event, Story story) {
            return switch (set.counts()) {
                case CASE -> List.of(number);
                case LIFELINE -> List.of(lifeline);
                case ACT -> List.of(number + "#" + event.seq());
                case PARTY -> story.parties.stream().map(p -> number + "/" + p).toList();
            };
        }

        private String part(CaseEvent event, Map<String, JsonNode> facts) {
            String by = set.part();
            if (by == null) {
                return "";
            }
            return switch (by) {
                case "step" -> event.step();
                case "procedure" -> procedure;
                case "result" -> result(event);
                default -> {
                    JsonNode value = facts.get(by);
                    yield value != null && value.isValueNode() ? value.asString() : "";
                }
            };
        }

        /// Opens and closes the interval in which the case stands in a stage.
        private void stand(CaseSet.State state, CaseEvent event, Story story) {
            boolean now = state.stages().contains(story.stage)
                    || state.stages().contains("final") && story.isFinal
                    || state.stages().contains("open") && !story.isFinal;
            if (now && standing.putIfAbsent("", story.day) == null) {
                standingPart = part(event, story.facts);
            }
            LocalDate since = now ? null : standing.remove("");
            if (since != null && since.isBefore(story.day)) {
                rows.add(new Member(set.id(), stateKey(), standingPart, opened, since, since, story.day, 0));
            }
        }

        private String stateKey() {
            return set.counts() == CaseSet.Counts.LIFELINE ? lifeline : number;
        }

        private void clocks(CaseSet.Clocks wanted, CaseEvent event, Story story) {
            for (Clock clock : story.changed) {
                if (!duties.concern(wanted, clock)) {
                    continue;
                }
                if (wanted.overdue()) {
                    Clock earlier = story.before.get(Story.key(clock));
                    if (earlier != null && !earlier.ended() && !clock.ended() && !earlier.start().equals(clock.start())) {
                        overdue(earlier, clock.start().day());
                    }
                    if (clock.ended()) {
                        overdue(clock, clock.end().at().day());
                    }
                } else if (clock.ended() && !clock.end().lifted()) {
                    LocalDate day = clock.end().at().day();
                    String outcome = clock.state(calendar.get(), day).name().toLowerCase(java.util.Locale.ROOT);
                    rows.add(new Member(set.id(), clockKey(clock, event.seq()), outcome, opened, day, day, null, 0));
                }
            }
        }

        private String clockKey(Clock clock, int seq) {
            return switch (set.counts()) {
                case CASE -> number;
                case LIFELINE -> lifeline;
                case PARTY, ACT -> number + "#" + seq + "/" + Story.key(clock);
            };
        }

        private void overdue(Clock clock, @Nullable LocalDate until) {
            LocalDate from = duties.ranOut(clock);
            if (from != null && (until == null || from.isBefore(until))) {
                rows.add(new Member(set.id(), clockKey(clock, 0), clock.id(), opened, from, from, until, 0));
            }
        }

        List<Member> finished(Story story) {
            LocalDate since = standing.get("");
            if (since != null) {
                rows.add(new Member(set.id(), stateKey(), standingPart, opened, since, since, null, 0));
            }
            for (CaseSet.Predicate predicate : set.any()) {
                if (predicate instanceof CaseSet.Clocks wanted && wanted.overdue() && wanted.procedures().contains(procedure)) {
                    story.clocks.values().stream()
                            .filter(c -> !c.ended() && duties.concern(wanted, c))
                            .forEach(c -> overdue(c, null));
                }
            }
            return rows;
        }
    }

    private static @Nullable LocalDate day(@Nullable JsonNode value) {
        try {
            return value == null ? null : LocalDate.parse(value.asString(""));
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static boolean holds(@Nullable JsonNode value, Set<String> wanted) {
        if (value == null) {
            return false;
        }
        if (value.isArray()) {
            for (JsonNode one : value) {
                if (one.isValueNode() && wanted.contains(one.asString())) {
                    return true;
                }
            }
            return false;
        }
        return value.isValueNode() && wanted.contains(value.asString());
    }

    private String result(CaseEvent event) {
        return definitions.version(event.definition())
                .flatMap(d -> d.step(event.step()))
                .flatMap(s -> Optional.ofNullable(s.result()))
                .orElse("");
    }

    /// How clocks end, as parts of a set.
    static List<String> outcomes() {
        return List.of(ClockState.MET, ClockState.MISSED, ClockState.DISPUTED).stream()
                .map(s -> s.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
