package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 办理程序: one definition, drawn and listed.
///
/// @param flowNote 未写明法律名称的，均为《行政处罚法》条文
/// @param steps    a table for each stage: with basis, who acts, from where to where
/// @param clocks   with length, unit, roll and basis
/// @param people   the smallest roster: label 执法人员, text 不少于 2 人，现有 6 人
/// @param versions newest first
/// @param tables   forms, documents, examples, proved properties, in this order
/// @param preview  按某日试运行, or null
/// @param day      the day on which this version is shown
public record ProcedurePage(
        HeadView head,
        List<NoticeView> notices,
        FlowGraph graph,
        String flowNote,
        List<TableView> steps,
        TableView clocks,
        List<TableView> tables,
        List<VersionRow> versions,
        List<FactView> people,
        String peopleNote,
        List<InterpretationRow> interpretations,
        @Nullable FormView preview,
        @Nullable LocalDate day) implements Page {

    /// Where the text is silent: what the office decided, who and when.
    public record InterpretationRow(String about, String text, String decided) {}

    @Override
    public String template() {
        return "page/procedure";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.PROCEDURES;
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to(Room.PROCEDURES.href(), "办理程序"));
    }
}
