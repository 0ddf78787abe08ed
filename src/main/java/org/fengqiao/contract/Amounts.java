package org.fengqiao.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 金额和数字: what figures, small and capital Chinese numerals in a contract come to. Money is in fen.
final class Amounts {

    static final String NUMERALS = "一二三四五六七八九十百零〇";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String CAPITALS = "零壹贰叁肆伍陆柒捌玖";
    private static final String ANY = "零〇一二三四五六七八九十百千万亿两壹贰貳叁肆伍陆陸柒捌玖拾佰仟";

    static final String COUNT = "(?:\\d+|[" + ANY + "]+)";

    private static final Pattern FIGURE = Pattern.compile("(?<![\\d.])(\\d[\\d,]*(?:\\.\\d+)?) *(万|亿)? *元");
    private static final Pattern SIGNED_FIGURE = Pattern.compile("¥ *(\\d[\\d,]*(?:\\.\\d+)?)(?! *元)(?![\\d,.])");
    private static final Pattern CAPITAL = Pattern.compile("([零〇壹贰貳叁肆伍陆陸柒捌玖拾][零〇壹贰貳叁肆伍陆陸柒捌玖拾佰仟万亿]*)[元圆](?:([零壹贰貳叁肆伍陆陸柒捌玖])角)?(?:零?([壹贰貳叁肆伍陆陸柒捌玖])分)?");

    private Amounts() {}

    /// A sum where it stands.
    ///
    /// @param capital whether it is written in capital numerals
    record Sum(int from, int to, long fen, boolean capital) {}

    /// All sums of a stretch of text, in order.
    static List<Sum> in(String text, int offset) {
        List<Sum> all = new ArrayList<>();
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            add(all, offset, figure, figures(figure.group(1), figure.group(2)), false);
        }
        Matcher signed = SIGNED_FIGURE.matcher(text);
        while (signed.find()) {
            add(all, offset, signed, figures(signed.group(1), null), false);
        }
        Matcher capital = CAPITAL.matcher(text);
        while (capital.find()) {
            Long yuan = number(capital.group(1));
            if (yuan != null) {
                long fen = yuan * 100 + digit(capital.group(2)) * 10L + digit(capital.group(3));
                add(all, offset, capital, fen, true);
            }
        }
        all.sort(java.util.Comparator.comparingInt(Sum::from));
        return all;
    }

    private static void add(List<Sum> all, int offset, Matcher at, long fen, boolean capital) {
        all.add(new Sum(offset + at.start(), offset + at.end(), fen, capital));
    }

    private static long figures(String digits, @Nullable String unit) {
        BigDecimal value = new BigDecimal(digits.replace(",", ""));
        int places = unit == null ? 2 : unit.equals("万") ? 6 : 10;
        return value.movePointRight(places).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static int digit(@Nullable String numeral) {
        return numeral == null ? 0 : Math.max(0, CAPITALS.indexOf(plain(numeral.charAt(0))));
    }

    private static char plain(char c) {
        return c == '貳' ? '贰' : c == '陸' ? '陆' : c;
    }

    /// A whole number in figures, small or capital numerals; null when it is none.
    static @Nullable Long number(String written) {
        if (written.isEmpty() || written.length() > 18) {
            return null;
        }
        if (written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Long.valueOf(written);
        }
        long whole = 0;
        long group = 0;
        long digit = -1;
        boolean powers = false;
        for (char raw : written.toCharArray()) {
            char c = plain(raw);
            int power = "十百千".indexOf(c) >= 0 ? "十百千".indexOf(c) : "拾佰仟".indexOf(c);
            if (power >= 0) {
                group += Math.max(digit, digit < 0 ? 1 : digit) * (long) Math.pow(10, power + 1);
                digit = -1;
                powers = true;
            } else if (c == '万' || c == '亿') {
                group += Math.max(0, digit);
                whole = (whole + Math.max(1, group)) * (c == '万' ? 10_000L : 100_000_000L);
                group = 0;
                digit = -1;
                powers = true;
            } else {
                int value = c == '〇' ? 0 : c == '两' ? 2 : Math.max(DIGITS.indexOf(c), CAPITALS.indexOf(c));
                if (value < 0) {
                    return null;
                }
                digit = powers || digit < 0 ? value : digit * 10 + value;
            }
        }
        return whole + group + Math.max(0, digit);
    }

    private static final Pattern SHARE = Pattern.compile(
            "(\\d+(?:\\.\\d+)?) *(%|‰)|(百|千|万)分之(\\d+(?:\\.\\d+)?|[" + ANY + "点]+)");

    /// A share of a whole where it stands, as a fraction: 3% is 0.03.
    record Share(int from, int to, double value) {}

    static List<Share> shares(String text, int offset) {
        List<Share> all = new ArrayList<>();
        Matcher share = SHARE.matcher(text);
        while (share.find()) {
            double base = share.group(2) != null
                    ? share.group(2).equals("%") ? 100 : 1000
                    : share.group(3).equals("百") ? 100 : share.group(3).equals("千") ? 1000 : 10_000;
            String written = share.group(1) != null ? share.group(1) : share.group(4);
            Double value = value(written);
            if (value != null) {
                all.add(new Share(offset + share.start(), offset + share.end(), value / base));
            }
        }
        return all;
    }

    private static @Nullable Double value(String written) {
        if (Character.isDigit(written.charAt(0)) && written.charAt(0) < 128) {
            return Double.valueOf(written);
        }
        String[] parts = written.split("点", 2);
        Long whole = number(parts[0]);
        if (whole == null || parts.length == 1) {
            return whole == null ? null : Double.valueOf(whole);
        }
        Long part = number(parts[1]);
        return part == null ? null : whole + part / Math.pow(10, parts[1].length());
    }
}
