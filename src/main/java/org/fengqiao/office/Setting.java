package org.fengqiao.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 机关设置: a value the law leaves to the locality or the office, dated, with its source and who approved it.
///
/// @param value as written: a whole number (money in fen), a period such as `5 working-days`, or a word
public record Setting(
        String key, LocalDate from, @Nullable LocalDate until, String value, String source, String approver) {}
