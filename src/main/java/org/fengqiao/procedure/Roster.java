package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.office.Office;

/// 最少人员: the smallest staff with which every step of a definition can be taken, nobody checking their own work.
///
/// @param places post by post, how many holders and with what papers
/// @param people how many persons suffice when one may hold several posts
/// @param faults steps for which no staff would do
record Roster(List<Place> places, int people, List<String> faults) {

    /// 岗位需求: so many holders of a post.
    record Place(String title, int holders, boolean certified, Set<String> qualifications) {
        String text() {
            String papers = (certified ? "持证" : "") + (qualifications.isEmpty() ? "" : "具备资格的");
            return numeral(holders) + "名" + papers + title;
        }
    }

    /// Fewer than three cannot form a majority against one voice.
    private static final int BODY = 3;

    private static final String NUMERALS = "零一两三四五六七八九十";

    private static String numeral(int n) {
        return n <= 10 ? NUMERALS.substring(n, n + 1) : Integer.toString(n);
    }

    String text() {
        return String.join("、", places.stream().map(Place::text).toList()) + "（一人可以兼任不相冲突的岗位，最少 " + people + " 人）";
    }

    static Roster of(Definition definition, Office office) {
        return new Staffing(definition, office).roster();
    }

    /// 配员: duties that must fall to different persons get different places.
    private static final class Staffing {
        private final Definition definition;
        private final Office office;
        private final Map<String, Duty> duties = new LinkedHashMap<>();
        private final List<String> faults = new ArrayList<>();

        Staffing(Definition definition, Office office) {
            this.definition = definition;
            this.office = office;
        }

        /// 一项职责: the steps one group of persons takes together, such as all steps of the assigned pair.
        private static final class Duty {
            private final String post;
            private final Set<String> steps = new LinkedHashSet<>();
            private final Set<String> excluded = new LinkedHashSet<>();
            private int holders = 1;
            private boolean certified;
            private final Set<String> qualifications = new LinkedHashSet<>();
            private final List<Integer> seats = new ArrayList<>();

            Duty(String post) {
                this.post = post;
            }

            boolean conflicts(Duty other) {
                return excluded.stream().anyMatch(other.steps::contains) || other.excluded.stream().anyMatch(steps::contains);
            }
        }

        Roster roster() {
            Set<String> posts = new LinkedHashSet<>();
            definition.allSteps().values().stream()
                    .filter(s -> s.by().posts().size() == 1)
                    .forEach(s -> posts.add(s.by().posts().getFirst()));
            for (Definition.Step step : definition.allSteps().values()) {
                duty(step, posts);
            }
            duties.values().stream()
                    .filter(d -> d.conflicts(d))
                    .forEach(d -> faults.add("承办人员的步骤之间不得由同一人办理，无人可派："
                            + String.join("、", d.steps.stream().map(s -> Titles.step(definition, s)).toList())));
            Map<String, Integer> holders = new LinkedHashMap<>();
            duties.values().forEach(d -> holders.merge(d.post, seat(d), Math::max));
            bodies(holders);
            List<Place> places = holders.entrySet().stream().map(e -> place(e.getKey(), e.getValue())).toList();
            return new Roster(places, persons(holders), List.copyOf(faults));
        }

        private void duty(Definition.Step step, Set<String> posts) {
            People by = step.by();
            by.posts().stream()
                    .filter(p -> !office.posts().containsKey(p))
                    .forEach(p -> faults.add("步骤“" + step.title() + "”要求的岗位 " + p + " 不存在"));
            String post = by.posts().stream().filter(posts::contains).findFirst().orElse(by.posts().getFirst());
            posts.add(post);
            Duty duty = duties.computeIfAbsent(by.assigned() ? "assigned " + post : step.id(), k -> new Duty(post));
            duty.steps.add(step.id());
            by.excluded().forEach(e -> duty.excluded.add(e.step()));
            duty.holders = Math.max(duty.holders, by.officers());
            duty.certified |= by.certified();
            if (by.qualification() != null) {
                duty.qualifications.add(by.qualification());
            }
        }

        /// Gives a duty the first holders of its post who have no duty in conflict with it.
        private int seat(Duty duty) {
            for (int seat = 1; duty.seats.size() < duty.holders; seat++) {
                int s = seat;
                boolean taken = duties.values().stream()
                        .anyMatch(o -> o != duty && o.post.equals(duty.post) && o.seats.contains(s) && o.conflicts(duty));
                if (!taken) {
                    duty.seats.add(seat);
                }
            }
            return duty.seats.getLast();
        }

        private void bodies(Map<String, Integer> holders) {
            definition.allSteps().values().stream()
                    .map(s -> s.by().quorum())
                    .filter(q -> q != null)
                    .forEach(q -> holders.merge(q.of(), BODY, Math::max));
        }

        private Place place(String post, int holders) {
            List<Duty> own = duties.values().stream().filter(d -> d.post.equals(post)).toList();
            Set<String> qualifications = new LinkedHashSet<>();
            own.forEach(d -> qualifications.addAll(d.qualifications));
            return new Place(office.postTitle(post), holders, own.stream().anyMatch(d -> d.certified), qualifications);
        }

        /// Places that no rule keeps apart may be held by one person.
        private int persons(Map<String, Integer> holders) {
            List<List<String>> persons = new ArrayList<>();
            holders.forEach((post, n) -> {
                for (int seat = 1; seat <= n; seat++) {
                    String place = post + " " + seat;
                    persons.stream()
                            .filter(p -> p.stream().noneMatch(x -> apart(x, place)))
                            .findFirst()
                            .ifPresentOrElse(p -> p.add(place), () -> persons.add(new ArrayList<>(List.of(place))));
                }
            });
            return persons.size();
        }

        private boolean apart(String one, String other) {
            String[] a = one.split(" ");
            String[] b = other.split(" ");
            return a[0].equals(b[0])
                    || seated(a).stream().anyMatch(x -> seated(b).stream().anyMatch(y -> x.conflicts(y)));
        }

        private List<Duty> seated(String[] place) {
            return duties.values().stream()
                    .filter(d -> d.post.equals(place[0]) && d.seats.contains(Integer.parseInt(place[1])))
                    .toList();
        }
    }
}
