package org.fengqiao.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.fengqiao.door.Command.Refused;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL that someone else keeps running, named by `FENGQIAO_DATABASE_URL`.
record ExternalPostgres(String url, String database) implements Server {

    static final String VARIABLE = "FENGQIAO_DATABASE_URL";

    /// Understands `jdbc:postgresql://host/db?user=…&password=…` and `postgres://user:password@host/db`.
    ///
    /// @throws Refused when the address is not one, or nothing answers there
    static ExternalPostgres at(String address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String url = address.startsWith("jdbc:") ? address : fromUri(address);
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        @Nullable String database = source.getDatabaseName();
        if (database == null || database.isEmpty()) {
            throw malformed();
        }
        ExternalPostgres server = new ExternalPostgres(url, database);
        try (Connection _ = server.source(database).getConnection()) {
            return server;
        } catch (SQLException e) {
            throw new Refused("The database that " + VARIABLE + " names does not let us in: " + e.getMessage());
        }
    }

    @Override
    public PGSimpleDataSource source(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setDatabaseName(name);
        return source;
    }

    @Override
    public void close() {
        // Its life is not ours to end.
    }

    private static String fromUri(String address) {
        try {
            URI uri = new URI(address);
            boolean scheme = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (!scheme || uri.getHost() == null) {
                throw malformed();
            }
            StringBuilder url = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
            if (uri.getPort() > 0) {
                url.append(':').append(uri.getPort());
            }
            url.append(uri.getRawPath()).append('?');
            if (uri.getRawQuery() != null) {
                url.append(uri.getRawQuery()).append('&');
            }
            String[] person = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
            String[] names = {"user", "password"};
            for (int i = 0; i < person.length; i++) {
                String plain = URLDecoder.decode(person[i].replace("+", "%2B"), StandardCharsets.UTF_8);
                url.append(names[i]).append('=').append(URLEncoder.encode(plain, StandardCharsets.UTF_8)).append('&');
            }
            return url.substring(0, url.length() - 1);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static Refused malformed() {
        return new Refused(VARIABLE + " is not a database address; write jdbc:postgresql://host:5432/database?user=…&password=…"
                + " or postgres://user:password@host:5432/database.");
    }
}
