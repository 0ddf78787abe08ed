package org.fengqiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("写程序的说明：提到的命令、选项、文件、测试都在")
class AuthorPagesTest {

    private static final Path PAGES = Path.of("docs/procedure-authors");
    private static final Pattern COMMAND = Pattern.compile("\\./fengqiao ([^\\n`#]+)");
    private static final Pattern NAMED = Pattern.compile("public String name\\(\\) \\{\\s*return \"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
    private static final Pattern PLACE = Pattern.compile("`((?:procedures|docs|src|laws|indicators)/[A-Za-z0-9_./-]*)`");

    /// Names the pages invent; the folders they stand for are the reader's own.
    private static final Set<String> INVENTED = Set.of("noise-complaint", "noise-ledger");

    private static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path p : files.filter(p -> p.toString().endsWith(".md")).toList()) {
                pages.put(p.getFileName().toString(), Files.readString(p));
            }
        }
        return pages;
    }

    /// Each command with the text of the class that carries it out.
    private static Map<String, String> commands() throws IOException {
        Map<String, String> commands = new TreeMap<>();
        for (String code : Sources.code().values()) {
            Matcher name = NAMED.matcher(code);
            if (code.contains("implements Command") && name.find()) {
                commands.put(name.group(1), code);
            }
        }
        return commands;
    }

    /// What is wrong with one line of a shell.
    private static List<String> faults(String line, Map<String, String> commands) {
        List<String> faults = new ArrayList<>();
        if (line.startsWith("test ")) {
            for (Matcher m = Pattern.compile("-Dtest=(\\w+)").matcher(line); m.find(); ) {
                if (tests(m.group(1)).isEmpty()) {
                    faults.add("no test " + m.group(1));
                }
            }
            return faults;
        }
        if (line.equals("demo") || line.startsWith("demo ")) {
            return faults;
        }
        String command = commands.keySet().stream().filter(c -> line.equals(c) || line.startsWith(c + " ")).findFirst().orElse(null);
        if (command == null) {
            return List.of("no command: " + line);
        }
        for (Matcher m = Pattern.compile("--([a-z-]+)").matcher(line); m.find(); ) {
            if (!commands.get(command).contains("\"" + m.group(1) + "\"")) {
                faults.add(command + " has no option --" + m.group(1));
            }
        }
        for (Matcher m = Pattern.compile("procedures (?:check|prove|preview) ([a-z-]+)").matcher(line); m.find(); ) {
            if (!INVENTED.contains(m.group(1)) && !Files.isDirectory(Path.of("procedures", m.group(1)))) {
                faults.add("no procedure " + m.group(1));
            }
        }
        for (Matcher m = Pattern.compile("(?:^| )((?:procedures|laws|docs)/\\S+)").matcher(line); m.find(); ) {
            if (!Files.exists(Path.of(m.group(1)))) {
                faults.add("no file " + m.group(1));
            }
        }
        return faults;
    }

    private static Collection<Path> tests(String name) {
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            return all.filter(p -> p.getFileName().toString().equals(name + ".java")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("每一行命令：命令、选项、程序、文件、测试都有")
    void everyCommandExists() throws IOException {
        Map<String, String> commands = commands();
        Set<String> faults = new TreeSet<>();
        int seen = 0;
        for (Map.Entry<String, String> page : pages().entrySet()) {
            for (Matcher m = COMMAND.matcher(page.getValue()); m.find(); seen++) {
                faults(m.group(1).strip(), commands).forEach(f -> faults.add(page.getKey() + ": " + f));
            }
        }
        assertThat(seen).as("commands in the pages").isGreaterThan(15);
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("每个链接、每个写明的文件都在；每一页都从首页走得到")
    void everyFileExists() throws IOException {
        Set<String> faults = new TreeSet<>();
        Map<String, String> pages = pages();
        pages.forEach((page, text) -> {
            for (Matcher m = LINK.matcher(text); m.find(); ) {
                if (!Files.exists(PAGES.resolve(m.group(1)))) {
                    faults.add(page + ": " + m.group(1));
                }
            }
            for (Matcher m = PLACE.matcher(text); m.find(); ) {
                if (!Files.exists(Path.of(m.group(1)))) {
                    faults.add(page + ": " + m.group(1));
                }
            }
        });
        pages.keySet().stream()
                .filter(p -> !p.equals("README.md") && !pages.get("README.md").contains("(" + p + ")"))
                .forEach(p -> faults.add("README.md does not lead to " + p));
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("不存在的命令、选项、程序、文件、测试认得出来")
    void aWrongLineIsFound() throws IOException {
        Map<String, String> commands = commands();
        assertThat(faults("procedures conjure", commands)).isNotEmpty();
        assertThat(faults("procedures preview public-request --in 2026-03-02", commands)).containsExactly("procedures preview has no option --in");
        assertThat(faults("procedures prove no-such", commands)).containsExactly("no procedure no-such");
        assertThat(faults("procedures rehearse procedures/public-request/1999-01-01.yaml", commands)).containsExactly("no file procedures/public-request/1999-01-01.yaml");
        assertThat(faults("test -Dtest=NoSuchTest", commands)).containsExactly("no test NoSuchTest");
        assertThat(faults("procedures preview public-request --on 2026-03-02", commands)).isEmpty();
    }
}
