package org.fengqiao.law;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.law.ArticleText.Origin;
import org.jspecify.annotations.Nullable;

/// 导入文本的查询: what a check of citations asks about the texts this office has imported.
interface Imports {

    /// The titles of all texts.
    Set<String> titles();

    /// The texts that bear this title, oldest first.
    List<Origin> titled(String title);

    /// The texts of an instrument of `laws/`, oldest first.
    List<Origin> origins(String slug);

    /// What is known of one text, by its id.
    Held held(String text);

    /// 一部文本: its articles by their keys, with their words as far as they are at hand.
    interface Held {

        Held NONE = new Words(Map.of());

        int size();

        @Nullable Outline outline(String key);

        @Nullable ArticleText words(String key);

        Collection<ArticleText> all();
    }

    /// A text with all its words.
    record Words(Map<String, ArticleText> articles) implements Held {

        @Override
        public int size() {
            return articles.size();
        }

        @Override
        public @Nullable Outline outline(String key) {
            ArticleText text = articles.get(key);
            return text == null ? null : Outline.of(text);
        }

        @Override
        public @Nullable ArticleText words(String key) {
            return articles.get(key);
        }

        @Override
        public Collection<ArticleText> all() {
            return articles.values();
        }
    }

    /// Where nothing can be imported: the library of `laws/` alone.
    Imports NONE = new Imports() {
        @Override
        public Set<String> titles() {
            return Set.of();
        }

        @Override
        public List<Origin> titled(String title) {
            return List.of();
        }

        @Override
        public List<Origin> origins(String slug) {
            return List.of();
        }

        @Override
        public Held held(String text) {
            return Held.NONE;
        }
    };

    /// The tables themselves, asked each time: for a check of every word.
    static Imports in(Texts texts) {
        return new Imports() {
            @Override
            public Set<String> titles() {
                return texts.titles();
            }

            @Override
            public List<Origin> titled(String title) {
                return texts.titled(title);
            }

            @Override
            public List<Origin> origins(String slug) {
                return texts.origins(slug);
            }

            @Override
            public Held held(String text) {
                return new Words(texts.articles(text));
            }
        };
    }
}
