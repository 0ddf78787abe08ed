package org.fengqiao.cases;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fengqiao.document.Content;
import org.fengqiao.document.Template;
import org.fengqiao.document.Templates;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.office.Setting;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Facts;
import org.jspecify.annotations.Nullable;

/// 成文: turns an accepted act into the content of its documents; what the templates may speak of is gathered here.
///
/// `data` is every field of the case in words and `form` those of the act in hand; `on`, `paper`, `term` and `due` tell
/// days, earlier documents and periods; `case` holds the sentences that follow from all of it.
final class Papers {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// What is known of the case without gathering its sentences.
    private static final Set<String> AT_HAND = Set.of("number", "title", "parties");

    private final Templates templates;
    private final Laws laws;

    Papers(Templates templates, Laws laws) {
        this.templates = templates;
        this.laws = laws;
    }

    /// The content of one document of an accepted act; empty when its kind has no template.
    ///
    /// @param personal names and narratives, those entered with the act included
    Optional<Content> content(
            Decision.Accepted accepted, Decision.Making making, String caseNumber, @Nullable String number,
            Map<String, String> personal) {
        return templates
                .find(accepted.definition().slug(), making.rule().id())
                .map(t -> content(t, accepted, making, caseNumber, number, personal));
    }

    private Content content(
            Template template, Decision.Accepted accepted, Decision.Making making, String caseNumber,
            @Nullable String number, Map<String, String> personal) {
        Facts facts = accepted.facts();
        List<Map<String, Object>> parties = parties(accepted, personal);
        Origin origin = Origin.of(accepted, making);
        String party = party(origin, making, parties);
        FormWords form = new FormWords(accepted, origin, personal);
        CaseDays days = new CaseDays(accepted, origin, party);
        Map<String, Object> told = form.all();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("office", office(facts));
        Map<String, Object> aCase = AT_HAND.containsAll(template.placesUnder("case"))
                ? new LinkedHashMap<>()
                : new CaseWords(accepted, origin, personal, told, days, you(parties, party)).all();
        aCase.put("number", caseNumber);
        aCase.put("title", personal.getOrDefault("title", caseNumber));
        if (!parties.isEmpty()) {
            all.put("parties", parties);
            all.put("party", parties.stream().filter(p -> p.get("id").equals(party)).findFirst().orElse(parties.getFirst()));
            aCase.put("parties", parties.stream().map(p -> (String) p.get("name")).collect(Collectors.joining("、")));
        }
        all.put("case", aCase);
        all.put("date", Wordings.date(origin.day()));
        all.put("officers", officers(accepted, origin));
        all.put("actor", actor(accepted, origin));
        all.put("data", told);
        all.put("form", form.own());
        all.put("bank", Map.of("text", setting(facts, "bank", "到本机关指定的银行缴纳，或者通过电子支付系统缴纳")));
        gather(template, all, "on", days::steps);
        gather(template, all, "paper", days::papers);
        gather(template, all, "term", days::terms);
        gather(template, all, "due", days::due);
        gather(template, all, "basis", () -> basis(accepted, making, origin));
        gather(template, all, "remedy", () -> new RemedyWords(accepted, origin.day(), making.rule().title()).all());
        Map<String, Object> data = template.only(all);
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        data.put("salt", HexFormat.of().formatHex(salt));
        return Content.of(template, number, data);
    }

    /// Gathers what costs something only for a document that speaks of it.
    private static void gather(Template template, Map<String, Object> all, String place, Supplier<Map<String, Object>> words) {
        if (!template.placesUnder(place).isEmpty()) {
            all.put(place, words.get());
        }
    }

    /// The party a document speaks of: the one the copy is for, the one named in the form, the one who acts, else the first.
    private static @Nullable String party(
            Origin origin, Decision.Making making, List<Map<String, Object>> parties) {
        if (making.party() != null) {
            return making.party();
        }
        if (origin.text("party").isPresent()) {
            return origin.text("party").get();
        }
        if (origin.party() != null) {
            return origin.party();
        }
        return parties.isEmpty() ? null : (String) parties.getFirst().get("id");
    }

    private static Map<String, Object> office(Facts facts) {
        Office office = facts.office();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", office.name());
        all.put("address", office.address());
        all.put("phone", office.phone());
        office.holders("office-head", facts.day()).stream().findFirst().ifPresent(p -> all.put("head", p.name()));
        return all;
    }

