package org.fengqiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@DisplayName("房间之间只走声明过的箭头")
class ArchitectureTest {

    private static final Set<String> SHELVES = Set.of(
            "common", "util", "utils", "core", "service", "services", "helper", "helpers", "impl", "misc", "shared");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");

    private static final Pattern HOLLOW = Pattern.compile(".*(Impl|Manager|Helpers?|Utils?|Processor)");

    private static final Pattern WALL_CLOCK = Pattern.compile(
            "\\b(?:Instant|LocalDate|LocalDateTime|LocalTime|OffsetDateTime|ZonedDateTime|Year|YearMonth|MonthDay)\\.now\\("
                    + "|\\bClock\\.system|\\bcurrentTimeMillis\\(|\\bnew Date\\(\\)");

    /// Who may look at the clock on the wall, and why.
    private static final Map<String, String> LOOKS_AT_THE_WALL = Map.of(
            "cases/OfficeClock.java", "it is the office's day; everything with legal meaning asks it",
            "cases/CasesConfiguration.java", "the heads outside the database name the day on which they were written",
            "law/CiteCommand.java", "a text without a date, checked at the shell, is checked as of today",
            "record/Heads.java", "asks the clock it was given",
            "record/RecordHeads.java", "the command has no office open and writes today's head",
            "database/BackupWriter.java", "a backup names the moment it was made",
            "server/Announcement.java", "tells how long the start took",
            "signin/SignInConfiguration.java", "fifteen minutes of lock-out are minutes on the wall");

    @Test
    @DisplayName("每个房间只使用它声明的房间，且没有环")
    void keepsItsArrows() {
        ApplicationModules rooms = ApplicationModules.of(Application.class);
        rooms.verify();
        new Documenter(rooms).writeModulesAsPlantUml();
        assertThat(Path.of("target/spring-modulith-docs/components.puml")).exists();
    }

    @Test
    @DisplayName("声明的箭头本身也没有环")
    void declaresNoCircle() throws Exception {
        Map<String, Set<String>> arrows = arrows();
        List<String> circles = new ArrayList<>();
        arrows.keySet().forEach(room -> {
            if (reached(arrows, room).contains(room)) {
                circles.add(room);
            }
        });
        assertThat(circles).as("rooms that lead back to themselves").isEmpty();
    }

