package org.fengqiao.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Imports.Held;
import org.jspecify.annotations.Nullable;

/// 书架: what one check knows of laws and texts by name, asked once.
final class Shelf {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})");

    private final Laws laws;
    private final Imports imports;
    private final Set<String> titles;
    private final Map<String, Optional<Law>> byName = new HashMap<>();
    private final Map<String, List<Origin>> titled = new HashMap<>();
    private final Map<String, List<Origin>> bySlug = new HashMap<>();
    private final Map<String, Held> held = new HashMap<>();

    Shelf(Laws laws, Imports imports) {
        this.laws = laws;
        this.imports = imports;
        this.titles = imports.titles();
    }

    boolean knows(String name) {
        return law(name).isPresent() || title(name) != null;
    }

    Optional<Law> law(String name) {
        return byName.computeIfAbsent(name, laws::byName);
    }

    /// The title under which an imported text of no file of ours is known, or null.
    @Nullable String title(String name) {
        return titles.contains(name) ? name : titles.contains("中华人民共和国" + name) ? "中华人民共和国" + name : null;
    }

    /// The official texts held of an instrument, oldest first.
    private List<Origin> official(String slug) {
        return bySlug.computeIfAbsent(slug, s -> imports.origins(s).stream().filter(o -> o.edition() == Edition.OFFICIAL).toList());
    }

    /// The articles imported of a version of `laws/`, the official edition before a collection's.
    Held held(String slug, LocalDate inForce) {
        List<Origin> editions = imports.origins(slug).stream().filter(o -> inForce.equals(o.inForce())).toList();
        return editions.stream().filter(o -> o.edition() == Edition.OFFICIAL).findFirst().or(() -> editions.stream().findFirst()).map(this::held).orElse(Held.NONE);
    }

    Held held(Origin origin) {
        return held.computeIfAbsent(origin.id(), imports::held);
    }

    /// The year that brackets behind a law name, as in （2017年修正）; 0 when they name none.
    static int year(String edition) {
        Matcher year = YEAR.matcher(edition);
        return year.find() ? Integer.parseInt(year.group(1)) : 0;
    }

    /// An official text of a version that `laws/` does not hold, when it is the one that is meant.
    @Nullable Origin beyond(Law law, int year, LocalDate day) {
        List<Origin> others = official(law.slug()).stream()
                .filter(o -> o.inForce() != null && law.version(o.inForce()).isEmpty())
                .toList();
        if (others.isEmpty() || year > 0 && law.versions().stream().anyMatch(v -> v.promulgated().getYear() == year || v.inForceFrom().getYear() == year)) {
            return null;
        }
        List<Origin> named = others.stream().filter(o -> of(o, year)).toList();
        if (!named.isEmpty()) {
            return named.getLast();
        }
        // The version that began last counts, also when it has ended since: what was repealed does not bring back what it replaced.
        LocalDate since = law.versions().stream().map(LawVersion::inForceFrom).filter(d -> !d.isAfter(day)).max(LocalDate::compareTo).orElse(LocalDate.MIN);
        return others.stream()
                .filter(o -> !begin(o).isAfter(day) && begin(o).isAfter(since))
                .max(Comparator.comparing(Shelf::begin))
                .filter(o -> o.inForceOn(day))
                .orElse(null);
    }

    /// The texts of this title that can be meant: of one instrument one, of several instruments of the same title as many.
    List<Origin> meant(String title, int year, LocalDate day) {
        List<Origin> all = titled.computeIfAbsent(title, t -> distinct(imports.titled(t)));
        List<Origin> named = all.stream().filter(o -> of(o, year)).toList();
        List<Origin> newest = new ArrayList<>();
        for (Origin origin : named.isEmpty() ? all.stream().filter(o -> !begin(o).isAfter(day)).toList() : named) {
            newest.removeIf(o -> same(o, origin) && !begin(o).isAfter(begin(origin)));
            if (newest.stream().noneMatch(o -> same(o, origin))) {
                newest.add(origin);
            }
        }
        newest.removeIf(o -> named.isEmpty() && !o.inForceOn(day));
        return newest;
    }

    private static boolean of(Origin origin, int year) {
        LocalDate promulgated = origin.promulgated();
        LocalDate inForce = origin.inForce();
        return year > 0 && (promulgated != null && promulgated.getYear() == year || inForce != null && inForce.getYear() == year);
    }

    /// Without what a collection holds of a version whose official text is held too.
    private static List<Origin> distinct(List<Origin> all) {
        return all.stream()
                .filter(o -> o.edition() == Edition.OFFICIAL || all.stream().noneMatch(p -> p.edition() == Edition.OFFICIAL
                        && same(o, p) && (Objects.equals(o.promulgated(), p.promulgated()) || Objects.equals(o.begin(), p.begin()))))
                .toList();
    }

    /// Whether two texts of one title are versions of one instrument: of one place, and of one issuer as far as both say who it is.
    private static boolean same(Origin a, Origin b) {
        return a.region().equals(b.region()) && (a.issuer().equals(b.issuer()) || a.issuer().isEmpty() || b.issuer().isEmpty());
    }

    private static LocalDate begin(Origin origin) {
        LocalDate begin = origin.begin();
        return begin == null ? LocalDate.MIN : begin;
    }
}
