package org.fengqiao.ledger;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.jspecify.annotations.Nullable;

/// 台账的页面.
final class LedgerViews {

    private final Cases cases;
    private final Ledgers ledgers;

    LedgerViews(Cases cases, Ledgers ledgers) {
        this.cases = cases;
        this.ledgers = ledgers;
    }

    record Counted(Definition ledger, long entries) {}

    ListPage all(String user, List<Counted> shown) {
        List<List<Cell>> rows = shown.stream()
                .map(c -> List.of(
                        Cell.link(c.ledger().title(), "/ledgers/" + c.ledger().slug(), c.ledger().summary()),
                        Cell.of(String.valueOf(c.entries())),
                        ledgers.mayOpen(user, c.ledger()) ? Cell.link("登记一条", "/register/" + c.ledger().slug(), "") : Cell.of("只能查看")))
                .toList();
        return ListPage.of(Room.LEDGERS, HeadView.of("台账", shown.size() + " 本", "逐条登记，或者用表格成批导入"), List.of(
                TableView.of("ledgers", "台账", "数字从每一条算出，不另行统计", List.of("台账", "已登记", ""), rows, "没有台账。").numbers(1)));
    }

    ListPage one(String user, Definition d, long entries, List<Waiting.Kept> recent, @Nullable NoticeView notice, String wrong) {
        boolean opens = ledgers.mayOpen(user, d);
        List<ActionView> actions = new ArrayList<>();
        if (opens) {
            actions.add(ActionView.link("登记一条", "/register/" + d.slug(), "plus"));
            actions.add(ActionView.link("下载模板", "/ledgers/" + d.slug() + "/template.xlsx", "download"));
        }
        if (cases.access().may(cases.office(), user, "case-export", "read", cases.clock().today())) {
            actions.add(ActionView.link("导出清单", "/ledgers/" + d.slug() + "/entries.xlsx", "download"));
        }
        HeadView head = new HeadView(d.title(), List.of(
                Link.to("/cases?procedure=" + d.slug(), "已登记 " + entries + " 条"), Link.to("/procedures/" + d.slug(), "怎样登记")), actions);
        List<ListPage.SideForm> side = opens && !d.key().isEmpty()
                ? List.of(new ListPage.SideForm("用表格成批导入", "先试读一遍，逐行说明，什么也不登记；看过以后再确认。", form(d, wrong)))
                : List.of();
        return new ListPage(
                Room.LEDGERS, List.of(Link.to("/ledgers", "台账")), head, List.of(), notice == null ? List.of() : List.of(notice), List.of(), null,
                List.of(columns(d), imports(recent)), null, side);
    }

    private static FormView form(Definition d, String wrong) {
        return FormView.post("import", "/ledgers/" + d.slug() + "/imports", "试读", List.of(
                FieldView.of(FieldView.Kind.FILE, "file", "表格文件").must().help("xlsx 或者 csv，不超过 5 MB、5000 行；第一行是栏目名").error(wrong),
                FieldView.of(FieldView.Kind.TEXT, "reason", "更正理由").limit(200)
                        .help("已登记而内容不同的行，填了理由的按“更正”办理，不填的只说明、不改动")));
    }

    private TableView columns(Definition d) {
        List<List<Cell>> rows = ledgers.headings(d).stream()
                .filter(h -> h.kind() != Heading.Kind.SHOWN)
                .map(h -> List.of(Cell.of(h.title()), Cell.of(h.must() ? "必填" : ""), Cell.of(h.help(), chosen(h))))
                .toList();
        return TableView.of("columns", "栏目", "模板里每一栏一列", List.of("栏目", "", "怎样填"), rows, "没有栏目。").fold(true);
    }

    private static String chosen(Heading h) {
        List<String> titles = List.copyOf(h.options().values());
        return titles.isEmpty() ? "" : String.join("、", titles.subList(0, Math.min(12, titles.size()))) + (titles.size() > 12 ? "等" : "");
    }

    private TableView imports(List<Waiting.Kept> recent) {
        List<List<Cell>> rows = recent.stream()
                .map(k -> List.of(
                        Cell.link(k.fileName().isEmpty() ? "表格" : k.fileName(), ImportViews.address(k.id()),
                                Days.moment(k.at().withOffsetSameInstant(java.time.ZoneOffset.ofHours(8)), cases.clock().today())),
                        Cell.of(k.total() + " 行"), Cell.of(words(k))))
                .toList();
        return TableView.of("imports", "我的导入", "", List.of("文件", "行数", "情形"), rows, "还没有导入过。");
    }

    private static String words(Waiting.Kept k) {
        return switch (k.state()) {
            case CHECKED -> "已试读，待确认";
            case RUNNING -> "正在登记，已到第 " + k.done() + " 行";
            case STOPPED -> "中断，可以继续";
            case DONE -> ImportViews.summary(k.outcome(), false);
        };
    }
}
