package org.fengqiao.library;

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
import org.fengqiao.law.Citation;
import org.fengqiao.law.Dependents;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Leaning;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 用在哪里: what rests on a clause, in definitions, in other rooms, and in open cases.
@Component
class LawUses {

    private final Cases cases;
    private final Access access;
    private final ObjectProvider<Dependents> others;
    private final JdbcClient jdbc;
    private final short office;

    LawUses(Cases cases, Access access, ObjectProvider<Dependents> others, DataSource source, Offices offices) {
        this.cases = cases;
        this.access = access;
        this.others = others;
        this.jdbc = JdbcClient.create(source);
        this.office = offices.id();
    }

    /// One place that rests on a clause; `title` is the procedure's, empty outside procedures.
    record Use(Citation citation, String title, String what, String href) {}

    /// Everything that rests on a version of an instrument, in the order of the definitions.
    List<Use> of(String instrument) {
        Set<Use> all = new LinkedHashSet<>();
        for (Definition d : cases.definitions().all()) {
            for (Leaning l : Leaning.of(d)) {
                if (l.citation().instrument().equals(instrument)) {
                    all.add(new Use(l.citation(), d.title(), l.what(), "/procedures/" + d.slug() + "?on=" + d.from()));
                }
            }
        }
        others.orderedStream().flatMap(o -> o.dependents().stream())
                .filter(d -> d.citation().instrument().equals(instrument))
                .forEach(d -> all.add(new Use(d.citation(), "", d.what(), d.href())));
        return List.copyOf(all);
    }

    /// Open cases of one kind: under one definition, in one stage, with the same clocks running.
    private record Kind(String procedure, String definition, String stage, Set<String> clocks, int number) {}

    /// How many open cases that a person may read rest on each article of a version, by the key of the article.
    Map<String, Integer> open(String user, String instrument) {
        List<Kind> kinds = jdbc.sql("select c.procedure, c.definition, c.stage, c.clocks, count(*) from cases c"
                        + " where c.office = ? and not c.final group by 1, 2, 3, 4")
                .param(office)
                .query((r, n) -> new Kind(r.getString(1), r.getString(2), r.getString(3), clocks(r.getString(4)), r.getInt(5)))
                .list();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            Set<String> articles = new LinkedHashSet<>();
            rests(user, kind.procedure(), kind.definition(), kind.stage(), kind.clocks()).stream()
                    .filter(l -> l.citation().instrument().equals(instrument) && !l.citation().isWholeInstrument())
                    .forEach(l -> articles.add(l.citation().articleKey()));
            articles.forEach(a -> numbers.merge(a, kind.number(), Integer::sum));
        }
        return numbers;
    }

    /// One open case that rests on an article, and by what.
    record OpenCase(String number, String title, String procedure, String stage, List<String> whats) {}

    /// The open cases that rest on an article, newest first.
    List<OpenCase> openCases(String user, String instrument, String article, int most) {
        List<OpenCase> all = new ArrayList<>();
        jdbc.sql("select c.number, c.title, c.procedure, c.definition, c.stage, c.clocks"
                        + " from cases c where c.office = ? and not c.final order by c.id desc")
                .param(office)
                .query(r -> {
                    if (all.size() >= most) {
                        return;
                    }
                    Set<String> whats = new LinkedHashSet<>();
                    rests(user, r.getString(3), r.getString(4), r.getString(5), clocks(r.getString(6))).stream()
                            .filter(l -> l.citation().instrument().equals(instrument) && l.citation().articleKey().equals(article))
                            .forEach(l -> whats.add(l.what()));
                    if (!whats.isEmpty()) {
                        all.add(new OpenCase(r.getString(1), r.getString(2), r.getString(3), r.getString(5), List.copyOf(whats)));
                    }
                });
        return all;
    }

    private static Set<String> clocks(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }

    /// What the steps a case may take next and its running clocks rest on, under the version its next step follows.
    private List<Leaning> rests(String user, String procedure, String definition, String stage, Set<String> clocks) {
        LocalDate today = cases.clock().today();
        if (!access.mayRead(cases.office(), user, procedure, today)) {
            return List.of();
        }
        Definition d = next(procedure, definition, today);
        if (d == null) {
            return List.of();
        }
        return Leaning.of(d).stream()
                .filter(l -> l.clock() != null ? clocks.contains(l.clock()) : l.step() != null && open(d, l.step(), stage))
                .toList();
    }

    private static boolean open(Definition d, String step, String stage) {
        Definition.Step s = d.steps().get(step);
        return s != null && s.in().contains(stage);
    }

    private @Nullable Definition next(String procedure, String definition, LocalDate today) {
        Definition own = cases.definitions().versions(procedure).stream().filter(v -> v.id().equals(definition)).findFirst().orElse(null);
        return own != null && own.stays() ? own : cases.definitions().inForce(procedure, today).orElse(own);
    }
}
