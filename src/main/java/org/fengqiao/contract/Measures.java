package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.contract.Amounts.Share;
import org.fengqiao.contract.Amounts.Sum;
import org.fengqiao.contract.RiskReview.Sentence;

/// 计算核对: sums, shares, names, numbers and blanks that contradict each other or a limit, each a named calculation.
final class Measures {

    /// What a calculation is given.
    record Given(ContractText text, Parties parties, Map<String, Double> limits) {

        double limit(String name) {
            Double limit = limits.get(name);
            if (limit == null) {
                throw new IllegalStateException("the checklist gives no limit " + name);
            }
            return limit;
        }

        List<Sentence> sentences() {
            return RiskReview.sentences(text.folded());
        }
    }

    /// What a calculation found, and where.
    record Finding(int from, int to, String says) {}

    static final Map<String, Function<Given, List<Finding>>> ALL = all();

    private Measures() {}

    private static Map<String, Function<Given, List<Finding>>> all() {
        Map<String, Function<Given, List<Finding>>> all = new LinkedHashMap<>();
        all.put("sums-differ", Measures::sumsDiffer);
        all.put("instalments", Measures::instalments);
        all.put("line-sum", Measures::lineSum);
        all.put("deposit", Measures::deposit);
        all.put("penalty", Measures::penalty);
        all.put("lease-term", Terms::lease);
        all.put("term-dates", Terms::dates);
        all.put("party-names", Measures::partyNames);
        all.put("unknown-party", Measures::unknownParty);
        all.put("blank", Measures::blank);
        all.put("clause-numbers", Measures::clauseNumbers);
        all.put("copies", Measures::copies);
        return all;
    }

    static String yuan(long fen) {
        return org.fengqiao.procedure.Money.yuan(fen) + "元";
    }

    private static final Pattern BETWEEN = Pattern.compile("[ 　元整（(，,、：:即为计大写人民币¥]*");

    /// The same sum in figures and in capital numerals, side by side.
    private static List<Finding> sumsDiffer(Given g) {
        List<Finding> all = new ArrayList<>();
        List<Sum> sums = Amounts.in(g.text().folded(), 0);
        for (int i = 0; i + 1 < sums.size(); i++) {
            Sum a = sums.get(i);
            Sum b = sums.get(i + 1);
            if (a.capital() != b.capital() && b.from() >= a.to() && BETWEEN.matcher(g.text().folded().substring(a.to(), b.from())).matches()) {
                if (a.fen() != b.fen()) {
                    Sum figure = a.capital() ? b : a;
                    Sum capital = a.capital() ? a : b;
                    all.add(new Finding(a.from(), b.to(), "小写是 " + yuan(figure.fen()) + "，大写是 " + yuan(capital.fen()) + "。"));
                }
                i++;
            }
        }
        return all;
    }

    private static final Pattern PAID = Pattern.compile("(?:支付|付|拨付|余款|尾款|其余|剩余|结清)[^。；\\d]{0,14}$");
    private static final Pattern NO_INSTALMENT = Pattern.compile("违约|扣减|扣除|低于|满意|涨幅|利率|(?:支付|付)(?:至|到)[^，；。]{0,12}\\d");

    /// Payments in shares of one price that do not come to the whole.
    private static List<Finding> instalments(Given g) {
        List<Finding> all = new ArrayList<>();
        for (Sentence s : g.sentences()) {
            if (NO_INSTALMENT.matcher(s.words()).find()) {
                continue;
            }
            List<Share> paid = Amounts.shares(s.words(), 0).stream().filter(x -> PAID.matcher(s.words().substring(0, x.from())).find()).toList();
            double whole = paid.stream().mapToDouble(Share::value).sum();
            boolean rest = Pattern.compile("(?:余款|尾款|其余|剩余)(?![^，。；]{0,10}(?:\\d|分之))").matcher(s.words()).find();
            if (paid.size() >= 2 && Math.abs(whole - 1) > 0.0005 && !(rest && whole < 1)) {
                all.add(new Finding(
                        s.from() + paid.getFirst().from(), s.from() + paid.getLast().to(), "各期合计 " + percent(whole) + "，不是 100%。"));
            }
        }
        return all;
    }

