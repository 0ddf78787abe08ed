package org.fengqiao.office;

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
import org.fengqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/// 机构的行: an office as the rows of its tables, within the transaction of who asks.
///
/// @param id the number under which the tables keep it
record OfficeRows(Connection c, short id) {

    /// @throws IllegalStateException when the database holds none
    Office read() throws SQLException {
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        rows("select kind, id, title from office_word where office = ? order by kind, place", r -> words
                .computeIfAbsent(r.getString(1), k -> new LinkedHashMap<>())
                .put(r.getString(2), r.getString(3)));
        Map<String, List<Person.Holding>> posts = new LinkedHashMap<>();
        rows("select person, post, from_day, until_day from holding where office = ? order by person, post", r -> posts
                .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                .add(new Person.Holding(r.getString(2), day(r, 3), dayOrNull(r, 4))));
        Map<String, List<Person.Certificate>> certificates = new LinkedHashMap<>();
        rows("select person, kind, number, from_day, until_day from certificate where office = ? order by 1, 2, 3",
                r -> certificates
                        .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                        .add(new Person.Certificate(r.getString(2), r.getString(3), day(r, 4), dayOrNull(r, 5))));
        Map<String, List<Person.Leave>> leaves = new LinkedHashMap<>();
        rows("select person, from_day, until_day, substitute from leave where office = ? order by 1, 2", r -> leaves
                .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                .add(new Person.Leave(day(r, 2), day(r, 3), r.getString(4))));
        Map<String, Person> people = new LinkedHashMap<>();
        rows("select id, name, unit from person where office = ? and active order by place", r -> people.put(
                r.getString(1),
                new Person(
                        r.getString(1), r.getString(2), r.getString(3), posts.getOrDefault(r.getString(1), List.of()),
                        certificates.getOrDefault(r.getString(1), List.of()),
                        leaves.getOrDefault(r.getString(1), List.of()))));
        List<Setting> settings = new ArrayList<>();
        rows("select key, from_day, until_day, value, source, approver from setting where office = ? order by key, from_day",
                r -> settings.add(new Setting(
                        r.getString(1), day(r, 2), dayOrNull(r, 3), r.getString(4), r.getString(5), r.getString(6))));
        List<CatalogueItem> items = new ArrayList<>();
        rows("select catalogue, id, title, basis, unit, from_day, until_day, fine_from, fine_to from catalogue_item"
                + " where office = ? order by catalogue, place", r -> items.add(new CatalogueItem(
                r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), day(r, 6),
                dayOrNull(r, 7), (Long) r.getObject(8), (Long) r.getObject(9))));
        WorkingDays[] calendar = {WorkingDays.announced()};
        HolidayNotices.approved(c, id).forEach(n -> calendar[0] = calendar[0].with(n));
        Office[] office = new Office[1];
        rows("select version, name, abbreviation, address, phone from office where office = ?", r -> office[0] = new Office(
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

    private void rows(String sql, Row row) throws SQLException {
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

    static @Nullable LocalDate dayOrNull(ResultSet r, int column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }

    /// Writes a whole office.
    void insert(Office o) throws SQLException {
        put("insert into office (office, version, name, abbreviation, address, phone) values (?,?,?,?,?,?)",
                id, o.version(), o.name(), o.abbreviation(), o.address(), o.phone());
        words("post", o.posts());
        words("unit", o.units());
        words("series", o.series());
        int place = 0;
        for (Person p : o.people().values()) {
            put("insert into person (office, id, name, unit, place) values (?,?,?,?,?)", id, p.id(), p.name(), p.unit(), place++);
            for (Person.Holding h : p.posts()) {
                put("insert into holding values (?,?,?,?,?)", id, p.id(), h.post(), h.from(), h.until());
            }
            for (Person.Certificate x : p.certificates()) {
                put("insert into certificate values (?,?,?,?,?,?)", id, p.id(), x.kind(), x.number(), x.from(), x.until());
            }
            for (Person.Leave l : p.leaves()) {
                put("insert into leave values (?,?,?,?,?)", id, p.id(), l.from(), l.until(), l.substitute());
            }
        }
        for (Setting s : o.settings()) {
            put("insert into setting values (?,?,?,?,?,?,?)", id, s.key(), s.from(), s.until(), s.value(), s.source(), s.approver());
        }
        for (CatalogueItem i : o.catalogue()) {
            put("insert into catalogue_item (office, catalogue, id, from_day, until_day, title, basis, unit, fine_from, fine_to, place)"
                    + " values (?,?,?,?,?,?,?,?,?,?,?)",
                    id, i.catalogue(), i.id(), i.from(), i.until(), i.title(), i.basis(), i.unit(), i.fineFrom(), i.fineTo(), place++);
        }
    }

    private void words(String kind, Map<String, String> words) throws SQLException {
        int place = 0;
        for (Map.Entry<String, String> w : words.entrySet()) {
            put("insert into office_word values (?,?,?,?,?)", id, kind, w.getKey(), w.getValue(), place++);
        }
    }

    void put(String sql, @Nullable Object... values) throws SQLException {
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
}
