package org.fengqiao.procedure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fengqiao.calendar.Period;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 表单栏目: one thing a step asks for.
///
/// @param personal true when the value is personal data: kept apart, only its salted digest enters the record
/// @param options value → Chinese title, for choices
/// @param question true when the answer is for the officer alone: no form ever answers it beforehand
/// @param min least number, length or count; null when free
/// @param source post, catalogue, document or party role that fills the list of values
/// @param example a lawful value, shown as help and used where no better default is known
/// @param preset where the default comes from, for a question only from an earlier answer: `fact NAME`, `today`, `officers`, `yesterday`, `first`, `file FIELD`, or a plain value
/// @param notice a date must lie at least this many full days after the act (n 日前通知)
public record Field(
        String id,
        String title,
        Type type,
        boolean required,
        boolean personal,
        @Nullable String help,
        Map<String, String> options,
        boolean question,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable String source,
        @Nullable String example,
        @Nullable String preset,
        @Nullable Period notice,
        boolean future,
        List<Citation> basis,
        List<Field> items) {

    /// 栏目类型.
    public enum Type {
        TEXT,
        LONG_TEXT,
        DATE,
        DATE_TIME,
        NUMBER,
        MONEY,
        CHOICE,
        CHOICES,
        YES_NO,
        PERSON,
        PEOPLE,
        PARTY,
        DOCUMENT,
        EVIDENCE,
        MATTER,
        UNIT,
        CASE,
        POINTS;

        static Type of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The reason that belongs to a judgement: field `minor-reason` explains question `minor`.
    static final String REASON = "-reason";

    /// The default that is what an earlier act has stated: `fact served-on`.
    static final String FACT = "fact ";

    /// The default of a list that is drawn up from the file of the case another field names: `file challenged-case`.
    public static final String FILE = "file ";

    /// The same field asked once more: what the case holds is proposed.
    Field carried() {
        return new Field(
                id, title, type, required, personal, help, options, question, min, max, source, example, question ? FACT + id : null,
                notice, future, basis, items);
    }

    /// The field whose latest value is proposed here; null when another default, or none, is declared.
    public @Nullable String factOf() {
        return preset != null && preset.startsWith(FACT) ? preset.substring(FACT.length()) : null;
    }

    /// The field that names the case whose file fills this list; null when the list is not drawn up from one.
    public @Nullable String fileOf() {
        return preset != null && preset.startsWith(FILE) ? preset.substring(FILE.length()) : null;
    }
}
