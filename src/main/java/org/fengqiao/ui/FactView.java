package org.fengqiao.ui;

import java.util.List;

/// 一项事实: label and value.
///
/// @param text  may be empty when links carry the value
/// @param links shown after the text, joined by 、
/// @param wide  whether it takes the whole width, for long text
public record FactView(String label, String text, List<Link> links, boolean wide) {

    public static FactView of(String label, String text) {
        return new FactView(label, text, List.of(), false);
    }

    public static FactView wide(String label, String text, Link... links) {
        return new FactView(label, text, List.of(links), true);
    }

    public static FactView links(String label, Link... links) {
        return new FactView(label, "", List.of(links), false);
    }
}
