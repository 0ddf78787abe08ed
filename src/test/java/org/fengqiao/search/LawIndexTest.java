package org.fengqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("检索索引：跟着数据库走，断了接着来")
class LawIndexTest {

    @TempDir
    Path folder;

    private SmallShelf shelf;

    @BeforeEach
    void open() {
        shelf = new SmallShelf(folder);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    @DisplayName("导入以后索引落后，追上一次就不再落后；没有新条文就什么也不做")
    void followsTheTexts() {
        IndexFollower follower = new IndexFollower(shelf.index, shelf.stock, SmallShelf.MEANING);
        assertThat(shelf.index.isBehind(shelf.stock)).isTrue();
        assertThat(follower.catchUp()).isEqualTo(9);
        assertThat(shelf.index.isBehind(shelf.stock)).isFalse();
        assertThat(follower.catchUp()).isZero();
        assertThat(shelf.search().find("虚构灯笼规定第一条", LawSearch.Filter.NONE, 1).getFirst().body()).contains("灯笼");
    }

    @Test
    @DisplayName("更正一条：只换这一条，检索到的是新的文字")
    void takesInACorrection() {
        shelf.indexed();
        LawSearch search = shelf.search();
        shelf.bring(SmallShelf.ARTICLES.replace("不得遮挡消防通道", "不得遮挡窗户"), true);
        assertThat(shelf.index.isBehind(shelf.stock)).isTrue();
        assertThat(shelf.index.update(shelf.stock, false, 1, SmallShelf.MEANING, n -> {})).isEqualTo(1);
        assertThat(search.find("虚构灯笼规定第一条", LawSearch.Filter.NONE, 5)).singleElement().satisfies(a -> assertThat(a.body()).contains("窗户"));
        assertThat(search.size()).isEqualTo(9);
    }

    @Test
    @DisplayName("做到一半断电：向量留着，再来一次做完；写了半条的向量重做")
    void goesOnAfterAnInterruption() throws Exception {
        assertThatThrownBy(() -> shelf.index.update(shelf.stock, false, 1, SmallShelf.MEANING, n -> {
            if (n == 5) {
                throw new IllegalStateException("断电");
            }
        })).hasMessageContaining("断电");
        assertThat(shelf.index.isBehind(shelf.stock)).isTrue();
        Path vectors = shelf.database.home().search().resolve("vectors");
        long kept = Files.size(vectors);
        assertThat(kept).isPositive();
        Files.write(vectors, new byte[100], StandardOpenOption.APPEND);
        shelf.indexed();
        assertThat(shelf.index.shelf().size()).isEqualTo(9);
        assertThat(shelf.index.isBehind(shelf.stock)).isFalse();
        assertThat(Files.size(vectors)).isEqualTo(9 * (16 + Meaning.WIDTH)).isGreaterThanOrEqualTo(kept);
    }

    @Test
    @DisplayName("索引整个删掉，从数据库再做一份，结果相同")
    void isBuiltAgainFromTheDatabase() {
        shelf.indexed();
        String before = shelf.search().find("邻居排水", LawSearch.Filter.NONE, 5).toString();
        assertThat(shelf.index.update(shelf.stock, true, 2, SmallShelf.MEANING, n -> {})).isEqualTo(9);
        assertThat(shelf.search().find("邻居排水", LawSearch.Filter.NONE, 5).toString()).isEqualTo(before);
    }

    @Test
    @DisplayName("上一个版本的产品留下的索引：栏目、向量都不同，看得出落后，重做以后照常检索")
    void isBuiltAgainAfterAnEarlierRelease() throws Exception {
        Path place = shelf.database.home().search().resolve("index");
        try (FSDirectory directory = FSDirectory.open(place); IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            Document earlier = new Document();
            earlier.add(new TextField(PassageFields.ID, "A1", Field.Store.YES));
            earlier.add(new StringField(PassageFields.BODY, "从前的写法", Field.Store.NO));
            earlier.add(new KnnFloatVectorField(PassageFields.VECTOR, new float[] {1, 2, 3}));
            writer.addDocument(earlier);
            writer.setLiveCommitData(Map.of("change", "999999", "edition", "earlier fields 1").entrySet());
            writer.commit();
        }
        assertThat(shelf.index.shelf().size()).isZero();
        assertThat(shelf.index.isBehind(shelf.stock)).isTrue();
        assertThat(shelf.index.update(shelf.stock, false, 1, SmallShelf.MEANING, n -> {})).isEqualTo(9);
        assertThat(shelf.index.isBehind(shelf.stock)).isFalse();
        assertThat(shelf.search().find("虚构灯笼规定第一条", LawSearch.Filter.NONE, 1).getFirst().body()).contains("灯笼");
        assertThat(shelf.search().find("邻居排水", LawSearch.Filter.NONE, 5)).isNotEmpty();
    }

    @Test
    @DisplayName("索引文件坏了，或者是打不开的格式：当作没有，从数据库重做")
    void isBuiltAgainWhenItsFilesCannotBeOpened() throws Exception {
        shelf.indexed();
        shelf.index.close();
        Path place = shelf.database.home().search().resolve("index");
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
                Files.write(file, new byte[] {0x3f, (byte) 0xd7, 0x6c, 0x17, 8, 's', 'e', 'g', 'm', 'e', 'n', 't', 's', 0, 0, 0, 1});
            }
        }
        try (LawIndex index = new LawIndex(shelf.database.home().search())) {
            assertThat(index.isBehind(shelf.stock)).isTrue();
            assertThat(index.update(shelf.stock, false, 1, SmallShelf.MEANING, n -> {})).isEqualTo(9);
            assertThat(index.isBehind(shelf.stock)).isFalse();
            assertThat(index.shelf().size()).isEqualTo(9);
        }
    }

    @Test
    @DisplayName("什么都没导入，也能按提要检索，标明是提要；导入原文以后提要让位，只查到原文")
    void standsOnSummariesUntilTheTextsCome() {
        Laws laws = Laws.load();
        Stock stock = new Stock(shelf.texts, List.of(laws.law("administrative-penalty-law"), laws.law("petition-work-regulations")));
        try (Database empty = TestDatabase.fresh(); LawIndex index = new LawIndex(empty.home().search())) {
            Stock nothing = new Stock(new Texts(empty.dataSource()), stock.laws());
            IndexFollower follower = new IndexFollower(index, nothing, SmallShelf.MEANING);
            assertThat(index.isBehind(nothing)).isTrue();
            assertThat(follower.catchUp()).isEqualTo(nothing.summaries().size()).isGreaterThan(90);
            assertThat(index.isBehind(nothing)).isFalse();
            LawSearch search = new LawSearch(index, SmallShelf.MEANING, Ranking.shipped());
            assertThat(search.find("处罚法第六十四条", LawSearch.Filter.on(LocalDate.of(2026, 10, 9)), 1)).singleElement().satisfies(a -> {
                assertThat(a.article().isSummary()).isTrue();
                assertThat(a.body()).contains("听证");
                assertThat(a.url()).startsWith("/laws/administrative-penalty-law/2021-07-15#64");
            });
            assertThat(search.find("罚款以前可以要求听证吗", LawSearch.Filter.NONE, 10)).anyMatch(a -> a.body().contains("听证"));
        }
        // The collection of this shelf holds the newest text of one of the two instruments.
        shelf.index.update(stock, false, 1, SmallShelf.MEANING, n -> {});
        assertThat(shelf.index.isBehind(stock)).isFalse();
        assertThat(shelf.search().find("处罚法第六十四条", LawSearch.Filter.NONE, 1)).singleElement().matches(a -> !a.article().isSummary());
        assertThat(shelf.search().summaries()).isPositive().isEqualTo(stock.summaries().size()).isLessThan(90);
        assertThat(stock.summaries()).noneMatch(s -> s.id().startsWith("administrative-penalty-law"));
    }
}
