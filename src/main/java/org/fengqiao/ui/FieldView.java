package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 字段: one field of a form, drawn from its kind. The value as typed is always kept, also when it is wrong.
///
/// @param name     the name under which it is sent; nested names such as `points[0].reason` are used as given
/// @param title    the label; never only a placeholder
/// @param help     under the label: what right looks like; may be empty
/// @param error    what is wrong and what right looks like; empty when nothing is
/// @param unit     shown after the input: 元, 件; may be empty
/// @param values   what was typed or is proposed; one for single fields, many for choices
/// @param options  for all kinds that choose
/// @param rows     for [Kind#ROWS] one list of fields for each row; for [Kind#GROUP] one list
/// @param basis    the article that asks for this field
/// @param limit    most characters for text; 0 for none
public record FieldView(
        String name,
        Kind kind,
        String title,
        String help,
        String error,
        String unit,
        boolean required,
        List<String> values,
        List<Option> options,
        List<List<FieldView>> rows,
        List<Cite> basis,
        int limit) {

    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        /// Date and time of the office's zone, sent as `2026-10-09T10:08`.
        DATE_TIME,
        NUMBER,
        /// Yuan with at most two decimals.
        MONEY,
        /// One of the options: up to five as radio buttons, more as a list.
        CHOICE,
        /// One of the options, always as a list.
        LIST,
        /// Any of the options; also people, parties, documents and evidence.
        CHOICES,
        YES_NO,
        FILE,
        PASSWORD,
        /// Repeated rows; empty ones at the end are for more and are ignored when left empty.
        ROWS,
        /// Fields that belong together under one heading.
        GROUP
    }

    /// @param note a second line: 法制审核员，资格有效; may be empty
    /// @param off  cannot be chosen; then the note says why
    public record Option(String value, String label, String note, boolean off) {

        public static Option of(String value, String label) {
            return new Option(value, label, "", false);
        }
    }

    public static FieldView of(Kind kind, String name, String title) {
        return new FieldView(name, kind, title, "", "", "", false, List.of(), List.of(), List.of(), List.of(), 0);
    }

    public static FieldView choice(Kind kind, String name, String title, List<Option> options) {
        return new FieldView(name, kind, title, "", "", "", false, List.of(), options, List.of(), List.of(), 0);
    }

    public static FieldView rows(String name, String title, List<List<FieldView>> rows) {
        return new FieldView(name, Kind.ROWS, title, "", "", "", false, List.of(), List.of(), rows, List.of(), 0);
    }

    public static FieldView group(String title, List<FieldView> fields) {
        return new FieldView("", Kind.GROUP, title, "", "", "", false, List.of(), List.of(), List.of(fields), List.of(), 0);
    }

    public FieldView help(String words) {
        return new FieldView(name, kind, title, words, error, unit, required, values, options, rows, basis, limit);
    }

    public FieldView error(String words) {
        return new FieldView(name, kind, title, help, words, unit, required, values, options, rows, basis, limit);
    }

    public FieldView unit(String words) {
        return new FieldView(name, kind, title, help, error, words, required, values, options, rows, basis, limit);
    }

    public FieldView must() {
        return new FieldView(name, kind, title, help, error, unit, true, values, options, rows, basis, limit);
    }

    public FieldView value(String... kept) {
        return new FieldView(name, kind, title, help, error, unit, required, List.of(kept), options, rows, basis, limit);
    }

    public FieldView basis(Cite... cites) {
        return new FieldView(name, kind, title, help, error, unit, required, values, options, rows, List.of(cites), limit);
    }

    public FieldView limit(int characters) {
        return new FieldView(name, kind, title, help, error, unit, required, values, options, rows, basis, characters);
    }

    /// The element's id, to which the error summary leads.
    public String id() {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean has(String option) {
        return values.contains(option);
    }

    public boolean wrong() {
        return !error.isEmpty();
    }

    /// What describes the input for a screen reader; null when nothing does.
    public @Nullable String describedBy() {
        String ids = (wrong() ? id() + "-error " : "") + (help.isEmpty() ? "" : id() + "-help");
        return ids.isBlank() ? null : ids.strip();
    }

    /// Few options are shown at once, many as a list.
    public boolean spread() {
        return kind == Kind.YES_NO || kind == Kind.CHOICES || options.size() <= 5;
    }

    public List<Option> choices() {
        return kind == Kind.YES_NO && options.isEmpty() ? List.of(Option.of("true", "是"), Option.of("false", "否")) : options;
    }
}
