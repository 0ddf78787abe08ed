package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.TextComparison;

/// 合同文本: the words of one draft, cut into its clauses; what stands before the first is the head, what follows the last the signatures.
///
/// `folded` has full-width figures and signs as plain ones, character for character, so that places are the same in both.
public final class ContractText {

    /// How drafts number their clauses, the usual way first; the first way found often enough is the draft's own.
    private static final List<Pattern> NUMBERINGS = List.of(
            Pattern.compile("^[ 　]*(第[" + Amounts.NUMERALS + "0-9]{1,4}条)"),
            Pattern.compile("^[ 　]*([" + Amounts.NUMERALS + "]{1,3})[、．.]"),
            Pattern.compile("^[ 　]*(（[" + Amounts.NUMERALS + "]{1,3}）)"),
            Pattern.compile("^[ 　]*(\\d{1,2})[.．、](?!\\d)"));
    private static final int FEWEST = 3;
    private static final int LONGEST_HEADING = 14;
    private static final Pattern SIGNATURES = Pattern.compile(
            "^[ 　]*(?:" + Parties.ROLE + "|[（(]?(?:以下)?无正文).*(?:盖章|签章|签字|公章|[（(]章[）)]|签约代表|[：:]).*|^[ 　]*(?:" + Parties.ROLE
                    + ")[ 　]*[（(](?:盖章|签章|签字|公章|章)[）)].*|^[ 　]*(?:签[订约署](?:日期|时间|地点)|日期|签约代表|授权代表|法定代表人|代表|负责人|联系人|电话|开户|账号|地址|住所)[^。；]{0,10}[：:][^。；]*|^[ 　_0-9〇○零一二三四五六七八九十]*年[ 　_0-9一二三四五六七八九十]*月[ 　_0-9一二三四五六七八九十]*日(?:[ 　]+[ 　_0-9]*年[ 　_0-9]*月[ 　_0-9]*日)?[ 　]*$");

    private final String text;
    private final String folded;
    private final List<Clause> clauses;

    private ContractText(String text) {
        this.text = text;
        this.folded = folded(text);
        this.clauses = clauses(text);
    }

    /// 条款: one clause with the places of its first and last character in the text.
    ///
    /// @param number  第三条, or 首部 and 签署 for what has no number
    /// @param heading what the clause calls itself; may be empty
    public record Clause(int place, String number, String heading, int from, int to, String body) implements TextComparison.Passage {

        @Override
        public String key() {
            return number;
        }

        /// 第三条 付款
        public String title() {
            return heading.isEmpty() ? number : number + " " + heading;
        }
    }

    static final String HEAD = "首部";
    static final String SIGNED = "签署";

    /// A draft from its words, a paragraph a line.
    public static ContractText of(String words) {
        StringBuilder text = new StringBuilder();
        for (String line : words.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ').split("\n")) {
            if (!line.isBlank()) {
                text.append(line.stripTrailing()).append('\n');
            }
        }
        return new ContractText(text.toString());
    }

    public String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    /// Head, clauses and signatures in the order of the text; together they are the whole text.
    public List<Clause> clauses() {
        return clauses;
    }

    /// The clauses that bear a number.
    List<Clause> numbered() {
        return clauses.stream().filter(c -> !c.number().equals(HEAD) && !c.number().equals(SIGNED)).toList();
    }

    Clause clauseAt(int place) {
        return clauses.stream().filter(c -> place >= c.from() && place < c.to()).findFirst().orElse(clauses.getLast());
    }

    /// The first line that says what the contract is.
    public String title() {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    /// Where the signatures begin; the end of the text when there are none.
    int signatures() {
        return clauses.getLast().number().equals(SIGNED) ? clauses.getLast().from() : text.length();
    }

    private static List<Clause> clauses(String text) {
        List<Integer> starts = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int at = 0;
        for (String line : lines) {
            starts.add(at);
            at += line.length() + 1;
        }
        Pattern numbering = numbering(lines);
        List<Clause> all = new ArrayList<>();
        int from = 0;
        int opened = 0;
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (numbering.matcher(lines.get(i)).find()) {
                last = i;
            }
        }
        int signed = lines.size();
        for (int i = lines.size() - 1; i > last && SIGNATURES.matcher(folded(lines.get(i))).matches(); i--) {
            signed = i;
        }
        for (int i = 0; i < signed; i++) {
            if (i > 0 && numbering.matcher(lines.get(i)).find()) {
                close(all, text, lines.get(opened), numbering, from, starts.get(i));
                from = starts.get(i);
                opened = i;
            }
        }
        int end = signed < lines.size() ? starts.get(signed) : text.length();
        close(all, text, lines.isEmpty() ? "" : lines.get(opened), numbering, from, end);
        if (end < text.length()) {
            all.add(new Clause(all.size(), SIGNED, "", end, text.length(), text.substring(end)));
        }
        return List.copyOf(all);
    }

    private static void close(List<Clause> all, String text, String first, Pattern numbering, int from, int to) {
        Matcher number = numbering.matcher(first);
        boolean numbered = number.find();
        String rest = numbered ? first.substring(number.end()).replaceFirst("^[ 　、．.：:]+", "") : "";
        Matcher heading = Pattern.compile("^([^，。；：:,;\\d]{2," + LONGEST_HEADING + "})(?:[：:]|[ 　]*$)").matcher(rest);
        all.add(new Clause(
                all.size(), numbered ? number.group(1) : HEAD, heading.find() ? heading.group(1).strip() : "", from, to, text.substring(from, to)));
    }

    private static Pattern numbering(List<String> lines) {
        Pattern best = NUMBERINGS.getFirst();
        for (Pattern one : NUMBERINGS) {
            if (lines.stream().filter(l -> one.matcher(l).find()).count() >= FEWEST) {
                return one;
            }
        }
        return best;
    }

    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= '０' && c <= '９' || c == '％' || c == '．' && i > 0 && Character.isDigit(text.charAt(i - 1)) ? (char) (c - 0xFEE0) : c == '￥' ? '¥' : c == '＿' ? '_' : c);
        }
        return folded.toString();
    }
}
