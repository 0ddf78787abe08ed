package org.fengqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        IndexFollower follower = new IndexFollower(shelf.index, shelf.texts, SmallShelf.MEANING);
        assertThat(shelf.index.isBehind(shelf.texts)).isTrue();
        assertThat(follower.catchUp()).isEqualTo(9);
        assertThat(shelf.index.isBehind(shelf.texts)).isFalse();
        assertThat(follower.catchUp()).isZero();
        assertThat(shelf.search().find("虚构灯笼规定第一条", LawSearch.Filter.NONE, 1).getFirst().body()).contains("灯笼");
    }

    @Test
    @DisplayName("更正一条：只换这一条，检索到的是新的文字")
    void takesInACorrection() {
        shelf.indexed();
        LawSearch search = shelf.search();
        shelf.bring(SmallShelf.ARTICLES.replace("不得遮挡消防通道", "不得遮挡窗户"), true);
        assertThat(shelf.index.isBehind(shelf.texts)).isTrue();
        assertThat(shelf.index.update(shelf.texts, false, 1, SmallShelf.MEANING, n -> {})).isEqualTo(1);
        assertThat(search.find("虚构灯笼规定第一条", LawSearch.Filter.NONE, 5)).singleElement().satisfies(a -> assertThat(a.body()).contains("窗户"));
        assertThat(search.size()).isEqualTo(9);
    }

    @Test
    @DisplayName("做到一半断电：向量留着，再来一次做完；写了半条的向量重做")
    void goesOnAfterAnInterruption() throws Exception {
        assertThatThrownBy(() -> shelf.index.update(shelf.texts, false, 1, SmallShelf.MEANING, n -> {
            if (n == 5) {
                throw new IllegalStateException("断电");
            }
        })).hasMessageContaining("断电");
        assertThat(shelf.index.isBehind(shelf.texts)).isTrue();
        Path vectors = shelf.database.home().search().resolve("vectors");
        long kept = Files.size(vectors);
        assertThat(kept).isPositive();
        Files.write(vectors, new byte[100], StandardOpenOption.APPEND);
        shelf.indexed();
        assertThat(shelf.index.shelf().size()).isEqualTo(9);
        assertThat(shelf.index.isBehind(shelf.texts)).isFalse();
        assertThat(Files.size(vectors)).isEqualTo(9 * (16 + Meaning.WIDTH)).isGreaterThanOrEqualTo(kept);
    }

    @Test
    @DisplayName("索引整个删掉，从数据库再做一份，结果相同")
    void isBuiltAgainFromTheDatabase() {
        shelf.indexed();
        String before = shelf.search().find("邻居排水", LawSearch.Filter.NONE, 5).toString();
        assertThat(shelf.index.update(shelf.texts, true, 2, SmallShelf.MEANING, n -> {})).isEqualTo(9);
        assertThat(shelf.search().find("邻居排水", LawSearch.Filter.NONE, 5).toString()).isEqualTo(before);
    }
}
