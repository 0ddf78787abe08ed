package org.fengqiao.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.FixedHolidays;
import org.fengqiao.calendar.HolidayNotice;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Recomputed;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Composing;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.record.PersonalValues;
import org.fengqiao.record.Projection;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 日历变化: a notice of holidays that comes late moves the ends of clocks that are open. Each case that is concerned gets an
/// event with the old and the new day; its lists follow.
///
/// Safe to repeat: a start after a crash goes on where it stopped, for the event and its mark are one statement.
public final class CalendarChange {

    static final String EVENT = "$calendar";

    /// For so many days a change is news.
    static final int NEWS = 15;

    private final JdbcClient jdbc;
    private final Records records;
    private final Offices offices;
    private final OfficeClock clock;
    private final Definitions definitions;

    CalendarChange(DataSource source, Records records, Offices offices, OfficeClock clock, Definitions definitions) {
        this.jdbc = JdbcClient.create(source);
        this.records = records;
        this.offices = offices;
        this.clock = clock;
        this.definitions = definitions;
    }

    /// 结果: how many cases and clocks a change moved.
    public record Outcome(int cases, int clocks) {}

    /// 依据: a notice, or the text of law that puts festivals on civil days, under which clocks are computed.
    private record Source(LocalDate published, String title) {
        static Source of(HolidayNotice n) {
            return new Source(n.published(), n.title());
        }

        static Source law() {
            return new Source(FixedHolidays.newest().promulgated(), FixedHolidays.newest().title());
        }
    }

    /// Computes the open clocks under everything that they have not been computed under.
    ///
    /// @param by who put the change into effect; null when the product brought it along
    public synchronized Outcome settle(@Nullable String by) {
        List<HolidayNotice> now = offices.read().calendar().notices();
        Set<Source> known = Set.copyOf(jdbc.sql("select published, title from calendar_settled where office = ?")
                .param(offices.id())
                .query((r, n) -> new Source(r.getObject(1, LocalDate.class), r.getString(2)))
                .list());
        List<HolidayNotice> before = now.stream().filter(n -> known.contains(Source.of(n))).toList();
        // The law comes first, so that a notice that is as new gives the change its name.
        List<Source> news = Stream.concat(Stream.of(Source.law()), now.stream().map(Source::of)).filter(s -> !known.contains(s)).toList();
        int cases = 0;
        int clocks = 0;
        if (!before.isEmpty() && !news.isEmpty()) {
            WorkingDays old = known.contains(Source.law()) ? WorkingDays.of(before) : WorkingDays.of(before).byWeekdaysAlone();
            for (String number : open()) {
                int moved = one(number, old, news.getLast(), by);
                cases += moved > 0 ? 1 : 0;
                clocks += moved;
            }
        }
        news.forEach(s -> jdbc.sql("insert into calendar_settled (office, published, title) values (?, ?, ?) on conflict do nothing")
                .params(offices.id(), s.published(), s.title())
                .update());
        return new Outcome(cases, clocks);
    }

    /// The same beside whoever asked, who need not wait for thousands of cases. What a stop cuts off goes on at the next start.
    public CompletableFuture<Outcome> begin(String by) {
        return CompletableFuture.supplyAsync(() -> settle(by), work -> Thread.ofPlatform().daemon().name("calendar-change").start(work));
    }

    /// Cases in which some clock may be open; a right of a party outlives the end of a case.
    private List<String> open() {
        return jdbc.sql("select number from cases where office = ? and (not final or acted_on > ?) order by id")
                .params(offices.id(), clock.today().minusYears(1))
                .query(String.class)
                .list();
    }

    private int one(String number, WorkingDays old, Source news, @Nullable String by) {
        while (true) {
            Records.Known known = records.read(number, null, null).known();
            if (known == null || done(known.id(), news)) {
                return 0;
            }
            List<Recomputed> moved = Recomputed.between(List.copyOf(known.state().clocks().values()), old, offices.current().calendar())
                    .stream().filter(Recomputed::moved).toList();
            if (moved.isEmpty()) {
                return 0;
            }
            try {
                append(known, moved, news, by);
                return moved.size();
            } catch (Records.LostRace e) {
                // Somebody acted in between; the case is read again.
            }
        }
    }

    private boolean done(long id, Source news) {
        return jdbc.sql("select exists (select 1 from calendar_change where office = ? and case_id = ? and published = ? and title = ?)")
                .params(offices.id(), id, news.published(), news.title())
                .query(Boolean.class)
                .single();
    }

