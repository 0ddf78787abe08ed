package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// 行为: what somebody wants to do, before the law has been asked.
///
/// @param person who acts, or who records a party's act
/// @param second the second officer, named by the first; null leaves the choice to the case's pair
/// @param confirmed true when the second officer has confirmed with their own sign-in
/// @param party the party whose own act is recorded
/// @param expectedVersion the version of the case the person saw; null accepts the present one
/// @param lateReason why the act is entered after its day (补录原因)
/// @param title what an officer calls the case, when it opens
/// @param relevantDate the day of the matter itself (违法行为发生日、诉求反映日), when a case opens
public record Act(
        String step,
        String person,
        @Nullable String second,
        boolean confirmed,
        @Nullable String party,
        @Nullable Integer expectedVersion,
        LocalDate actedOn,
        @Nullable OffsetDateTime actedAt,
        @Nullable String lateReason,
        ObjectNode data,
        List<NewParty> parties,
        @Nullable LocalDate relevantDate,
        @Nullable String title) {

    /// 当事人（立案时）: a party as given when a case opens; without a name it is not confirmed yet.
    public record NewParty(
            String kind,
            @Nullable String name,
            @Nullable String identifier,
            @Nullable String contact,
            @Nullable String address,
            @Nullable String role,
            @Nullable String representative) {
        public boolean confirmed() {
            return name != null && !name.isBlank();
        }
    }

    Act with(@Nullable String newSecond, @Nullable String newParty) {
        return new Act(
                step, person, newSecond, confirmed, newParty, expectedVersion, actedOn, actedAt, lateReason, data,
                parties, relevantDate, title);
    }

    /// The same act after the second officer has confirmed it.
    public Act confirm() {
        return new Act(
                step, person, second, true, party, expectedVersion, actedOn, actedAt, lateReason, data, parties,
                relevantDate, title);
    }

    /// The same act with some fields left blank.
    Act without(Collection<String> fields) {
        return new Act(
                step, person, second, confirmed, party, expectedVersion, actedOn, actedAt, lateReason,
                data.deepCopy().remove(fields), parties, relevantDate, title);
    }
}
