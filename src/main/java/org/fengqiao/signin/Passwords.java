package org.fengqiao.signin;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// 口令: Argon2id hashes of the people's passwords.
public final class Passwords {

    /// The hash of a random text that was thrown away: checking against it takes as long as checking a person's.
    private static final String NOBODY = "$argon2id$v=19$m=16384,t=2,p=1$p9ZvQbHH2Pn0fyw4zfsFTw$RA4nS5rcaYrdn9Ugdi36uUgNub/3igNFJb5hXmnrpT0";

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final JdbcClient jdbc;
    private final short office;

    private final Consumer<String> changed;

    /// Each check takes sixteen megabytes and much of a core; strangers may ask for many at once.
    private final Semaphore atOnce = new Semaphore(4, true);

    public Passwords(JdbcClient jdbc, short office) {
        this(jdbc, office, user -> {});
    }

    /// @param changed is told whose password has changed
    Passwords(JdbcClient jdbc, short office, Consumer<String> changed) {
        this.jdbc = jdbc;
        this.office = office;
        this.changed = changed;
    }

    /// Whether this is the person's password; takes the same time for people who do not exist.
    public boolean matches(String user, String password) {
        String hash = jdbc.sql("select coalesce(password, '') from person where office = ? and id = ? and active")
                .params(office, user)
                .query(String.class)
                .optional()
                .filter(h -> !h.isEmpty())
                .orElse(null);
        atOnce.acquireUninterruptibly();
        boolean right;
        try {
            right = encoder.matches(password, hash == null ? NOBODY : hash);
        } finally {
            atOnce.release();
        }
        return hash != null && right;
    }

    /// Sets a password.
    ///
    /// @throws IllegalArgumentException when it is too short
    public void set(String user, String password) {
        if (password.codePointCount(0, password.length()) < 10) {
            throw new IllegalArgumentException("口令至少 10 个字符");
        }
        jdbc.sql("update person set password = ? where office = ? and id = ?")
                .params(encoder.encode(password), office, user)
                .update();
        changed.accept(user);
    }

    /// Whether no person at all can sign in with a password.
    public boolean ofNobody() {
        return jdbc.sql("select not exists (select from person where office = ? and active and coalesce(password, '') <> '')")
                .param(office)
                .query(Boolean.class)
                .single();
    }

    /// A password for the first sign-in.
    public static String generated() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
