package org.fengqiao.document;

import java.util.List;
import java.util.stream.Collectors;

/// 文书内容不全: a document was asked for whose compulsory data is missing; its message is shown to the officer as it stands.
public final class IncompleteContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Lack> lacking;

    IncompleteContent(String title, List<Lack> lacking) {
        super("《" + title + "》还缺少：" + lacking.stream().map(Lack::toString).collect(Collectors.joining("、")) + "，补齐后才能制作。");
        this.lacking = List.copyOf(lacking);
    }

    public List<Lack> lacking() {
        return lacking;
    }

    /// 缺项: one field without which the document may not be printed.
    ///
    /// @param field the path in the data, such as `party.name`
    /// @param title what an officer calls it
    public record Lack(String field, String title) {
        @Override
        public String toString() {
            return title.equals(field) ? field : title + "（" + field + "）";
        }
    }
}
