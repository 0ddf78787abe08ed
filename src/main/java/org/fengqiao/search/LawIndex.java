package org.fengqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.fengqiao.law.ArticleText;
import org.jspecify.annotations.Nullable;

/// 检索索引: what search reads, derived from the imported texts, our own summaries, and nothing else.
///
/// It lies in `<home>/search` and may be deleted at any time. It remembers up to which change of the texts it was built,
/// so that it can always tell whether the database is ahead, also after a crash between a commit there and here.
public final class LawIndex implements AutoCloseable {

    /// Lucene recommends an incubator module of the JDK once per start; what needs speed here does not go through it.
    private static final Logger RECOMMENDATION = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        RECOMMENDATION.setLevel(Level.SEVERE);
    }

    private final Path home;
    private final FSDirectory directory;
    private @Nullable Shelf shelf;

    /// @param home the folder `search` of the data directory
    public LawIndex(Path home) {
        this.home = home;
        try {
            Files.createDirectories(home);
            directory = FSDirectory.open(home.resolve("index"));
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + home + " cannot be opened", e);
        }
    }

    /// Somebody else is bringing the index up to date at this moment.
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("The index is being brought up to date by another process.");
        }
    }

    /// Whether texts came or changed after this index was last brought up to date.
    public boolean isBehind(Stock stock) {
        Shelf now = shelf();
        List<ArticleText> summaries = stock.summaries();
        int all = stock.imported() + summaries.size();
        return all != now.size() || all > 0 && !now.mark().equals(IndexMark.at(stock.newestChange()).withSummaries(Stock.edition(summaries)));
    }

    /// Brings the index up to date with the stock, from where it stopped; all of it again when it cannot be continued.
    ///
    /// @param threads  how many vectors are made at the same time
    /// @param progress is told how many articles were taken in so far
    /// @return how many articles were taken in
    /// @throws Busy when another process is doing the same
    public int update(Stock stock, boolean again, int threads, Meaning meaning, IntConsumer progress) {
        try {
            return brought(stock, again, threads, meaning, progress);
        } catch (LockObtainFailedException e) {
            throw new Busy();
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            return afresh(stock, threads, meaning, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + home + " cannot be written", e);
        }
    }

    /// An index that is damaged, or of a release whose files this one cannot even open, is thrown away and made again.
    private int afresh(Stock stock, int threads, Meaning meaning, IntConsumer progress) {
        try {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            return brought(stock, true, threads, meaning, progress);
        } catch (LockObtainFailedException e) {
            throw new Busy();
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + home + " cannot be written", e);
        }
    }

    private int brought(Stock stock, boolean again, int threads, Meaning meaning, IntConsumer progress) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(192).setCodec(new SmallGraph()));
                VectorStore vectors = new VectorStore(home.resolve("vectors"))) {
            Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
            IndexMark before = kept == null ? IndexMark.NONE : IndexMark.of(kept);
            long change = before.change();
            if (again || !before.isReadable() || change > stock.newestChange()) {
                writer.deleteAll();
                change = 0;
            }
            Round round = new Round(writer, vectors, meaning, workers, progress, change);
            stock.each(change, round::take);
            round.write();
            List<ArticleText> summaries = stock.summaries();
            String edition = Stock.edition(summaries);
            if (!edition.equals(before.summaries()) || writer.getDocStats().numDocs != stock.imported() + summaries.size()) {
                forget(writer, stock, summaries).forEach(round::take);
                round.write();
            }
            writer.setLiveCommitData(round.mark().withSummaries(edition).data());
            if (round.done() > writer.getDocStats().numDocs / 4) {
                // One segment is the fastest to search; after small changes it is not worth the copying.
                writer.forceMerge(1);
            }
            writer.commit();
            return round.done();
        }
    }

    /// The usual files, with a graph of the vectors that is quick to build: at this size a denser one finds nothing more.
    private static final class SmallGraph extends FilterCodec {
        private final KnnVectorsFormat vectors = new PerFieldKnnVectorsFormat() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return new Lucene99HnswVectorsFormat(8, 32);
            }
        };

        SmallGraph() {
            super(Codec.getDefault().getName(), Codec.getDefault());
        }

        @Override
        public KnnVectorsFormat knnVectorsFormat() {
            return vectors;
        }
    }

    /// Takes articles out of the index that are not held any more, and summaries whose text has come.
    ///
    /// @return the summaries that the index does not hold as they are
    private List<ArticleText> forget(IndexWriter writer, Stock stock, List<ArticleText> summaries) throws IOException {
        Map<String, ArticleText> missing = new LinkedHashMap<>();
        summaries.forEach(s -> missing.put(s.id(), s));
        Set<String> imported = new HashSet<>();
        stock.each(0, a -> imported.add(a.id()));
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (ArticleText p : Shelf.passages(reader)) {
                if (p == null) {
                    continue;
                }
                if (p.isSummary() && p.equals(missing.get(p.id()))) {
                    missing.remove(p.id());
                } else if (p.isSummary() || !imported.contains(p.id())) {
                    writer.deleteDocuments(new Term(PassageFields.ID, p.id()));
                }
            }
        }
        return List.copyOf(missing.values());
    }

    /// What can be searched now; follows commits of other processes.
    synchronized Shelf shelf() {
        try {
            Shelf held = shelf;
            if (held == null) {
                held = DirectoryReader.indexExists(directory) ? Shelf.of(DirectoryReader.open(directory)) : Shelf.empty();
            } else {
                held = held.renewed(directory);
            }
            shelf = held;
            return held;
        } catch (IndexNotFoundException | CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            // Derived data: what cannot be read counts as not there, and is made again.
            return Shelf.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + home + " cannot be read", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (shelf != null) {
                shelf.close();
            }
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + home + " cannot be closed", e);
        }
    }
}
