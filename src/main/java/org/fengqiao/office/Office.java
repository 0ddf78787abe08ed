package org.fengqiao.office;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/// 街道办事处: the office as it stands under one version of its settings; every question about it takes a day.
///
/// @param version rises with every change of people, settings or catalogues, so that a revoked certificate acts at once
/// @param abbreviation the characters that head document numbers, such as 示街
/// @param posts post id → Chinese title
/// @param units unit id → Chinese title
/// @param series number series → pattern, such as `示街罚决〔{year}〕第{n:4}号`
/// @param calendar the working days: the notices that ship with the product and those this office approved
public record Office(
        long version,
        String name,
        String abbreviation,
        String address,
        String phone,
        Map<String, String> posts,
        Map<String, String> units,
        Map<String, String> series,
        Map<String, Person> people,
        List<Setting> settings,
        List<CatalogueItem> catalogue,
        WorkingDays calendar) {

    private static final Pattern NUMBER = Pattern.compile("\\{(year|n)(?::(\\d))?}");

    public Office {
        posts = Map.copyOf(posts);
        units = new LinkedHashMap<>(units);
        series = Map.copyOf(series);
        people = new LinkedHashMap<>(people);
        settings = List.copyOf(settings);
        catalogue = List.copyOf(catalogue);
    }

    /// A document or case number of a series (文号); a series without a pattern of its own is numbered under its name.
    public String number(String key, int year, int n) {
        String pattern = series.getOrDefault(key, abbreviation + key + "〔{year}〕第{n:4}号");
        Matcher m = NUMBER.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (m.find()) {
            String width = m.group(2) == null ? "1" : m.group(2);
            m.appendReplacement(text, m.group(1).equals("year") ? String.valueOf(year) : String.format("%0" + width + "d", n));
        }
        return m.appendTail(text).toString();
    }

    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public String nameOf(String person) {
        return person(person).map(Person::name).orElse(person);
    }

    public String postTitle(String post) {
        return posts.getOrDefault(post, post);
    }

    /// The setting in force on a day; empty when none was approved for it.
    public Optional<Setting> setting(String key, LocalDate day) {
        Setting found = null;
        for (Setting s : settings) {
            if (s.key().equals(key) && Person.covers(s.from(), s.until(), day) && (found == null || s.from().isAfter(found.from()))) {
                found = s;
            }
        }
        return Optional.ofNullable(found);
    }

    public List<CatalogueItem> items(String list, LocalDate day) {
        return catalogue.stream()
                .filter(i -> i.catalogue().equals(list) && i.on(day))
                .toList();
    }

    public Optional<CatalogueItem> item(String list, @Nullable String id, LocalDate day) {
        for (CatalogueItem i : catalogue) {
            if (i.id().equals(id) && i.catalogue().equals(list) && i.on(day)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// Holders of a post on a day, those on leave included.
    public List<Person> holders(String post, LocalDate day) {
        return people.values().stream().filter(p -> p.holds(post, day)).toList();
    }

    /// The absent holder for whom `person` stands in on that day, if any (代行职责).
    public Optional<Person> substitutedBy(Person person, String post, LocalDate day) {
        for (Person absent : people.values()) {
            if (absent.leftTo(person.id(), day) && absent.holds(post, day)) {
                return Optional.of(absent);
            }
        }
        return Optional.empty();
    }
}
