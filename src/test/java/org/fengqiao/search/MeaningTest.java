package org.fengqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("语义向量：关门时正在算的算完，以后的说已经关了，进程不倒")
class MeaningTest {

    @Test
    @DisplayName("两个线程不停地算，中途关掉：每一次要么算出来，要么得到一句话")
    void waitsForTheRunsBeforeItEnds() throws Exception {
        Meaning meaning = new Meaning();
        String text = "用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬。".repeat(8);
        float[] expected = meaning.ofArticle(text);
        CountDownLatch begun = new CountDownLatch(2);
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                all.add(workers.submit(() -> {
                    for (int n = 0;; n++) {
                        assertThat(meaning.ofArticle(text)).isEqualTo(expected);
                        begun.countDown();
                        if (n > 10_000) {
                            return n;
                        }
                    }
                }));
            }
            begun.await();
            meaning.close();
            for (Future<Integer> one : all) {
                assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
            }
        }
        assertThatThrownBy(() -> meaning.ofQuestion("欠薪")).isInstanceOf(IllegalStateException.class);
        meaning.close();
    }
}
