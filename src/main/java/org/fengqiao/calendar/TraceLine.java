package org.fengqiao.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 计算过程的一行: one thing the computation did, with the day it concerns and a sentence that people read.
public record TraceLine(Kind kind, @Nullable LocalDate day, String text) {

    public enum Kind {
        START, LEDGER, COUNTED, MAKE_UP, SKIPPED, STOPPED, LAST_DAY, ROLL, PROVISIONAL, NOTE, BASIS, CALENDAR
    }

    @Override
    public String toString() {
        return text;
    }
}
