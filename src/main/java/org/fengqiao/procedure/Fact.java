package org.fengqiao.procedure;

/// 读取的事实: one thing about a case that a condition, a clock action, a person rule or a property reads.
///
/// @param size how many values it can have; 0 is the value before the case opens
/// @param title what an officer calls it
record Fact(int id, Kind kind, String name, int size, String title) {

    enum Kind {
        /// 0 not done or reset, 1 done.
        DONE,
        /// 0 not yet, 1 every party has been served with the newest copy.
        SERVED,
        /// 0 not in the file, 1 not signed, 2 signed.
        PRESENT,
        /// 1 when every party is known.
        CONFIRMED,
        /// 1 when the case has its officers.
        ASSIGNED,
        /// Classes of [FieldValues]; 0 when nobody has filled it in.
        FIELD,
        /// A named rule or a published list read more than once by one step; never kept.
        OUTSIDE,
        /// The states below.
        CLOCK,
        /// Extensions granted to the clock, saturating at the bound asked.
        EXTENSIONS
    }

    static final int IDLE = 0;
    static final int RUNNING = 1;
    static final int STOPPED = 2;
    static final int OUT = 3;
    static final int ENDED = 4;

    int bits() {
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
    }
}