    private void append(Records.Known known, List<Recomputed> moved, Source news, @Nullable String by) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("notice", news.title()).put("published", news.published().toString());
        var changes = data.putArray("changes");
        List<Projection.Part> rows = new ArrayList<>();
        for (Recomputed r : moved) {
            ObjectNode one = changes.addObject().put("clock", r.clock());
            if (r.party() != null) {
                one.put("party", r.party());
            }
            one.put("before", r.before().due().toString()).put("after", r.after().due().toString());
            if (r.after().provisional()) {
                one.put("provisional", true);
            }
            if (r.before().provisional()) {
                one.put("beforeProvisional", true);
            }
            rows.add(new Projection.Part(
                    "moved" + rows.size(),
                    "insert into calendar_change (office, case_id, published, title, clock, party, due_before, due_after)"
                            + " select office, id, ?, ?, ?, ?, ?, ? from head",
                    List.of(news.published(), news.title(), r.clock(), r.party() == null ? "" : r.party(), r.before().due(), r.after().due())));
        }
        List<CaseEvent.Actor> actors = by == null ? List.of() : List.of(new CaseEvent.Actor(by, post(by), null));
        CaseEvent event = CaseEvent.beside(
                known.state(), clock.recordedAt(), clock.today(), EVENT, actors, data, List.of(), List.of(), List.of(), null);
        records.append(new Records.Append(
                known, known.state().procedure(), Map.of(), 0,
                n -> new Records.Composed(new Composing(event, Map.of()), new PersonalValues(), Map.of(), rows), null));
    }

    private String post(String user) {
        return offices.current().person(user).flatMap(p -> p.postsOn(clock.today()).stream().findFirst()).orElse("-");
    }

    /// The cases whose days were moved lately.
    public Set<String> news() {
        return jdbc.sql("select distinct c.number from calendar_change x join cases c on c.office = x.office and c.id = x.case_id"
                        + " where x.office = ? and x.at > now() - make_interval(days => ?)")
                .params(offices.id(), NEWS)
                .query(String.class)
                .list().stream().collect(Collectors.toUnmodifiableSet());
    }

    /// How often notices have moved a clock, and when last.
    public record Times(int times, Instant last) {
        public static final Times NEVER = new Times(0, Instant.EPOCH);
    }

    /// The clocks that notices have moved, under `case/clock/party` with the party empty where a clock has none.
    public Map<String, Times> times() {
        return jdbc.sql("select case_id || '/' || clock || '/' || party, count(*), max(at) from calendar_change where office = ? group by 1")
                .param(offices.id())
                .query((r, n) -> Map.entry(r.getString(1), new Times(r.getInt(2), r.getObject(3, OffsetDateTime.class).toInstant())))
                .list().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// 变动清单: what a notice moved, for the page that tells of it.
    public record Moved(String number, String title, String procedure, String clock, LocalDate before, LocalDate after) {}

    /// What notices moved, the newest first.
    public List<Moved> moved(int most) {
        return jdbc.sql("select c.number, c.title, c.procedure, x.clock, x.due_before, x.due_after from calendar_change x"
                        + " join cases c on c.office = x.office and c.id = x.case_id where x.office = ? order by x.at desc, c.id limit ?")
                .params(offices.id(), most)
                .query((r, n) -> new Moved(
                        r.getString(1), r.getString(2), r.getString(3), clockTitle(r.getString(3), r.getString(4)),
                        r.getObject(5, LocalDate.class), r.getObject(6, LocalDate.class)))
                .list();
    }

    private String clockTitle(String procedure, String clock) {
        return definitions.versions(procedure).reversed().stream()
                .filter(d -> d.clocks().containsKey(clock))
                .findFirst()
                .map(d -> d.clocks().get(clock).title())
                .orElse(clock);
    }

    private static String day(JsonNode change, String day, String provisional) {
        return change.path(day).asString() + (change.path(provisional).asBoolean(false) ? CountedDay.MARK : "");
    }

    /// ：听证要求期限由 2020-02-03 改为 2020-02-10; the title of the clock is that of the definition.
    static String words(Map<String, JsonNode> data, CaseState state, Definition definition) {
        List<String> all = new ArrayList<>();
        JsonNode changes = data.get("changes");
        if (changes != null) {
            changes.forEach(c -> {
                Definition.ClockRule rule = definition.clocks().get(c.path("clock").asString());
                String party = c.has("party") ? "（" + state.partyName(c.path("party").asString()) + "）" : "";
                all.add((rule == null ? c.path("clock").asString() : rule.title()) + party + "由 " + day(c, "before", "beforeProvisional") + " 改为 "
                        + day(c, "after", "provisional"));
            });
        }
        return "：" + String.join("，", all);
    }
}
