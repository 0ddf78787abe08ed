package org.fengqiao.law;

import java.util.regex.Pattern;
import org.fengqiao.numeral.Numerals;

/// 引用的写法: the words with which texts name laws and their clauses.
final class CitationWords {

    static final String N = "[" + Numerals.CHARACTERS + "\\d０-９]{1,7}";
    // Spaces are counted: a pasted text may hold a hundred thousand of them in a row.
    private static final String BRACED = "[（(]?\\s{0,3}" + N + "\\s{0,3}[）)]?";
    /// What follows 前项 or 本条 where a clause is meant, and not the first three of any things.
    private static final String CLAUSE_FOLLOWS = "(?=\\s{0,3}(?:第|规定|的?规定|所|情形|的情形|行为|之规定|[、，。；,;]|和|或|至))";

    static final Pattern TOKEN = Pattern.compile(
            "(?<name>《(?:[^《》\n]|《[^《》\n]*》){2,80}》)"
                    + "|(?<self>本法|本条例|本规定|本办法|本解释|本细则)"
                    + "|(?<same>该法|该条例|该规定|该办法|该解释|同法|上述法律)"
                    + "|(?<![目提此以之先从])前(?<back>[一二两三四五六七八九十\\d]{0,3})(?<backunit>款(?![项额])|[条项目]" + CLAUSE_FOLLOWS + ")"
                    + "|(?<this>本[条款项])" + CLAUSE_FOLLOWS
                    + "|(?<that>[该同][条款项])" + CLAUSE_FOLLOWS
                    + "|第\\s{0,3}(?<many>" + BRACED + "(?:\\s{0,3}(?:、|，|和|及|或|与|至|到|—|-|~|～)\\s{0,3}" + BRACED + ")+)\\s{0,3}(?<manyunit>条(?!之)|款|项|目(?![标录的]))"
                    + "|第\\s{0,3}(?<article>" + N + ")\\s{0,3}条(?:\\s{0,3}之\\s{0,3}(?<suffix>[一二三四五六七八九十\\d０-９]{1,3})(?![款项]))?"
                    + "|(?<bare>(?<=[法典例定释则》])[\\d０-９]{1,4})\\s{0,3}条(?:之(?<baresuffix>[\\d０-９]{1,2}))?"
                    + "|第\\s{0,3}(?<paragraph>" + N + ")\\s{0,3}款"
                    + "|第\\s{0,3}[（(]?\\s{0,3}(?<item>" + N + ")\\s{0,3}[）)]?\\s{0,3}项"
                    + "|第\\s{0,3}[（(]?\\s{0,3}(?<point>" + N + ")\\s{0,3}[）)]?\\s{0,3}目(?![标录的])");
    static final Pattern ONE_OF_MANY = Pattern.compile(BRACED);
    static final Pattern BRACKETS = Pattern.compile("[（(〔\\[][^（）()〔〕\\[\\]]{0,60}[）)〕\\]]");
    static final Pattern LEADS = Pattern.compile("(?:的|中|中的|之|规定的|第\\s*" + N + "\\s*[编章节]|\\s)*");
    static final Pattern LIST = Pattern.compile("[\\s、，,]*(?:和|及|与|或|或者|以及|并|和第|至|到)?[\\s、，,]*");
    static final Pattern RANGE = Pattern.compile("\\s*(?:至|到|—|——|–|-|~|～)\\s*");
    static final Pattern SHORT = Pattern.compile("^\\s*[（(]\\s*(?:以下|下)?\\s*(?:统)?简称[为：:]?\\s*[“\"《「]?([^”\"》」）)]{2,20})[”\"》」]?[^）)]{0,10}[）)]");
    static final Pattern DEFINES = Pattern.compile("[（(](?:以下|下)?(?:统)?简称[为：:“]*$");
    static final Pattern QUOTED = Pattern.compile(
            "^[^“”「」『』\"\n。；;]{0,14}?(?:规定|载明|明确|指出)?\\s*[：:，,]?\\s*(?:“([^”]{2,2000})”|「([^」]{2,2000})」|『([^』]{2,2000})』|\"([^\"\n]{2,2000})\")", Pattern.DOTALL);
    /// A paper that is no law of the context although it has articles too: 本合同第三条, 该方案第五条.
    static final Pattern OTHER_PAPER = Pattern.compile(
            "(?:合同|协议|公约|章程|办法|规定|条例|细则|方案|草案|制度|通知|租约|守则|规则|解释|决定|意见|意见稿|(?<![依守违执司合])法|典)(?:的|中|中的|\\s)*$");

    /// With one of these every name of a law ends, 民法典, 决定, 批复 and office rules included; most words in front of a clause do not.
    static final String NAMES_END = "法典例定释则度程见知复答约编要书";

    private CitationWords() {}

    /// Whether the two characters before a name make it that of a province, city or county: 广东省信访条例 is not 信访条例.
    static boolean ofAPlace(String before) {
        return before.length() == 2 && "省市县州旗盟区".indexOf(before.charAt(1)) >= 0 && Character.isIdeographic(before.charAt(0))
                && "全本我各该辖社小地依据照按".indexOf(before.charAt(0)) < 0;
    }

    /// Figures of full width as figures of this machine.
    static String figures(String written) {
        StringBuilder plain = new StringBuilder();
        written.chars().forEach(c -> plain.append((char) (c >= '０' && c <= '９' ? c - '０' + '0' : c)));
        return plain.toString();
    }

    static int number(String written) {
        return Numerals.read(figures(written.replaceAll("[（()）\\s]", "")));
    }

    /// Whether 该法, 本条例 and so on can mean a law of this name.
    static boolean fits(String word, String name) {
        return switch (word.substring(1)) {
            case "法", "述法律" -> name.endsWith("法") || name.endsWith("典");
            default -> name.endsWith(word.substring(1)) || name.contains(word.substring(1) + "（");
        };
    }
}
