package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// 合同当事人: who the head of a contract names, and under which words the text speaks of each.
final class Parties {

    /// Words a contract calls its parties by.
    static final String ROLE = "[甲乙丙丁]方|出租[方人]|承租[方人]|发包[方人]|承包[方人]|委托[方人]|受托[方人]|委托单位|买受?[方人]|出卖人|卖方|需方|供方|供货[方人]|订货方|采购[方人]|"
            + "供应[商方]|定作[方人]|承揽[方人]|主办[方人]|承办[方人]|资助[方人]|受助[方人]|用工单位|用工方|派遣单位|派遣方|聘请方|受聘方|服务方|保安公司|赠与人|受赠人|保证人|借款人|出借人";
    private static final Pattern OFFICE = Pattern.compile("街道办事处|人民政府|街道党工委");
    private static final Pattern ENTRY = Pattern.compile(
            "(" + ROLE + ")(?:[（(][^）)\\n]{1,12}[）)])?(?:[ 　]*[：:][ 　]*|[ 　]+)(?!盖章|签)([\\p{IsHan}（）()·]{2,40}?)(?=[ 　，,；;。\\n（(]|统一社会|社会信用|住所|地址|$)");
    private static final Pattern WORD = Pattern.compile(ROLE);

    private final List<Party> parties = new ArrayList<>();
    private final ContractText text;

    /// One party: its name and every word for it.
    record Party(String name, Set<String> words) {

        boolean office() {
            return OFFICE.matcher(name).find();
        }
    }

    private Parties(ContractText text) {
        this.text = text;
    }

    static Parties of(ContractText text) {
        Parties all = new Parties(text);
        for (String line : text.clauses().getFirst().body().split("\n")) {
            Matcher entry = ENTRY.matcher(line);
            int from = 0;
            while (entry.find(from)) {
                Matcher next = ENTRY.matcher(line);
                int end = next.find(entry.end()) ? next.start() : line.length();
                Set<String> words = new LinkedHashSet<>();
                Matcher word = WORD.matcher(line.substring(entry.start(), end));
                while (word.find()) {
                    words.add(word.group());
                }
                all.parties.add(new Party(entry.group(2), words));
                from = end;
            }
        }
        return all;
    }

    List<Party> all() {
        return parties;
    }

    /// Every word for the parties that are not the office, as an expression; one that never matches when none is known.
    String theirs() {
        return words(parties.stream().filter(p -> !p.office()).toList());
    }

    String ours() {
        return words(parties.stream().filter(Party::office).toList());
    }

    private static String words(List<Party> some) {
        String all = some.stream().flatMap(p -> p.words().stream()).distinct().collect(Collectors.joining("|"));
        return all.isEmpty() ? "(?!)" : "(?:" + all + ")";
    }

    boolean names(String word) {
        return parties.stream().anyMatch(p -> p.words().contains(word));
    }

    /// A name beside a party's word at the end of the contract, with its place.
    record Signed(int from, int to, String word, String name) {}

    private static final Pattern SIGNATURE = Pattern.compile(
            "(" + ROLE + ")(?:[ 　]*[（(][^）)\\n]{1,6}[）)])?[ 　]*[：: 　][ 　]*(?!代表|盖章|签)([\\p{IsHan}（）]{4,40}?)(?=[ 　，。\\n（(]|$)");

    List<Signed> signed() {
        List<Signed> all = new ArrayList<>();
        int begin = text.signatures();
        Matcher at = SIGNATURE.matcher(text.text().substring(begin));
        while (at.find()) {
            all.add(new Signed(begin + at.start(), begin + at.end(), at.group(1), at.group(2)));
        }
        return all;
    }

    /// The names the head gives to each word.
    Map<String, String> byWord() {
        Map<String, String> all = new LinkedHashMap<>();
        parties.forEach(p -> p.words().forEach(w -> all.putIfAbsent(w, p.name())));
        return all;
    }
}
