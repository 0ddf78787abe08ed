package org.fengqiao.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengqiao.calendar.NoticeFile.Parts;
import org.fengqiao.calendar.NoticeFile.Placed;
import org.fengqiao.calendar.NoticeWords.Found;
import org.fengqiao.calendar.ReadNotice.Fault;
import org.jspecify.annotations.Nullable;

/// 国务院办公厅通知的原文: title, number, numbered items such as `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`
/// and the day under it.
///
/// Only what is said to be 放假 or 上班 counts; advice to let people rest does not. The text checks itself: its weekdays and
/// its numbers of days have to agree with its dates.
final class NoticeText {

    private static final Pattern TITLE = Pattern.compile("(?:国务院办公厅)?关于(?:\\S*?)(\\d{4})年\\S*?(?:节假日|假期)\\S*?通知");
    private static final Pattern NUMBER = Pattern.compile("国办发(?:明电)?〔\\d{4}〕\\d+号");
    private static final Pattern SIGNED = Pattern.compile("\\s*(\\d{4})年(\\d{1,2})月(\\d{1,2})日\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*[一二三四五六七八九十]+、\\s*(?:([^：:，。]{2,20})[：:])?(.*)");
    private static final Pattern FESTIVAL = Pattern.compile("元旦|春节|清明节|劳动节|端午节|中秋节|国庆节");
    private static final Pattern PROLONGED = Pattern.compile("延长(?:\\d{4}年)?(\\S{2,6}?)假期至(?=\\d)");
    private static final Pattern COUNT = Pattern.compile("(?:共|放假)\\s*(\\d{1,2})\\s*天");

    private final WorkingDays known;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Placed> festivals = new ArrayList<>();
    private int year;
    private String title = "";

    private NoticeText(WorkingDays known) {
        this.known = known;
    }

    static Parts read(String text, WorkingDays known) {
        return new NoticeText(known).parts(text.lines().map(NoticeWords::plain).toList());
    }

    private Parts parts(List<String> lines) {
        String source = "";
        LocalDate published = null;
        for (String line : lines) {
            Matcher named = TITLE.matcher(line);
            if (title.isEmpty() && named.find()) {
                title = named.group();
                year = Integer.parseInt(named.group(1));
            }
            Matcher number = NUMBER.matcher(line);
            source = source.isEmpty() && number.find() ? number.group() : source;
        }
        if (year == 0) {
            faults.add(new Fault(0, "没有“关于某年……节假日安排的通知”这样的名称"));
            return new Parts(0, "", LocalDate.EPOCH, source, List.of(), List.of(), faults);
        }
        for (int i = 0; i < lines.size(); i++) {
            Matcher item = ITEM.matcher(lines.get(i));
            if (item.matches()) {
                item(i + 1, item.group(1), item.group(2));
            }
            Matcher signed = SIGNED.matcher(lines.get(i));
            if (signed.matches()) {
                published = date(i + 1, signed);
            }
        }
        return new Parts(year, title, published, source, festivals, remarks(), faults);
    }

    private @Nullable LocalDate date(int line, Matcher m) {
        try {
            return LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        } catch (DateTimeException e) {
            faults.add(new Fault(line, "“" + m.group().strip() + "”不是日期"));
            return null;
        }
    }

    /// Items about something else, such as schools and wages, are passed over.
    private void item(int line, @Nullable String heading, String said) {
        boolean festival = heading != null && FESTIVAL.matcher(heading).find();
        boolean arranges = said.contains("放假") || said.contains("上班") || PROLONGED.matcher(said).find();
        if (!festival && !arranges) {
            return;
        }
        String name = festival ? heading : named(said);
        if (name == null) {
            return;
        }
        Set<LocalDate> rest = new TreeSet<>();
        Set<LocalDate> work = new TreeSet<>();
        List<Found> marks = new ArrayList<>();
        for (String sentence : said.split("[。；;]")) {
            sentence(line, name, sentence, rest, work, marks);
        }
        if (rest.isEmpty() && work.isEmpty()) {
            faults.add(new Fault(line, name + "没有读出放假或者上班的日期"));
            return;
        }
        festivals.add(new Placed(line, new Festival(name, rest, NoticeWords.statutory(year, name, rest, marks), work)));
    }

    private @Nullable String named(String said) {
        Matcher here = FESTIVAL.matcher(said);
        if (here.find()) {
            return here.group();
        }
        Matcher above = FESTIVAL.matcher(title);
        return above.find() ? above.group() : null;
    }

    private void sentence(int line, String name, String said, Set<LocalDate> rest, Set<LocalDate> work, List<Found> marks) {
        NoticeWords words = new NoticeWords(year, said);
        words.wrong().forEach(reason -> faults.add(new Fault(line, reason)));
        marks.addAll(words.found());
        work.addAll(words.before("上班"));
        Set<LocalDate> off = words.before("放假");
        Matcher prolonged = PROLONGED.matcher(said);
        if (prolonged.find()) {
            off.addAll(prolonged(line, name, words.found().getFirst().day()));
        }
        Matcher count = COUNT.matcher(said);
        if (!off.isEmpty() && count.find() && Integer.parseInt(count.group(1)) != off.size()) {
            faults.add(new Fault(line, "写明“" + count.group() + "”，所列日期为 " + off.size() + " 天"));
        }
        rest.addAll(off);
    }

    /// The days after the holiday as it is known, up to its new end.
    private Set<LocalDate> prolonged(int line, String name, LocalDate until) {
        TreeSet<LocalDate> more = new TreeSet<>();
        TreeSet<LocalDate> before = known.notices().stream()
                .filter(n -> n.year() == year)
                .flatMap(n -> n.days().entrySet().stream())
                .filter(e -> e.getValue().off() && e.getValue().name().contains(name) && !e.getKey().isAfter(until))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        if (before.isEmpty()) {
            faults.add(new Fault(line, "延长的" + name + "假期原来到哪一天，日历里没有"));
            return more;
        }
        // What an earlier import of this very notice added is part of what it says.
        LocalDate first = known.notices().stream().filter(n -> n.title().equals(title))
                .flatMap(n -> n.days().keySet().stream()).min(LocalDate::compareTo).orElse(before.last().plusDays(1));
        for (LocalDate day = first; !day.isAfter(until); day = day.plusDays(1)) {
            more.add(day);
        }
        return more;
    }

    private List<String> remarks() {
        String open = festivals.stream().map(Placed::festival)
                .filter(f -> NoticeWords.leavesOpen(f.name(), f.statutory(), f.rest()))
                .map(Festival::name).collect(Collectors.joining("、"));
        return open.isEmpty() || title.contains("延长") ? List.of() : List.of(open + "的法定节日当日，通知没有写明，不作标注；放假和上班不受影响。");
    }
}
