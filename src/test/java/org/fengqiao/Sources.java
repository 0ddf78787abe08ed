package org.fengqiao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The product's own source as text, for the tests of its shape.
final class Sources {

    static final Path MAIN = Path.of("src/main/java/org/fengqiao");

    private Sources() {}

    /// The rooms: every direct sub-package, by name.
    static List<String> rooms() throws IOException {
        try (Stream<Path> all = Files.list(MAIN)) {
            return all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    /// Path below the main folder → code without comments.
    static SortedMap<String, String> code() throws IOException {
        SortedMap<String, String> code = new TreeMap<>();
        try (Stream<Path> all = Files.walk(MAIN)) {
            for (Path file : all.filter(p -> p.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file).lines()
                        .filter(l -> !l.strip().startsWith("//"))
                        .collect(Collectors.joining("\n", "", "\n"));
                code.put(MAIN.relativize(file).toString().replace('\\', '/'), text);
            }
        }
        return code;
    }

    /// Compares a generated page with the one in the tree, or writes it with `-Dfengqiao.write=true`.
    static List<String> differences(Path page, String wanted) throws IOException {
        if (Boolean.getBoolean("fengqiao.write")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, wanted);
        }
        List<String> have = Files.exists(page) ? Files.readString(page).lines().toList() : List.of();
        List<String> want = wanted.lines().toList();
        List<String> differences = new ArrayList<>();
        want.stream().filter(l -> !have.contains(l)).forEach(l -> differences.add("missing: " + l));
        have.stream().filter(l -> !want.contains(l)).forEach(l -> differences.add("outdated: " + l));
        if (differences.isEmpty() && !have.equals(want)) {
            differences.add("the lines of " + page + " stand in another order");
        }
        return differences;
    }
}
