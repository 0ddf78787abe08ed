package org.fengqiao.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 法名与条号: recognises a law that is named in a question, also by a nickname, and the number of an article.
final class NamedLaws {

    private static final Pattern NUMBER = Pattern.compile("第?\\s*([\\d零〇一二两三四五六七八九十百千]+)\\s*条(?:之([一二三四五六七八九十]+))?(?:第[一二三四五六七八九十\\d]+款)?(?:第[（(]?[一二三四五六七八九十\\d]+[）)]?项)?");
    private static final Pattern NOISE = Pattern.compile("[《》〈〉“”\"\\s，。、：:（）()的]+|中华人民共和国");
    /// What may stand before a nickname; any other character makes it the end of a longer name: 某某处罚法.
    private static final String BEFORE_A_NICKNAME = "据按照依和与及或在从违反于是对用看查问有";
    /// A rest as short as this names a chapter or a subject, it does not tell a story.
    private static final int SHORT = 12;

    private final Shelf shelf;
    private final Map<String, List<Integer>> byTitle = new HashMap<>();
    private final List<String> names;
    private final Map<String, String> nicknames;
    private final Map<String, Map<String, List<Integer>>> parts;

    /// What was recognised: the articles that are meant exactly, in their order, and whether the question asked for nothing else.
    record Meant(List<Integer> articles, @Nullable String law, boolean nothingElse) {}

    NamedLaws(Shelf shelf) {
        this.shelf = shelf;
        for (int i = 0; i < shelf.numbers(); i++) {
            if (shelf.holds(i)) {
                byTitle.computeIfAbsent(shelf.passage(i).origin().shortTitle(), k -> new ArrayList<>()).add(i);
            }
        }
        nicknames = yaml("nicknames.yaml");
        parts = yaml("parts.yaml");
        names = new ArrayList<>(byTitle.keySet());
        nicknames.forEach((nickname, title) -> {
            if (byTitle.containsKey(title) && !byTitle.containsKey(nickname)) {
                names.add(nickname);
            }
        });
        names.sort(Comparator.comparingInt((String n) -> -n.length()).thenComparing(n -> n));
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> yaml(String name) {
        try (InputStream in = NamedLaws.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return (Map<String, T>) new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    Meant in(String question) {
        String plain = question.replace("中华人民共和国", "").replaceAll("[《》〈〉]", "");
        String name = names.stream().filter(n -> stands(n, plain)).findFirst().orElse(null);
        if (name == null) {
            return new Meant(List.of(), null, false);
        }
        String title = nicknames.getOrDefault(name, name);
        title = byTitle.containsKey(name) ? name : title;
        String rest = plain.substring(0, plain.indexOf(name)) + " " + plain.substring(plain.indexOf(name) + name.length());
        List<Integer> law = byTitle.getOrDefault(title, List.of()).stream().sorted(Comparator.comparingInt(i -> shelf.passage(i).place())).toList();
        Matcher number = NUMBER.matcher(rest);
        if (number.find()) {
            String wanted = number(number);
            List<Integer> articles = law.stream().filter(i -> shelf.passage(i).number().equals(wanted)).toList();
            return new Meant(articles, title, NOISE.matcher(number.replaceFirst("")).replaceAll("").isEmpty());
        }
        if (rest.codePointCount(0, rest.length()) > SHORT || rest.matches(".*[？?吗呢].*")) {
            return new Meant(List.of(), title, false);
        }
        return subject(law, title, rest);
    }

    private boolean stands(String name, String plain) {
        int at = plain.indexOf(name);
        return at >= 0 && (byTitle.containsKey(name) || at == 0 || !Grams.isHan(plain.charAt(at - 1)) || BEFORE_A_NICKNAME.indexOf(plain.charAt(at - 1)) >= 0);
    }

    /// 第六十四条, however the number was written.
    private static String number(Matcher m) {
        String n = m.group(1).replace('两', '二').replace('〇', '零');
        if (n.matches("\\d{1,4}")) {
            n = Citation.numeral(Integer.parseInt(n));
        }
        return "第" + n + "条" + (m.group(2) == null ? "" : "之" + m.group(2));
    }

    /// 物权编 相邻: the articles of the law whose headings and words hold every word that is left.
    private Meant subject(List<Integer> law, String title, String rest) {
        List<String> words = NOISE.splitAsStream(rest).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty()) {
            return new Meant(law, title, true);
        }
        List<Integer> holding = law.stream().filter(i -> {
            String text = shelf.passage(i).heading() + "\n" + shelf.body(i);
            return words.stream().allMatch(word -> isIn(shelf.passage(i), title, word, text));
        }).toList();
        return new Meant(holding, title, !holding.isEmpty());
    }

    /// Whether an article stands in the part that a word names (物权编), or holds the word.
    private boolean isIn(ArticleText p, String title, String word, String text) {
        String part = word.length() > 2 && word.endsWith("编") ? word.substring(0, word.length() - 1) : word;
        List<Integer> range = parts.getOrDefault(title, Map.of()).get(part);
        return range != null && !part.equals(word) ? p.article() >= range.getFirst() && p.article() <= range.getLast() : text.contains(part);
    }
}
