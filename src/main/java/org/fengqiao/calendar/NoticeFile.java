package org.fengqiao.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.calendar.HolidayNotice.Arranged;
import org.fengqiao.calendar.ReadNotice.Fault;
import org.jspecify.annotations.Nullable;

/// 放假通知的文件: a notice in the words of the State Council's General Office, or the same facts as YAML.
public final class NoticeFile {

    private NoticeFile() {}

    /// One festival and the line it stands on.
    record Placed(int line, Festival festival) {}

    /// What a file says, before its parts are held against each other.
    ///
    /// @param year      0 when none could be found, which is among the faults
    /// @param published null when none could be found, which is among the faults
    record Parts(int year, String title, @Nullable LocalDate published, String source, List<Placed> festivals,
            List<String> remarks, List<Fault> faults) {}

    /// Reads a notice.
    ///
    /// @param known     the calendar before it, which a notice that prolongs a holiday leans on
    /// @param announced the day of the announcement where it differs from the day under the text
    public static ReadNotice read(String content, WorkingDays known, @Nullable LocalDate announced) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        Parts parts = text.lines().anyMatch(line -> line.startsWith("days:")) ? NoticeYaml.read(text) : NoticeText.read(text, known);
        List<Fault> faults = new ArrayList<>(parts.faults());
        LocalDate published = announced == null ? parts.published() : announced;
        if (published == null) {
            faults.add(new Fault(0, "没有写明公布日期"));
        }
        Map<LocalDate, Arranged> days = new LinkedHashMap<>();
        for (Placed placed : parts.festivals()) {
            try {
                placed.festival().into(parts.year(), "", known.without(parts.title())::off, days);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(placed.line(), String.valueOf(e.getMessage()).strip().replaceFirst("^的\\s*", "")));
            }
        }
        if (days.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(0, "没有写明放假和上班的日期"));
        }
        if (!faults.isEmpty() || published == null) {
            return new ReadNotice.Faults(faults.stream().distinct().sorted(Comparator.comparingInt(Fault::line)).toList());
        }
        String festivals = parts.festivals().stream().map(p -> p.festival().line()).collect(Collectors.joining("\n"));
        return new ReadNotice.Notice(new HolidayNotice(parts.year(), parts.title(), published, days), festivals, parts.source(), parts.remarks());
    }
}
