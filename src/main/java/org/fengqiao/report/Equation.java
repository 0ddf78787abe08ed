package org.fengqiao.report;

import java.util.List;

/// 勾稽关系: the same number from two sides, declared beside the figures.
///
/// @param left  ids of figures that are added up
/// @param right ids of figures that are added up
record Equation(String title, List<String> left, List<String> right) {}
