package org.fengqiao.calendar;

import java.util.List;

/// 读出的放假通知: what a file says, or every line of it that cannot be so.
public sealed interface ReadNotice {

    /// A notice without fault.
    ///
    /// @param festivals the same, a line for each festival, as [HolidayText] reads it
    /// @param source    the number of the document, empty when the file has none
    /// @param remarks   what the file leaves open, a sentence each
    record Notice(HolidayNotice notice, String festivals, String source, List<String> remarks) implements ReadNotice {
        public Notice {
            remarks = List.copyOf(remarks);
        }
    }

    /// What is wrong, line by line.
    record Faults(List<Fault> faults) implements ReadNotice {
        public Faults {
            faults = List.copyOf(faults);
        }
    }

    /// One line that cannot be so; line 0 speaks of the whole file.
    record Fault(int line, String reason) {
        @Override
        public String toString() {
            return line == 0 ? reason : "第 " + line + " 行：" + reason;
        }
    }
}
