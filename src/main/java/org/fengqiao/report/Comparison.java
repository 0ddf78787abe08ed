package org.fengqiao.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// 比较: the cache beside a fresh fold of the whole record, in one snapshot.
final class Comparison {

    private static final int CASES_AT_ONCE = 500;
    private static final int SHOWN = 100;

    private final DataSource source;
    private final short office;
    private final Figures figures;
    private long cases;

    Comparison(DataSource source, short office, Figures figures) {
        this.source = source;
        this.office = office;
        this.figures = figures;
    }

    /// How many cases were compared.
    long cases() {
        return cases;
    }

    /// A sentence for each row that only one side has; at most a hundred.
    List<String> differences() throws SQLException {
        List<String> differences = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                // What has not been folded yet is no part of the cache.
                List<Long> stale = figures.folding().stale(connection);
                Map<Long, String> numbers = numbers(connection);
                stale.forEach(numbers::remove);
                List<Long> ids = new ArrayList<>(numbers.keySet());
                cases = ids.size();
                for (int from = 0; from < ids.size() && differences.size() < SHOWN; from += CASES_AT_ONCE) {
                    compare(connection, ids.subList(from, Math.min(ids.size(), from + CASES_AT_ONCE)), numbers, differences);
                }
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
        return differences.subList(0, Math.min(SHOWN, differences.size()));
    }

    private Map<Long, String> numbers(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id, number from cases where office = ? order by id")) {
            statement.setShort(1, office);
            Map<Long, String> numbers = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getLong(1), rows.getString(2));
                }
            }
            return numbers;
        }
    }

    private void compare(Connection connection, List<Long> ids, Map<Long, String> numbers, List<String> differences) throws SQLException {
        Map<Long, List<Member>> cached = cached(connection, ids);
        figures.folding().read(connection, ids, (id, fresh) -> {
            List<Member> missing = new ArrayList<>(fresh.rows());
            List<Member> surplus = new ArrayList<>();
            for (Member m : cached.getOrDefault(id, List.of())) {
                if (!missing.remove(m)) {
                    surplus.add(m);
                }
            }
            for (Member m : missing) {
                Member instead = surplus.stream().filter(s -> s.set().equals(m.set()) && s.key().equals(m.key())).findFirst().orElse(null);
                surplus.remove(instead);
                differences.add(numbers.get(id) + "：" + m.set() + (instead == null ? " 缺少 " + words(m) : " 缓存为 " + words(instead) + "，应为 " + words(m)));
            }
            surplus.forEach(m -> differences.add(numbers.get(id) + "：" + m.set() + " 多出 " + words(m)));
        });
    }

    private static String words(Member m) {
        return m.day() + " [" + m.since() + ", " + (m.until() == null ? "—" : m.until()) + ") " + m.part() + (m.amount() == 0 ? "" : " " + m.amount());
    }

    private Map<Long, List<Member>> cached(Connection connection, List<Long> ids) throws SQLException {
        Map<Long, List<Member>> rows = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select case_id, set, key, part, opened, day, since, until, amount from figure_member"
                        + " where office = ? and case_id = any (?) order by case_id, n")) {
            statement.setShort(1, office);
            statement.setArray(2, connection.createArrayOf("int8", ids.toArray()));
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    rows.computeIfAbsent(r.getLong(1), k -> new ArrayList<>()).add(new Member(
                            r.getString(2), r.getString(3), r.getString(4), r.getObject(5, LocalDate.class),
                            r.getObject(6, LocalDate.class), r.getObject(7, LocalDate.class), r.getObject(8, LocalDate.class), r.getLong(9)));
                }
            }
        }
        return rows;
    }
}
