package org.fengqiao.law;

/// 中文数字: reads what [Citation#numeral] writes, and what other hands write for it.
final class Numerals {

    /// Every character a number of an article may be written with.
    static final String CHARACTERS = "一二三四五六七八九十百千零〇○两";

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /// The number, or 0 when the text is none: 六十四, 一百二十, 64.
    static int read(String text) {
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
}
