package org.fengqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.fengqiao.law.ArticleText;
import org.jspecify.annotations.Nullable;

/// 书架: one state of the index, opened, with what ranking needs of every article held in memory.
///
/// Articles go by their number in the index. A text is one version of one instrument, a chapter one heading of it.
final class Shelf {

    private final @Nullable DirectoryReader reader;
    private final IndexMark mark;
    private final @Nullable ArticleText[] passages;
    private final ByteBuffer vectors;
    private @Nullable Products products;
    private final float[] scales;
    private final float[] lengths;
    private final float[] places;
    private final byte[] manners;
    private final int[] texts;
    private final int[] chapters;
    private final int[] before;
    private final int[] after;
    private int textCount;
    private int chapterCount;

    private Shelf(@Nullable DirectoryReader reader, IndexMark mark, @Nullable ArticleText[] passages) {
        this.reader = reader;
        this.mark = mark;
        this.passages = passages;
        int n = passages.length;
        vectors = ByteBuffer.allocateDirect(n * Meaning.WIDTH);
        scales = new float[n];
        lengths = new float[n];
        places = new float[n];
        manners = new byte[n];
        texts = new int[n];
        chapters = new int[n];
        before = new int[n];
        after = new int[n];
        Arrays.fill(before, -1);
        Arrays.fill(after, -1);
    }

    static Shelf empty() {
        return new Shelf(null, IndexMark.NONE, new ArticleText[0]);
    }

    static Shelf of(DirectoryReader reader) throws IOException {
        IndexMark mark = IndexMark.of(reader.getIndexCommit().getUserData().entrySet());
        if (!mark.isReadable()) {
            // Another release wrote it. Nothing of it can be read, and it is made again.
            return new Shelf(reader, mark, new ArticleText[0]);
        }
        Shelf shelf = new Shelf(reader, mark, passages(reader));
        shelf.readVectors(reader);
        shelf.arrange();
        if (reader.maxDoc() > 0) {
            Products products = new Products(shelf.vectors, reader.maxDoc());
            shelf.products = products;
            // The last search that holds the old state open ends it.
            reader.getReaderCacheHelper().addClosedListener(key -> products.close());
        }
        return shelf;
    }

    /// The article of each number; null where it was replaced or taken out.
    static @Nullable ArticleText[] passages(DirectoryReader reader) throws IOException {
        @Nullable ArticleText[] all = new ArticleText[reader.maxDoc()];
        Bits live = MultiBits.getLiveDocs(reader);
        StoredFields stored = reader.storedFields();
        for (int i = 0; i < all.length; i++) {
            if (live == null || live.get(i)) {
                all[i] = PassageFields.read(stored.document(i));
            }
        }
        return all;
    }

