package org.fengqiao.record;

/// 断点: the first thing that is wrong with a chain.
///
/// @param number the case
/// @param seq    the event, 0 when it is none in particular
/// @param what   what is wrong, in Chinese, to stand in a sentence
public record Fault(String number, int seq, String what) {

    /// 案号第 n 条：…
    @Override
    public String toString() {
        return number + (seq == 0 ? "：" : " 第" + seq + "条：") + what;
    }
}
