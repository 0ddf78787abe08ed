package org.fengqiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.CitationFinding;
import org.fengqiao.law.CitationFinding.Outcome;
import org.fengqiao.law.Laws;
import org.fengqiao.law.LawTexts;
import org.fengqiao.law.PlainText;
import org.fengqiao.law.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("本产品自己写出的每一处引用都经得起核对")
class CitationsInDocumentsTest {

    private static final CitationCheck CHECK = new CitationCheck(Laws.load(), null);
    private static final Path SHARED = Path.of(System.getenv().getOrDefault("FENGQIAO_SHARED", "../shared"), "laws");

    static Stream<String> templates() {
        return Samples.TEMPLATES.inUse().keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("每一种文书的示例：引用的条款存在，文书日期当天有效")
    void citesWhatExists(String where) throws IOException {
        Content content = Samples.content(where);
        String text = PlainText.of("sample.docx", Samples.RENDERING.docx(content));

        // The samples act under invented instruments, which no library can hold.
        assertThat(CHECK.check(text, content.day()))
                .filteredOn(f -> f.outcome() != Outcome.CORRECT && f.outcome() != Outcome.WORDS_NOT_CHECKED)
                .allSatisfy(f -> assertThat(f.written()).startsWith("《示例"));
    }

    @Test
    @DisplayName("示例里确有引用可查；换成不存在的条号就查得出来")
    void findsCitationsInDocuments() throws IOException {
        Content decision = Samples.content("shared/penalty-decision");
        String text = PlainText.of("sample.docx", Samples.RENDERING.docx(decision));

        assertThat(CHECK.check(text, decision.day())).hasSizeGreaterThan(2);
        String wrong = text.replaceFirst("(《[^》]*行政处罚法》)第[^条]{1,6}条", "$1第九百条");
        assertThat(wrong).isNotEqualTo(text);
        assertThat(CHECK.check(wrong, decision.day())).anyMatch(f -> f.outcome() == Outcome.NO_SUCH_CLAUSE);
    }

    @Test
    @DisplayName("程序定义和年度报告正文里写到的条款都存在")
    void citesWhatExistsInDefinitionsAndReports() throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String folder : List.of("procedures", "indicators")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml") && !f.toString().contains("examples")).toList()) {
                    String name = file.getFileName().toString();
                    // A definition speaks of the law of its own time.
                    LocalDate day = name.matches("\\d{4}-.*") ? LocalDate.parse(name.substring(0, 10)) : LocalDate.of(2026, 10, 9);
                    for (CitationFinding f : CHECK.check(Files.readString(file, StandardCharsets.UTF_8), day)) {
                        seen.add(f.written());
                        if (f.outcome().fault()) {
                            faults.add(file + ":" + f.line() + " " + f.written() + " " + f.sentence());
                        }
                    }
                }
            }
        }
        assertThat(seen).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("官方文本自己的引用：54 份文本里写明的条款没有一处被误判")
    void believesTheOfficialTexts() throws Exception {
        assumeTrue(Files.exists(SHARED), "Skipped: the official texts are not here; put them in ../shared/laws or set FENGQIAO_SHARED.");
        Laws laws = Laws.load();
        try (Database database = TestDatabase.fresh()) {
            LawTexts.importing(database.dataSource(), SHARED);
            CitationCheck check = new CitationCheck(laws, new Texts(database.dataSource()));
            List<String> faults = new ArrayList<>();
            int all = 0;
            for (var law : laws.all()) {
                for (var version : law.versions()) {
                    StringBuilder text = new StringBuilder();
                    new Texts(database.dataSource()).articles(law.slug(), version.inForceFrom()).values().forEach(a -> text.append(a.body()).append('\n'));
                    for (CitationFinding f : check.check(text.toString(), version.inForceFrom(), law.title())) {
                        all++;
                        if (f.outcome().fault()) {
                            faults.add(version + ":" + f.line() + " " + f.written() + " " + f.sentence());
                        }
                    }
                }
            }
            assertThat(all).isGreaterThan(500);
            assertThat(faults).isEmpty();
        }
    }
}