    @Test
    @DisplayName("每个房间有门牌：中英文名称和声明的箭头")
    void namesEveryRoom() throws Exception {
        List<String> faults = new ArrayList<>();
        for (String room : Sources.rooms()) {
            Path front = Sources.MAIN.resolve(room).resolve("package-info.java");
            if (!Files.exists(front)) {
                faults.add(room + " has no package-info.java");
                continue;
            }
            String text = Files.readString(front);
            if (!text.startsWith("/// ") || !text.contains("@NullMarked") || !text.contains("allowedDependencies")) {
                faults.add(room + ": its front page tells what it is, is @NullMarked and declares its arrows");
            }
            if (!plate(room).displayName().matches("[\\p{IsHan}]+ · [A-Z][A-Za-z -]+")) {
                faults.add(room + ": displayName is 中文 · English, not \"" + plate(room).displayName() + "\"");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("没有 common、util、core、service 之类的杂物间")
    void keepsNoShelves() throws IOException {
        try (Stream<Path> all = Files.walk(Sources.MAIN)) {
            assertThat(all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).filter(SHELVES::contains)).isEmpty();
        }
    }

    @Test
    @DisplayName("类名说明它是什么，不以 Impl、Manager、Helper、Util、Processor 结尾")
    void namesTypesByWhatTheyAre() throws IOException {
        List<String> hollow = new ArrayList<>();
        Sources.code().forEach((file, code) -> {
            Matcher m = TYPE.matcher(code);
            while (m.find()) {
                if (HOLLOW.matcher(m.group(1)).matches()) {
                    hollow.add(file + ": " + m.group(1));
                }
            }
        });
        assertThat(hollow).isEmpty();
    }

    @Test
    @DisplayName("今天是哪一天只问机关的时钟")
    void asksTheOfficeWhatDayItIs() throws IOException {
        List<String> lookers = new ArrayList<>();
        SortedMap<String, String> code = Sources.code();
        code.forEach((file, text) -> {
            boolean looks = WALL_CLOCK.matcher(text).find();
            if (looks && !LOOKS_AT_THE_WALL.containsKey(file)) {
                lookers.add(file);
            }
        });
        assertThat(code.get("cases/OfficeClock.java")).as("the pattern still finds what it looks for").containsPattern(WALL_CLOCK);
        assertThat(lookers).as("classes that look at the wall instead of asking OfficeClock").isEmpty();
    }

    @Test
    @DisplayName("docs/rooms.md 与房间的门牌一致（用 -Dfengqiao.write=true 重新生成）")
    void drawsItsRooms() throws Exception {
        assertThat(Sources.differences(Path.of("docs/rooms.md"), picture())).isEmpty();
    }

    @Test
    @DisplayName("META-INF/spring.components 列出每个部件，一个不多一个不少（用 -Dfengqiao.write=true 重新生成）")
    void listsWhatSpringPutsTogether() throws IOException {
        String component = "org.springframework.stereotype.Component";
        String listed = new ClassFileImporter().importUrl(Application.class.getProtectionDomain().getCodeSource().getLocation()).stream()
                .filter(c -> !c.isAnnotation() && !c.isEquivalentTo(Application.class))
                .filter(c -> c.isAnnotatedWith(component) || c.isMetaAnnotatedWith(component))
                .map(c -> c.getName() + "=" + component + "\n")
                .sorted()
                .collect(Collectors.joining());
        assertThat(listed).contains("org.fengqiao.cases.CasesConfiguration=", "org.fengqiao.signin.SignIn=");
        assertThat(Sources.differences(Path.of("src/main/resources/META-INF/spring.components"), listed)).isEmpty();
    }

    @Test
    @DisplayName("README 说到每一条命令")
    void tellsOfEveryCommand() throws IOException {
        Pattern name = Pattern.compile("implements Command\\b.*?String name\\(\\) \\{\\s*return \"([a-z -]+)\";", Pattern.DOTALL);
        List<String> commands = new ArrayList<>(List.of("demo", "serve"));
        Sources.code().values().forEach(code -> {
            Matcher m = name.matcher(code);
            if (m.find()) {
                commands.add(m.group(1));
            }
        });
        assertThat(commands).hasSizeGreaterThan(8);
        String readme = Files.readString(Path.of("README.md"));
        assertThat(commands).allMatch(c -> Pattern.compile("`(?:\\./fengqiao )?" + c + "[` ]").matcher(readme).find());
    }

    private static ApplicationModule plate(String room) throws ClassNotFoundException {
        ApplicationModule plate =
                Class.forName("org.fengqiao." + room + ".package-info").getAnnotation(ApplicationModule.class);
        assertThat(plate).as("@ApplicationModule of " + room).isNotNull();
        return plate;
    }

    private static Map<String, Set<String>> arrows() throws Exception {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (String room : Sources.rooms()) {
            arrows.put(room, new TreeSet<>(Arrays.asList(plate(room).allowedDependencies())));
        }
        return arrows;
    }

    /// Every room that can be reached over one arrow or more.
    private static Set<String> reached(Map<String, Set<String>> arrows, String from) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(arrows.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /// An arrow is left out of the drawing when a longer way over other rooms says the same.
    private static Map<String, Set<String>> drawn(Map<String, Set<String>> arrows) {
        Map<String, Set<String>> drawn = new LinkedHashMap<>();
        arrows.forEach((room, uses) -> {
            Set<String> kept = new TreeSet<>(uses);
            uses.forEach(other -> kept.removeAll(reached(arrows, other)));
            drawn.put(room, kept);
        });
        return drawn;
    }

    private static String picture() throws Exception {
        Map<String, Set<String>> arrows = arrows();
        StringBuilder page = new StringBuilder("""
                # The rooms

                Generated from the front pages of the rooms by `ArchitectureTest`; regenerate with
                `./fengqiao test -Dtest=ArchitectureTest -Dfengqiao.write=true`. An arrow means *uses*. The drawing leaves out
                arrows that follow from longer ways; the table has them all. Used and declared arrows are compared by
                Spring Modulith, which also writes its own diagram to `target/spring-modulith-docs`.

                ```mermaid
                flowchart TD
                """);
        for (String room : arrows.keySet()) {
            page.append("    ").append(room).append("[\"").append(plate(room).displayName()).append("\"]\n");
        }
        drawn(arrows).forEach((room, uses) ->
                uses.forEach(other -> page.append("    ").append(room).append(" --> ").append(other).append('\n')));
        page.append("```\n\n| room | name | may use |\n|---|---|---|\n");
        for (Map.Entry<String, Set<String>> e : arrows.entrySet()) {
            String uses = e.getValue().isEmpty() ? "no other room" : String.join(", ", e.getValue());
            page.append("| `").append(e.getKey()).append("` | ").append(plate(e.getKey()).displayName()).append(" | ")
                    .append(uses).append(" |\n");
        }
        return page.toString();
    }
}
