package org.fengqiao.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// 登录限次: five wrong passwords in a row lock an account for fifteen minutes; a right one forgets them.
final class Attempts {

    static final int MOST = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Failure(int count, Instant last) {}

    /// Whether the account is locked now.
    boolean locked(String user) {
        Failure f = failures.get(user);
        return f != null && f.count() >= MOST && clock.instant().isBefore(f.last().plus(LOCK));
    }

    /// Notes a wrong password and tells how many tries are left.
    int failed(String user) {
        if (failures.size() > 10_000) {
            failures.values().removeIf(f -> clock.instant().isAfter(f.last().plus(LOCK)));
        }
        Failure f = failures.merge(user, new Failure(1, clock.instant()), (a, b) ->
                b.last().isAfter(a.last().plus(LOCK)) ? b : new Failure(a.count() + 1, b.last()));
        return Math.max(0, MOST - f.count());
    }

    void succeeded(String user) {
        failures.remove(user);
    }
}
