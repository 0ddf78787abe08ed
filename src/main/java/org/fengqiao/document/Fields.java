package org.fengqiao.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.document.IncompleteContent.Lack;
import org.jspecify.annotations.Nullable;

/// 文书字段: what a wording has a place for, as a tree, and what must be there before it can be printed.
///
/// What stands outside an optional section is compulsory, and so is what the head of the template requires; a section that
/// repeats may repeat for nobody.
final class Fields {

    private final Vocabulary vocabulary;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /// 一处: a field with those under it.
    private static final class Place {
        private final Map<String, Place> inner = new LinkedHashMap<>();
        private boolean required;
        private boolean list;
    }

    /// The fields of a wording.
    ///
    /// @param compulsory paths that must be there although the wording could do without them
    Fields(List<Wording> wording, Collection<String> compulsory, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        walk(wording, places, false);
        compulsory.forEach(path -> place(places, path, true));
    }

    private void walk(List<Wording> parts, Map<String, Place> scope, boolean guarded) {
        for (Wording part : parts) {
            switch (part) {
                case Wording.Text _ -> {}
                case Wording.Field(String name) when name.equals(".") -> {}
                case Wording.Field(String name) -> place(scope(name, scope), name, !guarded);
                case Wording.Section(String name, boolean _, List<Wording> inner) -> {
                    Place place = place(scope(name, scope), name, false);
                    if (scope == places && repeats(name, inner)) {
                        place.list = true;
                        walk(inner, place.inner, false);
                    } else {
                        walk(inner, scope, true);
                    }
                }
            }
        }
    }

    /// A name with a stop runs from the top, a plain one is the repeated item's own.
    private Map<String, Place> scope(String name, Map<String, Place> scope) {
        return name.indexOf('.') >= 0 ? places : scope;
    }

    /// A section repeats when it speaks of its items: by a plain name that is no field of the document as a whole.
    private boolean repeats(String section, List<Wording> parts) {
        return parts.stream().anyMatch(part -> switch (part) {
            case Wording.Text _ -> false;
            case Wording.Field(String name) -> ofItem(name, section);
            case Wording.Section(String name, boolean _, List<Wording> _) -> ofItem(name, section);
        });
    }

    private boolean ofItem(String name, String section) {
        return name.equals(".") || name.indexOf('.') < 0 && !name.equals(section) && !vocabulary.knows(name);
    }

    private static Place place(Map<String, Place> from, String path, boolean required) {
        Map<String, Place> at = from;
        Place place = null;
        for (String step : path.split("\\.")) {
            place = at.computeIfAbsent(step, _ -> new Place());
            place.required |= required;
            at = place.inner;
        }
        return place;
    }

    /// The names of the fields directly under a path; empty when there is no such place.
    Set<String> under(String path) {
        Place place = at(path);
        return place == null ? Set.of() : Set.copyOf(place.inner.keySet());
    }

    /// Every path of the wording that no document has data for.
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        unknown(places, "", unknown);
        return unknown;
    }

    private void unknown(Map<String, Place> at, String before, List<String> unknown) {
        at.forEach((name, place) -> {
            String path = before + name;
            if (place.inner.isEmpty() && !vocabulary.knows(path)) {
                unknown.add(path);
            }
            unknown(place.inner, path + ".", unknown);
        });
    }

    /// Of some facts those for which there is a place.
    Map<String, Object> only(Map<String, Object> facts) {
        return only(places, facts);
    }

    private static Map<String, Object> only(Map<String, Place> places, Map<?, ?> facts) {
        Map<String, Object> kept = new LinkedHashMap<>();
        places.forEach((name, place) -> {
            Object value = facts.get(name);
            if (value != null) {
                kept.put(name, onlyOf(place, value));
            }
        });
        return kept;
    }

    private static Object onlyOf(Place place, Object value) {
        return switch (value) {
            case Map<?, ?> map when !place.inner.isEmpty() -> only(place.inner, map);
            case List<?> list when !place.inner.isEmpty() -> list.stream().map(each -> onlyOf(place, each)).toList();
            default -> value;
        };
    }

    String title(String path) {
        return vocabulary.title(path);
    }

    /// The compulsory fields that the facts lack.
    List<Lack> lacking(Map<String, Object> facts) {
        Map<String, Lack> found = new LinkedHashMap<>();
        lacking(places, facts, "", found);
        return new ArrayList<>(found.values());
    }

    private void lacking(Map<String, Place> places, @Nullable Object value, String before, Map<String, Lack> found) {
        if (value instanceof List<?> items) {
            items.forEach(item -> lacking(places, item, before, found));
            return;
        }
        Map<?, ?> given = value instanceof Map<?, ?> map ? map : Map.of();
        places.forEach((name, place) -> {
            String path = before + name;
            Object own = given.get(name);
            if (place.required && Wording.isAbsent(own) && (place.list || place.inner.isEmpty())) {
                found.putIfAbsent(path, new Lack(path, title(path)));
            } else if (place.required || own != null) {
                lacking(place.inner, own, path + ".", found);
            }
        });
    }

    private @Nullable Place at(String path) {
        Map<String, Place> at = places;
        Place place = null;
        for (String step : path.split("\\.")) {
            place = at.get(step);
            if (place == null) {
                return null;
            }
            at = place.inner;
        }
        return place;
    }

    /// Every path, for checking and for people who write templates: `!` behind what is compulsory, `[]` behind what repeats.
    List<String> paths() {
        List<String> all = new ArrayList<>();
        paths(places, "", all);
        return all;
    }

    private static void paths(Map<String, Place> places, String before, List<String> all) {
        places.forEach((name, place) -> {
            all.add(before + name + (place.required ? "!" : "") + (place.list ? "[]" : ""));
            paths(place.inner, before + name + ".", all);
        });
    }
}
