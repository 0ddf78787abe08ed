package org.fengqiao.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.digest.Sm3;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Composing;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Letters;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.PersonalValues;
import org.fengqiao.record.Projection;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// 步骤之外: signatures and evidence. They move neither stage nor clocks, and the record holds them like every step.
final class BesideSteps {

    private final Sights sights;
    private final Definitions definitions;
    private final Offices offices;
    private final Access access;
    private final OfficeClock clock;

    BesideSteps(Sights sights, Definitions definitions, Offices offices, Access access, OfficeClock clock) {
        this.sights = sights;
        this.definitions = definitions;
        this.offices = offices;
        this.access = access;
        this.clock = clock;
    }

    /// An invented piece of evidence, for simulated lives: it has a digest and a size, but no file is kept.
    Records.Append evidenceOf(Records.Known known, String kind) {
        String id = "E" + (known.state().evidence().size() + 1);
        String sm3 = Sm3.hex(known.state().number() + id);
        return simulated(known, "$evidence", List.of(), List.of(), List.of(new CaseEvent.Added(id, kind, sm3, 0, clock.today())), List.of());
    }

    /// An evidence file that already lies in the evidence store, for simulated lives.
    Records.Append evidenceOf(Records.Known known, Evidence.Entry entry) {
        String id = "E" + (known.state().evidence().size() + 1);
        CaseEvent.Added added = new CaseEvent.Added(id, entry.kind(), entry.sm3(), entry.size(), entry.collectedOn());
        return simulated(known, "$evidence", List.of(), List.of(), List.of(added), List.of(row(id, entry)));
    }

    private static Projection.Part row(String id, Evidence.Entry entry) {
        return new Projection.Part(
                "filed",
                "insert into evidence (office, case_id, id, kind, title, source, collected_on, media_type, size, sm3)"
                        + " select office, id, ?, ?, ?, ?, ?, ?, ?, ? from head",
                List.of(id, entry.kind(), entry.title(), entry.source(), entry.collectedOn(), entry.mediaType(), entry.size(), entry.sm3()));
    }

