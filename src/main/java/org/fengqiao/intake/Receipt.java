package org.fengqiao.intake;

import java.util.List;

/// 回执: what became of a delivery, line by line where something has to be corrected.
///
/// @param duplicate lines whose external number had been accepted before; they are counted once
/// @param cases the numbers of the cases opened, in the order of the lines
public record Receipt(int accepted, int duplicate, List<Rejected> rejected, List<String> cases) {

    /// A line that did not become a case; it is kept and can be sent again.
    public record Rejected(int line, String reason) {}
}
