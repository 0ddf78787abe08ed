package org.fengqiao.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// 引用的辨认: finds clauses of laws in any text: 《行政处罚法》第六十四条第一款第（一）项, 处罚法第64条, 第五十七条至第五十九条.
///
/// A clause without a law takes the law that the context names beyond doubt: in the same list, by 本法 or 该法, or as the
/// only law of its paragraph. 前款, 本条, 该条第二款 count from the clause named before them, in the text of a law from
/// where they stand. Where there is a doubt nothing is guessed.
final class CitationFinder {

    private static final int LONGEST_NAME = 45;
    /// Words farther behind a name or a clause than this do not belong to it any more.
    private static final int FARTHEST = 120;
    private static final int PARAGRAPH = 1;
    private static final int ITEM = 2;
    private static final int POINT = 3;

    private final Predicate<String> known;
    private final @Nullable String own;
    private final Map<String, String> shortened = new HashMap<>();
    private final List<Mention> all = new ArrayList<>();
    private String text = "";
    private OwnArticles articles = new OwnArticles("", false);

    private @Nullable String law;
    /// The law last named by its name; 该法 and 同法 mean it, also after a 本条例 in between.
    private @Nullable String named;
    private String edition = "";
    private int lawEnd = -1;
    /// Where a 本法 or 该条例 ends that means no law we know of.
    private int doubtEnd = -1;
    /// The clause that 第二款 may follow.
    private @Nullable Mention last;
    /// The clause that 前款 and 该条 are counted from: the last one named by its number.
    private @Nullable Mention base;
    private final Set<String> inParagraph = new LinkedHashSet<>();

    /// @param known whether a name is that of a law
    /// @param own   what 本法 means in this text; null when the text is no law
    CitationFinder(Predicate<String> known, @Nullable String own) {
        this.known = known;
        this.own = own;
    }

    List<Mention> find(String words) {
        text = words;
        articles = new OwnArticles(words, own != null);
        Matcher token = CitationWords.TOKEN.matcher(words);
        int before = 0;
        while (token.find()) {
            if (words.substring(before, token.start()).indexOf('\n') >= 0) {
                inParagraph.clear();
                last = null;
                base = null;
            }
            before = token.end();
            if (!articles.heads(token.start())) {
                take(token);
            }
        }
        return quotes();
    }

    private void take(Matcher token) {
        if (token.group("name") != null) {
            name(token);
        } else if (token.group("self") != null) {
            meant(token, own != null ? own : inParagraph.size() == 1 && named != null && CitationWords.fits(token.group(), named) ? named : null);
        } else if (token.group("same") != null) {
            meant(token, named != null && CitationWords.fits(token.group(), named) ? named : null);
        } else if (token.group("backunit") != null) {
            back(token);
        } else if (token.group("this") != null || token.group("that") != null) {
            same(token);
        } else if (token.group("many") != null) {
            many(token);
        } else if (token.group("paragraph") != null) {
            finer(token.start(), token.end(), CitationWords.number(token.group("paragraph")), PARAGRAPH);
        } else if (token.group("item") != null) {
            finer(token.start(), token.end(), CitationWords.number(token.group("item")), ITEM);
        } else if (token.group("point") != null) {
            finer(token.start(), token.end(), CitationWords.number(token.group("point")), POINT);
        } else {
            boolean bare = token.group("bare") != null;
            String suffix = bare ? token.group("baresuffix") : token.group("suffix");
            article(token.start(), token.end(), CitationWords.number(bare ? token.group("bare") : token.group("article")),
                    suffix == null ? null : Integer.valueOf(CitationWords.number(suffix)));
        }
    }

    private void meant(Matcher token, @Nullable String meant) {
        law = meant;
        edition = "";
        lawEnd = meant == null ? -1 : token.end();
        doubtEnd = meant == null ? token.end() : -1;
        last = null;
    }

    private void name(Matcher token) {
        if (CitationWords.DEFINES.matcher(text.substring(Math.max(0, token.start() - 8), token.start())).find()) {
            // The short name that a bracket behind a law introduces is no law of its own.
            return;
        }
        String name = token.group("name").substring(1, token.group("name").length() - 1).replaceAll("[\\s　]", "");
        edition = "";
        Matcher inside = CitationWords.BRACKETS.matcher(name);
        if (!known.test(name) && inside.find() && inside.group().matches(".*\\d{4}.*")) {
            edition = inside.group();
            name = inside.replaceAll("");
        }
        String rest = text.substring(token.end(), Math.min(text.length(), token.end() + 80));
        Matcher brief = CitationWords.SHORT.matcher(rest);
        if (brief.find()) {
            shortened.put(brief.group(1), name);
        }
        Matcher after = CitationWords.BRACKETS.matcher(rest);
        if (edition.isEmpty() && after.lookingAt() && after.group().matches(".*\\d{4}.*")) {
            edition = after.group();
        }
        law = shortened.getOrDefault(name, name);
        named = law;
        lawEnd = token.end();
        last = null;
        if (known.test(law)) {
            inParagraph.add(law);
        }
    }

