package org.fengqiao.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.ledger.Report.Kind;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;

/// 导入的页面: what was found in each row, or what became of it.
final class ImportViews {

    private static final int MOST_ROWS = 500;

    private ImportViews() {}

    static String address(UUID id) {
        return "/ledgers/imports/" + id;
    }

    static String summary(Report report, boolean tried) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (report.count(kind) > 0) {
                parts.add(kind.words(tried) + " " + report.count(kind) + " 行");
            }
        }
        return String.join("，", parts);
    }

    static ListPage outcome(SheetImport into, Waiting.Kept k) {
        boolean tried = k.state() != Waiting.State.DONE;
        Report report = k.outcome();
        NoticeView notice = switch (k.state()) {
            case CHECKED -> NoticeView.of(NoticeView.Tone.INFO, "试读完毕，什么也没有登记。", summary(report, true) + "。" + advice(report));
            case RUNNING -> NoticeView.of(NoticeView.Tone.INFO, "正在登记：" + k.done() + " / " + k.total() + " 行。", "本页每两秒更新一次；关闭页面不影响登记。");
            case STOPPED -> NoticeView.of(NoticeView.Tone.WARN, "登记中断。", "已经登记的不会重复登记，可以继续；别人正在导入同一本台账的，请稍后继续。");
            case DONE -> NoticeView.of(NoticeView.Tone.DONE, "导入完毕。", summary(report, false) + "。");
        };
        boolean goes = (k.state() == Waiting.State.CHECKED && report.writes()) || k.state() == Waiting.State.STOPPED;
        List<ListPage.SideForm> side = goes
                ? List.of(new ListPage.SideForm(
                        k.state() == Waiting.State.CHECKED ? "确认导入" : "继续导入",
                        "有误的行不登记，不影响别的行。" + (k.reason() == null ? "" : "更正理由：" + k.reason()),
                        FormView.post("confirm", address(k.id()) + "/confirmation", k.state() == Waiting.State.CHECKED ? "确认导入" : "继续", List.of())
                                .asPrimary()
                                .cancel(Link.to(into.trail().getLast().href(), "放弃"))))
                : List.of();
        return new ListPage(
                into.room(), into.trail(),
                HeadView.of("导入：" + (k.fileName().isEmpty() ? "表格" : k.fileName()), k.total() + " 行"), List.of(), List.of(notice), List.of(), null,
                List.of(rows(report, tried)), null, side);
    }

    private static String advice(Report report) {
        return report.count(Kind.WRONG) > 0 ? "有误的行改好以后可以再导入一次，已登记的不会重复。" : "";
    }

    /// What needs somebody's eye first, in the order of the sheet.
    private static TableView rows(Report report, boolean tried) {
        List<List<Cell>> rows = report.rows().stream()
                .sorted(Comparator.comparing((Report.Row r) -> rank(r.kind())).thenComparing(Report.Row::row))
                .limit(MOST_ROWS)
                .map(r -> List.of(
                        Cell.of("第 " + r.row() + " 行"),
                        Cell.tag(state(r.kind()), r.kind().words(tried)),
                        Cell.of(String.join("；", r.says())),
                        r.number() == null ? Cell.of("") : Cell.link(r.number(), CaseLinks.of(r.number()), "")))
                .toList();
        TableView table = TableView.of("rows", "逐行说明", summary(report, tried), List.of("行", "结果", "说明", "编号"), rows, "没有内容。");
        return report.rows().size() > MOST_ROWS ? table.foot("只列出 " + MOST_ROWS + " 行，有误的在前。") : table;
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case WRONG -> 0;
            case CHANGED -> 1;
            case CORRECTED, UPDATED -> 2;
            case NEW -> 3;
            case SAME -> 4;
        };
    }

    private static ClockState state(Kind kind) {
        return switch (kind) {
            case WRONG -> ClockState.OVERDUE;
            case CHANGED, CORRECTED, UPDATED -> ClockState.SOON;
            case NEW -> ClockState.MET;
            case SAME -> ClockState.LIFTED;
        };
    }
}
