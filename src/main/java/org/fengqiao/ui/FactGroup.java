package org.fengqiao.ui;

import java.util.List;

/// 一组事实: what one step, or the parties, brought into the file.
///
/// @param note when, or how many
/// @param open whether it is unfolded at first; on paper every group is
public record FactGroup(String title, String note, List<FactView> facts, boolean open) {}
