package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Brings in the real texts where they are at hand: in `../shared` or under the folder FENGQIAO_SHARED names.
class SharedTextsImportTest {

    private Path shared;

    @BeforeEach
    void look() {
        shared = Path.of(System.getenv().getOrDefault("FENGQIAO_SHARED", "../shared"));
        assumeTrue(
                Files.exists(shared.resolve("laws/index.json")),
                "Skipped: the official texts are not here; put them in ../shared/laws or set FENGQIAO_SHARED.");
    }

    @Test
    @DisplayName("54 份官方文本全部入库，每条的款项都能按引用打开")
    void opensEveryClauseOfTheOfficialTexts() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            TextImport.Outcome outcome = LawTexts.bring(database.dataSource(), false, shared.resolve("laws"));
            assertThat(outcome.rejected()).isEmpty();
            assertThat(outcome.fresh()).isGreaterThan(5_000);

            Texts texts = new Texts(database.dataSource());
            ArticleText hearing = texts.article(LawTexts.LAWS.citation("administrative-penalty-law@2021-07-15#64.1.1")).orElseThrow();
            assertThat(hearing.paragraphs().getFirst().items().getFirst()).startsWith("（一）").contains("五日内");
            assertThat(hearing.heading()).isEqualTo("第五章 行政处罚的决定 / 第四节 听证程序");
            for (Law law : LawTexts.LAWS.all()) {
                for (LawVersion version : law.versions()) {
                    if (law.level() != Level.OFFICE_RULE && version.outline() == LawVersion.Outline.FULL) {
                        assertThat(texts.articles(law.slug(), version.inForceFrom())).as("%s", version).hasSize(version.articles().size());
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("五万九千条的汇编在两分钟内入库，再送一次零变化；汇编自身矛盾的两行退回")
    void takesTheWholeCollection() throws Exception {
        Path collection = shared.resolve("data/statutes/national.jsonl.gz");
        assumeTrue(Files.exists(collection), "Skipped: the collection of statutes is not here.");
        try (Database database = TestDatabase.fresh()) {
            long begun = System.nanoTime();
            TextImport.Outcome outcome = LawTexts.bring(database.dataSource(), false, collection);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(2));
            assertThat(outcome.fresh() + outcome.rejected().size()).isEqualTo(59_212);
            assertThat(outcome.rejected()).hasSize(2).allSatisfy(fault -> assertThat(fault.sentence()).contains("another text"));

            assertThat(LawTexts.bring(database.dataSource(), false, collection).same()).isEqualTo(outcome.fresh());
            ArticleText hearing = new Texts(database.dataSource())
                    .article(LawTexts.LAWS.citation("administrative-penalty-law@2021-07-15#64"))
                    .orElseThrow();
            assertThat(hearing.id()).isEqualTo("N30231");
            assertThat(hearing.origin().inForceOn(LocalDate.of(2021, 7, 14))).isFalse();
        }
    }
}
