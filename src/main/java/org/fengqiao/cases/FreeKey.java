package org.fengqiao.cases;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import tools.jackson.databind.node.ObjectNode;

/// 没有用过的编号: the form of a new ledger entry proposes a key that no entry bears yet, so that what the form itself gives
/// as its example is not refused as an entry made twice.
final class FreeKey {

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,12})(?=\\D*$)");

    private FreeKey() {}

    /// Moves the example of the first textual part of the key on while an entry bears it.
    ///
    /// @param taken whether an entry with the key in these values exists
    static void propose(Definition ledger, ObjectNode form, ObjectNode defaults, Predicate<ObjectNode> taken) {
        Optional<String> part = ledger.key().stream()
                .filter(k -> ledger.opening().form().field(k).map(Field::type).filter(t -> t == Field.Type.TEXT).isPresent())
                .filter(k -> defaults.path(k).isString())
                .findFirst();
        if (part.isEmpty() || !(form.path("properties").get(part.get()) instanceof ObjectNode property)) {
            return;
        }
        String example = defaults.get(part.get()).asString();
        int most = property.path("maxLength").asInt(200);
        for (long on = 1; taken.test(defaults) && on < 1 << 20; on *= 2) {
            String next = moved(example, on);
            if (next.length() > most) {
                return;
            }
            defaults.put(part.get(), next);
            property.putArray("examples").add(next);
        }
    }

    /// The last number of a text moved on; a text without one is numbered.
    static String moved(String text, long on) {
        Matcher number = LAST_NUMBER.matcher(text);
        if (!number.find()) {
            return text + "（" + (on + 1) + "）";
        }
        String digits = number.group(1);
        String next = String.format("%0" + digits.length() + "d", Long.parseLong(digits) + on);
        return text.substring(0, number.start()) + next + text.substring(number.end());
    }
}
