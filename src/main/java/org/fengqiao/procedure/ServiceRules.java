package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.deadline.Clock;

/// 送达规则: one rule for each lawful way of service; a rule keeps silent about the other ways.
///
/// Read by steps that serve a document; the fields are `party`, `method`, `served-on`, `received-by`, `left-record`,
/// `direct-difficulty`.
final class ServiceRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "served-party-confirmed", ServiceRules::partyConfirmed,
            "service-received", ServiceRules::received,
            "service-left", ServiceRules::left,
            "service-posted", ServiceRules::posted,
            "service-electronic-agreed", ServiceRules::electronicAgreed,
            "service-public-notice-elapsed", ServiceRules::publicNoticeElapsed);

    private static final Set<String> HANDED_OVER = Set.of("spot", "direct", "entrusted", "relayed", "post");

    private ServiceRules() {}

    private static boolean by(Facts facts, String... methods) {
        return facts.act() != null && facts.text("method").filter(Set.of(methods)::contains).isPresent();
    }

    private static Optional<CaseState.CaseParty> party(Facts facts) {
        return facts.state() == null
                ? Optional.empty()
                : facts.text("party").map(p -> facts.state().parties().get(p));
    }

    /// Nobody can be served who is not known.
    private static Outcome partyConfirmed(Facts facts) {
        return party(facts).filter(p -> !p.confirmed()).isPresent()
                ? Outcome.not("受送达的当事人尚未查明，须先登记其姓名或者名称")
                : Outcome.SATISFIED;
    }

    /// Who signs for a document: oneself or an adult of the household, the receiving desk of an organization, an agent.
    private static Outcome received(Facts facts) {
        if (facts.act() == null || facts.text("method").filter(HANDED_OVER::contains).isEmpty()) {
            return Outcome.SATISFIED;
        }
        String by = facts.text("received-by").orElse("nobody");
        if (by.equals("nobody")) {
            return Outcome.not("没有人签收的，不是直接、邮寄或者委托送达；拒收的可以留置送达");
        }
        boolean person = party(facts).map(p -> p.kind().equals("person")).orElse(true);
        if (person && by.equals("receiver")) {
            return Outcome.not("受送达人是公民的，由本人、同住成年家属、代理人或者指定代收人签收");
        }
        return !person && by.equals("family")
                ? Outcome.not("受送达人是单位的，由法定代表人、主要负责人、负责收件的人、代理人或者指定代收人签收")
                : Outcome.SATISFIED;
    }

    /// 留置: with the ground of refusal, and either witnesses or pictures of the act.
    private static Outcome left(Facts facts) {
        if (!by(facts, "left")) {
            return Outcome.SATISFIED;
        }
        boolean recorded = facts.text("left-record").filter(r -> !r.equals("none")).isPresent();
        if (!recorded) {
            return Outcome.not("留置送达须有见证人签名，或者用拍照、录像记录送达过程");
        }
        return blank(facts, "direct-difficulty") ? Outcome.not("留置送达须记明拒收的事由") : Outcome.SATISFIED;
    }

    private static Outcome posted(Facts facts) {
        return by(facts, "post", "entrusted") && blank(facts, "direct-difficulty")
                ? Outcome.not("直接送达有困难的，才能邮寄或者委托送达；请写明困难")
                : Outcome.SATISFIED;
    }

    private static boolean blank(Facts facts, String field) {
        return facts.text(field).filter(t -> !t.isBlank()).isEmpty();
    }

    private static Outcome electronicAgreed(Facts facts) {
        if (!by(facts, "electronic")) {
            return Outcome.SATISFIED;
        }
        boolean agreed = facts.text("party").stream()
                .flatMap(p -> new PenaltyCase(facts).of(p, "electronic-service-agreed").stream())
                .anyMatch(d -> PenaltyCase.text(d, "agreement-signed").equals("yes"));
        return agreed ? Outcome.SATISFIED : Outcome.not("当事人没有签订书面确认书，不能电子送达");
    }

    /// A public notice counts for the document it names, and only when its time has passed.
    private static Outcome publicNoticeElapsed(Facts facts) {
        if (!by(facts, "public-notice")) {
            return Outcome.SATISFIED;
        }
        String document = facts.step().effects().serves();
        PenaltyCase file = new PenaltyCase(facts);
        String party = facts.text("party").orElse("");
        Optional<CaseState.Deed> posted = file.lastOf(party, "public-notice-posted")
                .filter(d -> PenaltyCase.text(d, "notice-document").equals(document));
        Optional<Clock> clock = file.clock("public-notice", party);
        if (posted.isEmpty() || clock.isEmpty()) {
            return Outcome.not("尚未就这份文书发布送达公告");
        }
        LocalDate due = file.due(clock.get());
        if (!Timing.lapsed(clock.get(), facts)) {
            return Outcome.not("公告期间至" + file.until(clock.get()) + "届满，届满后才视为送达");
        }
        return facts.date("served-on").filter(d -> d.isBefore(due)).isPresent()
                ? Outcome.not("公告送达的日期不早于公告期间届满之日" + file.until(clock.get()))
                : Outcome.SATISFIED;
    }
}
