package org.fengqiao.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.Citation;
import org.fengqiao.procedure.Source;

/// 报告正文: sentences made from figures; what is zero is left out or said to be none.
final class ReportText {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)(?::(parts|none))?}");

    private final Source text;

    private ReportText(Source text) {
        this.text = text;
    }

    /// The annual report that ships with the product.
    static ReportText annual() {
        try (InputStream in = ReportText.class.getResourceAsStream("/indicators/report/annual.yaml")) {
            if (in == null) {
                throw new IllegalStateException("The text of the annual report is not in the jar");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReportText read(String yaml) {
        return new ReportText(Source.read("indicators/report/annual.yaml", yaml));
    }

    /// One chapter as it is printed.
    record Chapter(String title, List<String> paragraphs) {}

    String title(Reckoning reckoning) {
        return text.text("title").replace("{year}", String.valueOf(reckoning.period().year()));
    }

    String subtitle() {
        return text.text("subtitle");
    }

    List<Chapter> chapters(Reckoning reckoning) {
        List<Chapter> chapters = new ArrayList<>();
        for (Source chapter : text.list("chapters")) {
            List<String> paragraphs = new ArrayList<>();
            boolean found = false;
            int numbered = 0;
            for (Source paragraph : chapter.list("paragraphs")) {
                StringBuilder words = new StringBuilder();
                for (Source sentence : paragraph.list("sentences")) {
                    Optional<String> said = clauses(sentence.isList() ? sentence.list() : sentence.list("say"), reckoning);
                    found |= said.isPresent();
                    words.append(said.orElseGet(() -> sentence.isMap() ? sentence.text("otherwise", "") : ""));
                }
                if (!words.isEmpty()) {
                    String title = paragraph.text("title");
                    paragraphs.add((title.isEmpty() ? "" : "（" + Citation.numeral(++numbered) + "）" + title) + words);
                }
            }
            String otherwise = chapter.text("otherwise", "");
            if (!found && !otherwise.isEmpty()) {
                paragraphs = List.of(otherwise);
            }
            if (!paragraphs.isEmpty()) {
                chapters.add(new Chapter(Citation.numeral(chapters.size() + 1) + "、" + chapter.text("title"), List.copyOf(paragraphs)));
            }
        }
        return chapters;
    }

    /// A sentence of the clauses that have something to say; none when the first has not.
    private static Optional<String> clauses(List<Source> clauses, Reckoning reckoning) {
        List<String> said = new ArrayList<>();
        for (Source clause : clauses) {
            Optional<String> words = filled(clause, reckoning);
            if (words.isEmpty() && said.isEmpty()) {
                return Optional.empty();
            }
            words.ifPresent(said::add);
        }
        return Optional.of(String.join("，", said) + "。");
    }

    private static Optional<String> filled(Source clause, Reckoning reckoning) {
        Matcher m = PLACE.matcher(clause.text());
        StringBuilder words = new StringBuilder();
        Map<String, String> facts = facts(reckoning);
        while (m.find()) {
            String fact = facts.get(m.group(1));
            if (fact != null) {
                m.appendReplacement(words, Matcher.quoteReplacement(fact));
                continue;
            }
            Figure figure = reckoning.figure(m.group(1)).orElseThrow(() -> clause.fault("there is no figure " + m.group(1)));
            if (figure.none()) {
                return Optional.empty();
            }
            String manner = m.group(2) == null ? "" : m.group(2);
            m.appendReplacement(words, Matcher.quoteReplacement(switch (manner) {
                case "parts" -> parts(figure);
                case "none" -> "";
                default -> numbered(figure);
            }));
        }
        return Optional.of(m.appendTail(words).toString());
    }

    private static Map<String, String> facts(Reckoning reckoning) {
        return Map.of(
                "from", Words.day(reckoning.period().from()), "to", Words.day(reckoning.period().to()),
                "balances", String.valueOf(reckoning.balances().size()),
                "balances-held", String.valueOf(reckoning.balances().size() - reckoning.broken().size()));
    }

    /// A rate never stands without its base.
    private static String numbered(Figure figure) {
        String base = figure.isRate() ? "（" + Words.count(figure.counted()) + "÷" + Words.count(figure.base()) + "）" : "";
        return figure.words() + base + "〔" + figure.indicator().number() + "〕";
    }

    private static String parts(Figure figure) {
        List<String> parts = figure.parts().stream()
                .filter(p -> p.counted() != 0)
                .map(p -> p.title() + Words.count(p.counted()) + figure.indicator().unit())
                .toList();
        return String.join("、", parts) + "〔" + figure.indicator().number() + "〕";
    }
}
