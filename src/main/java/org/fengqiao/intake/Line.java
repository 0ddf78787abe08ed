package org.fengqiao.intake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// 来件的一行: one line of a delivery as it came, with its fields when it could be read.
///
/// @param number where it stands in the file, or its place in a request, from 1
/// @param content the line as it came
/// @param fields null when the line could not be read; `trouble` says why
record Line(int number, String content, @Nullable ObjectNode fields, @Nullable String trouble) {

    static Line read(int number, String content, ObjectNode fields) {
        return new Line(number, content, fields, null);
    }

    static Line broken(int number, String content, String trouble) {
        return new Line(number, content, null, trouble);
    }
}
