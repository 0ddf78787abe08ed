package org.fengqiao.procedure;

import java.util.List;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 理由: one reason why an act cannot be done. The first three kinds always carry a citation.
///
/// @param field the form field it concerns, if one
/// @param judgement the question the officer must judge first, if that is what is missing
public record Reason(
        Kind kind, String text, List<Citation> citations, @Nullable String field, @Nullable String judgement) {

    public enum Kind {
        LAW("law"),
        OFFICE_RULE("office-rule"),
        PERSON("person"),
        FORM("form"),
        VERSION("version");

        public final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    public Reason {
        if (kind.ordinal() <= Kind.PERSON.ordinal() && citations.isEmpty()) {
            throw new IllegalArgumentException("no citation for: " + text);
        }
    }

    static Reason form(String text, @Nullable String field) {
        return new Reason(Kind.FORM, text, List.of(), field, null);
    }

    static Reason version(String text) {
        return new Reason(Kind.VERSION, text, List.of(), null, null);
    }

    static Reason person(String text, List<Citation> citations) {
        return new Reason(Kind.PERSON, text, citations, null, null);
    }

    /// Law when any of the citations is a law, otherwise office rule.
    public static Reason of(String text, List<Citation> citations, @Nullable String field) {
        boolean law = citations.stream().anyMatch(c -> !c.law().startsWith("office-rules-"));
        return new Reason(law ? Kind.LAW : Kind.OFFICE_RULE, text, citations, field, null);
    }

    static Reason judgement(String text, List<Citation> citations, String question) {
        boolean law = citations.stream().anyMatch(c -> !c.law().startsWith("office-rules-"));
        return new Reason(law ? Kind.LAW : Kind.OFFICE_RULE, text, citations, null, question);
    }
}