    static String percent(double share) {
        return java.math.BigDecimal.valueOf(share * 100).setScale(2, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
    }

    private static final Pattern LINE = Pattern.compile(
            "(\\d[\\d,]*(?:\\.\\d+)?) *([\\p{IsHan}]{1,3})[，,、 ]*(?:单价|每[\\p{IsHan}]{1,3})(?:为|价|计)?[：: ]*(?:人民币)?¥?(\\d[\\d,]*(?:\\.\\d+)?) *元(?:/[\\p{IsHan}]{1,3})?[，,、 ]*(?:小计|共计|合计|金额|计|共)[：:为 ]*(?:人民币)?¥?(\\d[\\d,]*(?:\\.\\d+)?) *元");

    /// Number times price of one, as the line itself says.
    private static List<Finding> lineSum(Given g) {
        List<Finding> all = new ArrayList<>();
        Matcher line = LINE.matcher(g.text().folded());
        while (line.find()) {
            double product = figure(line.group(1)) * figure(line.group(3));
            if (Math.abs(product - figure(line.group(4))) >= 0.01) {
                all.add(new Finding(line.start(), line.end(), line.group(1) + "×" + line.group(3) + " 应为 " + yuan(Math.round(product * 100)) + "。"));
            }
        }
        return all;
    }

    private static double figure(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }

    private static final Pattern PRICE = Pattern.compile("总价|合同价|价款|总额|总金额|合同金额|造价|合计|共计|报酬|费用|服务费|货款|租金|补助|资助");
    private static final Pattern NO_PRICE = Pattern.compile("定金|违约|扣减|保证金|罚");

    /// The price of the contract: the largest sum in a sentence that speaks of one; 0 when none does.
    static long price(Given g) {
        return g.sentences().stream()
                .filter(s -> PRICE.matcher(s.words()).find() && !NO_PRICE.matcher(s.words()).find())
                .flatMap(s -> Amounts.in(s.words(), s.from()).stream())
                .mapToLong(Sum::fen)
                .max()
                .orElse(0);
    }

    private static final Pattern DEPOSIT = Pattern.compile("定金");

    private static List<Finding> deposit(Given g) {
        long price = price(g);
        double most = g.limit("share");
        List<Finding> all = new ArrayList<>();
        for (Sentence s : g.sentences()) {
            Matcher word = DEPOSIT.matcher(s.words());
            if (!word.find()) {
                continue;
            }
            int near = word.end();
            String after = s.words().substring(near, Math.min(s.words().length(), near + 24));
            List<Sum> sums = Amounts.in(after, s.from() + near);
            List<Share> shares = Amounts.shares(after, s.from() + near);
            if (!sums.isEmpty() && price > 0 && sums.getFirst().fen() > Math.round(price * most)) {
                all.add(new Finding(s.from() + word.start(), sums.getFirst().to(),
                        "定金 " + yuan(sums.getFirst().fen()) + " 是合同金额 " + yuan(price) + " 的 " + percent((double) sums.getFirst().fen() / price) + "。"));
            } else if (sums.isEmpty() && !shares.isEmpty() && shares.getFirst().value() > most + 1e-9 && shares.getFirst().value() < 1) {
                all.add(new Finding(s.from() + word.start(), shares.getFirst().to(), "定金是 " + percent(shares.getFirst().value()) + "。"));
            }
        }
        return all;
    }

    private static final Pattern DAILY = Pattern.compile("每(?:逾期|迟延|延误|拖延)?一?[日天]");
    private static final Pattern SMALL_BASE = Pattern.compile("月租金|日租金|当日|当期|当月|每份");
    private static final Pattern CEILING = Pattern.compile("不超过|不得超过|不高于|最高|上限|为限");

    /// A daily rate or a one-off share of the price above what the checklist takes for usual.
    private static List<Finding> penalty(Given g) {
        List<Finding> all = new ArrayList<>();
        for (Sentence s : g.sentences()) {
            Matcher daily = DAILY.matcher(s.words());
            boolean perDay = daily.find();
            for (Share share : Amounts.shares(s.words(), 0)) {
                String before = s.words().substring(Math.max(0, share.from() - 30), share.from());
                String after = s.words().substring(share.to(), Math.min(s.words().length(), share.to() + 12));
                boolean penalty = after.contains("违约金") || before.contains("违约金") || after.contains("滞纳金") || before.contains("滞纳金");
                boolean ceiling = CEILING.matcher(before).find();
                boolean ofDay = perDay && share.from() > daily.end() && share.from() - daily.end() < 25;
                if (!penalty || SMALL_BASE.matcher(before).find()) {
                    continue;
                }
                double most = ofDay && !ceiling ? g.limit("daily") : g.limit("whole");
                if (share.value() > most + 1e-9) {
                    all.add(new Finding(s.from() + (ofDay ? daily.start() : Math.max(0, share.from() - 8)), s.from() + Math.min(s.words().length(), share.to() + 4),
                            (ofDay && !ceiling ? "每日 " : "") + percent(share.value()) + "，清单的提示线是 " + percent(most) + "。"));
                }
            }
        }
        return all;
    }

    private static List<Finding> partyNames(Given g) {
        Map<String, String> head = g.parties().byWord();
        return g.parties().signed().stream()
                .filter(s -> head.containsKey(s.word()) && !head.containsValue(s.name()))
                .map(s -> new Finding(s.from(), s.to(), "首部写的是“" + head.get(s.word()) + "”，这里是“" + s.name() + "”。"))
                .toList();
    }

    private static List<Finding> unknownParty(Given g) {
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

    private static final Pattern BLANK = Pattern.compile(
            "_{2,}(?:[ 　]*年[ 　_]*月(?:[ 　_]*日)?)?|[（(][ 　]{2,}[）)]|[ 　]{2,}年[ 　]+月(?:[ 　]*日)?|¥[ 　]{2,}|【[ 　]*】|[Xx×]{3,}|〔[ 　]*〕|[ 　]{3,}(?:元|份|日内|个月)");

    private static List<Finding> blank(Given g) {
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

    private static final Pattern REFERENCE = Pattern.compile("(?:本(?:合同|协议)|上述|前述|按照?|依照|根据|适用|参照|见)第(" + Amounts.COUNT + ")条");

    /// Clause numbers that stand twice or leave a gap, and references to clauses that do not exist.
    private static List<Finding> clauseNumbers(Given g) {
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

    private static java.util.Optional<Finding> gap(List<ContractText.Clause> clauses) {
        long before = 0;
        for (ContractText.Clause c : clauses) {
            Long n = Amounts.number(c.number().replaceAll("[第条（）]", ""));
            if (n != null && n > before + 1) {
                return java.util.Optional.of(new Finding(c.from(), Math.min(c.to(), c.from() + c.number().length() + 16), "前面缺少第 " + (before + 1) + " 条。"));
            }
            before = n == null ? before : n;
        }
        return java.util.Optional.empty();
    }

    private static final Pattern COPIES = Pattern.compile("(?:一式|正本|共)[ 　]*(" + Amounts.COUNT + ")份");
    private static final Pattern HOLDS = Pattern.compile("(" + Parties.ROLE + "|双方)?(各)?[执持有]*(" + Amounts.COUNT + ")份");

    private static List<Finding> copies(Given g) {
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
