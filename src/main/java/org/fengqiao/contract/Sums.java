package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.contract.Amounts.Share;
import org.fengqiao.contract.Amounts.Sum;
import org.fengqiao.contract.Measures.Finding;
import org.fengqiao.contract.Measures.Given;
import org.fengqiao.contract.RiskReview.Sentence;

/// 金额: sums and shares of a draft held against each other and against the limits of the checklist.
final class Sums {

    private static final Pattern BETWEEN = Pattern.compile("[ 　元整（(，,、：:即为计大写人民币¥]*");
    private static final Pattern PAID = Pattern.compile("(?:支付|付|拨付|余款|尾款|其余|剩余|结清)[^。；\\d]{0,14}$");
    private static final Pattern NO_INSTALMENT = Pattern.compile("违约|扣减|扣除|低于|满意|涨幅|利率|(?:支付|付)(?:至|到)[^，；。]{0,12}\\d");
    private static final Pattern LINE = Pattern.compile(
            "(\\d[\\d,]*(?:\\.\\d+)?) *([\\p{IsHan}]{1,3})[，,、 ]*(?:单价|每[\\p{IsHan}]{1,3})(?:为|价|计)?[：: ]*(?:人民币)?¥?(\\d[\\d,]*(?:\\.\\d+)?) *元(?:/[\\p{IsHan}]{1,3})?[，,、 ]*(?:小计|共计|合计|金额|计|共)[：:为 ]*(?:人民币)?¥?(\\d[\\d,]*(?:\\.\\d+)?) *元");
    private static final Pattern PRICE = Pattern.compile("总价|合同价|价款|总额|总金额|合同金额|造价|合计|共计|报酬|费用|服务费|货款|租金|补助|资助");
    private static final Pattern NO_PRICE = Pattern.compile("定金|违约|扣减|保证金|罚");
    private static final Pattern DEPOSIT = Pattern.compile("定金");
    private static final Pattern DAILY = Pattern.compile("每(?:逾期|迟延|延误|拖延)?一?[日天]");
    private static final Pattern SMALL_BASE = Pattern.compile("月租金|日租金|当日|当期|当月|每份");
    private static final Pattern CEILING = Pattern.compile("不超过|不得超过|不高于|最高|上限|为限");

    private Sums() {}

    /// The same sum in figures and in capital numerals, side by side.
    static List<Finding> sumsDiffer(Given g) {
        List<Finding> all = new ArrayList<>();
        List<Sum> sums = Amounts.in(g.text().folded(), 0);
        for (int i = 0; i + 1 < sums.size(); i++) {
            Sum a = sums.get(i);
            Sum b = sums.get(i + 1);
            if (a.capital() != b.capital() && b.from() >= a.to() && BETWEEN.matcher(g.text().folded().substring(a.to(), b.from())).matches()) {
                if (a.fen() != b.fen()) {
                    Sum figure = a.capital() ? b : a;
                    Sum capital = a.capital() ? a : b;
                    all.add(new Finding(a.from(), b.to(), "小写是 " + Measures.yuan(figure.fen()) + "，大写是 " + Measures.yuan(capital.fen()) + "。"));
                }
                i++;
            }
        }
        return all;
    }

    /// Payments in shares of one price that do not come to the whole.
    static List<Finding> instalments(Given g) {
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
                        s.from() + paid.getFirst().from(), s.from() + paid.getLast().to(), "各期合计 " + Measures.percent(whole) + "，不是 100%。"));
            }
        }
        return all;
    }

    /// Number times price of one, as the line itself says.
    static List<Finding> lineSum(Given g) {
        List<Finding> all = new ArrayList<>();
        Matcher line = LINE.matcher(g.text().folded());
        while (line.find()) {
            double product = figure(line.group(1)) * figure(line.group(3));
            if (Math.abs(product - figure(line.group(4))) >= 0.01) {
                all.add(new Finding(line.start(), line.end(), line.group(1) + "×" + line.group(3) + " 应为 " + Measures.yuan(Math.round(product * 100)) + "。"));
            }
        }
        return all;
    }

    private static double figure(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }

    /// The price of the contract: the largest sum in a sentence that speaks of one; 0 when none does.
    static long price(Given g) {
        return g.sentences().stream()
                .filter(s -> PRICE.matcher(s.words()).find() && !NO_PRICE.matcher(s.words()).find())
                .flatMap(s -> Amounts.in(s.words(), s.from()).stream())
                .mapToLong(Sum::fen)
                .max()
                .orElse(0);
    }

    static List<Finding> deposit(Given g) {
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
                        "定金 " + Measures.yuan(sums.getFirst().fen()) + " 是合同金额 " + Measures.yuan(price) + " 的 " + Measures.percent((double) sums.getFirst().fen() / price) + "。"));
            } else if (sums.isEmpty() && !shares.isEmpty() && shares.getFirst().value() > most + 1e-9 && shares.getFirst().value() < 1) {
                all.add(new Finding(s.from() + word.start(), shares.getFirst().to(), "定金是 " + Measures.percent(shares.getFirst().value()) + "。"));
            }
        }
        return all;
    }

    /// A daily rate or a one-off share of the price above what the checklist takes for usual.
    static List<Finding> penalty(Given g) {
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
                            (ofDay && !ceiling ? "每日 " : "") + Measures.percent(share.value()) + "，清单的提示线是 " + Measures.percent(most) + "。"));
                }
            }
        }
        return all;
    }
}