    /// The signature on the newest document of a kind by one who may sign it, for simulated lives.
    ///
    /// @throws IllegalArgumentException when there is nothing to sign
    Records.Append signatureOf(Records.Known known, String kind) {
        CaseState.CaseDocument d = known.state().documents().values().stream()
                .filter(x -> x.kind().equals(kind) && !x.signed())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("no unsigned document " + kind));
        String post = Optional.ofNullable(definitions.binding(known.state(), clock.today()).documents().get(kind))
                .map(Definition.DocumentRule::sign)
                .orElseThrow(() -> new IllegalArgumentException(kind + " is not signed"));
        CaseEvent.Actor signatory = offices.current().holders(post, clock.today()).stream()
                .map(p -> new CaseEvent.Actor(p.id(), post, null))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody holds " + post));
        return simulated(known, "$sign", List.of(signatory),
                List.of(new CaseEvent.Made(d.id(), d.kind(), d.party(), d.number(), d.digest(), true)), List.of(), List.of());
    }

    private Records.Append simulated(
            Records.Known known, String name, List<CaseEvent.Actor> actors, List<CaseEvent.Made> documents,
            List<CaseEvent.Added> evidence, List<Projection.Part> rows) {
        CaseEvent event = CaseEvent.beside(
                known.state(), clock.recordedAt(), clock.today(), name, actors, JsonNodeFactory.instance.objectNode(),
                documents, evidence, List.of(), "演示数据");
        return new Records.Append(known, known.state().procedure(), Map.of(), 0,
                n -> new Records.Composed(new Composing(event, Map.of()), new PersonalValues(), Map.of(), rows), null);
    }

    /// Signs a document in the post its rule names.
    Cases.Answer sign(String user, String number, String document, Records.@Nullable Key key) {
        Sights.Sight sight = sights.read(number, key);
        Optional<Cases.Answer> repeated = sights.repeated(sight, key, false);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Records.Known known = sight.known();
        CaseState.CaseDocument d = known == null ? null : known.state().documents().get(document);
        if (d == null) {
            return new Cases.Answer.NotFound("没有文书 " + document);
        }
        Office office = sight.office();
        Definition definition = definitions.binding(known.state(), clock.today());
        Definition.DocumentRule rule = definition.documents().get(d.kind());
        if (d.signed() || rule == null || rule.sign() == null) {
            return new Cases.Answer.Refused(List.of(Preparing.formReason("《" + (rule == null ? d.kind() : rule.title()) + "》不需要签发或者已经签发", "document")));
        }
        Optional<Person> person = office.person(user).filter(p -> p.holds(rule.sign(), clock.today()) || office.substitutedBy(p, rule.sign(), clock.today()).isPresent());
        if (person.isEmpty()) {
            return new Cases.Answer.Refused(List.of(new Reason(
                    Reason.Kind.PERSON, "须由" + office.postTitle(rule.sign()) + "签发", rule.basis(), "document", null)));
        }
        String substitute = person.get().holds(rule.sign(), clock.today())
                ? null
                : office.substitutedBy(person.get(), rule.sign(), clock.today()).map(Person::id).orElse(null);
        CaseEvent.Made signed = new CaseEvent.Made(d.id(), d.kind(), d.party(), d.number(), d.digest(), true);
        return beside(known, "$sign", new CaseEvent.Actor(user, rule.sign(), substitute), List.of(signed), List.of(), List.of(), key);
    }

    /// Enters an evidence file that already lies in the evidence store.
    Cases.Answer addEvidence(String user, String number, Evidence.Entry entry, Records.@Nullable Key key) {
        Sights.Sight sight = sights.read(number, key);
        Optional<Cases.Answer> repeated = sights.repeated(sight, key, false);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Records.Known known = sight.known();
        if (known == null) {
            return new Cases.Answer.NotFound("没有案件 " + number);
        }
        Office office = sight.office();
        if (!access.mayAct(office, user, known.state().procedure(), clock.today())) {
            return new Cases.Answer.Forbidden("您没有办理该程序案件的权限");
        }
        if (entry.collectedOn().isAfter(clock.today())) {
            return new Cases.Answer.Refused(List.of(Preparing.formReason("取得日期不能晚于今天", "collectedOn")));
        }
        for (String text : List.of(entry.kind(), entry.title(), entry.source())) {
            if (Letters.unfit(text)) {
                return new Cases.Answer.Refused(List.of(Preparing.formReason("证据的名称、种类、来源含有不能保存的字符", "title")));
            }
        }
        String id = "E" + (known.state().evidence().size() + 1);
        CaseEvent.Added added = new CaseEvent.Added(id, entry.kind(), entry.sm3(), entry.size(), entry.collectedOn());
        String post = office.person(user).map(p -> p.postsOn(clock.today())).orElse(List.of()).stream().findFirst().orElse("-");
        return beside(known, "$evidence", new CaseEvent.Actor(user, post, null), List.of(), List.of(added), List.of(row(id, entry)), key);
    }

    private Cases.Answer beside(
            Records.Known known, String name, CaseEvent.Actor actor, List<CaseEvent.Made> documents,
            List<CaseEvent.Added> evidence, List<Projection.Part> extra, Records.@Nullable Key key) {
        CaseEvent event = CaseEvent.beside(
                known.state(), clock.recordedAt(), clock.today(), name, List.of(actor),
                JsonNodeFactory.instance.objectNode(), documents, evidence, List.of(), null);
        return appended(known, event, extra, key);
    }

    /// Appends what happens beside the steps, with the rows that belong to it.
    Cases.Answer appended(Records.Known known, CaseEvent event, List<Projection.Part> extra, Records.@Nullable Key key) {
        Records.Composed composed =
                new Records.Composed(new Composing(event, Map.of()), new PersonalValues(), Map.of(), extra);
        return sights.append(new Records.Append(known, known.state().procedure(), Map.of(), 0, n -> composed, key), false);
    }
}
