package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.office.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 案件检索: what a person may see, filtered and paged; it never tells of more.
final class CaseSearch {

    private final JdbcClient jdbc;
    private final short office;
    private final Cases cases;
    private final Access access;

    CaseSearch(JdbcClient jdbc, short office, Cases cases, Access access) {
        this.jdbc = jdbc;
        this.office = office;
        this.cases = cases;
        this.access = access;
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
            LocalDate opened, LocalDate acted, @Nullable LocalDate due) {}

    record Found(Query query, long total, List<Row> rows) {}

    /// The procedures whose cases a person may read.
    List<String> readable(String user) {
        Office o = cases.office();
        LocalDate today = cases.clock().today();
        return cases.definitions().slugs().stream().filter(p -> access.mayRead(o, user, p, today)).toList();
    }

    Found find(String user, Query query) {
        List<String> readable = readable(user);
        if (readable.isEmpty()) {
            return new Found(query, 0, List.of());
        }
        StringBuilder where = new StringBuilder(" where c.office = ? and c.procedure = any(?)");
        List<Object> values = new ArrayList<>(List.of(office, readable.toArray(String[]::new)));
        if (!query.q().isBlank()) {
            String like = "%" + query.q().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            where.append(" and (c.number ilike ? or c.title ilike ? or exists (select 1 from personal p"
                    + " where p.office = c.office and p.case_id = c.id and p.seq = 1 and p.content ilike ?))");
            values.addAll(List.of(like, like, like));
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
        long total = jdbc.sql("select count(*) from cases c" + where)
                .params(values)
                .query(Long.class)
                .single();
        values.add(query.size());
        values.add((long) (query.page() - 1) * query.size());
        List<Row> rows = jdbc.sql("select c.number, coalesce(c.lifeline, c.number), c.procedure, c.title, c.stage, c.final, c.opened_on, c.acted_on, c.due"
                        + " from cases c" + where + " order by c.final, c.due nulls last, c.id desc limit ? offset ?")
                .params(values)
                .query((r, n) -> new Row(
                        r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getBoolean(6),
                        r.getObject(7, LocalDate.class), r.getObject(8, LocalDate.class), r.getObject(9, LocalDate.class)))
                .list();
        return new Found(query, total, rows);
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
