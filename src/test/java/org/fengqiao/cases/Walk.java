package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Reason;
import org.fengqiao.procedure.Rehearsal;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 漫步: random people try random lawful and unlawful things in random cases; every answer is looked at.
final class Walk {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Cases cases;
    private final OfficeClock clock;
    private final Laws laws;
    private final Rehearsal rehearsal;
    private final Random random;
    private final Spoiling spoiling;
    private final List<String> people;
    private final List<String> open = new ArrayList<>();
    final Map<String, Records.Known> known = new LinkedHashMap<>();
    final Map<String, Integer> answers = new TreeMap<>();
    final Map<String, Integer> finished = new TreeMap<>();

    Walk(Cases standing, OfficeClock clock, Laws laws, long seed) {
        this.cases = standing.under(clock);
        this.clock = clock;
        this.laws = laws;
        this.random = new Random(seed);
        this.spoiling = new Spoiling(random);
        this.rehearsal = new Rehearsal(cases.definitions(), cases.deciding(), cases.office());
        this.people = new ArrayList<>(cases.office().people().keySet());
        people.add("nobody-here");
    }

    void steps(int many) {
        for (int turn = 0; turn < many; turn++) {
            int dice = random.nextInt(100);
            if (open.isEmpty() || dice < 12) {
                open(turn);
            } else if (dice < 17) {
                clock.simulate(clock.today().plusDays(random.nextInt(chance(10) ? 100 : 8)), MORNING);
            } else if (dice < 20) {
                evidence();
            } else if (dice < 22) {
                sign();
            } else {
                take(turn);
            }
        }
    }

    private void open(int turn) {
        List<String> slugs = List.copyOf(cases.definitions().slugs());
        String slug = slugs.get(random.nextInt(slugs.size()));
        Definition definition = cases.definitions().inForce(slug, clock.today()).orElseThrow();
        Act act = rehearsal.prepare(null, move(slug, definition.opening().id()), turn, MORNING).act();
        ObjectNode data = spoiling.maybe(act.data());
        Cases.Opening opening = new Cases.Opening(
                chance(3) ? "no-such-procedure" : slug, "漫步第" + turn + "件",
                chance(10) ? clock.today().plusDays(random.nextInt(30) - 20) : null, data, spoiling.parties(act.parties()), null,
                Cases.Taking.of(data));
        look(null, cases.open(person(act.person()), opening, null));
    }

    private void take(int turn) {
        String number = chance(3) ? "没有这个案件" : open.get(random.nextInt(open.size()));
        Records.Known before = known.get(number);
        if (before == null) {
            look(null, cases.take(person("zhao-jia"), number, "anything", Cases.Taking.of(spoiling.nothing()), null));
            return;
        }
        CaseState state = before.state();
        Definition definition = cases.definitions().forStep(state, clock.today()).orElseThrow();
        List<Definition.Step> some = definition.steps().values().stream()
                .filter(s -> s.in().contains(state.stage()) || chance(4))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        Definition.Step step = chance(30) ? some.get(random.nextInt(some.size())) : likely(some, state);
        Act act = rehearsal.prepare(state, move(state.procedure(), step.id()), turn, MORNING).act();
        Cases.Taking taking = spoiling.taking(act, state, clock.today(), people);
        Cases.Answer answer = cases.take(person(act.person()), number, step.id(), taking, null);
        look(before, answer);
        if (answer instanceof Cases.Answer.Drafted(Records.Known _, long draft, String awaiting)) {
            look(before, cases.confirm(chance(20) ? person("zhao-jia") : awaiting, number, draft, null));
        }
    }

    /// A step that has not been taken often and leads on, so that walks reach the end.
    private Definition.Step likely(List<Definition.Step> some, CaseState state) {
        Map<String, Double> weight = new LinkedHashMap<>();
        some.forEach(s -> weight.put(
                s.id(), state.done().getOrDefault(s.id(), List.of()).size() + (s.to() == null ? 0.5 : 0) + random.nextDouble()));
        return some.stream().min(Comparator.comparing(s -> weight.get(s.id()))).orElseThrow();
    }

    private void evidence() {
        Records.Known before = known.get(open.get(random.nextInt(open.size())));
        LocalDate on = clock.today().plusDays(chance(20) ? 1 : -1);
        Evidence.Entry entry = new Evidence.Entry("documentary", "现场照片", "现场收集", on, "image/jpeg", 10, "0".repeat(64));
        look(before, cases.addEvidence(person("zhao-jia"), before.state().number(), entry, null));
    }

    private void sign() {
        Records.Known before = known.get(open.get(random.nextInt(open.size())));
        List<String> documents = new ArrayList<>(before.state().documents().keySet());
        documents.add("D99");
        String document = documents.get(random.nextInt(documents.size()));
        look(before, cases.sign(people.get(random.nextInt(people.size())), before.state().number(), document, null));
    }

    /// Every answer is one of those the door promises, and says what it must.
    private void look(Records.@Nullable Known before, Cases.Answer answer) {
        answers.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
        switch (answer) {
            case Cases.Answer.Done(Records.Known after, boolean opened) -> {
                accepted(before, after, opened);
                return;
            }
            case Cases.Answer.Refused(List<Reason> reasons) -> reasons(reasons);
            case Cases.Answer.Forbidden(String why) -> assertThat(why).isNotBlank();
            case Cases.Answer.NotFound(String what) -> assertThat(what).isNotBlank();
            default -> {}
        }
        if (before != null) {
            Records.Known now = cases.records().read(before.state().number(), null, null).known();
            assertThat(now.digest()).as("%s", answer).isEqualTo(before.digest());
            assertThat(now.state()).isEqualTo(before.state());
        }
    }

    private void accepted(Records.@Nullable Known before, Records.Known after, boolean opened) {
        CaseState state = after.state();
        assertThat(opened).isEqualTo(before == null);
        assertThat(state.version()).isEqualTo(before == null ? 1 : before.state().version() + 1);
        known.put(state.number(), after);
        if (!state.isFinal()) {
            if (!open.contains(state.number())) {
                open.add(state.number());
            }
            return;
        }
        assertThat(state.clocks().values())
                .as("%s 已终结于 %s", state.number(), state.stage())
                .allMatch(c -> c.kind() == ClockKind.WINDOW || c.ended());
        finished.merge(state.procedure(), 1, Integer::sum);
        if (chance(60)) {
            open.remove(state.number());
        }
    }

    private void reasons(List<Reason> reasons) {
        assertThat(reasons).isNotEmpty();
        for (Reason reason : reasons) {
            assertThat(reason.text()).isNotBlank();
            if (reason.kind() != Reason.Kind.FORM && reason.kind() != Reason.Kind.VERSION) {
                assertThat(reason.citations()).as(reason.text()).isNotEmpty();
            }
            reason.citations().forEach(c -> {
                assertThat(laws.citation(c.toString())).isEqualTo(c);
                assertThat(laws.display(c)).isNotBlank();
            });
        }
    }

    private Rehearsal.Move move(String slug, String step) {
        return new Rehearsal.Move(
                slug, step, clock.today(), null, null, null, null, null, clock.today(),
                JsonNodeFactory.instance.objectNode(), List.of(), null, null);
    }

    /// Mostly the right person.
    private String person(String right) {
        return chance(15) ? people.get(random.nextInt(people.size())) : right;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
