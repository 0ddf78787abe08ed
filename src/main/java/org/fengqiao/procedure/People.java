package org.fengqiao.procedure;

import java.util.List;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 人员规则: who may take a step. Statute and office rule are kept apart by the citation each part carries.
///
/// @param posts any of these posts
/// @param party true when the act is a party's own, recorded by a holder of one of `posts`
/// @param officers how many certified officers act together; 1 when one suffices
/// @param assigned true when only the officers assigned to the case (or their substitutes) may act
/// @param excluded earlier steps whose actors may not take this one
/// @param qualification certificate kind the actor needs, such as `legal-profession`
/// @param unit the actor belongs to the unit named by an earlier field of the case
/// @param quorum attendance and majority of a collective body
public record People(
        List<String> posts,
        List<Citation> basis,
        boolean party,
        int officers,
        boolean certified,
        List<Citation> officersBasis,
        boolean assigned,
        List<Excluded> excluded,
        @Nullable String qualification,
        List<Citation> qualificationBasis,
        @Nullable OfUnit unit,
        @Nullable Quorum quorum,
        boolean notRelated,
        List<Citation> notRelatedBasis) {

    /// 不得兼任: the actors of `step` may not act, by law or by office rule.
    public record Excluded(String step, List<Citation> basis) {}

    /// 本科室: the actor belongs to the unit in `field`; a request sent to one unit is not taken by another.
    public record OfUnit(String field, List<Citation> basis) {}

    /// 法定人数: of the holders of post `of`, at least `numerator/denominator` present; a majority of those decides.
    public record Quorum(String of, int numerator, int denominator, boolean chiefLast, List<Citation> basis) {}
}
