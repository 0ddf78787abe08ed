package org.fengqiao.ui;

/// 版本: one version of a law or a definition.
///
/// @param from    2021-07-15, or 草稿
/// @param href    empty for the version shown or not stored
/// @param current whether it is the one shown
/// @param stored  whether its text or facts are in the library
public record VersionRow(String from, String title, String href, String note, boolean current, boolean stored) {}
