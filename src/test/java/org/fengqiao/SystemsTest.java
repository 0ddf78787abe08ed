package org.fengqiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What an office does by name of its systems, and what carries each here: `docs/systems/*.yaml`, held to the product.
@DisplayName("系统能力对照表说的都是真的")
class SystemsTest {

    private static final Definitions DEFINITIONS = Definitions.load(Laws.load());
    private static final Pattern MAPPING = Pattern.compile("@(?:Get|Post|Request)Mapping\\((?:value = )?\"([^\"]*)\"");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *return \"([a-z][a-z -]*)\";|\"((?:intake|laws?|procedures|report|calendar|record|contracts|bench) [a-z-]+)\"");

    private record Row(String file, List<String> by, String see, String note) {}

    /// Id of a system → what carries it, from every file that speaks of it.
    private static SortedMap<String, List<Row>> rows() throws IOException {
        SortedMap<String, List<Row>> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("docs/systems"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                Source root = Source.read(file.toString(), Files.readString(file));
                root.map().forEach((id, s) -> {
                    assertThat(id).as(file.toString()).matches("[A-Z]{3}-\\d{2}");
                    rows.computeIfAbsent(id, x -> new ArrayList<>())
                            .add(new Row(file.getFileName().toString(), s.texts("by"), s.text("see"), s.text("note")));
                    s.close();
                });
            }
        }
        return rows;
    }

    @Test
    @DisplayName("每个承载者都存在：程序的版本、命令、页面")
    void carriersExist() throws IOException {
        List<Pattern> pages = pages();
        TreeSet<String> commands = Sources.code().values().stream()
                .flatMap(code -> COMMAND.matcher(code).results())
                .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        rows().forEach((id, all) -> all.forEach(row -> {
            assertThat(row.note()).as(id).endsWith("。").hasSizeBetween(10, 120);
            assertThat(row.by()).as(id).isNotEmpty();
            row.by().forEach(by -> {
                if (by.startsWith("command ")) {
                    assertThat(commands).as(id).contains(by.substring(8));
                } else if (by.startsWith("page ")) {
                    assertThat(pages).as(id + " " + by).anyMatch(p -> p.matcher(by.substring(5)).matches());
                } else {
                    assertThat(DEFINITIONS.version(by)).as(id + " " + by).isPresent();
                }
            });
            assertThat(pages).as(id + " " + row.see()).anyMatch(p -> p.matcher(row.see()).matches());
            if (row.see().startsWith("/procedures/")) {
                assertThat(DEFINITIONS.slugs()).as(id).contains(row.see().substring("/procedures/".length()));
            }
        }));
    }

    private static List<Pattern> pages() throws IOException {
        return Sources.code().values().stream()
                .flatMap(code -> MAPPING.matcher(code).results())
                .map(MatchResult::group)
                .map(m -> m.substring(m.indexOf('"') + 1, m.lastIndexOf('"')))
                .map(path -> Pattern.compile(Stream.of(path.split("(?<=\\})|(?=\\{)"))
                        .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                        .collect(Collectors.joining())))
                .toList();
    }

    @Test
    @DisplayName("每个程序都至少承载一个系统")
    void everyProcedureServesSomething() throws IOException {
        List<String> carried = rows().values().stream().flatMap(List::stream).flatMap(r -> r.by().stream())
                .map(by -> by.replaceAll("@.*", "")).toList();
        assertThat(carried).containsAll(DEFINITIONS.slugs());
    }

    @Test
    @DisplayName("docs/systems.md 与对照表一致（用 -Dfengqiao.write=true 重新生成）")
    void isDrawn() throws IOException {
        StringBuilder page = new StringBuilder("""
                # 系统能力对照

                街道办事处各系统的编号、在枫桥里由什么承载、在哪里看。由 `docs/systems/*.yaml` 生成：
                `./fengqiao test -Dtest=SystemsTest -Dfengqiao.write=true`。

                | 编号 | 承载 | 在哪里看 | 说明 |
                |---|---|---|---|
                """);
        rows().forEach((id, all) -> {
            String by = all.stream().flatMap(r -> r.by().stream()).distinct().map(SystemsTest::words).collect(Collectors.joining("<br>"));
            String see = all.stream().map(Row::see).distinct().map(s -> "`" + s + "`").collect(Collectors.joining("<br>"));
            page.append("| ").append(id).append(" | ").append(by).append(" | ").append(see).append(" | ")
                    .append(all.stream().map(Row::note).collect(Collectors.joining())).append(" |\n");
        });
        assertThat(Sources.differences(Path.of("docs/systems.md"), page.toString())).isEmpty();
    }

    private static String words(String by) {
        if (by.startsWith("command ")) {
            return "`./fengqiao " + by.substring(8) + "`";
        }
        if (by.startsWith("page ")) {
            return "`" + by.substring(5) + "`";
        }
        Definition d = DEFINITIONS.version(by).orElseThrow();
        return "程序“" + d.title() + "”";
    }
}
