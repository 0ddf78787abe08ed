package org.fengqiao.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.cases.Cases;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.CitationFinding;
import org.fengqiao.law.Laws;
import org.fengqiao.ui.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 行文中的引用: resolves what the words of a page cite, by the same finder that checks documents.
///
/// Where the page itself links to one single version of a law, its words mean that version; otherwise the version in
/// force on the day that counts for them.
@Component
class ProseCitations implements Prose {

    private final Laws laws;
    private final CitationCheck check;
    private final Cases cases;

    ProseCitations(Laws laws, Cases cases) {
        this.laws = laws;
        // The outlines of laws/ suffice to find a place; no page waits for the database because of its words.
        this.check = new CitationCheck(laws, null);
        this.cases = cases;
    }

    @Override
    public List<Named> named(String words, @Nullable LocalDate day, @Nullable String own, Set<String> shown) {
        LocalDate counted = day == null ? cases.clock().today() : day;
        List<CitationFinding> found = check.check(words, counted, own == null ? null : title(own));
        Map<LocalDate, List<CitationFinding>> again = new HashMap<>();
        List<Named> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            CitationFinding one = found.get(i);
            LocalDate bound = own != null || one.url() == null ? null : only(shown, one.url());
            if (bound != null && !bound.equals(counted)) {
                CitationFinding other = again.computeIfAbsent(bound, b -> check.check(words, b, null)).get(i);
                one = leads(other) ? other : one;
            }
            if (leads(one)) {
                all.add(new Named(one.from(), one.to(), String.valueOf(one.url())));
            }
        }
        return all;
    }

    private String title(String own) {
        return laws.holds(own) ? laws.law(own).title() : own;
    }

    private static boolean leads(CitationFinding one) {
        return one.url() != null && one.url().contains("#") && one.outcome() != CitationFinding.Outcome.NO_SUCH_CLAUSE;
    }

    /// The day on which the only version of a law begins that the page links to; null when it links to none or several.
    private static @Nullable LocalDate only(Set<String> shown, String url) {
        String law = url.substring(0, url.indexOf('/', "/laws/".length()) + 1);
        LocalDate only = null;
        for (String one : shown) {
            if (one.startsWith(law)) {
                if (only != null) {
                    return null;
                }
                only = LocalDate.parse(one.substring(one.lastIndexOf('/') + 1));
            }
        }
        return only;
    }
}