    private static List<Map<String, Object>> parties(Decision.Accepted accepted, Map<String, String> personal) {
        CaseState state = accepted.facts().state();
        List<Map<String, Object>> all = new ArrayList<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        if (state != null) {
            state.parties().values().forEach(p -> kinds.put(p.id(), p.kind()));
        }
        accepted.parties().forEach(p -> kinds.put(p.id(), p.kind()));
        kinds.forEach((id, kind) -> {
            Map<String, Object> party = new LinkedHashMap<>();
            party.put("id", id);
            party.put("kind", kind.equals("person") ? "公民" : "法人或者其他组织");
            party.put("name", personal.getOrDefault(id + ".name", "（当事人尚未查明）"));
            for (String field : List.of("identifier", "address", "representative")) {
                String value = personal.get(id + "." + field);
                if (value != null && !value.isBlank()) {
                    party.put(field, value);
                }
            }
            party.put("you", kind.equals("person") ? "你" : "你单位");
            if (party.containsKey("address")) {
                party.put("place", party.get("address"));
            }
            party.putIfAbsent("address", "不详");
            String phone = personal.get(id + ".contact");
            if (phone != null) {
                party.put("phone", phone);
            }
            all.add(party);
        });
        return all;
    }

    /// Those who signed for the act when two acted together, else the officers of the case.
    private static List<Map<String, Object>> officers(Decision.Accepted accepted, Origin origin) {
        CaseState state = accepted.facts().state();
        List<String> actors = origin.actors().stream().map(CaseEvent.Actor::person).toList();
        List<String> ids = !accepted.assigned().isEmpty()
                ? accepted.assigned()
                : origin.step().by().officers() > 1 || state == null || state.officers().isEmpty() ? actors : state.officers();
        List<Map<String, Object>> all = new ArrayList<>();
        for (String id : ids) {
            Map<String, Object> officer = new LinkedHashMap<>();
            officer.put("name", accepted.facts().office().nameOf(id));
            certificate(accepted, id, "enforcement").ifPresent(n -> officer.put("certificate", n));
            all.add(officer);
        }
        return all;
    }

    private static Map<String, Object> actor(Decision.Accepted accepted, Origin origin) {
        Map<String, Object> actor = new LinkedHashMap<>();
        if (!origin.actors().isEmpty()) {
            CaseEvent.Actor first = origin.actors().getFirst();
            actor.put("name", accepted.facts().office().nameOf(first.person()));
            actor.put("post", accepted.facts().office().postTitle(first.post()));
            certificate(accepted, first.person(), "legal-profession").ifPresent(n -> actor.put("qualification", n));
        }
        return actor;
    }

    private static Optional<String> certificate(Decision.Accepted accepted, String person, String kind) {
        Facts facts = accepted.facts();
        return facts.office().person(person).flatMap(p -> p.certificate(kind, facts.day())).map(Person.Certificate::number);
    }

    /// A key such as `no-penalty-ground.minor` counts only when the field has that value, and is then told as `no-penalty-ground`.
    private Map<String, Object> basis(Decision.Accepted accepted, Decision.Making making, Origin origin) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("document", words(making.rule().basis().isEmpty() ? origin.step().basis() : making.rule().basis()));
        all.put("step", words(origin.step().basis()));
        making.rule().cites().forEach((key, citations) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                all.put(key, words(citations));
            } else if (accepted.facts().is(key.substring(0, dot), key.substring(dot + 1))) {
                all.put(key.substring(0, dot), words(citations));
            }
        });
        return all;
    }

    /// 《中华人民共和国行政处罚法》第四十五条第一款、第二款: the full title once, and of each clause what differs from the one before.
    private String words(List<Citation> citations) {
        StringBuilder words = new StringBuilder();
        Citation before = null;
        for (Citation c : citations) {
            String clause = laws.displayShort(c);
            if (before == null || !before.instrument().equals(c.instrument())) {
                clause = "《" + laws.law(c.law()).title() + "》" + clause;
            } else if (before.articleKey().equals(c.articleKey()) && before.paragraph() != null && c.paragraph() != null) {
                boolean inside = before.paragraph().equals(c.paragraph()) && before.item() != null && c.item() != null;
                Citation whole = inside ? new Citation(c.law(), c.version(), c.article(), c.suffix(), c.paragraph(), null) : c.wholeArticle();
                clause = clause.substring(laws.displayShort(whole).length());
            }
            words.append(before == null ? "" : "、").append(clause);
            before = c;
        }
        return words.toString();
    }

    private static String you(List<Map<String, Object>> parties, @Nullable String party) {
        return parties.stream().filter(p -> p.get("id").equals(party)).findFirst().map(p -> (String) p.get("you")).orElse("你（单位）");
    }

    static String setting(Facts facts, String key, String otherwise) {
        return facts.office().setting(key, facts.day()).map(Setting::value).orElse(otherwise);
    }
}
