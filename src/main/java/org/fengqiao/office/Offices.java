package org.fengqiao.office;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.fengqiao.door.Command.Refused;
import org.jspecify.annotations.Nullable;

/// 机构人员库: the office in the database, kept in memory under its version.
public final class Offices {

    /// The number under which every table keeps the one office of this process; another process could keep another beside it.
    public static final short ONLY = 1;

    private final DataSource source;
    private final short id;
    private volatile @Nullable Office cached;

    public Offices(DataSource source, short id) {
        this.source = source;
        this.id = id;
    }

    public short id() {
        return id;
    }

    /// The office under a version, read anew only when the version is not the one in memory.
    public Office at(long version) {
        Office office = cached;
        return office != null && office.version() == version ? office : read();
    }

    /// The office as last read; null when none was read since it was last changed here.
    public @Nullable Office inMemory() {
        return cached;
    }

    /// The office as last read; reads it the first time.
    public Office current() {
        Office office = cached;
        return office != null ? office : read();
    }

    /// Reads the office in one snapshot.
    ///
    /// @throws IllegalStateException when the database holds none
    public Office read() {
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                Office office = new OfficeRows(c, id).read();
                cached = office;
                return office;
            } finally {
                c.rollback();
                c.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The office could not be read: " + e.getMessage(), e);
        }
    }

    /// Whether there is an office; asks the database only while none has been read.
    public boolean isFounded() {
        return cached != null || !isEmpty();
    }

    public boolean isEmpty() {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("select 1 from office where office = ?")) {
            s.setShort(1, id);
            try (ResultSet r = s.executeQuery()) {
                return !r.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The office could not be read: " + e.getMessage(), e);
        }
    }

    /// Refuses a command that works on an office when there is none, also where not even the tables are there.
    ///
    /// @throws Refused in one sentence
    public void refuseUnlessFounded(Path home) {
        boolean founded;
        try {
            founded = isFounded();
        } catch (IllegalStateException e) {
            founded = false;
        }
        if (!founded) {
            throw new Refused("The home " + home + " holds no office yet; start it once with demo or serve, or name another with --home DIR.");
        }
    }

    /// Refuses a database that holds the other kind of office: a demonstration would move the days of a real office and put
    /// its year in the place of real cases, and a real office would go on among invented ones.
    ///
    /// @param place what the refusal calls the database
    /// @throws Refused in one sentence
    public void refuseUnless(boolean demonstration, String place) {
        if (isEmpty() || demonstration == (day() != null)) {
            return;
        }
        throw new Refused(demonstration
                ? place + " holds a real office, which a demonstration would overwrite; name another home with --home DIR."
                : place + " holds the demonstration office; name another home with --home DIR, or start it with `demo`.");
    }

    /// Writes a whole office into an empty database, as at the first start.
    public void found(Office office) {
        found(office, null);
    }

    /// The same for a demonstration office, which lives on a day of its own.
    public void found(Office office, @Nullable LocalDate day) {
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            try {
                OfficeRows rows = new OfficeRows(c, id);
                rows.insert(office);
                rows.put("update office set day = ? where office = ?", day, id);
                c.commit();
            } catch (SQLException e) {
                c.rollback();
                throw e;
            } finally {
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The office could not be founded: " + e.getMessage(), e);
        }
        cached = null;
    }

    /// Changes something of the office: the new version and the statement in one transaction. The version comes first: of
    /// two changes in one moment the second waits there, and its statement sees what the first has done.
    ///
    /// @return how many rows changed
    public int change(String sql, @Nullable Object... values) {
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            try (PreparedStatement s = c.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    s.setObject(i + 1, values[i]);
                }
                new OfficeRows(c, id).put("update office set version = version + 1 where office = ?", id);
                int rows = s.executeUpdate();
                c.commit();
                cached = null;
                return rows;
            } catch (SQLException e) {
                c.rollback();
                throw e;
            } finally {
                c.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The change could not be written: " + e.getMessage(), e);
        }
    }

    /// The demonstration day, or null when the office lives on the wall clock.
    public @Nullable LocalDate day() {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("select day from office where office = ?")) {
            s.setShort(1, id);
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? OfficeRows.dayOrNull(r, 1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The day could not be read: " + e.getMessage(), e);
        }
    }

    /// Sets the demonstration day.
    public void setDay(LocalDate day) {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("update office set day = ? where office = ?")) {
            s.setObject(1, day);
            s.setShort(2, id);
            s.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The day could not be set: " + e.getMessage(), e);
        }
    }
}
