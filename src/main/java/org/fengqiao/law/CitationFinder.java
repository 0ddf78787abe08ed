package org.fengqiao.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 引用的辨认: finds clauses of laws in any text: 《行政处罚法》第六十四条第一款第（一）项, 处罚法第64条, 第五十七条至第五十九条.
///
/// A clause without a law takes the law that the context names beyond doubt: in the same list, by 本法 or 该法, or as the
/// only law of its paragraph; 该条第二款 and 同款第三项 mean the clause named before them. Where there is a doubt nothing is guessed.
final class CitationFinder {

    private static final String N = "[" + Numerals.CHARACTERS + "\\d０-９]{1,7}";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<name>《(?:[^《》\n]|《[^《》\n]*》){2,80}》)"
                    + "|(?<self>本法|本条例|本规定|本办法|本解释|本细则)"
                    + "|(?<clause>[该同][条款])(?=\\s*第)"
                    + "|(?<same>该法|该条例|该规定|该办法|该解释|同法|上述法律)"
                    + "|第\\s*(?<article>" + N + ")\\s*条(?:\\s*之\\s*(?<suffix>[一二三四五六七八九十\\d]{1,3})(?![款项]))?"
                    + "|(?<bare>(?<=[法典例定释则》])\\d{1,4})\\s*条(?:之(?<baresuffix>\\d{1,2}))?"
                    + "|第\\s*(?<paragraph>" + N + ")\\s*款"
                    + "|第\\s*[（(]?\\s*(?<item>" + N + ")\\s*[）)]?\\s*项");
    private static final Pattern BRACKETS = Pattern.compile("[（(〔\\[][^（）()〔〕\\[\\]]{0,60}[）)〕\\]]");
    private static final Pattern LEADS = Pattern.compile("(?:的|中|中的|之|规定的|第\\s*" + N + "\\s*[编章节]|\\s)*");
    private static final Pattern LIST = Pattern.compile("[\\s、，,]*(?:和|及|与|或|或者|以及|并|和第|至|到)?[\\s、，,]*");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:至|到|—|——|–|-|~|～)\\s*");
    private static final Pattern SHORT = Pattern.compile("^\\s*[（(]\\s*(?:以下|下)?\\s*(?:统)?简称[为：:]?\\s*[“\"《「]?([^”\"》」）)]{2,20})[”\"》」]?[^）)]{0,10}[）)]");
    private static final Pattern DEFINES = Pattern.compile("[（(](?:以下|下)?(?:统)?简称[为：:“]*$");
    private static final Pattern QUOTED = Pattern.compile(
            "^[^“”「」『』\"\n。；;]{0,14}?(?:规定|载明|明确|指出)?\\s*[：:，,]?\\s*(?:“([^”]{2,2000})”|「([^」]{2,2000})」|『([^』]{2,2000})』|\"([^\"\n]{2,2000})\")", Pattern.DOTALL);
    private static final int LONGEST_NAME = 45;

    private final Predicate<String> known;
    private final @Nullable String own;
    private final Map<String, String> shortened = new HashMap<>();

    /// @param known whether a name is that of a law
    /// @param own   what 本法 means in this text; null when the text is no law
    CitationFinder(Predicate<String> known, @Nullable String own) {
        this.known = known;
        this.own = own;
    }

    /// What the reader remembers on the way through the text.
    private static final class Memory {
        private @Nullable String law;
        /// The law last named by its name; 该法 and 同法 mean it, also after a 本条例 in between.
        private @Nullable String named;
        private String edition = "";
        private int lawEnd = -1;
        private @Nullable Mention last;
        /// Where a 该条 or 同款 stands that the next paragraph or item belongs to, and where it ends.
        private int clause = -1;
        private int clauseEnd = -1;
        private final Set<String> inParagraph = new LinkedHashSet<>();
    }

    List<Mention> find(String text) {
        List<Mention> all = new ArrayList<>();
        Memory memory = new Memory();
        Matcher token = TOKEN.matcher(text);
        int before = 0;
        while (token.find()) {
            if (text.substring(before, token.start()).indexOf('\n') >= 0) {
                memory.inParagraph.clear();
                memory.last = null;
            }
            before = token.end();
            if (token.group("name") != null) {
                named(text, token, memory);
            } else if (token.group("self") != null || token.group("same") != null) {
                memory.law = token.group("self") != null ? own : memory.named;
                memory.edition = "";
                memory.lawEnd = memory.law == null ? -1 : token.end();
                memory.last = null;
            } else if (token.group("clause") != null) {
                memory.clause = token.start();
                memory.clauseEnd = token.end();
            } else if (token.group("paragraph") != null) {
                finer(text, token, memory, all, Numerals.read(figures(token.group("paragraph"))), false);
            } else if (token.group("item") != null) {
                finer(text, token, memory, all, Numerals.read(figures(token.group("item"))), true);
            } else {
                article(text, token, memory, all);
            }
        }
        return quotes(text, all);
    }

    private static String figures(String written) {
        StringBuilder plain = new StringBuilder();
        written.chars().forEach(c -> plain.append((char) (c >= '０' && c <= '９' ? c - '０' + '0' : c)));
        return plain.toString();
    }

    private void named(String text, Matcher token, Memory memory) {
        if (DEFINES.matcher(text.substring(Math.max(0, token.start() - 8), token.start())).find()) {
            // The short name that a bracket behind a law introduces is no law of its own.
            return;
        }
        String name = token.group("name").substring(1, token.group("name").length() - 1).replaceAll("[\\s　]", "");
        String edition = "";
        Matcher inside = BRACKETS.matcher(name);
        if (!known.test(name) && inside.find() && inside.group().matches(".*\\d{4}.*")) {
            edition = inside.group();
            name = inside.replaceAll("");
        }
        String rest = text.substring(token.end(), Math.min(text.length(), token.end() + 80));
        Matcher brief = SHORT.matcher(rest);
        if (brief.find()) {
            shortened.put(brief.group(1), name);
        }
        Matcher after = BRACKETS.matcher(rest);
        if (edition.isEmpty() && after.lookingAt() && after.group().matches(".*\\d{4}.*")) {
            edition = after.group();
        }
        memory.law = shortened.getOrDefault(name, name);
        memory.named = memory.law;
        memory.edition = edition;
        memory.lawEnd = token.end();
        memory.last = null;
        if (known.test(memory.law)) {
            memory.inParagraph.add(memory.law);
        }
    }

    private void article(String text, Matcher token, Memory memory, List<Mention> all) {
        boolean bare = token.group("bare") != null;
        int number = Numerals.read(figures(bare ? token.group("bare") : token.group("article")));
        String more = bare ? token.group("baresuffix") : token.group("suffix");
        if (number < 1 || number > 9999) {
            return;
        }
        Mention last = memory.last;
        String between = last == null ? "" : text.substring(last.to(), token.start());
        if (last != null && RANGE.matcher(between).matches() && last.paragraph() == null && number > last.article()) {
            replace(memory, all, last.through(token.end(), number));
            return;
        }
        int from = token.start();
        String law;
        String edition = "";
        String before = nameBefore(text, token.start());
        boolean direct = memory.lawEnd >= 0 && memory.lawEnd <= token.start()
                && LEADS.matcher(BRACKETS.matcher(text.substring(memory.lawEnd, token.start())).replaceAll("")).matches();
        if (direct && memory.law != null) {
            law = memory.law;
            edition = memory.edition;
            from = opening(text, memory.lawEnd);
        } else if (before != null) {
            law = shortened.getOrDefault(before, before);
            from = token.start() - before.length();
            memory.law = law;
            memory.named = law;
            memory.edition = "";
            memory.inParagraph.add(law);
        } else if (last != null && LIST.matcher(between).matches()) {
            law = last.law();
            edition = last.edition();
        } else {
            law = memory.inParagraph.size() == 1 ? memory.inParagraph.iterator().next() : null;
        }
        memory.lawEnd = -1;
        Mention found = new Mention(
                from, token.end(), law, edition, number, more == null ? null : Integer.valueOf(Numerals.read(figures(more))), null, null, null, null, 0);
        memory.last = found;
        all.add(found);
    }

    /// A paragraph or item: of the clause it follows directly, or one more in the list begun there.
    private static void finer(String text, Matcher token, Memory memory, List<Mention> all, int number, boolean item) {
        Mention last = memory.last;
        if (last == null || number < 1) {
            return;
        }
        String between = text.substring(last.to(), token.start());
        if (memory.clauseEnd >= last.to() && text.substring(memory.clauseEnd, token.start()).isBlank()) {
            boolean sameParagraph = text.charAt(memory.clauseEnd - 1) == '款';
            if (!sameParagraph || item && last.paragraph() != null) {
                next(memory, all, memory.clause, token.end(), last, item ? sameParagraph ? last.paragraph() : null : Integer.valueOf(number), item ? number : null);
            }
            return;
        }
        boolean directly = between.isBlank();
        if (directly && (item ? last.item() == null : last.paragraph() == null && last.item() == null)) {
            replace(memory, all, item ? last.in(token.end(), last.paragraph(), number) : last.in(token.end(), number, null));
        } else if (!directly && (LIST.matcher(between).matches() || RANGE.matcher(between).matches())
                && (item ? last.item() != null : last.paragraph() != null)) {
            next(memory, all, token.start(), token.end(), last, item ? last.paragraph() : Integer.valueOf(number), item ? number : null);
        }
    }

    /// One more clause of the article that was named last.
    private static void next(
            Memory memory, List<Mention> all, int from, int to, Mention last, @Nullable Integer paragraph, @Nullable Integer item) {
        Mention next = new Mention(from, to, last.law(), last.edition(), last.article(), last.suffix(), paragraph, item, null, null, 0);
        memory.last = next;
        all.add(next);
    }

    private static void replace(Memory memory, List<Mention> all, Mention now) {
        all.set(all.size() - 1, now);
        memory.last = now;
    }

    /// Where the name that ends here begins: at its 《, or at the word 本法.
    private static int opening(String text, int end) {
        if (text.charAt(end - 1) != '》') {
            return Math.max(0, end - 2);
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

    /// The longest known name that stands directly before a clause without title marks: 依据行政处罚法第六十四条.
    private @Nullable String nameBefore(String text, int at) {
        for (int from = Math.max(0, at - LONGEST_NAME); from <= at - 3; from++) {
            String name = text.substring(from, at);
            if (name.indexOf('\n') < 0 && (shortened.containsKey(name) || known.test(name))) {
                return name;
            }
        }
        return null;
    }

    /// Gives each mention the words quoted right behind it, up to the next mention.
    private static List<Mention> quotes(String text, List<Mention> all) {
        List<Mention> quoted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Mention mention = all.get(i);
            int next = i + 1 < all.size() ? all.get(i + 1).from() : text.length();
            Matcher quote = QUOTED.matcher(text.substring(mention.to(), Math.min(text.length(), mention.to() + 2_100)));
            if (mention.until() == null && quote.find()) {
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
