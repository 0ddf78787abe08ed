package org.fengqiao.procedure;

import java.math.BigDecimal;

/// 金额: money is kept in integer fen and shown in yuan.
public final class Money {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private Money() {}

    /// Yuan with thousands separators: 800000 → `8,000`, 800050 → `8,000.50`.
    public static String yuan(long fen) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        return fen % 100 == 0 ? String.format("%,d", fen / 100) : String.format("%,.2f", yuan);
    }

    /// 大写金额: 800000 → 捌仟元整.
    public static String capital(long fen) {
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cent = (int) (fen % 10);
        StringBuilder text = new StringBuilder(yuan == 0 && fen != 0 ? "" : whole(yuan) + "元");
        if (jiao == 0 && cent == 0) {
            return text.append("整").toString();
        }
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append("角");
        } else if (yuan > 0) {
            text.append("零");
        }
        if (cent > 0) {
            text.append(DIGITS.charAt(cent)).append("分");
        }
        return text.toString();
    }

    private static String whole(long value) {
        if (value == 0) {
            return "零";
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = 3; group >= 0; group--) {
            int part = (int) (value / (long) Math.pow(10_000, group) % 10_000);
            if (part == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || part < 1000)) {
                text.append("零");
            }
            gap = false;
            text.append(group(part)).append(GROUPS[group]);
        }
        return text.toString();
    }

    private static String group(int part) {
        StringBuilder text = new StringBuilder();
        boolean zero = false;
        for (int place = 3; place >= 0; place--) {
            int digit = part / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                zero = !text.isEmpty();
                continue;
            }
            if (zero) {
                text.append("零");
                zero = false;
            }
            text.append(DIGITS.charAt(digit)).append(PLACES[place]);
        }
        return text.toString();
    }
}
