package org.fengqiao.law;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.fengqiao.law.ArticleText.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// 导入文本的目录: which texts are held and how their articles are divided, kept in memory so that the words of a page
/// can be resolved without asking the tables for each of them.
///
/// The list of texts is read once, the articles of a text when the first citation leads there. An import runs in a
/// process of its own, so the revision of the tables is looked at again after a moment; a new one drops everything.
final class ImportedOutlines implements Supplier<Imports> {

    private final Texts texts;
    private final long patience;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Kept kept;
    private volatile long looked;

    /// @param patience how long a list may be used before the tables are asked whether there is a newer one
    ImportedOutlines(Texts texts, Duration patience) {
        this.texts = texts;
        this.patience = patience.toNanos();
    }

    @Override
    public Imports get() {
        Kept now = kept;
        if (now != null && System.nanoTime() - looked < patience) {
            return now;
        }
        // One looks, the others go on with what is there; only who comes before the first list waits for it.
        if (now != null && !looking.tryLock()) {
            return now;
        }
        if (now == null) {
            looking.lock();
        }
        try {
            return renewed();
        } catch (DataAccessException e) {
            // A page that tells of a database out of reach must not fail because of its own words.
            return now == null ? Imports.NONE : now;
        } finally {
            looking.unlock();
        }
    }

    private Imports renewed() {
        Kept before = kept;
        Texts.Revision revision = texts.revision();
        Kept now = before != null && before.revision.equals(revision) ? before : new Kept(texts, revision);
        kept = now;
        looked = System.nanoTime();
        return now;
    }

    /// The texts of one revision.
    private static final class Kept implements Imports {

        private final Texts texts;
        private final Texts.Revision revision;
        private final Map<String, List<Origin>> byTitle = new HashMap<>();
        private final Map<String, List<Origin>> bySlug = new HashMap<>();
        private final Map<String, Held> byText = new ConcurrentHashMap<>();

        Kept(Texts texts, Texts.Revision revision) {
            this.texts = texts;
            this.revision = revision;
            for (Origin origin : texts.all()) {
                byTitle.computeIfAbsent(origin.title(), t -> new ArrayList<>()).add(origin);
                // On its own page a text is 本法 by its id, which tells it from another of the same title.
                byTitle.put(origin.id(), List.of(origin));
                if (origin.slug() != null) {
                    bySlug.computeIfAbsent(origin.slug(), s -> new ArrayList<>()).add(origin);
                }
            }
        }

        @Override
        public Set<String> titles() {
            return byTitle.keySet();
        }

        @Override
        public List<Origin> titled(String title) {
            return byTitle.getOrDefault(title, List.of());
        }

        @Override
        public List<Origin> origins(String slug) {
            return bySlug.getOrDefault(slug, List.of());
        }

        @Override
        public Held held(String text) {
            Held held = byText.get(text);
            if (held == null) {
                Map<String, Outline> outlines = new HashMap<>();
                try {
                    texts.articles(text).forEach((key, article) -> outlines.put(key, Outline.of(article)));
                } catch (DataAccessException e) {
                    return Held.NONE;
                }
                held = new Outlines(Map.copyOf(outlines));
                byText.put(text, held);
            }
            return held;
        }
    }

    /// The articles of a text without their words; a quotation stays unchecked.
    private record Outlines(Map<String, Outline> articles) implements Imports.Held {

        @Override
        public int size() {
            return articles.size();
        }

        @Override
        public @Nullable Outline outline(String key) {
            return articles.get(key);
        }

        @Override
        public @Nullable ArticleText words(String key) {
            return null;
        }

        @Override
        public Collection<ArticleText> all() {
            return List.of();
        }
    }
}