    private void readVectors(DirectoryReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            ByteVectorValues values = leaf.reader().getByteVectorValues(PassageFields.VECTOR);
            if (values == null) {
                continue;
            }
            KnnVectorValues.DocIndexIterator docs = values.iterator();
            for (int d = docs.nextDoc(); d != KnnVectorValues.DocIndexIterator.NO_MORE_DOCS; d = docs.nextDoc()) {
                byte[] vector = values.vectorValue(docs.index());
                int at = leaf.docBase + d;
                vectors.put(at * Meaning.WIDTH, vector);
                double sum = 0;
                for (byte x : vector) {
                    sum += x * x;
                }
                scales[at] = (float) (1 / Math.sqrt(sum + 1e-9));
                ArticleText p = passages[at];
                lengths[at] = p == null ? 0 : (float) Math.log(1 + p.body().length());
                manners[at] = p == null ? 0 : (byte) Manner.ofArticle(p.body());
            }
        }
    }

    /// Numbers texts and chapters, and finds for every article the one before and the one after it in its text.
    private void arrange() {
        Map<String, Integer> textNumbers = new HashMap<>();
        Map<String, Integer> chapterNumbers = new HashMap<>();
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < passages.length; i++) {
            ArticleText p = passages[i];
            if (p != null) {
                texts[i] = textNumbers.computeIfAbsent(p.origin().id(), k -> textNumbers.size());
                chapters[i] = chapterNumbers.computeIfAbsent(p.origin().id() + "\n" + p.heading(), k -> chapterNumbers.size());
                members.computeIfAbsent(texts[i], k -> new ArrayList<>()).add(i);
            }
        }
        textCount = textNumbers.size();
        chapterCount = chapterNumbers.size();
        members.values().forEach(list -> {
            list.sort(Comparator.comparingInt(i -> passage(i).place()));
            for (int k = 0; k < list.size(); k++) {
                places[list.get(k)] = (float) k / list.size();
            }
            for (int k = 1; k < list.size(); k++) {
                before[list.get(k)] = list.get(k - 1);
                after[list.get(k - 1)] = list.get(k);
            }
        });
    }

    /// This shelf, or a new one when the index has changed since.
    Shelf renewed(Directory directory) throws IOException {
        if (reader == null) {
            return DirectoryReader.indexExists(directory) ? of(DirectoryReader.open(directory)) : this;
        }
        DirectoryReader newer = DirectoryReader.openIfChanged(reader);
        if (newer == null) {
            return this;
        }
        Shelf renewed = of(newer);
        // A search that still reads the old state holds it open until it is done.
        reader.decRef();
        return renewed;
    }

    /// Holds the files open while somebody reads; to be followed by [#release()].
    boolean hold() {
        return reader == null || reader.tryIncRef();
    }

    void release() {
        try {
            if (reader != null) {
                reader.decRef();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be released", e);
        }
    }

    void close() {
        release();
    }

    /// @throws IllegalStateException when nothing was indexed yet
    IndexSearcher searcher() {
        if (reader == null) {
            throw new IllegalStateException("Nothing is indexed yet");
        }
        return new IndexSearcher(reader);
    }

    /// The words of an article, verbatim.
    String body(int i) {
        return passage(i).body();
    }

    /// What the index remembers of itself.
    IndexMark mark() {
        return mark;
    }

    /// How many numbers there are, those of articles that were taken out among them.
    int numbers() {
        return passages.length;
    }

    /// How many articles can be found.
    int size() {
        return reader == null || passages.length == 0 ? 0 : reader.numDocs();
    }

    boolean holds(int i) {
        return passages[i] != null;
    }

    ArticleText passage(int i) {
        ArticleText p = passages[i];
        if (p == null) {
            throw new IllegalArgumentException("Article " + i + " was taken out");
        }
        return p;
    }

    int text(int i) {
        return texts[i];
    }

    int textCount() {
        return textCount;
    }

    int chapter(int i) {
        return chapters[i];
    }

    int chapterCount() {
        return chapterCount;
    }

    /// The article before in the same text, or -1.
    int before(int i) {
        return before[i];
    }

    /// The article after in the same text, or -1.
    int after(int i) {
        return after[i];
    }

    /// The logarithm of the number of characters.
    float length(int i) {
        return lengths[i];
    }

    /// Where an article stands in its text, from 0 to 1.
    float place(int i) {
        return places[i];
    }

    /// The [Manner]s of an article.
    int manners(int i) {
        return manners[i];
    }

    /// The direction of an article, of length one.
    float[] direction(int i) {
        float[] direction = new float[Meaning.WIDTH];
        for (int k = 0; k < Meaning.WIDTH; k++) {
            direction[k] = vectors.get(i * Meaning.WIDTH + k) * scales[i];
        }
        return direction;
    }

    /// How alike each article is to each of some directions: the cosine.
    float[][] likeness(byte[]... directions) {
        float[][] all = new float[directions.length][passages.length];
        if (products != null) {
            int[][] raw = products.of(directions);
            for (int d = 0; d < directions.length; d++) {
                float scale = Experience.scale(directions[d]);
                for (int i = 0; i < passages.length; i++) {
                    all[d][i] = raw[d][i] * scale * scales[i];
                }
            }
        }
        return all;
    }
}