    private void article(int start, int end, int number, @Nullable Integer suffix) {
        if (number < 1 || number > 9999) {
            return;
        }
        String between = last == null ? "" : between(last, start);
        if (last != null && CitationWords.RANGE.matcher(between).matches() && last.paragraph() == null && last.unclear() == null && number > last.article()) {
            replace(last.through(end, number));
            return;
        }
        int from = start;
        String meant;
        String version = "";
        String before = nameBefore(start);
        if (law != null && follows(lawEnd, start)) {
            meant = law;
            version = edition;
            from = opening(lawEnd);
        } else if (before != null) {
            meant = shortened.getOrDefault(before, before);
            from = start - before.length();
            law = meant;
            named = meant;
            edition = "";
            inParagraph.add(meant);
        } else if (last != null && CitationWords.LIST.matcher(between).matches()) {
            meant = last.law();
            version = last.edition();
        } else if (follows(doubtEnd, start) || CitationWords.OTHER_PAPER.matcher(text.substring(Math.max(0, start - 10), start)).find()) {
            meant = null;
        } else {
            meant = own != null ? own : inParagraph.size() == 1 ? inParagraph.iterator().next() : null;
        }
        lawEnd = -1;
        add(Mention.article(from, end, meant, version, number, suffix), true);
    }

    private String between(Mention before, int start) {
        return start - before.to() > FARTHEST ? "…" : text.substring(before.to(), start);
    }

    /// Whether nothing but 的, 中 and headings stands between the end of a name and a place.
    private boolean follows(int end, int start) {
        return end >= 0 && end <= start && start - end <= FARTHEST
                && CitationWords.LEADS.matcher(CitationWords.BRACKETS.matcher(text.substring(end, start)).replaceAll("")).matches();
    }

    /// 第三、四条, 第（一）、（二）项, 第三至五条: one word 第 for several numbers.
    private void many(Matcher token) {
        char unit = token.group("manyunit").charAt(0);
        Matcher one = CitationWords.ONE_OF_MANY.matcher(text).region(token.start("many"), token.end("many"));
        int from = token.start();
        boolean more = one.find();
        while (more) {
            int number = CitationWords.number(one.group());
            int end = one.end();
            more = one.find();
            if (unit == '条') {
                article(from, more ? end : token.end(), number, null);
            } else {
                finer(from, more ? end : token.end(), number, unit == '款' ? PARAGRAPH : unit == '项' ? ITEM : POINT);
            }
            from = more ? one.start() : from;
        }
    }

    /// A paragraph, item or point: of the clause it follows directly, or one more in the list begun there.
    private void finer(int start, int end, int number, int level) {
        Mention before = last;
        if (before == null || number < 1) {
            return;
        }
        String between = between(before, start);
        boolean directly = between.isBlank();
        if (directly && before.until() != null && level == PARAGRAPH) {
            // 第三十一条至第三十三条第二款: the paragraph is one of the last article.
            add(Mention.article(start, end, before.law(), before.edition(), before.until(), null).in(end, number, null, null), true);
        } else if (directly && before.unclear() != null) {
            replace(new Mention(before.from(), end, null, "", 0, null, null, null, null, null, null, before.unclear(), null, 0));
        } else if (directly && before.span() == null && coarser(before, level)) {
            Mention now = before.in(end, level == PARAGRAPH ? Integer.valueOf(number) : before.paragraph(),
                    level == ITEM ? Integer.valueOf(number) : level == POINT ? before.item() : null, level == POINT ? Integer.valueOf(number) : null);
            base = before.equals(base) ? now : base;
            replace(now);
        } else if (!directly && (CitationWords.LIST.matcher(between).matches() || CitationWords.RANGE.matcher(between).matches())
                && (level == PARAGRAPH ? before.paragraph() : level == ITEM ? before.item() : before.point()) != null) {
            add(before.other(start, end, level == PARAGRAPH ? Integer.valueOf(number) : before.paragraph(),
                    level == ITEM ? Integer.valueOf(number) : level == POINT ? before.item() : null, level == POINT ? Integer.valueOf(number) : null, null), true);
        }
    }

    /// Whether a clause stops before a level: an item may follow an article or a paragraph, a point only an item.
    private static boolean coarser(Mention mention, int level) {
        return switch (level) {
            case PARAGRAPH -> mention.paragraph() == null && mention.item() == null;
            case ITEM -> mention.item() == null;
            default -> mention.item() != null && mention.point() == null;
        };
    }

    /// 本条, 本款, 该条, 同款: the clause that is spoken of, as far as the word reaches.
    private void same(Matcher token) {
        boolean here = token.group("this") != null;
        if (here && own == null && !articles.none()) {
            // The clauses of a contract are its own and no law's.
            last = null;
            return;
        }
        Mention from = here && own != null ? articles.at(token.start(), own) : base;
        char unit = token.group().charAt(1);
        Integer paragraph = from == null ? null : from.paragraph();
        Integer item = from == null ? null : from.item();
        if (from == null || unit == '款' && paragraph == null || unit == '项' && item == null) {
            add(Mention.unclear(token.start(), token.end(), "看不出“" + token.group() + "”是哪一" + unit + "。"), false);
            return;
        }
        add(from.other(token.start(), token.end(), unit == '条' ? null : paragraph, unit == '项' ? item : null, null, null), false);
    }

