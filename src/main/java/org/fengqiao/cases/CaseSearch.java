package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.office.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 案件检索: what a person may see, filtered and paged; it never tells of more.
final class CaseSearch {

    /// How the due days of a search may be asked for.
    static final Set<String> DUE = Set.of("", "overdue", "today", "soon");

    private final JdbcClient jdbc;
    private final short office;
    private final Cases cases;
    private final Access access;
    private final NameSearch names;

    CaseSearch(JdbcClient jdbc, short office, Cases cases, Access access) {
        this.jdbc = jdbc;
        this.office = office;
        this.cases = cases;
        this.access = access;
        this.names = new NameSearch(jdbc, office, cases);
    }

    /// @param q words: a case number, a part of a title, a party's name
    /// @param due `overdue`, `today`, `soon` or empty
    /// @param state `open`, `final` or empty
    /// @param from first day of opening, or null
    /// @param until last day of opening, or null
    record Query(
            String q, String procedure, String stage, String due, String state, @Nullable LocalDate from, @Nullable LocalDate until,
            int page, int size) {}

    record Row(
            String number, String lifeline, String procedure, String title, String stage, boolean isFinal,
            LocalDate opened, LocalDate acted, @Nullable CountedDay due) {}

    record Found(Query query, long total, List<Row> rows) {}

    /// 前后案件: where the neighbours in a list open; null at either end.
    record Around(@Nullable String previous, @Nullable String next) {
        static final Around NONE = new Around(null, null);
    }

    private record Filter(String where, List<Object> values) {}

    /// The procedures whose cases a person may read.
    List<String> readable(String user) {
        Office o = cases.office();
        LocalDate today = cases.clock().today();
        return cases.definitions().slugs().stream().filter(p -> access.mayRead(o, user, p, today)).toList();
    }

    Found find(String user, Query query) {
        if (readable(user).isEmpty()) {
            return new Found(query, 0, List.of());
        }
        Filter filter = filter(user, query);
        long total = jdbc.sql("select count(*) from cases c" + filter.where())
                .params(filter.values())
                .query(Long.class)
                .single();
        return new Found(query, total, rows(filter, (long) (query.page() - 1) * query.size(), query.size()));
    }

    /// The neighbours of one row of the list, counted from 1.
    Around around(String user, CaseList list, int row) {
        if (row < 1 || readable(user).isEmpty()) {
            return Around.NONE;
        }
        List<Row> near = rows(filter(user, list.query(1, 1)), Math.max(0, row - 2), row == 1 ? 2 : 3);
        int here = row == 1 ? 0 : 1;
        return new Around(
                here == 1 && !near.isEmpty() ? list.link(near.getFirst().number(), row - 1) : null,
                near.size() > here + 1 ? list.link(near.get(here + 1).number(), row + 1) : null);
    }

    private Filter filter(String user, Query query) {
        List<String> readable = readable(user);
        StringBuilder where = new StringBuilder(" where c.office = ? and c.procedure = any(?)");
        List<Object> values = new ArrayList<>(List.of(office, readable.toArray(String[]::new)));
        if (!query.q().isBlank()) {
            String words = query.q().strip();
            String like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            NameSearch.Condition named = names.named(user, readable, words, like);
            where.append(" and (c.number ilike ? or c.title ilike ? or ").append(named.sql()).append(")");
            values.addAll(List.of(like, like));
            values.addAll(named.values());
        }
        if (!query.procedure().isBlank()) {
            where.append(" and c.procedure = ?");
            values.add(query.procedure());
        }
        if (!query.stage().isBlank()) {
            where.append(" and c.stage = ?");
            values.add(query.stage());
        }
        if (query.state().equals("open") || query.state().equals("final")) {
            where.append(" and c.final = ?");
            values.add(query.state().equals("final"));
        }
        if (query.from() != null) {
            where.append(" and c.opened_on >= ?");
            values.add(query.from());
        }
        if (query.until() != null) {
            where.append(" and c.opened_on <= ?");
            values.add(query.until());
        }
        due(query.due(), where, values);
        return new Filter(where.toString(), values);
    }

    private List<Row> rows(Filter filter, long from, int size) {
        List<Object> values = new ArrayList<>(filter.values());
        values.add(size);
        values.add(from);
        return jdbc.sql("select c.number, coalesce(c.lifeline, c.number), c.procedure, c.title, c.stage, c.final, c.opened_on, c.acted_on, c.due"
                        + " from cases c" + filter.where() + " order by c.final, c.due nulls last, c.id desc limit ? offset ?")
                .params(values)
                .query((r, n) -> new Row(
                        r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getBoolean(6),
                        r.getObject(7, LocalDate.class), r.getObject(8, LocalDate.class),
                        r.getObject(9) == null ? null : cases.counted(r.getString(1), r.getObject(9, LocalDate.class))))
                .list();
    }

    private void due(String due, StringBuilder where, List<Object> values) {
        LocalDate today = cases.clock().today();
        switch (due) {
            case "overdue" -> {
                where.append(" and c.due < ?");
                values.add(today);
            }
            case "today" -> {
                where.append(" and c.due = ?");
                values.add(today);
            }
            case "soon" -> {
                LocalDate until = today;
                for (int i = 0; i < 3; i++) {
                    until = cases.deciding().calendar().nextWorkingDay(until);
                }
                where.append(" and c.due between ? and ?");
                values.add(today);
                values.add(until);
            }
            default -> {
                // Any other word filters nothing.
            }
        }
    }
}
