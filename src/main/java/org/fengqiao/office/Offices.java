package org.fengqiao.office;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.door.Command.Refused;
import org.jspecify.annotations.Nullable;

/// 机构人员库: the office in the database, kept in memory under its version.
public final class Offices {

    private final DataSource source;
    /// The number under which every table keeps the one office of this process; another process could keep another beside it.
    public static final short ONLY = 1;

    private final short id;
    private volatile @Nullable Office cached;
    /// How often the office was changed here: what was read before a change must not be kept after it.
    private final AtomicInteger changes = new AtomicInteger();

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
        int seen = changes.get();
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                Office office = read(c);
                keep(office, seen);
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

    private synchronized void keep(Office office, int seen) {
        cached = changes.get() == seen ? office : null;
    }

    private synchronized void forget() {
        changes.incrementAndGet();
        cached = null;
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

    private Office read(Connection c) throws SQLException {
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        rows(c, "select kind, id, title from office_word where office = ? order by kind, place", r -> words
                .computeIfAbsent(r.getString(1), k -> new LinkedHashMap<>())
                .put(r.getString(2), r.getString(3)));
        Map<String, List<Person.Holding>> posts = new LinkedHashMap<>();
        rows(c, "select person, post, from_day, until_day from holding where office = ? order by person, post", r -> posts
                .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                .add(new Person.Holding(r.getString(2), day(r, 3), dayOrNull(r, 4))));
        Map<String, List<Person.Certificate>> certificates = new LinkedHashMap<>();
        rows(c, "select person, kind, number, from_day, until_day from certificate where office = ? order by 1, 2, 3",
                r -> certificates
                        .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                        .add(new Person.Certificate(r.getString(2), r.getString(3), day(r, 4), dayOrNull(r, 5))));
        Map<String, List<Person.Leave>> leaves = new LinkedHashMap<>();
        rows(c, "select person, from_day, until_day, substitute from leave where office = ? order by 1, 2", r -> leaves
                .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                .add(new Person.Leave(day(r, 2), day(r, 3), r.getString(4))));
        Map<String, Person> people = new LinkedHashMap<>();
        rows(c, "select id, name, unit from person where office = ? and active order by place", r -> people.put(
                r.getString(1),
                new Person(
                        r.getString(1), r.getString(2), r.getString(3), posts.getOrDefault(r.getString(1), List.of()),
                        certificates.getOrDefault(r.getString(1), List.of()),
                        leaves.getOrDefault(r.getString(1), List.of()))));
        List<Setting> settings = new ArrayList<>();
        rows(c, "select key, from_day, until_day, value, source, approver from setting where office = ? order by key, from_day",
                r -> settings.add(new Setting(
                        r.getString(1), day(r, 2), dayOrNull(r, 3), r.getString(4), r.getString(5), r.getString(6))));
        List<CatalogueItem> items = new ArrayList<>();
        rows(c, "select catalogue, id, title, basis, unit, from_day, until_day, fine_from, fine_to from catalogue_item"
                + " where office = ? order by catalogue, place", r -> items.add(new CatalogueItem(
                r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), day(r, 6),
                dayOrNull(r, 7), (Long) r.getObject(8), (Long) r.getObject(9))));
        WorkingDays[] calendar = {WorkingDays.announced()};
        HolidayNotices.approved(c, id).forEach(n -> calendar[0] = calendar[0].with(n));
        Office[] office = new Office[1];
        rows(c, "select version, name, abbreviation, address, phone from office where office = ?", r -> office[0] = new Office(
                r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5),
                words.getOrDefault("post", Map.of()), words.getOrDefault("unit", Map.of()),
                words.getOrDefault("series", Map.of()), people, settings, items, calendar[0]));
        if (office[0] == null) {
            throw new IllegalStateException("The database holds no office " + id + ".");
        }
        return office[0];
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(Connection c, String sql, Row row) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setShort(1, id);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    row.read(r);
                }
            }
        }
    }

    private static LocalDate day(ResultSet r, int column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }

    private static @Nullable LocalDate dayOrNull(ResultSet r, int column) throws SQLException {
        return r.getObject(column, LocalDate.class);
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
                insert(c, office);
                put(c, "update office set day = ? where office = ?", day, id);
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
        forget();
    }

    private void insert(Connection c, Office o) throws SQLException {
        put(c, "insert into office (office, version, name, abbreviation, address, phone) values (?,?,?,?,?,?)",
                id, o.version(), o.name(), o.abbreviation(), o.address(), o.phone());
        words(c, "post", o.posts());
        words(c, "unit", o.units());
        words(c, "series", o.series());
        int place = 0;
        for (Person p : o.people().values()) {
            put(c, "insert into person (office, id, name, unit, place) values (?,?,?,?,?)", id, p.id(), p.name(), p.unit(), place++);
            for (Person.Holding h : p.posts()) {
                put(c, "insert into holding values (?,?,?,?,?)", id, p.id(), h.post(), h.from(), h.until());
            }
            for (Person.Certificate x : p.certificates()) {
                put(c, "insert into certificate values (?,?,?,?,?,?)", id, p.id(), x.kind(), x.number(), x.from(), x.until());
            }
            for (Person.Leave l : p.leaves()) {
                put(c, "insert into leave values (?,?,?,?,?)", id, p.id(), l.from(), l.until(), l.substitute());
            }
        }
        for (Setting s : o.settings()) {
            put(c, "insert into setting values (?,?,?,?,?,?,?)", id, s.key(), s.from(), s.until(), s.value(), s.source(), s.approver());
        }
        for (CatalogueItem i : o.catalogue()) {
            put(c, "insert into catalogue_item (office, catalogue, id, from_day, until_day, title, basis, unit, fine_from, fine_to, place)"
                    + " values (?,?,?,?,?,?,?,?,?,?,?)",
                    id, i.catalogue(), i.id(), i.from(), i.until(), i.title(), i.basis(), i.unit(), i.fineFrom(), i.fineTo(), place++);
        }
    }

    private void words(Connection c, String kind, Map<String, String> words) throws SQLException {
        int place = 0;
        for (Map.Entry<String, String> w : words.entrySet()) {
            put(c, "insert into office_word values (?,?,?,?,?)", id, kind, w.getKey(), w.getValue(), place++);
        }
    }

    private static void put(Connection c, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                switch (values[i]) {
                    case null -> s.setNull(i + 1, Types.NULL);
                    case LocalDate day -> s.setObject(i + 1, day);
                    default -> s.setObject(i + 1, values[i]);
                }
            }
            s.executeUpdate();
        }
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
                put(c, "update office set version = version + 1 where office = ?", id);
                int rows = s.executeUpdate();
                c.commit();
                forget();
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
                return r.next() ? dayOrNull(r, 1) : null;
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
