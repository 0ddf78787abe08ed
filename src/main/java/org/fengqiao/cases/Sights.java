package org.fengqiao.cases;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;

/// 所见: what acts rest on. What memory holds of a case and of the office is tried first; the write is guarded by the version of
/// both, so that it fails where memory is behind. Whatever else comes of memory, a refusal above all, is not an answer: the
/// record is read then.
final class Sights {

    private final Records records;
    private final Offices offices;
    private final Recent recent = new Recent(4096);

    Sights(Records records, Offices offices) {
        this.records = records;
        this.offices = offices;
    }

    /// What an act rests on.
    ///
    /// @param recorded whether the record itself was read just now; else it is what memory holds
    record Sight(Office office, Records.@Nullable Known known, Records.@Nullable Repeated repeated, boolean recorded) {}

    Sight read(String number, Records.@Nullable Key key) {
        Records.Read read = records.read(number, recent.get(number), key);
        if (read.known() != null) {
            recent.put(read.known());
        }
        return new Sight(offices.at(read.officeVersion()), read.known(), read.repeated(), true);
    }

    /// Acts on what memory holds when it holds what is needed; when that does not end in a write, acts on the record.
    ///
    /// @param number empty when the act opens a case
    Cases.Answer act(String number, Records.@Nullable Key key, Function<Sight, Cases.Answer> acting) {
        Office office = offices.inMemory();
        Records.Known known = number.isEmpty() ? null : recent.get(number);
        if (office != null && (known != null || number.isEmpty())
                && acting.apply(new Sight(office, known, null, false)) instanceof Cases.Answer.Done done) {
            return done;
        }
        return acting.apply(read(number, key));
    }

    /// What became of the request that came under this key before; empty when none did.
    Optional<Cases.Answer> repeated(Sight sight, Records.@Nullable Key key, boolean opened) {
        Records.Repeated before = sight.repeated();
        if (before == null || key == null) {
            return Optional.empty();
        }
        if (!Arrays.equals(before.request(), key.request())) {
            return Optional.of(new Cases.Answer.KeyReused());
        }
        Records.Known known = read(before.number(), null).known();
        return Optional.of(known == null ? new Cases.Answer.NotFound(before.number()) : new Cases.Answer.Done(known, opened));
    }

    /// Appends to a case and keeps it in memory as it then stands.
    Cases.Answer append(Records.Append append, boolean opens) {
        try {
            Records.Known after = records.append(append);
            recent.put(after);
            return new Cases.Answer.Done(after, opens);
        } catch (Records.LostRace e) {
            return new Cases.Answer.Lost();
        }
    }
}
