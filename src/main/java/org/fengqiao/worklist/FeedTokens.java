package org.fengqiao.worklist;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.fengqiao.digest.Sm3;
import org.fengqiao.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 订阅地址的密钥: calendar programs cannot sign in, so the address itself is the secret. One for each person; a new one
/// ends the one before, and only the digest is kept.
@Component
class FeedTokens {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final short office;

    FeedTokens(DataSource source, Offices offices) {
        this.jdbc = JdbcClient.create(source);
        this.office = offices.id();
    }

    /// A feed that exists.
    record Issued(OffsetDateTime created, @Nullable OffsetDateTime read) {}

    /// Makes a new secret, which is told once and never again.
    String issue(String person) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        jdbc.sql("insert into calendar_feed (office, person, digest) values (?, ?, ?) on conflict (office, person)"
                        + " do update set digest = excluded.digest, created_at = now(), read_at = null")
                .params(office, person, Sm3.hex(token))
                .update();
        return token;
    }

    /// Ends the feed of a person.
    ///
    /// @return false when there is none
    boolean revoke(String person) {
        return jdbc.sql("delete from calendar_feed where office = ? and person = ?").params(office, person).update() == 1;
    }

    Optional<Issued> of(String person) {
        return jdbc.sql("select created_at, read_at from calendar_feed where office = ? and person = ?")
                .params(office, person)
                .query((r, n) -> new Issued(r.getObject(1, OffsetDateTime.class), r.getObject(2, OffsetDateTime.class)))
                .optional();
    }

    /// Whose secret this is; empty when it was never made or has ended.
    Optional<String> person(String token) {
        return token.length() != 2 * BYTES
                ? Optional.empty()
                : jdbc.sql("update calendar_feed set read_at = now() where office = ? and digest = ? returning person")
                        .params(office, Sm3.hex(token))
                        .query(String.class)
                        .optional();
    }
}
