package org.fengqiao.library;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fengqiao.cases.Cases;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.CitationFinding;
import org.fengqiao.law.CitationFinding.Outcome;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// 行文中的引用: resolves what the words of a page cite, by the same finder that checks documents.
///
/// Laws of `laws/` and imported texts are resolved from memory, so no page waits for the database because of its words.
/// Where the page itself links to one single version of a law, its words mean that version; otherwise the version in
/// force on the day that counts for them.
@Component
class ProseCitations implements Prose {

    private final Laws laws;
    private final CitationCheck check;
    private final Supplier<LocalDate> today;

    @Autowired
    ProseCitations(Laws laws, Texts texts, Cases cases) {
        this(laws, CitationCheck.outlined(laws, texts, Duration.ofSeconds(1)), () -> cases.clock().today());
    }

    ProseCitations(Laws laws, CitationCheck check, Supplier<LocalDate> today) {
        this.laws = laws;
        this.check = check;
        this.today = today;
    }

    @Override
    public List<Named> named(String words, @Nullable LocalDate day, @Nullable String own, Set<String> shown) {
        LocalDate counted = day == null ? today.get() : day;
        List<CitationFinding> found = check.check(words, counted, own == null ? null : title(own));
        Map<String, LocalDate> bound = own == null ? bound(shown) : Map.of();
        Map<LocalDate, List<CitationFinding>> again = new HashMap<>();
        List<Named> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            CitationFinding one = found.get(i);
            // A law of which nothing is known on the day may still be one the page links to.
            for (LocalDate other : one.outcome() == Outcome.UNCLEAR ? List.<LocalDate>of() : leads(one) ? one(bound.get(law(one))) : Set.copyOf(bound.values())) {
                CitationFinding there = again.computeIfAbsent(other, b -> check.check(words, b, null)).get(i);
                one = leads(there) && other.equals(bound.get(law(there))) ? there : one;
            }
            if (leads(one)) {
                all.add(new Named(one.from(), one.to(), String.valueOf(one.url())));
            }
        }
        return all;
    }

    private static List<LocalDate> one(@Nullable LocalDate day) {
        return day == null ? List.of() : List.of(day);
    }

    private String title(String own) {
        return laws.holds(own) ? laws.law(own).title() : own;
    }

    private static boolean leads(CitationFinding one) {
        return one.url() != null && one.url().contains("#") && one.outcome() != Outcome.NO_SUCH_CLAUSE;
    }

    /// `administrative-penalty-law` of the address of a clause.
    private static String law(CitationFinding one) {
        return String.valueOf(one.url()).split("/")[2];
    }

    /// The laws of which the page links to one single version, with the day on which it begins.
    private static Map<String, LocalDate> bound(Set<String> shown) {
        Map<String, LocalDate> bound = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (String version : shown) {
            String[] parts = version.split("/");
            if (bound.put(parts[2], LocalDate.parse(parts[3])) != null) {
                several.add(parts[2]);
            }
        }
        bound.keySet().removeAll(several);
        return bound;
    }
}
