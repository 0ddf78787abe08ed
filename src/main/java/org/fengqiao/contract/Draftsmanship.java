package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.contract.Measures.Finding;
import org.fengqiao.contract.Measures.Given;
import org.fengqiao.contract.RiskReview.Sentence;

/// 行文: names, blanks, clause numbers and copies of a draft that do not fit each other.
final class Draftsmanship {

    private static final Pattern BLANK = Pattern.compile(
            "_{2,}(?:[ 　]*年[ 　_]*月(?:[ 　_]*日)?)?|[（(][ 　]{2,}[）)]|[ 　]{2,}年[ 　]+月(?:[ 　]*日)?|¥[ 　]{2,}|【[ 　]*】|[Xx×]{3,}|〔[ 　]*〕|[ 　]{3,}(?:元|份|日内|个月)");
    private static final Pattern REFERENCE = Pattern.compile("(?:本(?:合同|协议)|上述|前述|按照?|依照|根据|适用|参照|见)第(" + Amounts.COUNT + ")条");
    private static final Pattern COPIES = Pattern.compile("(?:一式|正本|共)[ 　]*(" + Amounts.COUNT + ")份");
    private static final Pattern HOLDS = Pattern.compile("(" + Parties.ROLE + "|双方)?(各)?[执持有]*(" + Amounts.COUNT + ")份");

    private Draftsmanship() {}

    static List<Finding> partyNames(Given g) {
        Map<String, String> head = g.parties().byWord();
        return g.parties().signed().stream()
                .filter(s -> head.containsKey(s.word()) && !head.containsValue(s.name()))
                .map(s -> new Finding(s.from(), s.to(), "首部写的是“" + head.get(s.word()) + "”，这里是“" + s.name() + "”。"))
                .toList();
    }

    static List<Finding> unknownParty(Given g) {
        List<Finding> all = new ArrayList<>();
        Matcher word = Pattern.compile("[甲乙丙丁]方").matcher(g.text().folded());
        while (word.find() && all.isEmpty()) {
            if (!g.parties().all().isEmpty() && !g.parties().names(word.group()) && anyRoman(g.parties())) {
                int end = Math.min(g.text().text().length(), word.end() + 10);
                int line = g.text().text().indexOf('\n', word.end());
                all.add(new Finding(word.start(), line < 0 ? end : Math.min(end, line), "首部没有列明" + word.group() + "。"));
            }
        }
        return all;
    }

    private static boolean anyRoman(Parties parties) {
        return parties.names("甲方") || parties.names("乙方");
    }

    static List<Finding> blank(Given g) {
        List<Finding> all = new ArrayList<>();
        Matcher blank = BLANK.matcher(g.text().folded().substring(0, g.text().signatures()));
        int line = -1;
        while (blank.find()) {
            int start = g.text().folded().lastIndexOf('\n', blank.start()) + 1;
            if (start != line) {
                all.add(new Finding(blank.start(), blank.end(), "空白处没有填写。"));
            }
            line = start;
        }
        return all;
    }

    /// Clause numbers that stand twice or leave a gap, and references to clauses that do not exist.
    static List<Finding> clauseNumbers(Given g) {
        List<Finding> all = new ArrayList<>();
        List<ContractText.Clause> clauses = g.text().numbered();
        long expected = 1;
        for (ContractText.Clause c : clauses) {
            Long n = Amounts.number(c.number().replaceAll("[第条（）]", ""));
            if (n == null) {
                return all;
            }
            if (n == expected - 1 && all.isEmpty()) {
                all.add(new Finding(c.from(), Math.min(c.to(), c.from() + c.number().length() + 16), "编号“" + c.number() + "”出现两次。"));
                expected = n;
            }
            expected = Math.max(expected, n) + 1;
        }
        if (all.isEmpty()) {
            gap(clauses).ifPresent(all::add);
        }
        long last = clauses.stream().map(c -> Amounts.number(c.number().replaceAll("[第条（）]", ""))).mapToLong(n -> n == null ? 0 : n).max().orElse(0);
        Matcher reference = REFERENCE.matcher(g.text().folded());
        while (reference.find()) {
            Long n = Amounts.number(reference.group(1));
            if (n != null && n > last && last > 0) {
                all.add(new Finding(reference.start(), reference.end(), "本合同只有 " + last + " 条。"));
            }
        }
        return all;
    }

    private static Optional<Finding> gap(List<ContractText.Clause> clauses) {
        long before = 0;
        for (ContractText.Clause c : clauses) {
            Long n = Amounts.number(c.number().replaceAll("[第条（）]", ""));
            if (n != null && n > before + 1) {
                return Optional.of(new Finding(c.from(), Math.min(c.to(), c.from() + c.number().length() + 16), "前面缺少第 " + (before + 1) + " 条。"));
            }
            before = n == null ? before : n;
        }
        return Optional.empty();
    }

    static List<Finding> copies(Given g) {
        List<Finding> all = new ArrayList<>();
        for (Sentence s : g.sentences()) {
            Matcher whole = COPIES.matcher(s.words());
            if (!whole.find()) {
                continue;
            }
            long held = 0;
            int end = whole.end();
            Matcher holds = HOLDS.matcher(s.words());
            int from = whole.end();
            while (holds.find(from)) {
                Long n = Amounts.number(holds.group(3));
                boolean each = holds.group(2) != null;
                if (n != null && (each || holds.group(1) != null)) {
                    held += each ? n * Math.max(2, g.parties().all().size()) : n;
                    end = holds.end();
                }
                from = holds.end();
            }
            Long total = Amounts.number(whole.group(1));
            if (total != null && held > 0 && held != total) {
                all.add(new Finding(s.from() + whole.start(), s.from() + end, "一共 " + total + " 份，分给各方 " + held + " 份。"));
            }
        }
        return all;
    }
}
