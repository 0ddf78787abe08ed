package org.fengqiao.database;

import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL that can be reached: the bundled one or one the office runs elsewhere.
sealed interface Server extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    /// Plain connections to a database on it.
    PGSimpleDataSource source(String database);

    /// The name of the office's own database.
    String database();

    @Override
    void close();
}
