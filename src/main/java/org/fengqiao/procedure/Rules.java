package org.fengqiao.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// 命名规则: conditions that need logic, each named and cited where a definition uses it.
///
/// A rule is pure and answers without an act, too: what the open form can still cure counts as satisfied then.
public final class Rules {

    /// One named condition.
    @FunctionalInterface
    public interface Rule {
        Outcome judge(Facts facts);
    }

    private static final Map<String, Rule> ALL = new LinkedHashMap<>();

    static {
        ALL.putAll(PenaltyRules.ALL);
        ALL.putAll(ServiceRules.ALL);
        ALL.putAll(RequestRules.ALL);
        ALL.putAll(SpotRules.ALL);
        ALL.putAll(LedgerRules.ALL);
        ALL.putAll(LedgerBookRules.ALL);
        ALL.putAll(PetitionRules.ALL);
        ALL.putAll(DisclosureRules.ALL);
        ALL.putAll(DecisionRules.ALL);
        ALL.putAll(MediationRules.ALL);
        ALL.putAll(LabourRules.ALL);
        ALL.putAll(WageRules.ALL);
        ALL.putAll(CoercionRules.ALL);
        ALL.putAll(RemedyRules.ALL);
        ALL.putAll(HazardRules.ALL);
        ALL.putAll(ArchiveRules.ALL);
        ALL.putAll(ResidentsRules.ALL);
        ALL.putAll(CorrectionRules.ALL);
        ALL.putAll(LegalAidRules.ALL);
        ALL.putAll(LegalServiceRules.ALL);
        ALL.putAll(EmergencyRules.ALL);
        ALL.putAll(FraudRules.ALL);
        ALL.putAll(LicenceRules.ALL);
        ALL.putAll(AssistanceRules.ALL);
        ALL.putAll(CommunityRules.ALL);
    }

    /// The names definitions may use.
    public static final Set<String> NAMES = Set.copyOf(ALL.keySet());

    private Rules() {}

    static Outcome judge(String name, Facts facts) {
        Rule rule = ALL.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no rule named " + name);
        }
        return rule.judge(facts);
    }
}
