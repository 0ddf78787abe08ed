package org.fengqiao.door;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 选项: `--name value` or `--name=value` pairs, `--flag`s and plain words of one command line.
public record Options(Map<String, String> values, List<String> words) {

    /// Splits arguments; a name in `flags` takes no value.
    ///
    /// @throws Command.Refused when an option is not in `known` or misses its value
    public static Options parse(List<String> arguments, Set<String> known, Set<String> flags) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (flags.contains(name) && equals < 0) {
                values.put(name, "true");
            } else if (!known.contains(name)) {
                throw new Command.Refused("Unknown option --" + name + "; known: " + listed(known, flags) + ".");
            } else if (equals > 0) {
                values.put(name, word.substring(equals + 1));
            } else if (i + 1 == arguments.size()) {
                throw new Command.Refused("Option " + word + " needs a value.");
            } else {
                values.put(name, arguments.get(++i));
            }
        }
        return new Options(values, words);
    }

    private static String listed(Set<String> known, Set<String> flags) {
        return Stream.concat(known.stream(), flags.stream()).sorted().map(name -> "--" + name).collect(Collectors.joining(", "));
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    /// A day such as `2026-10-09`; none when the option was left out.
    ///
    /// @throws Command.Refused when the value is not one
    public @Nullable LocalDate day(String name) {
        String value = values.get(name);
        return value == null ? null : day(value, "Option --" + name);
    }

    /// The same of a word that stands elsewhere; `where` tells people the place.
    ///
    /// @throws Command.Refused when it is not a day
    public static LocalDate day(String text, String where) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Command.Refused(where + ": \"" + text + "\" is not a day; write 2026-10-09.");
        }
    }

    /// A whole number.
    ///
    /// @throws Command.Refused when the value is not one
    public int number(String name, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Command.Refused("Option --" + name + " needs a whole number, not \"" + value + "\".");
        }
    }
}
