package org.fengqiao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 案号的连写: consecutive numbers of one series as a range, so that a list stays readable and complete.
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("(.*?)(\\d+)(\\D*)");

    private Numbers() {}

    /// 示民〔2025〕第0001—0003号、示民〔2025〕第0007号
    static String ranges(List<String> numbers) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || !follows(numbers.get(i - 1), numbers.get(i))) {
                words.add(range(numbers.get(from), numbers.get(i - 1)));
                from = i;
            }
        }
        return String.join("、", words);
    }

    private static boolean follows(String one, String next) {
        Matcher a = NUMBER.matcher(one);
        Matcher b = NUMBER.matcher(next);
        return a.matches() && b.matches() && a.group(1).equals(b.group(1)) && a.group(3).equals(b.group(3))
                && a.group(2).length() < 18 && b.group(2).length() < 18
                && Long.parseLong(a.group(2)) + 1 == Long.parseLong(b.group(2));
    }

    private static String range(String first, String last) {
        if (first.equals(last)) {
            return first;
        }
        Matcher a = NUMBER.matcher(first);
        Matcher b = NUMBER.matcher(last);
        return a.matches() && b.matches() ? a.group(1) + a.group(2) + "—" + b.group(2) + b.group(3) : first + "、" + last;
    }
}
