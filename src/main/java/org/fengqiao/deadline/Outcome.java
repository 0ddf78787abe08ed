package org.fengqiao.deadline;

/// 结果: what an act on a clock yields; a refusal is a value with its reason.
public sealed interface Outcome {

    record Changed(Clock clock) implements Outcome {}

    /// The act was in order and left the clock as it is, for the reason given.
    record Kept(Clock clock, String reason) implements Outcome {}

    record Refused(String reason) implements Outcome {}
}
