package org.fengqiao.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 人员: someone who works for the office, with what they may do and when.
///
/// @param id stable sign-in name, such as `zhao-jia`
/// @param unit department (科室) the person belongs to
public record Person(
        String id, String name, String unit, List<Holding> posts, List<Certificate> certificates, List<Leave> leaves) {

    /// 任职: a post held from a day, until a day when it ended.
    public record Holding(String post, LocalDate from, @Nullable LocalDate until) {
        boolean on(LocalDate day) {
            return covers(from, until, day);
        }
    }

    /// 资格、证件: 行政执法证 (`enforcement`) or 法律职业资格 (`legal-profession`), valid between two days, both included.
    public record Certificate(String kind, String number, LocalDate from, @Nullable LocalDate until) {
        public boolean validOn(LocalDate day) {
            return covers(from, until, day);
        }
    }

    /// 请假、外出: away between two days, both included, with the person who stands in.
    public record Leave(LocalDate from, LocalDate until, @Nullable String substitute) {
        boolean on(LocalDate day) {
            return covers(from, until, day);
        }
    }

    public boolean holds(String post, LocalDate day) {
        for (Holding h : posts) {
            if (h.post().equals(post) && h.on(day)) {
                return true;
            }
        }
        return false;
    }

    public boolean holdsAny(Set<String> some, LocalDate day) {
        for (Holding h : posts) {
            if (h.on(day) && some.contains(h.post())) {
                return true;
            }
        }
        return false;
    }

    public List<String> postsOn(LocalDate day) {
        return posts.stream().filter(h -> h.on(day)).map(Holding::post).toList();
    }

    public Optional<Certificate> certificate(String kind, LocalDate day) {
        for (Certificate c : certificates) {
            if (c.kind().equals(kind) && c.validOn(day)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    public Optional<Leave> leaveOn(LocalDate day) {
        for (Leave l : leaves) {
            if (l.on(day)) {
                return Optional.of(l);
            }
        }
        return Optional.empty();
    }

    /// Whether this person is away on that day and has left the work to the other.
    boolean leftTo(String other, LocalDate day) {
        return leaveOn(day).filter(l -> other.equals(l.substitute())).isPresent();
    }

    static boolean covers(LocalDate from, @Nullable LocalDate until, LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
