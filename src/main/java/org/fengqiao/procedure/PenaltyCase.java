package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.deadline.Clock;
import org.fengqiao.law.Series;
import tools.jackson.databind.JsonNode;

/// 处罚案件所见: what the rules of a penalty ask of a case, in the words of the law instead of fields and deeds.
record PenaltyCase(Facts facts) {

    static final Set<String> LIGHT = Set.of("warning", "criticism", "fine");

    Collection<String> parties() {
        return facts.state() == null ? List.of() : facts.state().parties().keySet();
    }

    String name(String party) {
        return facts.state() == null ? party : facts.state().partyName(party);
    }

    /// The deeds of these steps that still count, oldest first.
    List<CaseState.Deed> deeds(String... steps) {
        return facts.state() == null
                ? List.of()
                : Stream.of(steps)
                        .flatMap(s -> facts.state().done().getOrDefault(s, List.of()).stream())
                        .sorted(Comparator.comparingInt(CaseState.Deed::seq))
                        .toList();
    }

    Optional<CaseState.Deed> last(String... steps) {
        List<CaseState.Deed> all = deeds(steps);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    List<CaseState.Deed> of(String party, String... steps) {
        return deeds(steps).stream().filter(d -> party.equals(partyOf(d))).toList();
    }

    Optional<CaseState.Deed> lastOf(String party, String... steps) {
        List<CaseState.Deed> all = of(party, steps);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The party a deed concerns: the one who acted, or the one named in the form.
    static String partyOf(CaseState.Deed deed) {
        if (deed.party() != null) {
            return deed.party();
        }
        JsonNode named = deed.data().get("party");
        return named != null && named.isString() ? named.asString() : "";
    }

    /// Whether the first happened after the second, or the second never did.
    static boolean after(Optional<CaseState.Deed> first, Optional<CaseState.Deed> second) {
        return first.isPresent() && (second.isEmpty() || first.get().seq() > second.get().seq());
    }

    /// The party whose act it is, who is named in the form in hand, or on whose application the whole case changes;
    /// empty while the form is open.
    Optional<String> party() {
        if (facts.act() == null) {
            return Optional.empty();
        }
        String named = facts.step().form().has("applicant") ? "applicant" : "party";
        return facts.act().party() != null ? Optional.of(facts.act().party()) : facts.text(named);
    }

    Optional<Clock> clock(String id, String party) {
        return facts.state() == null
                ? Optional.empty()
                : Optional.ofNullable(facts.state().clocks().get(CaseState.key(id, party)));
    }

    boolean lapsed(String clock, String party) {
        return clock(clock, party).filter(c -> Timing.lapsed(c, facts)).isPresent();
    }

    LocalDate due(Clock clock) {
        return clock.due(facts.calendar()).due();
    }

    /// The same in words, marked where it is provisional.
    String until(Clock clock) {
        return clock.counted(facts.calendar()).text();
    }

    /// A day found from several clocks, in words, marked where it is provisional.
    String told(LocalDate found) {
        return facts.calendar().counted(found).text();
    }

    /// 拟处罚种类, from the form in hand or the latest of the case.
    Set<String> kinds() {
        return new LinkedHashSet<>(facts.texts("penalty-kinds"));
    }

    long money(String field) {
        return facts.number(field).orElse(0L);
    }

    boolean is(String field, String value) {
        return facts.is(field, value);
    }

    boolean fineImposed() {
        return kinds().contains("fine") && money("fine") > 0;
    }

    /// The latest notice of what is intended, first or renewed.
    Optional<CaseState.Deed> notice() {
        return last("advance-notice", "advance-notice-renewed");
    }

    static long money(CaseState.Deed deed, String field) {
        JsonNode value = deed.data().get(field);
        return value != null && value.isIntegralNumber() ? value.asLong() : 0;
    }

    static String text(CaseState.Deed deed, String field) {
        JsonNode value = deed.data().get(field);
        return value != null && value.isString() ? value.asString() : "";
    }

    static Set<String> texts(CaseState.Deed deed, String field) {
        JsonNode value = deed.data().get(field);
        Set<String> texts = new LinkedHashSet<>();
        if (value != null && value.isArray()) {
            value.forEach(v -> texts.add(v.asString()));
        }
        return texts;
    }

    static Optional<LocalDate> date(CaseState.Deed deed, String field) {
        String text = text(deed, field);
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /// What a party has paid towards the fine.
    List<Surcharge.Payment> payments(String party) {
        return of(party, "part-paid", "fine-paid", "cash-collected").stream()
                .map(d -> new Surcharge.Payment(
                        date(d, "paid-on").or(() -> date(d, "ashore-on")).orElse(d.on()), money(d, "paid")))
                .toList();
    }

    long paid(String party) {
        return payments(party).stream().mapToLong(Surcharge.Payment::fen).sum();
    }

    boolean served(String party) {
        return facts.state() != null && facts.state().servedOn("penalty-decision", party).isPresent();
    }

    boolean owes(String party) {
        return fineImposed() && served(party) && paid(party) < money("fine");
    }

    /// What the unpaid fine of a party has grown by, up to the day of the act.
    Surcharge surcharge(String party) {
        Optional<Clock> term = clock("payment", party);
        if (!fineImposed() || term.isEmpty()) {
            return new Surcharge(0, 0, false);
        }
        return Surcharge.of(money("fine"), due(term.get()), facts.day(), payments(party), remedies(party), rate());
    }

    long surchargeOpen(String party) {
        long paid = of(party, "surcharge-paid").stream().mapToLong(d -> money(d, "surcharge")).sum();
        return of(party, "surcharge-reduced").isEmpty() ? Math.max(0, surcharge(party).amount() - paid) : 0;
    }

    private Surcharge.Rate rate() {
        return new Surcharge.Rate(percent("penalty.surcharge-rate"), percent("penalty.surcharge-cap"));
    }

    private int percent(String name) {
        return facts.laws()
                .findSeries(name)
                .map(s -> s.on(facts.day()).text())
                .map(t -> Integer.parseInt(t.substring(0, t.indexOf(' '))))
                .orElseThrow(() -> new IllegalStateException("no series " + name));
    }

    /// The spans in which a remedy of that party was pending; one still pending lasts until the day of the act.
    List<Surcharge.Pause> remedies(String party) {
        List<Surcharge.Pause> spans = new ArrayList<>();
        for (CaseState.Deed filed : of(party, "reconsideration-filed", "suit-filed")) {
            Optional<CaseState.Deed> ended = of(party, "reconsideration-ended", "suit-ended", "decision-changed").stream()
                    .filter(d -> d.seq() > filed.seq())
                    .findFirst();
            spans.add(new Surcharge.Pause(
                    date(filed, "remedy-from").orElse(filed.on()),
                    ended.flatMap(d -> date(d, "remedy-until").or(() -> Optional.of(d.on()))).orElse(facts.day())));
        }
        return spans;
    }

    boolean remedyPending(String party, String... filings) {
        return after(lastOf(party, filings), lastOf(party, "reconsideration-ended", "suit-ended", "decision-changed"));
    }

    boolean remedyPending(String party) {
        return remedyPending(party, "reconsideration-filed", "suit-filed");
    }

    /// The value of a series on a day; before its first day the first value stands.
    static Optional<Series.Value> series(Facts facts, String name, LocalDate day) {
        return facts.laws().findSeries(name).map(s -> {
            LocalDate first = s.values().getFirst().from();
            return s.on(day.isBefore(first) ? first : day);
        });
    }
}