    /// 前条, 前款, 前两款, 前三项: so many before the clause that is spoken of.
    private void back(Matcher token) {
        if (own == null && !articles.none()) {
            last = null;
            return;
        }
        Mention from = own != null ? articles.at(token.start(), own) : base;
        int count = token.group("back").isEmpty() ? 1 : CitationWords.number(token.group("back"));
        char unit = token.group("backunit").charAt(0);
        Integer stands = from == null ? null : switch (unit) {
            case '条' -> Integer.valueOf(from.article());
            case '款' -> from.paragraph();
            case '项' -> from.item();
            default -> from.point();
        };
        if (from == null || stands == null) {
            add(Mention.unclear(token.start(), token.end(), "看不出“" + token.group() + "”是从哪一" + unit + "往前数。"), false);
        } else if (stands - count < 1 || count < 1) {
            add(Mention.unclear(token.start(), token.end(), "“" + token.group() + "”从第" + Citation.numeral(stands) + unit + "往前数，没有这么多" + unit + "。"), false);
        } else if (unit == '条') {
            add(articleBefore(token, from, count), false);
        } else {
            Integer first = stands - count;
            Integer span = count == 1 ? null : Integer.valueOf(stands - 1);
            add(from.other(token.start(), token.end(), unit == '款' ? first : from.paragraph(),
                    unit == '项' ? first : unit == '目' ? from.item() : null, unit == '目' ? first : null, span), false);
        }
    }

    /// Before an inserted article 第二条之一 stands 第二条, before 第二条之二 第二条之一.
    private static Mention articleBefore(Matcher token, Mention from, int count) {
        Integer suffix = from.suffix();
        if (count == 1 && suffix != null) {
            return Mention.article(token.start(), token.end(), from.law(), from.edition(), from.article(), suffix == 1 ? null : Integer.valueOf(suffix - 1));
        }
        Mention first = Mention.article(token.start(), token.end(), from.law(), from.edition(), from.article() - count, null);
        return count == 1 ? first : first.through(token.end(), from.article() - 1);
    }

    private void add(Mention mention, boolean counted) {
        last = mention;
        base = counted ? mention : base;
        all.add(mention);
    }

    private void replace(Mention now) {
        base = Objects.equals(base, last) ? now : base;
        all.set(all.size() - 1, now);
        last = now;
    }

    /// Where the name that ends here begins: at its 《, or at the word 本法.
    private int opening(int end) {
        if (text.charAt(end - 1) != '》') {
            return start(end);
        }
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            depth += text.charAt(i) == '》' ? 1 : text.charAt(i) == '《' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return end;
    }

    /// Where a 本法, 该条例 or 上述法律 that ends here begins.
    private int start(int end) {
        for (int i = end - 2; i >= Math.max(0, end - 4); i--) {
            if ("本该同上".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return end - 2;
    }

    /// The longest known name that stands directly before a clause without title marks: 依据行政处罚法第六十四条.
    private @Nullable String nameBefore(int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        char ends = end == 0 ? '\n' : text.charAt(end - 1);
        if (CitationWords.NAMES_END.indexOf(ends) < 0 && shortened.keySet().stream().noneMatch(s -> s.charAt(s.length() - 1) == ends)) {
            return null;
        }
        for (int from = Math.max(0, at - LONGEST_NAME); from <= at - 2; from++) {
            String name = text.substring(from, at);
            if (!Character.isWhitespace(name.charAt(0)) && name.charAt(0) != '《' && name.indexOf('\n') < 0 && (shortened.containsKey(name) || known.test(name))) {
                return CitationWords.ofAPlace(text.substring(Math.max(0, from - 2), from)) ? null : name;
            }
        }
        return null;
    }

    /// Gives each mention the words quoted right behind it, up to the next mention.
    private List<Mention> quotes() {
        List<Mention> quoted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Mention mention = all.get(i);
            int next = i + 1 < all.size() ? all.get(i + 1).from() : text.length();
            Matcher quote = CitationWords.QUOTED.matcher(text.substring(mention.to(), Math.min(text.length(), mention.to() + 2_100)));
            if (mention.until() == null && mention.span() == null && mention.unclear() == null && quote.find()) {
                for (int group = 1; group <= quote.groupCount(); group++) {
                    // Mentions inside the quotation belong to the law that is quoted; one before it takes the quotation.
                    if (quote.group(group) != null && mention.to() + quote.start(group) <= next) {
                        mention = mention.quoting(quote.group(group), mention.to() + quote.start(group));
                    }
                }
            }
            quoted.add(mention);
        }
        return List.copyOf(quoted);
    }
}
