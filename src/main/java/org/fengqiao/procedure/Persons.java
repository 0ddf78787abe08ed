package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fengqiao.law.Citation;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.jspecify.annotations.Nullable;

/// 人员审查: may this person take this step on this day.
final class Persons {

    private final Facts facts;
    private final People people;
    private final Office office;
    private final LocalDate day;

    Persons(Facts facts) {
        this.facts = facts;
        this.people = facts.step().by();
        this.office = facts.office();
        this.day = facts.day();
    }

    Facts facts() {
        return facts;
    }

    /// Whether nothing stands against this person. Most hold no such post, of which no more need be said.
    boolean may(String id) {
        return office.person(id).flatMap(this::actor).isPresent() && reasons(id).isEmpty();
    }

    /// Every reason against this person; empty when they may act.
    List<Reason> reasons(String id) {
        Optional<Person> found = office.person(id);
        if (found.isEmpty()) {
            return List.of(Reason.person("没有这名工作人员", people.basis()));
        }
        Person person = found.get();
        List<Reason> reasons = new ArrayList<>();
        if (actor(person).isEmpty()) {
            String posts = String.join("、", people.posts().stream().map(office::postTitle).toList());
            reasons.add(Reason.person("须由" + posts + "办理，" + person.name() + "不任此岗", people.basis()));
        }
        person.leaveOn(day).ifPresent(l -> reasons.add(Reason.person(
                person.name() + "于 " + l.from() + " 至 " + l.until() + " 请假，由"
                        + (l.substitute() == null ? "代行人员" : office.nameOf(l.substitute())) + "代行",
                people.basis())));
        if (people.certified() && person.certificate("enforcement", day).isEmpty()) {
            reasons.add(Reason.person(person.name() + "没有当日有效的行政执法证件", people.officersBasis()));
        }
        String qualification = people.qualification();
        if (qualification != null && person.certificate(qualification, day).isEmpty()) {
            reasons.add(Reason.person(person.name() + "没有办理此步骤所需的资格", people.qualificationBasis()));
        }
        caseReasons(person, reasons);
        return reasons;
    }

    private void caseReasons(Person person, List<Reason> reasons) {
        CaseState state = facts.state();
        if (state == null) {
            return;
        }
        if (state.recused().contains(person.id())) {
            reasons.add(Reason.person(person.name() + "已决定回避", withOr(people.notRelatedBasis(), people.basis())));
        }
        if (people.assigned() && !assigned(person, state)) {
            reasons.add(Reason.person(
                    state.officers().isEmpty()
                            ? "本案尚未指定承办人员"
                            : "本案由" + String.join("、", state.officers().stream().map(office::nameOf).toList()) + "承办",
                    withOr(people.officersBasis(), people.basis())));
        }
        People.OfUnit unit = people.unit();
        if (unit != null && facts.text(unit.field()).filter(u -> !u.equals(person.unit())).isPresent()) {
            reasons.add(Reason.person(
                    "本件由" + office.units().get(facts.text(unit.field()).orElseThrow()) + "承办，" + person.name() + "不属于该科室",
                    withOr(unit.basis(), people.basis())));
        }
        for (People.Excluded excluded : people.excluded()) {
            if (state.deeds().stream().anyMatch(d -> d.step().equals(excluded.step()) && d.by(person.id()))) {
                reasons.add(Reason.person(
                        person.name() + "已办理“" + Titles.step(facts.definition(), excluded.step()) + "”，不得再办理本步骤",
                        withOr(excluded.basis(), people.basis())));
            }
        }
    }

    private static List<Citation> withOr(List<Citation> first, List<Citation> otherwise) {
        return first.isEmpty() ? otherwise : first;
    }

    private boolean assigned(Person person, CaseState state) {
        return state.officers().contains(person.id())
                || state.officers().stream()
                        .map(office::person)
                        .flatMap(Optional::stream)
                        .anyMatch(p -> p.leaveOn(day)
                                .filter(l -> person.id().equals(l.substitute()))
                                .isPresent());
    }

    /// The person in the post under which they act; as a substitute when an absent holder named them.
    Optional<CaseEvent.Actor> actor(Person person) {
        for (String post : people.posts()) {
            if (person.holds(post, day)) {
                return Optional.of(new CaseEvent.Actor(person.id(), post, null));
            }
        }
        for (String post : people.posts()) {
            Optional<Person> absent = office.substitutedBy(person, post, day);
            if (absent.isPresent()) {
                return Optional.of(new CaseEvent.Actor(person.id(), post, absent.get().id()));
            }
        }
        return Optional.empty();
    }

    CaseEvent.Actor actor(String id) {
        return office.person(id).flatMap(this::actor).orElseThrow();
    }

    /// The second officer: the one named, else the other of the pair, else the first who may.
    @Nullable String second(Act act) {
        if (act.second() != null) {
            return act.second();
        }
        CaseState state = facts.state();
        if (people.assigned() && state != null) {
            for (String officer : state.officers()) {
                if (!officer.equals(act.person()) && may(officer)) {
                    return officer;
                }
            }
        }
        return office.people().keySet().stream()
                .filter(p -> !p.equals(act.person()) && may(p))
                .findFirst()
                .orElse(null);
    }

    /// Reasons of a collective body: attendance, majority, the chief's opinion last.
    List<Reason> quorumReasons() {
        People.Quorum quorum = people.quorum();
        if (quorum == null || facts.act() == null) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        List<String> body = office.holders(quorum.of(), day).stream().map(Person::id).toList();
        List<String> present = facts.texts("present").stream().filter(body::contains).toList();
        if (present.size() * quorum.denominator() < body.size() * quorum.numerator()) {
            reasons.add(Reason.of(
                    "出席人数不足：" + body.size() + " 人中应到至少 " + quorum.numerator() + "/" + quorum.denominator() + "，实到 "
                            + present.size() + " 人",
                    quorum.basis(), "present"));
        }
        long inFavour = facts.texts("in-favour").stream().filter(present::contains).count();
        if (inFavour * 2 <= present.size()) {
            reasons.add(Reason.of("赞成人数未过出席人数的半数，不能形成决定", quorum.basis(), "in-favour"));
        }
        if (quorum.chiefLast()
                && facts.value("chief-opinion-last").filter(v -> v.isBoolean() && v.asBoolean()).isEmpty()) {
            reasons.add(Reason.of("主要负责人应当最后发表意见", quorum.basis(), "chief-opinion-last"));
        }
        return reasons;
    }
}
