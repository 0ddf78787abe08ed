package org.fengqiao.search;

import java.util.regex.Pattern;

/// 说法: what a question asks for, and what an article lays down: a sanction, a definition, a list, a duty, a permission, a ban, a number.
enum Manner {
    SANCTION("处罚|惩罚|责任|罚款|后果|制裁|处分|措施|如何处理|怎么处理", "罚款|责令改正|刑事责任|处分|有期徒刑|吊销|警告|没收|赔偿责任"),
    DEFINITION("定义|是指|什么是|是什么|含义|指的是|概念", "是指|含义"),
    LIST("哪些|哪几|条件|情形|材料|内容|文件|顺序|程序", "（一）"),
    DUTY("应当|应该|必须|需要|义务", "应当|必须"),
    PERMISSION("可以|能否|能不能|是否可|有权|权利|能够", "可以|有权"),
    BAN("不得|禁止|不能|不可以|合法|违法", "不得|禁止|严禁"),
    NUMBER("多少|多久|多长|几|期限|时间|比例|金额", "[一二三四五六七八九十百\\d]+(?:日|年|个月|天|倍|元|小时)|百分之");

    private final Pattern asked;
    private final Pattern laidDown;

    Manner(String asked, String laidDown) {
        this.asked = Pattern.compile(asked);
        this.laidDown = Pattern.compile(laidDown);
    }

    /// 1 when the bits hold this manner.
    int in(int bits) {
        return bits >> ordinal() & 1;
    }

    /// A bit for each manner in which the question asks.
    static int ofQuestion(String core) {
        int bits = 0;
        for (Manner m : values()) {
            bits |= m.asked.matcher(core).find() ? 1 << m.ordinal() : 0;
        }
        return bits;
    }

    /// A bit for each manner of the article.
    static int ofArticle(String body) {
        int bits = 0;
        for (Manner m : values()) {
            bits |= m.laidDown.matcher(body).find() ? 1 << m.ordinal() : 0;
        }
        return bits;
    }
}
