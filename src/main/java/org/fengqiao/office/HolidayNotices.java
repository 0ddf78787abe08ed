package org.fengqiao.office;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fengqiao.calendar.HolidayNotice;
import org.fengqiao.calendar.HolidayText;
import org.fengqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 本机关登记的放假通知: entered by one person, in effect when another has approved it.
public final class HolidayNotices {

    private static final Pattern NAMED = Pattern.compile("(\\d{4})\\s*年");

    private final Offices offices;
    private final JdbcClient jdbc;

    public HolidayNotices(Offices offices, DataSource source) {
        this.offices = offices;
        this.jdbc = JdbcClient.create(source);
    }

    /// 已登记的通知.
    ///
    /// @param approvedBy null while it waits
    public record Entered(long id, HolidayNotice notice, String festivals, String source, String enteredBy, @Nullable String approvedBy) {}

    /// All notices of this office, the newest first.
    public List<Entered> all() {
        return jdbc.sql("select id, year, title, published, festivals, entered_by, approved_by, source from holiday_notice where office = ? order by id desc")
                .params(offices.id())
                .query((r, n) -> new Entered(
                        r.getLong(1), HolidayText.entered(r.getInt(2), r.getString(3), r.getObject(4, LocalDate.class), r.getString(5)),
                        r.getString(5), r.getString(8), r.getString(6), r.getString(7)))
                .list();
    }

    /// The notice of that day and title, in effect or waiting; empty when there is none.
    public Optional<HolidayNotice> known(HolidayNotice notice) {
        return Stream.concat(offices.current().calendar().notices().stream(), all().stream().map(Entered::notice))
                .filter(n -> n.published().equals(notice.published()) && n.title().equals(notice.title()))
                .findFirst();
    }

    /// Why a notice cannot be entered on a day, by field; empty when it can.
    public Map<String, String> refusals(int year, String title, @Nullable LocalDate published, LocalDate today) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (title.isEmpty() || title.length() > 100) {
            reasons.put("title", "请填写通知名称，至多 100 个字");
        }
        WorkingDays calendar = offices.current().calendar();
        int last = calendar.lastAnnounced().getYear();
        int before = calendar.firstAnnounced().getYear() - 1;
        if ((year < last - 1 || year > last + 1) && year != before) {
            reasons.put("year", "年度应为 " + (last - 1) + " 年至 " + (last + 1) + " 年；补录更早的，从 " + before + " 年起逐年向前");
        } else if (NAMED.matcher(title).results().map(m -> m.group(1)).noneMatch(named -> Integer.parseInt(named) == year)
                && NAMED.matcher(title).find()) {
            reasons.put("year", "通知名称写的不是 " + year + " 年");
        }
        if (published != null && published.isAfter(today)) {
            reasons.put("published", "公布日期不能晚于今天");
        }
        if (published != null && (published.getYear() < year - 1 || published.getYear() > year)) {
            reasons.put("published", year + " 年的安排在上一年或者当年公布，不会在 " + published);
        }
        return reasons;
    }

    /// Enters a notice that has been read without fault. It is known by its day and title from then on.
    ///
    /// @return false when a notice of that day and title is known already
    public boolean enter(String by, HolidayNotice notice, String festivals, String source) {
        return known(notice).isEmpty() && offices.change(
                "insert into holiday_notice (office, year, title, published, festivals, source, entered_by) select ?, ?, ?, ?, ?, ?, ?"
                        + " where not exists (select 1 from holiday_notice where office = ? and published = ? and title = ?)",
                offices.id(), notice.year(), notice.title(), notice.published(), festivals, source, by, offices.id(), notice.published(), notice.title()) == 1;
    }

    /// Takes back a notice that nobody has approved.
    public boolean withdraw(long id) {
        return jdbc.sql("delete from holiday_notice where office = ? and id = ? and approved_by is null")
                .params(offices.id(), id)
                .update() == 1;
    }

    /// Approves a notice; the calendar of the office holds it from now on.
    ///
    /// @return false when it does not wait, or the same person entered it
    public boolean approve(String by, long id) {
        return offices.change(
                "update holiday_notice set approved_by = ?, approved_at = now() where office = ? and id = ? and approved_by is null"
                        + " and entered_by <> ?", by, offices.id(), id, by) == 1;
    }

    /// The notices in effect, within the reading of an office.
    static List<HolidayNotice> approved(Connection connection, short office) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(
                "select year, title, published, festivals from holiday_notice where office = ? and approved_by is not null order by id")) {
            s.setShort(1, office);
            List<HolidayNotice> all = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(HolidayText.entered(r.getInt(1), r.getString(2), r.getObject(3, LocalDate.class), r.getString(4)));
                }
            }
            return all;
        }
    }
}
