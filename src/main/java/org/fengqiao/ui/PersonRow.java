package org.fengqiao.ui;

/// 办案人员: who acts in a case and by which qualification.
///
/// @param note 至 2027年6月, 未参与调查; may be empty
public record PersonRow(String role, String name, String qualification, String note) {}
