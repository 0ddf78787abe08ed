package org.fengqiao.ui;

/// 证据: one piece of evidence.
///
/// @param number E1
/// @param digest the shortened SM3 digest
public record EvidenceRow(String number, String title, String href, String kind, String collected, String digest) {}
