package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.office.Office;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
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
            LocalDate opened, LocalDate acted, @Nullable CountedDay due) {}

    record Found(Query query, long total, List<Row> rows) {}

    /// 前后案件: where the neighbours in a list open; null at either end.
    record Around(@Nullable String previous, @Nullable String next) {
        static final Around NONE = new Around(null, null);
    }

    /// How many cases with somebody protected are looked through for a name, the newest first.
    private static final int LOOKED_THROUGH = 300;

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
        StringBuilder where = new StringBuilder(" where c.office = ? and c.procedure = any(?)");
        List<Object> values = new ArrayList<>(List.of(office, readable(user).toArray(String[]::new)));
        if (!query.q().isBlank()) {
            String like = "%" + query.q().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            String[] shielding = shielding(user);
            where.append(" and (c.number ilike ? or c.title ilike ? or c.procedure <> all(?) and" + NAMED + " or c.id = any(?))");
            values.addAll(List.of(like, like, shielding, Restriction.MASK + "%", like, like));
            values.add(shown(user, shielding, query.q().strip(), like));
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

    /// The procedures a person may read in some version of which somebody is protected.
    private String[] shielding(String user) {
        return readable(user).stream()
                .filter(p -> cases.definitions().versions(p).stream().anyMatch(d -> !d.parties().shielded().isEmpty()))
                .toArray(String[]::new);
    }

    /// The cases of such procedures that are found by a personal value, where this person is shown that value: whoever may not
    /// see a protected name does not learn from a search in which case it stands.
    private Long[] shown(String user, String[] shielding, String q, String like) {
        if (shielding.length == 0) {
            return new Long[0];
        }
        String asked = q.toLowerCase(Locale.ROOT);
        Predicate<Records.Known> told = k -> k.state().personal().values().stream().anyMatch(v -> v.toLowerCase(Locale.ROOT).contains(asked));
        return jdbc.sql("select c.number from cases c where c.office = ? and c.procedure = any(?) and" + NAMED + " order by c.id desc limit ?")
                .params(List.of(office, shielding, Restriction.MASK + "%", like, like, LOOKED_THROUGH))
                .query(String.class)
                .list()
                .stream()
                .flatMap(number -> cases.see(user, number).filter(told).map(Records.Known::id).stream())
                .toArray(Long[]::new);
    }

    /// A personal value that was entered when the case opened; of a case whose title is masked none counts.
    private static final String NAMED = " c.title not like ? and exists (select 1 from personal p"
            + " where p.office = c.office and p.case_id = c.id and p.seq = 1 and p.content ilike ? and exists ("
            + "select 1 from json_each(p.content::json) f where f.value->>1 ilike ?))";

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
