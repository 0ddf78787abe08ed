package org.fengqiao.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// 登录限次: five wrong passwords in a row from one place lock the account for that place for fifteen minutes, fifty from
/// all places lock it for all; a right one forgets those of its place.
///
/// A try is counted before the password is looked at, so that many at once are not more than five. A stranger elsewhere
/// needs fifty to keep somebody out, not five.
final class Attempts {

    static final int MOST = 5;
    static final int MOST_ANYWHERE = 50;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Tries> tries = new ConcurrentHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int count, Instant last) {}

    /// Counts a try; false when the account is locked for this place, and then nothing is counted.
    boolean begin(String user, String place) {
        if (tries.size() > 10_000) {
            tries.values().removeIf(this::over);
        }
        return counted(here(user, place), MOST) && counted(anywhere(user), MOST_ANYWHERE);
    }

    private boolean counted(String key, int most) {
        boolean[] admitted = {false};
        tries.compute(key, (k, t) -> {
            int before = t == null || over(t) ? 0 : t.count();
            admitted[0] = before < most;
            return admitted[0] ? new Tries(before + 1, clock.instant()) : t;
        });
        return admitted[0];
    }

    private boolean over(Tries t) {
        return clock.instant().isAfter(t.last().plus(LOCK));
    }

    /// How many tries are left at this place.
    int left(String user, String place) {
        Tries t = tries.get(here(user, place));
        return t == null ? MOST : Math.max(0, MOST - t.count());
    }

    void succeeded(String user, String place) {
        tries.remove(here(user, place));
    }

    private static String here(String user, String place) {
        return user + "\n" + place;
    }

    private static String anywhere(String user) {
        return user + "\n";
    }
}
