package org.fengqiao.cases;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.Source;

/// 权限: which post may do what in which area; everything that is not granted is denied.
///
/// The matrix is data (`office/access.yaml`): area → right → posts. Areas are the procedures and the rooms beside them.
public final class Access {

    private final Map<String, Map<String, Set<String>>> matrix = new LinkedHashMap<>();

    /// Reads the matrix that ships with the product.
    public static Access load() {
        try (InputStream in = Access.class.getResourceAsStream("/office/access.yaml")) {
            return new Access(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Access(String yaml) {
        Source.read("access.yaml", yaml).map().forEach((area, rights) -> {
            Map<String, Set<String>> granted = new LinkedHashMap<>();
            rights.map().forEach((right, posts) -> {
                Set<String> all = new LinkedHashSet<>();
                posts.list().forEach(p -> all.add(p.text()));
                granted.put(right, all);
            });
            matrix.put(area, granted);
        });
    }

    /// Whether a person may exercise a right in an area on a day; a substitute may what the absent holder may.
    public boolean may(Office office, String user, String area, String right, LocalDate day) {
        Set<String> posts = matrix.getOrDefault(area, Map.of()).getOrDefault(right, Set.of());
        Person person = office.person(user).orElse(null);
        if (person == null) {
            return false;
        }
        if (posts.contains("everyone") || person.holdsAny(posts, day)) {
            return true;
        }
        for (String post : posts) {
            if (office.substitutedBy(person, post, day).isPresent()) {
                return true;
            }
        }
        return false;
    }

    public boolean mayRead(Office office, String user, String procedure, LocalDate day) {
        return may(office, user, procedure, "read", day) || mayAct(office, user, procedure, day);
    }

    public boolean mayAct(Office office, String user, String procedure, LocalDate day) {
        return may(office, user, procedure, "act", day);
    }

    /// Whether a person may register a new case; some only hand in what they found and see the cases they registered.
    public boolean mayOpen(Office office, String user, String procedure, LocalDate day) {
        return may(office, user, procedure, "open", day) || mayAct(office, user, procedure, day);
    }

    /// Whether others than those who act there may look only for a purpose.
    boolean restricted(String area) {
        return matrix.getOrDefault(area, Map.of()).containsKey(Purposes.RIGHT);
    }

    public Map<String, Map<String, Set<String>>> matrix() {
        return matrix;
    }
}
