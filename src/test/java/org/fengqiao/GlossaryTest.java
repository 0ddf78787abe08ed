package org.fengqiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@DisplayName("一词一义：领域用词都在词汇表里")
class GlossaryTest {

    /// Rooms whose public types are words of the field; pages and machinery have words of their own.
    private static final List<String> FIELD = List.of(
            "calendar", "law", "deadline", "office", "procedure", "record", "cases", "document", "worklist", "report", "intake", "contract");

    /// Rooms of the house speak the language of machines, where a client is a program and not a party.
    private static final List<String> HOUSE = List.of("bench", "database", "door", "server");

    /// The wiring of Spring and the commands of the shell are not words of the field.
    private static final Pattern MACHINERY = Pattern.compile("\\w+Configuration|implements Command\\b");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:abstract|final|sealed|non-sealed|strictfp) )*(?:class|@?interface|record|enum) ([A-Z]\\w*)([^{]*)\\{");

    private record Section(String title, List<Term> terms) {}

    private record Term(String zh, String en, List<String> java, String source, String note, List<String> avoid) {}

    @Test
    @DisplayName("领域房间的每个公开类型都在词汇表里")
    void holdsEveryPublicWord() throws IOException {
        Set<String> known = terms().stream().flatMap(t -> t.java().stream()).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        Sources.code().forEach((file, code) -> {
            var m = PUBLIC_TYPE.matcher(code);
            if (FIELD.contains(file.substring(0, Math.max(0, file.indexOf('/')))) && m.find()) {
                boolean machinery = MACHINERY.matcher(m.group(1)).matches() || MACHINERY.matcher(m.group(2)).find();
                if (!machinery && !known.contains(m.group(1))) {
                    unknown.add(file);
                }
            }
        });
        assertThat(unknown).as("public types that docs/glossary.yaml does not know").isEmpty();
    }

    @Test
    @DisplayName("一个类型只属于一个词条，每个词条有中文、英文和来源")
    void givesEveryWordOneMeaning() throws IOException {
        List<String> all = terms().stream().flatMap(t -> t.java().stream()).toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(terms().stream().map(Term::zh)).doesNotHaveDuplicates();
        assertThat(terms()).allSatisfy(t -> {
            assertThat(t.zh()).containsPattern("\\p{IsHan}");
            assertThat(t.en()).isNotBlank();
            assertThat(t.source()).isNotBlank();
        });
    }

    @Test
    @DisplayName("领域和页面的标识符不用词汇表要求避免的词")
    void avoidsTheWordsToAvoid() throws IOException {
        Set<String> avoided = terms().stream().flatMap(t -> t.avoid().stream()).map(GlossaryTest::words).collect(Collectors.toSet());
        JavaClasses classes =
                new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.fengqiao");
        assertThat(classes.size()).isGreaterThan(100);
        Set<String> faults = new TreeSet<>();
        for (JavaClass type : classes) {
            if (HOUSE.stream().anyMatch(room -> type.getPackageName().startsWith("org.fengqiao." + room))) {
                continue;
            }
            List<String> names = new ArrayList<>(List.of(type.getSimpleName()));
            type.getMethods().forEach(m -> names.add(m.getName()));
            type.getFields().forEach(f -> names.add(f.getName()));
            for (String name : names) {
                String own = words(name);
                avoided.stream()
                        .filter(a -> (" " + own + " ").contains(" " + a + " "))
                        .forEach(a -> faults.add(type.getName() + ": " + name + " uses \"" + a + "\""));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("驼峰和下划线的写法拆成词来比较")
    void takesIdentifiersApart() {
        assertThat(words("StreetOffice")).isEqualTo("street office");
        assertThat(words("STREET_OFFICES")).isEqualTo("street offices");
        assertThat(words("lapsedBefore")).isEqualTo("lapsed before").doesNotContain("sla");
    }

    @Test
    @DisplayName("docs/glossary.md 由词汇表生成（用 -Dfengqiao.write=true 重新生成）")
    void printsTheGlossary() throws IOException {
        assertThat(Sources.differences(Path.of("docs/glossary.md"), page())).isEmpty();
    }

    /// `StreetOffice` and `STREET_OFFICE` as `street office`.
    private static String words(String identifier) {
        return identifier.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .replaceAll("[_$\\s-]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Words

                Generated from `docs/glossary.yaml` by `GlossaryTest`; change that file and regenerate with
                `./fengqiao test -Dtest=GlossaryTest -Dfengqiao.write=true`.
                """);
        for (Section section : sections()) {
            page.append("\n## ").append(section.title());
            page.append("\n\n| 中文 | English | Java | source | note | avoid |\n|---|---|---|---|---|---|\n");
            for (Term t : section.terms()) {
                String java = t.java().stream().map(j -> "`" + j + "`").collect(Collectors.joining(", "));
                page.append("| ").append(String.join(" | ", t.zh(), t.en(), java, t.source(), t.note(), String.join(", ", t.avoid())))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    private static List<Term> terms() throws IOException {
        return sections().stream().flatMap(s -> s.terms().stream()).toList();
    }

    private static List<Section> sections() throws IOException {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("docs/glossary.yaml")));
        return list(root, "sections").stream()
                .map(s -> (Map<?, ?>) s)
                .map(s -> new Section(text(s, "section"), list(s, "terms").stream().map(t -> term((Map<?, ?>) t)).toList()))
                .toList();
    }

    private static Term term(Map<?, ?> t) {
        return new Term(text(t, "zh"), text(t, "en"), texts(t, "java"), text(t, "source"), text(t, "note"), texts(t, "avoid"));
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) == null ? "" : map.get(key).toString();
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        return list(map, key).stream().map(String::valueOf).toList();
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> l ? l : List.of();
    }
}
