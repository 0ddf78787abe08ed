package org.fengqiao.numeral;

/// 中文数字: writes numbers as statutes print them, and reads what other hands write for them.
public final class Numerals {

    /// Every character a number may be written with.
    public static final String CHARACTERS = "一二三四五六七八九十百千零〇○两";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] POWERS = {"", "十", "百", "千"};

    private Numerals() {}

    /// The number, or 0 when the text is none: 六十四, 一百二十, 64.
    public static int read(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return 0;
        }
        if (text.chars().allMatch(c -> c < 128 && Character.isDigit(c))) {
            return Integer.parseInt(text);
        }
        int sum = 0;
        int digit = 0;
        boolean powers = false;
        for (char c : text.toCharArray()) {
            int power = "十百千".indexOf(c);
            if (power >= 0) {
                sum += Math.max(digit, 1) * (int) Math.pow(10, power + 1);
                digit = 0;
                powers = true;
                continue;
            }
            int value = c == '〇' || c == '○' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
            if (value < 0) {
                return 0;
            }
            // 二〇二一 is a year, written digit by digit.
            digit = powers ? value : digit * 10 + value;
        }
        return sum + digit;
    }

    /// Chinese figures as statutes print them, from 1 to 9999: 十二, 一百零一, 一千二百六十.
    public static String written(int n) {
        if (n < 1 || n > 9999) {
            throw new IllegalArgumentException("Numbers are written in Chinese from 1 to 9999, not " + n + ".");
        }
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int power = 3; power >= 0; power--) {
            int digit = n / (int) Math.pow(10, power) % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if (gap) {
                words.append('零');
                gap = false;
            }
            // 十二, not 一十二, but 一百一十二.
            if (!(digit == 1 && power == 1 && words.isEmpty())) {
                words.append(DIGITS.charAt(digit));
            }
            words.append(POWERS[power]);
        }
        return words.toString();
    }
}
