package org.fengqiao.cases;

import java.util.Optional;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;

/// 查阅: which cases a person may see, what of them, and for what they must first say why.
final class Viewing {

    private final Sights sights;
    private final Offices offices;
    private final Access access;
    private final Purposes purposes;
    private final OfficeClock clock;

    Viewing(Sights sights, Offices offices, Access access, Purposes purposes, OfficeClock clock) {
        this.sights = sights;
        this.offices = offices;
        this.access = access;
        this.purposes = purposes;
        this.clock = clock;
    }

    /// A case as a person may see it; empty when there is none or it is not theirs to see.
    Optional<Records.Known> see(String user, String number) {
        Sights.Sight sight = sights.read(number, null);
        Records.Known known = sight.known();
        if (known == null) {
            return Optional.empty();
        }
        Office office = sight.office();
        String procedure = known.state().procedure();
        boolean registered = access.mayOpen(office, user, procedure, clock.today()) && known.state().deeds().getFirst().by(user);
        return registered || access.mayRead(office, user, procedure, clock.today()) || forPurpose(office, user, known)
                ? Optional.of(shown(user, known))
                : Optional.empty();
    }

    /// The case as it may be shown to somebody who may look at it.
    Records.Known shown(String user, Records.Known known) {
        return Restriction.concerns(known.state())
                ? PersonalData.masked(known, decides(user, known.state()) && purposes.stated(user, known.id()).isPresent())
                : known;
    }

    /// Whether a person may see, for a purpose, what a case holds back: those who decide about restricted values; of who
    /// reported, those who act.
    boolean decides(String user, CaseState state) {
        return access.may(offices.current(), user, "personal-data", "act", clock.today())
                || !state.isDone(Restriction.STEP) && access.mayAct(offices.current(), user, state.procedure(), clock.today());
    }

    private boolean forPurpose(Office office, String user, Records.Known known) {
        return access.may(office, user, known.state().procedure(), Purposes.RIGHT, clock.today())
                && purposes.stated(user, known.id()).isPresent();
    }

    /// A case that a person may see, or see in full, once they state what for; empty when there is none or they need not or may not.
    Optional<Records.Known> asksPurpose(String user, String number) {
        Optional<Records.Known> locked = asksToEnter(user, number);
        return locked.isPresent()
                ? locked
                : see(user, number).filter(k -> Restriction.lacks(k.state()) && decides(user, k.state()));
    }

    /// A case of a restricted area that a person may see once they state what for.
    Optional<Records.Known> asksToEnter(String user, String number) {
        Sights.Sight sight = sights.read(number, null);
        Records.Known known = sight.known();
        return known != null
                        && access.may(sight.office(), user, known.state().procedure(), Purposes.RIGHT, clock.today())
                        && see(user, number).isEmpty()
                ? Optional.of(known)
                : Optional.empty();
    }

    /// Logs a look over the interface at a case of a restricted area; other looks there are not logged.
    void lookedUp(String user, Records.Known known, String what) {
        if (access.restricted(known.state().procedure())) {
            purposes.log(user, known.id(), purposes.stated(user, known.id()).orElse("办理"), what);
        }
    }
}
