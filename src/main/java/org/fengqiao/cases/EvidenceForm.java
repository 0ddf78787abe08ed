package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;

/// 补充证据的表单.
final class EvidenceForm {

    /// The kinds of 行政处罚法 第四十六条.
    static final List<String> KINDS = List.of("书证", "物证", "视听资料", "电子数据", "证人证言", "当事人的陈述", "鉴定意见", "勘验笔录、现场笔录");

    private EvidenceForm() {}

    static FormView fresh(CaseState state, LocalDate today) {
        return of(state, "", "", "", today.toString(), Map.of());
    }

    /// The form with what was typed and, by field, what is wrong.
    static FormView of(CaseState state, String kind, String title, String source, String collected, Map<String, String> errors) {
        List<FieldView.Option> kinds = KINDS.stream().map(k -> FieldView.Option.of(k, k)).toList();
        List<FieldView> fields = List.of(
                field(FieldView.choice(FieldView.Kind.LIST, "kind", "证据种类", kinds).must(), kind, errors),
                field(FieldView.of(FieldView.Kind.TEXT, "title", "名称").must().limit(200), title, errors),
                field(FieldView.of(FieldView.Kind.TEXT, "source", "来源").help("谁提供，在哪里取得").limit(200), source, errors),
                field(FieldView.of(FieldView.Kind.DATE, "collectedOn", "取得日期").must(), collected, errors),
                field(FieldView.of(FieldView.Kind.FILE, "file", "文件").help("照片、扫描件、音视频，单个不超过 200 MB").must(), "", errors));
        return FormView.post("evidence-form", CaseLinks.of(state.number()) + "/evidence", "存入案卷", fields)
                .hidden(Map.of("key", UUID.randomUUID().toString()));
    }

    private static FieldView field(FieldView f, String value, Map<String, String> errors) {
        return f.value(value).error(errors.getOrDefault(f.name(), ""));
    }
}
