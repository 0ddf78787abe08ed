package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.numeral.Numerals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds our facts against the official texts, which are not part of the repository: they are looked for beside it,
/// in `../shared/laws` or under the folder FENGQIAO_SHARED names.
class OfficialTextsTest {

    /// A summary that shares this many characters in a row with an official text is a copy, not a summary.
    private static final int RUN = 15;

    private static final Pattern ARTICLE =
            Pattern.compile("^第([一二三四五六七八九十百千零]+)条[\\s　]");
    private static final Pattern ITEM = Pattern.compile("^（([一二三四五六七八九十]+)）");
    private static final Laws LAWS = Laws.load();

    private Path texts;

    @BeforeEach
    void lookForTheOfficialTexts() {
        String shared = System.getenv().getOrDefault("FENGQIAO_SHARED", "../shared");
        texts = Path.of(shared, "laws");
        assumeTrue(
                Files.exists(texts.resolve("index.json")),
                "Skipped: the official texts are not here; put them in ../shared/laws or set FENGQIAO_SHARED.");
    }

    @Test
    @DisplayName("每一份官方文本都入库，公布、施行、失效日期和条数一致")
    void knowsEveryOfficialTextWithItsDates() throws IOException {
        assertThat(index()).hasSizeGreaterThanOrEqualTo(54).allSatisfy(entry -> {
            LawVersion version = version(entry);
            assertThat(version.promulgated()).isEqualTo(date(entry, "promulgated"));
            assertThat(version.inForceUntil()).isEqualTo(date(entry, "effective_to"));
            assertThat(version.declaredArticles()).isEqualTo(entry.get("articles").asInt());
            assertThat(version.outline()).isEqualTo(LawVersion.Outline.FULL);
        });
    }

    @Test
    @DisplayName("每一条的款数和各款的项数与官方文本一致")
    void outlinesEveryArticleAsTheTextHasIt() throws IOException {
        for (JsonNode entry : index()) {
            LawVersion version = version(entry);
            Map<Integer, List<Integer>> outline = outline(text(entry));

            assertThat(outline).as("%s", version).hasSize(version.articles().size());
            version.articles().forEach(article -> assertThat(article.itemsPerParagraph())
                    .as("%s %s", version, article.heading())
                    .isEqualTo(outline.get(article.number())));
        }
    }

    @Test
    @DisplayName("提要是我们自己的话：与官方文本没有连续十五字相同")
    void neverRepeatsTheOfficialText() throws IOException {
        Map<String, String> runs = new HashMap<>();
        LAWS.all().stream().flatMap(law -> law.versions().stream()).forEach(version -> version.articles().stream()
                .filter(article -> article.text().isEmpty() && article.summary() != null)
                .forEach(article -> windows(article.summary())
                        .forEach(run -> runs.put(run, version + " " + article.heading()))));
        assertThat(runs).isNotEmpty();

        List<String> copied = new ArrayList<>();
        for (JsonNode entry : index()) {
            for (String run : windows(text(entry).replaceAll("\\s", ""))) {
                if (runs.containsKey(run)) {
                    copied.add(runs.get(run) + ": " + run);
                }
            }
        }
        assertThat(copied).isEmpty();
    }

    private static List<String> windows(String text) {
        List<String> windows = new ArrayList<>();
        for (int i = 0; i + RUN <= text.length(); i++) {
            windows.add(text.substring(i, i + RUN));
        }
        return windows;
    }

    private List<JsonNode> index() throws IOException {
        JsonNode index = JsonMapper.builder().build().readTree(Files.readString(texts.resolve("index.json")));
        return new ArrayList<>(index.values());
    }

    private static LawVersion version(JsonNode entry) {
        Law law = LAWS.byShortTitle(entry.get("title").asString()).orElseThrow();
        return law.version(LocalDate.parse(entry.get("effective_from").asString())).orElseThrow();
    }

    private static LocalDate date(JsonNode entry, String field) {
        JsonNode day = entry.get(field);
        return day.isNull() ? null : LocalDate.parse(day.asString());
    }

    private String text(JsonNode entry) throws IOException {
        return Files.readString(texts.resolve(entry.get("file").asString()));
    }

    /// Article number to the items of each paragraph; an article runs to the next empty line.
    private static Map<Integer, List<Integer>> outline(String text) {
        Map<Integer, List<Integer>> outline = new TreeMap<>();
        for (String block : text.split("\\n\\s*\\n")) {
            Matcher heading = ARTICLE.matcher(block.strip());
            if (heading.find()) {
                outline.put(Numerals.read(heading.group(1)), paragraphs(block.strip().split("\\n")));
            }
        }
        return outline;
    }

    private static List<Integer> paragraphs(String[] lines) {
        List<Integer> items = new ArrayList<>();
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (items.isEmpty() || !item.find()) {
                items.add(0);
                continue;
            }
            // Lines within an item (目, or a sentence of its own) look like paragraphs until the next item follows.
            int before = Numerals.read(item.group(1)) - 1;
            while (before > 0 && items.getLast() == 0) {
                items.removeLast();
            }
            assertThat(items.removeLast()).as(line).isEqualTo(before);
            items.add(before + 1);
        }
        return items;
    }
}
