package org.fengqiao.ui;

/// 文书: one document of a case.
///
/// @param number the document number or the number of pages; 未生成 when it does not exist yet
/// @param href   the preview page; empty when it does not exist yet
public record DocumentRow(String title, String href, String number, String date, String status) {}
