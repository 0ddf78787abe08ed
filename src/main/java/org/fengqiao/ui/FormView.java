package org.fengqiao.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 表单.
///
/// @param id       unique on the page
/// @param action   where it is sent
/// @param submit   verb and object: 提交复核意见
/// @param hidden   values sent along unseen: expectedVersion, an idempotency key
/// @param problems what is wrong with the whole form; shown first in the summary
/// @param cancel   the way back, or null
/// @param primary  whether its button is the one primary act of the page
/// @param get      whether it only asks; then no token is sent
public record FormView(
        String id,
        String action,
        String submit,
        List<FieldView> fields,
        Map<String, String> hidden,
        List<String> problems,
        @Nullable Link cancel,
        boolean primary,
        boolean get) {

    private static final int LONG_ERROR = 60;

    public static FormView post(String id, String action, String submit, List<FieldView> fields) {
        return new FormView(id, action, submit, fields, Map.of(), List.of(), null, false, false);
    }

    public static FormView get(String id, String action, String submit, List<FieldView> fields) {
        return new FormView(id, action, submit, fields, Map.of(), List.of(), null, false, true);
    }

    public FormView asPrimary() {
        return new FormView(id, action, submit, fields, hidden, problems, cancel, true, get);
    }

    public FormView hidden(Map<String, String> values) {
        return new FormView(id, action, submit, fields, values, problems, cancel, primary, get);
    }

    public FormView problems(List<String> sentences) {
        return new FormView(id, action, submit, fields, hidden, sentences, cancel, primary, get);
    }

    public FormView cancel(Link back) {
        return new FormView(id, action, submit, fields, hidden, problems, back, primary, get);
    }

    /// Every error, in the order of the page, leading to its field.
    public List<Link> errors() {
        List<Link> errors = new ArrayList<>();
        problems.forEach(p -> errors.add(Link.words(p)));
        collect(fields, errors);
        return errors;
    }

    /// The summary names what is wrong; all of a long sentence stands at the field.
    private static String brief(String error) {
        int cut = error.length() <= LONG_ERROR ? -1 : error.indexOf('；');
        return cut < 0 ? error : error.substring(0, cut) + "……";
    }

    private static void collect(List<FieldView> fields, List<Link> errors) {
        for (FieldView field : fields) {
            if (field.wrong()) {
                errors.add(Link.to("#" + field.id(), field.title() + "：" + brief(field.error())));
            }
            field.rows().forEach(row -> collect(row, errors));
        }
    }

    public boolean multipart() {
        return fields.stream().anyMatch(f -> f.kind() == FieldView.Kind.FILE);
    }
}
