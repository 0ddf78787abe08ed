package org.fengqiao.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Law;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Level;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Leaning;
import org.jspecify.annotations.Nullable;

/// 法律变动: a new version of a law, and what still rests on the one before it.
///
/// @param from   the day from which the new version is in force; it may lie ahead
/// @param before the version it takes the place of; null when the library holds none
/// @param touched the places of each definition that rest on an earlier version, definition by definition
record LawChange(Law law, LocalDate from, @Nullable LocalDate before, Map<Definition, Set<Place>> touched) {

    /// How long before and after its day a change is told of, also when nothing here rests on it.
    private static final int DAYS = 90;

    /// One place that rests on a superseded clause.
    record Place(Citation citation, String what) {}

    /// The changes to be told of on a day: the newest version of each law in force, and those announced.
    ///
    /// @param imported texts that were brought in; a version may come in this way before `laws/` knows it
    /// @param inForce  the definitions that are followed on the day
    static List<LawChange> on(LocalDate today, Laws laws, Map<String, List<Origin>> imported, List<Definition> inForce) {
        List<LawChange> all = new ArrayList<>();
        for (Law law : laws.all()) {
            if (law.level() == Level.OFFICE_RULE) {
                continue;
            }
            TreeSet<LocalDate> days = new TreeSet<>();
            law.versions().forEach(v -> days.add(v.inForceFrom()));
            imported.getOrDefault(law.slug(), List.of()).stream().map(Origin::inForce).filter(d -> d != null).forEach(days::add);
            LocalDate current = days.floor(today);
            LocalDate next = days.higher(today);
            if (current != null && !current.equals(days.first())) {
                add(all, change(law, current, days.lower(current), inForce), today);
            }
            if (next != null) {
                add(all, change(law, next, days.lower(next), inForce), today);
            }
        }
        all.sort(Comparator.comparing(LawChange::from).reversed());
        return List.copyOf(all);
    }

    private static void add(List<LawChange> all, LawChange change, LocalDate today) {
        boolean near = !change.from().isBefore(today.minusDays(DAYS)) && !change.from().isAfter(today.plusDays(DAYS));
        if (near || !change.touched().isEmpty() && !change.from().isAfter(today)) {
            all.add(change);
        }
    }

    private static LawChange change(Law law, LocalDate from, @Nullable LocalDate before, List<Definition> inForce) {
        Map<Definition, Set<Place>> touched = new LinkedHashMap<>();
        for (Definition d : inForce) {
            List<Leaning> own = Leaning.of(d).stream().filter(l -> l.citation().law().equals(law.slug())).toList();
            // A place that names the new version beside the old one has been gone through: it covers cases of both times.
            Set<String> renewed = own.stream().filter(l -> !l.citation().version().isBefore(from)).map(Leaning::what).collect(Collectors.toSet());
            for (Leaning l : own) {
                if (l.citation().version().isBefore(from) && !renewed.contains(l.what())) {
                    touched.computeIfAbsent(d, k -> new LinkedHashSet<>()).add(new Place(l.citation(), l.what()));
                }
            }
        }
        return new LawChange(law, from, before, touched);
    }

    int places() {
        return touched.values().stream().mapToInt(Set::size).sum();
    }
}
