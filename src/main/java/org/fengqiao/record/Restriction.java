package org.fengqiao.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.CaseState;
import org.jspecify.annotations.Nullable;

/// 限制处理（个人信息保护法 47）: kept because it must be, shown to nobody but those who decide about it.
///
/// What a restriction covers follows from the case itself, so that every room that shows a case hides the same.
public final class Restriction {

    /// The name of the event.
    public static final String STEP = "$restricted";

    /// What stands in the place of a value.
    public static final String MASK = "（已限制处理）";

    private Restriction() {}

    /// Whether the values of a party, or of the whole case, are restricted.
    public static boolean covers(CaseState state, @Nullable String party) {
        return state.done().getOrDefault(STEP, List.of()).stream()
                .anyMatch(d -> !d.data().containsKey("party") || d.data().get("party").asString().equals(party));
    }

    /// Whether a case holds anything that is not shown to everybody who may look at it.
    public static boolean concerns(CaseState state) {
        return state.isDone(STEP) || state.parties().keySet().stream().anyMatch(p -> shielded(state, p));
    }

    /// Whether the law forbids to tell who a party is: known to those who act, and to them only for a stated purpose.
    private static boolean shielded(CaseState state, String party) {
        CaseState.CaseParty p = state.parties().get(party);
        return p != null && p.shielded();
    }

    private static boolean covered(CaseState state, String field) {
        String party = field.substring(0, field.indexOf('.'));
        return covers(state, party) || shielded(state, party);
    }

    /// The case without what is restricted. What no party owns, such as a narrative, goes where it repeats a restricted value.
    public static CaseState masked(CaseState state) {
        Map<String, String> shown = new HashMap<>(state.personal());
        shown.replaceAll((field, value) -> hidden(state, field, value) ? MASK : value);
        return state.withPersonal(shown);
    }

    private static boolean hidden(CaseState state, String field, String value) {
        int dot = field.indexOf('.');
        return dot < 0 ? covers(state, null) || repeats(state, value) : covered(state, field);
    }

    private static boolean repeats(CaseState state, String text) {
        return state.personal().entrySet().stream()
                .filter(e -> e.getKey().indexOf('.') > 0 && e.getValue().length() > 1)
                .anyMatch(e -> covered(state, e.getKey()) && text.contains(e.getValue()));
    }

    /// Whether this view of a case lacks values of a party, or, without a party, any that were restricted.
    public static boolean hides(CaseState seen, @Nullable String party) {
        boolean restricted = seen.isDone(STEP);
        return seen.personal().entrySet().stream()
                .anyMatch(e -> e.getValue().equals(MASK)
                        && (party == null || e.getKey().indexOf('.') < 0 ? restricted : e.getKey().startsWith(party + ".")));
    }

    /// Whether this view of a case lacks any value at all.
    public static boolean lacks(CaseState seen) {
        return concerns(seen) && seen.personal().containsValue(MASK);
    }

    /// The title under which lists show a case; they are for everybody who may read its area.
    ///
    /// Searching passes over what begins with the mask, so that a name does not find what it must not show.
    public static String title(CaseState state) {
        String title = state.personal().get("title");
        if (title == null) {
            return state.isDone(STEP) ? MASK + state.number() : state.number();
        }
        if (!concerns(state)) {
            return title;
        }
        return hidden(state, "title", title) ? MASK : state.isDone(STEP) ? MASK + title : title;
    }
}
