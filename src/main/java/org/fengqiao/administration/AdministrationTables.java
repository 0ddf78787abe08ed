package org.fengqiao.administration;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengqiao.cases.Days;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.office.Setting;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.StateTag;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.jspecify.annotations.Nullable;

/// 机构管理的表格: people, settings and changes, and what one person holds.
record AdministrationTables(Office office, LocalDate today) {

    private static final int SOON_DAYS = 90;

    private static <T> TableView table(
            String id, String title, String note, List<String> heads, Collection<T> rows, Function<T, List<Cell>> row, String none) {
        return TableView.of(id, title, note, heads, rows.stream().map(row).toList(), none);
    }

    private static Cell validity(LocalDate from, @Nullable LocalDate until) {
        return Cell.of(span(from, until));
    }

    private static String span(LocalDate from, @Nullable LocalDate until) {
        return Days.full(from) + (until == null ? "起" : "至" + Days.full(until));
    }

    private static Cell tagged(String text, String note, ClockState state, String tag) {
        return new Cell(text, null, note, new StateTag(state, tag), List.of(), null);
    }

    TableView people() {
        return table("people", "人员", office.people().size() + " 人", List.of("姓名", "科室", "岗位", "证件和资格", "在岗"),
                office.people().values(), p -> List.of(
                        Cell.link(p.name(), "/administration/people/" + p.id(), p.id()), Cell.of(office.units().getOrDefault(p.unit(), p.unit())),
                        Cell.of(posts(p)), certificate(p), leave(p)), "没有人员。");
    }

    private String posts(Person p) {
        String posts = p.postsOn(today).stream().map(office::postTitle).collect(Collectors.joining("、"));
        return posts.isEmpty() ? "—" : posts;
    }

    private Cell certificate(Person p) {
        if (p.certificates().isEmpty()) {
            return Cell.of("—");
        }
        Person.Certificate c = p.certificates().getLast();
        String until = c.until() == null ? "长期" : "至 " + Days.full(c.until());
        if (!c.validOn(today)) {
            return tagged(c.number(), until, ClockState.OVERDUE, "无效");
        }
        return c.until() != null && c.until().isBefore(today.plusDays(SOON_DAYS))
                ? tagged(c.number(), until, ClockState.SOON, "将到期")
                : Cell.of(c.number(), until);
    }

    private Cell leave(Person p) {
        return p.leaveOn(today)
                .map(l -> tagged("", "至 " + Days.day(l.until(), today) + (l.substitute() == null ? "" : "，" + office.nameOf(l.substitute()) + "代行"),
                        ClockState.PAUSED, "请假"))
                .orElse(Cell.of("在岗"));
    }

    TableView settings() {
        return table("settings", "设置", office.settings().size() + " 项", List.of("设置", "值", "适用", "来源", "批准"),
                office.settings(), s -> List.of(
                        Cell.of(AdministrationForms.title(s.key())), Cell.of(AdministrationForms.words(s)),
                        Cell.of(span(s.from(), s.until()), current(s)), Cell.of(s.source()), Cell.of(s.approver())), "没有设置。");
    }

    private String current(Setting s) {
        boolean on = office.setting(s.key(), today).filter(s::equals).isPresent();
        return on ? "现行" : today.isBefore(s.from()) ? "将来" : "已停用";
    }

    TableView changes(List<Changes.Change> newest) {
        return table("changes", "变更记录", "最近 200 条", List.of("时间", "经办", "对象", "变更"), newest, c -> List.of(
                Cell.of(Days.moment(c.at().withOffsetSameInstant(ZoneOffset.ofHours(8)), today)), Cell.of(office.nameOf(c.person())),
                Cell.of(office.nameOf(c.subject())), Cell.of(c.what())), "还没有变更。");
    }

    /// What one person holds.
    ///
    /// @param acts the address below which posts and certificates are ended; null for whoever only looks
    List<TableView> of(Person p, @Nullable String acts) {
        return List.of(
                table("posts", "岗位", "", List.of("岗位", "任职", ""), p.posts(), h -> List.of(
                        Cell.of(office.postTitle(h.post())), validity(h.from(), h.until()),
                        acts != null && h.until() == null ? Cell.post("今日卸任", acts + "/posts/" + h.post() + "/end") : Cell.of("")), "没有岗位。"),
                table("certificates", "证件和资格", "", List.of("种类", "编号", "有效", ""), p.certificates(), c -> List.of(
                        Cell.of(AdministrationForms.certificate(c.kind())), Cell.of(c.number()), validity(c.from(), c.until()),
                        acts != null && c.validOn(today) ? Cell.post("今日起吊销", acts + "/certificates/" + c.kind() + "/end") : Cell.of("")), "没有证件。"),
                table("leaves", "请假", "", List.of("起止", "代行"), p.leaves(), l -> List.of(
                        validity(l.from(), l.until()), Cell.of(l.substitute() == null ? "—" : office.nameOf(l.substitute()))), "没有请假。"));
    }
}
