package org.fengqiao.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Waiting;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.office.Person;
import org.fengqiao.ui.Room;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 待办清单: rows of what waits, in the order of their days; nothing is kept here, a list is a question to the database.
@Component
class Worklist implements Waiting {

    private final JdbcClient jdbc;
    private final short office;
    private final Cases cases;
    private final Access access;

    Worklist(DataSource source, Offices offices, Cases cases, Access access) {
        this.jdbc = JdbcClient.create(source);
        this.office = offices.id();
        this.cases = cases;
        this.access = access;
    }

    /// Which list.
    enum Kind {
        MINE("我的待办"),
        HANDLED("我承办的"),
        CONFIRM("待我确认"),
        UNIT("本科室"),
        SUBSTITUTING("代行的");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            return MINE;
        }
    }

    /// 一件待办.
    ///
    /// @param due     the nearest running duty or term; null when none runs
    /// @param paused  whether a duty or term of the case is stopped
    /// @param draft   the draft to confirm; null for an ordinary row
    record Item(
            long caseId, String number, String title, String procedure, String stage, String step, @Nullable LocalDate due,
            boolean paused, @Nullable Long draft) {}

    @Override
    public Room room() {
        return Room.WORKLIST;
    }

    @Override
    public int count(String user) {
        return items(user, Kind.MINE).size();
    }

    private static final String LISTED = "select c.id, c.number, c.title, c.procedure, c.stage, w.step, c.due, c.paused, null::bigint"
            + " from worklist w join cases c on c.office = w.office and c.id = w.case_id"
            + " where w.office = ? and w.assignee = any(?) order by c.due nulls last, c.id";

    private static final String HANDLED = "select c.id, c.number, c.title, c.procedure, c.stage,"
            + " coalesce((select min(w.step) from worklist w where w.office = c.office and w.case_id = c.id), ''),"
            + " c.due, c.paused, null::bigint from cases c where c.office = ? and not c.final"
            + " and ? = any(string_to_array(c.handlers, ' ')) order by c.due nulls last, c.id";

    private static final String ENDED = "select c.id, c.number, c.title, c.procedure, c.stage, '', c.due, c.paused, null::bigint from cases c"
            + " where c.office = ? and c.final and ? = any(string_to_array(c.handlers, ' ')) and c.acted_on >= ? order by c.id";

    private static final String DRAFTED = "select c.id, c.number, c.title, c.procedure, c.stage, d.step, c.due,"
            + " false, d.id from draft d join cases c on c.office = d.office and c.id = d.case_id"
            + " where d.office = ? and d.awaiting = ? order by d.id";

    /// The rows of a list that this person may read, each case once.
    List<Item> items(String user, Kind kind) {
        Office o = cases.office();
        LocalDate today = cases.clock().today();
        List<Item> found = switch (kind) {
            case MINE -> listed(mine(o, user, today));
            case UNIT -> listed(unit(o, user, today));
            case SUBSTITUTING -> listed(substituting(o, user, today));
            case HANDLED -> query(HANDLED, user);
            case CONFIRM -> query(DRAFTED, user);
        };
        Map<String, Item> once = new LinkedHashMap<>();
        Map<String, Boolean> readable = new LinkedHashMap<>();
        for (Item item : found) {
            if (readable.computeIfAbsent(item.procedure(), p -> access.mayRead(o, user, p, today))) {
                once.putIfAbsent(item.caseId() + "/" + item.draft(), item);
            }
        }
        return List.copyOf(once.values());
    }

    /// Cases that a person handled and that ended on a day or since. They stand on no list; whoever was told of their days
    /// has to be told that these are over.
    List<Item> ended(String user, LocalDate since) {
        Office o = cases.office();
        LocalDate today = cases.clock().today();
        return query(ENDED, user, since).stream().filter(i -> access.mayRead(o, user, i.procedure(), today)).toList();
    }

    private List<Item> listed(Set<String> assignees) {
        return assignees.isEmpty() ? List.of() : query(LISTED, new Object[] {assignees.toArray(String[]::new)});
    }

    private List<Item> query(String sql, Object... asked) {
        return jdbc.sql(sql)
                .param(office)
                .params(asked)
                .query((r, n) -> new Item(
                        r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6),
                        r.getObject(7, LocalDate.class), r.getBoolean(8), (Long) r.getObject(9)))
                .list();
    }

    private static Set<String> mine(Office o, String user, LocalDate today) {
        return o.person(user).map(p -> names(p, today)).orElse(Set.of());
    }

    /// Under which names work waits for a person: own, by post, by post in the own unit.
    private static Set<String> names(Person p, LocalDate today) {
        Set<String> names = new LinkedHashSet<>();
        names.add("person:" + p.id());
        p.postsOn(today).forEach(post -> {
            names.add("post:" + post);
            names.add("post:" + post + "@" + p.unit());
        });
        return names;
    }

    private static Set<String> unit(Office o, String user, LocalDate today) {
        String unit = o.person(user).map(Person::unit).orElse("");
        Set<String> names = new LinkedHashSet<>();
        o.people().values().stream().filter(p -> p.unit().equals(unit)).forEach(p -> names.addAll(names(p, today)));
        return names;
    }

    /// Names of those who are away today and for whom this person stands in.
    private static Set<String> substituting(Office o, String user, LocalDate today) {
        Set<String> names = new LinkedHashSet<>();
        List<Person> absent = new ArrayList<>(o.people().values());
        absent.removeIf(p -> p.leaveOn(today).filter(l -> user.equals(l.substitute())).isEmpty());
        absent.forEach(p -> names.addAll(names(p, today)));
        return names;
    }
}
