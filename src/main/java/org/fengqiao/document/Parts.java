package org.fengqiao.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 公共部分: what many documents begin or end with, written once and inserted where a template names it: a line `{{> letterhead}}`.
///
/// It is inserted before the template is identified, so that a document still knows its wording to the letter. A part is therefore
/// never reworded while documents rest on it; another wording is another part.
///
/// @param text name → the part's text
/// @see Template#version()
record Parts(UnaryOperator<String> text) {

    private static final Pattern NAMED = Pattern.compile("(?m)^\\{\\{> *([a-z0-9-]+) *}}\\n");
    private static final String TITLE = "{{title}}";

    /// The parts on the class path, each read when a template first names it.
    static Parts shipped() {
        Map<String, String> read = new ConcurrentHashMap<>();
        return new Parts(name -> read.computeIfAbsent(name, Parts::read));
    }

    private static String read(String name) {
        try (InputStream in = Parts.class.getResourceAsStream("/procedures/shared/parts/" + name + ".html")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no part “" + name + "” in procedures/shared/parts/");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A template's body with its parts in place, under the title of its own document.
    String in(String body, String title) {
        return NAMED.matcher(body).replaceAll((MatchResult part) -> Matcher.quoteReplacement(text.apply(part.group(1)).replace(TITLE, title)));
    }
}
