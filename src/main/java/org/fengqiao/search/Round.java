package org.fengqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.fengqiao.law.ArticleText;

/// 一轮: the articles on their way into the index: their vectors are made side by side, a round at a time.
final class Round {
    private static final int ARTICLES_A_ROUND = 512;
    private static final int ARTICLES_A_COMMIT = 8_192;

    private final IndexWriter writer;
    private final VectorStore vectors;
    private final Meaning meaning;
    private final ExecutorService workers;
    private final IntConsumer progress;
    private final List<ArticleText> waiting = new ArrayList<>();
    private long change;
    private int done;
    private int committed;

    Round(IndexWriter writer, VectorStore vectors, Meaning meaning, ExecutorService workers, IntConsumer progress, long change) {
        this.writer = writer;
        this.vectors = vectors;
        this.meaning = meaning;
        this.workers = workers;
        this.progress = progress;
        this.change = change;
    }

    void take(ArticleText article) {
        waiting.add(article);
        if (waiting.size() == ARTICLES_A_ROUND) {
            write();
        }
    }

    /// How many articles were taken in so far.
    int done() {
        return done;
    }

    /// How far the index has come with what was written.
    IndexMark mark() {
        return IndexMark.at(change);
    }

    /// Writes what is waiting.
    void write() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            List<Future<byte[]>> made = new ArrayList<>();
            for (ArticleText a : waiting) {
                made.add(workers.submit(() -> vector(PassageFields.meaning(a))));
            }
            for (int i = 0; i < waiting.size(); i++) {
                ArticleText a = waiting.get(i);
                writer.updateDocument(new Term(PassageFields.ID, a.id()), PassageFields.write(a, made.get(i).get()));
                progress.accept(++done);
            }
            change = Math.max(change, waiting.getLast().change());
            writer.setLiveCommitData(mark().data());
            if (done - committed >= ARTICLES_A_COMMIT) {
                writer.commit();
                committed = done;
            }
            waiting.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A vector could not be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Indexing was interrupted", e);
        }
    }

    private byte[] vector(String words) {
        byte[] kept = vectors.get(words);
        if (kept == null) {
            kept = VectorStore.rounded(meaning.ofArticle(words));
            vectors.put(words, kept);
        }
        return kept;
    }
}
