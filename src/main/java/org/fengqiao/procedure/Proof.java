package org.fengqiao.procedure;

import java.io.PrintStream;
import java.util.List;

/// 证明: what was shown about every life a case can have under one definition.
///
/// @param states states explored, all searches together
/// @param facts facts that conditions, clocks and properties read
/// @param followed facts that had to be told apart to show that every case can be brought to an end
/// @param roster the smallest staff with which every step can be taken
record Proof(
        Definition definition, long states, long transitions, long millis, int facts, int followed, String roster,
        List<Property> properties) {

    /// 性质: one thing a definition must have; when it fails, why, with the story of a case that shows it.
    record Property(String title, boolean holds, List<String> why) {
        static Property held(String title) {
            return new Property(title, true, List.of());
        }

        static Property failed(String title, List<String> why) {
            return new Property(title, false, List.copyOf(why));
        }
    }

    boolean holds() {
        return properties.stream().allMatch(Property::holds);
    }

    /// The reasons why it does not hold, line by line.
    List<String> faults() {
        return properties.stream()
                .filter(p -> !p.holds())
                .flatMap(p -> java.util.stream.Stream.concat(java.util.stream.Stream.of(p.title()), p.why().stream()))
                .toList();
    }

    void print(PrintStream out) {
        out.printf("%s %s（%s 起施行）%n", definition.slug(), definition.title(), definition.from());
        out.printf("  状态 %,d，转移 %,d，用时 %,d 毫秒；读取的事实 %d 项，须区分的 %d 项%n", states, transitions, millis, facts, followed);
        out.printf("  最少人员：%s%n", roster);
        for (Property p : properties) {
            out.printf("  %s %s%n", p.holds() ? "✓" : "✗", p.title());
            p.why().forEach(line -> out.println("      " + line));
        }
    }
}
