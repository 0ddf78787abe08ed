package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.contract.Checklist.Recognition;
import org.fengqiao.contract.Checklist.RiskPoint;
import org.jspecify.annotations.Nullable;

/// 风险提示: holds a draft against the checklist. The same text and checklist always give the same suggestions.
public final class RiskReview {

    private static final int LONGEST_QUOTE = 120;

    private final ContractText text;
    private final Parties parties;

    private RiskReview(ContractText text) {
        this.text = text;
        this.parties = Parties.of(text);
    }

    /// Suggestions in the order of the text, what is missing last.
    ///
    /// @param kind the kind of contract; null when it is not known, then only points for all kinds are looked for
    public static List<Suggestion> of(ContractText text, Checklist checklist, @Nullable String kind) {
        RiskReview review = new RiskReview(text);
        List<Suggestion> all = new ArrayList<>();
        checklist.points().stream().filter(p -> p.concerns(kind)).forEach(p -> all.addAll(review.look(p)));
        all.sort(Comparator.comparingInt((Suggestion s) -> s.placed() ? s.from() : Integer.MAX_VALUE));
        return List.copyOf(all);
    }

    private List<Suggestion> look(RiskPoint point) {
        return switch (point.recognition()) {
            case Recognition.Missing(List<Pattern> any) -> any.stream().anyMatch(p -> p.matcher(text.folded()).find())
                    ? List.of()
                    : List.of(new Suggestion(point, Suggestion.WHOLE, -1, -1, "", "全文没有找到这一项。"));
            case Recognition.Present(List<String> any, List<String> unless) -> present(point, compiled(any), compiled(unless));
            case Recognition.Measured m -> Measures.ALL.get(m.measure()).apply(new Measures.Given(text, parties, m.limits())).stream()
                    .map(f -> suggestion(point, f.from(), f.to(), f.says()))
                    .toList();
        };
    }

    private List<Pattern> compiled(List<String> expressions) {
        return expressions.stream().map(e -> Pattern.compile(filled(e, parties.ours(), parties.theirs()))).toList();
    }

    static String filled(String expression, String ours, String theirs) {
        return expression.replace("{ours}", ours).replace("{theirs}", theirs);
    }

    private List<Suggestion> present(RiskPoint point, List<Pattern> any, List<Pattern> unless) {
        List<Suggestion> all = new ArrayList<>();
        for (Sentence s : sentences(text.folded())) {
            if (unless.stream().anyMatch(u -> u.matcher(s.words()).find())) {
                continue;
            }
            for (Pattern p : any) {
                Matcher found = p.matcher(s.words());
                if (found.find()) {
                    all.add(suggestion(point, s.from() + found.start(), s.from() + found.end(), ""));
                    break;
                }
            }
        }
        return all;
    }

    private Suggestion suggestion(RiskPoint point, int from, int to, String says) {
        String quote = text.text().substring(from, Math.min(to, from + LONGEST_QUOTE)).strip();
        return new Suggestion(point, text.clauseAt(from).title(), from, to, quote, says);
    }

    /// One sentence and where it begins; a semicolon and the end of a line end it too.
    record Sentence(int from, String words) {}

    static List<Sentence> sentences(String words) {
        List<Sentence> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= words.length(); i++) {
            if (i == words.length() || "。；;！？\n".indexOf(words.charAt(i)) >= 0) {
                int end = Math.min(i + 1, words.length());
                if (i > from) {
                    all.add(new Sentence(from, words.substring(from, end)));
                }
                from = end;
            }
        }
        return all;
    }
}
