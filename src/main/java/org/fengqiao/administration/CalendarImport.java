package org.fengqiao.administration;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fengqiao.calendar.Day;
import org.fengqiao.calendar.HolidayNotice;
import org.fengqiao.calendar.NoticeFile;
import org.fengqiao.calendar.ReadNotice;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.office.HolidayNotices;
import org.fengqiao.office.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `calendar import`: a holiday notice from a file waits on the page for a second person's approval. Sent twice, it counts once.
public final class CalendarImport implements Command {

    @Override
    public String name() {
        return "calendar import";
    }

    @Override
    public String summary() {
        return "a holiday notice, its text or YAML, for a second person's approval: FILE --by PERSON|--dry-run [--published DATE] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Options options = Options.parse(arguments, Set.of("by", "published", Home.OPTION), Set.of("dry-run"));
        if (options.words().size() != 1) {
            throw new Refused("Name the file of one notice: calendar import FILE.");
        }
        String content = content(Path.of(options.words().getFirst()));
        LocalDate published = options.day("published");
        return OpenOffice.with(options, open -> run(open, options, content, published, out, err));
    }

    private static String content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("The file " + file + " does not exist.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new Refused("The file " + file + " is not UTF-8 text; save the notice as plain text or write it as YAML.");
        }
    }

    static int run(OpenOffice open, Options options, String content, @Nullable LocalDate published, PrintStream out, PrintStream err) {
        Office office = open.offices().current();
        LocalDate today = OfficeClock.of(open.offices()).today();
        HolidayNotices notices = new HolidayNotices(open.offices(), open.database().dataSource());
        switch (NoticeFile.read(content, office.calendar(), published)) {
            case ReadNotice.Faults(var faults) -> {
                faults.forEach(err::println);
                return 2;
            }
            case ReadNotice.Notice read -> {
                HolidayNotice notice = read.notice();
                Map<String, String> refusals = notices.refusals(notice.year(), notice.title(), notice.published(), today);
                if (!refusals.isEmpty()) {
                    refusals.values().forEach(err::println);
                    return 2;
                }
                tell(open, read, out);
                return enter(open, notices, read, options, () -> mayEnter(office, options.get("by"), today), out);
            }
        }
    }

    private static int enter(
            OpenOffice open, HolidayNotices notices, ReadNotice.Notice read, Options options, java.util.function.Supplier<String> by, PrintStream out) {
        Optional<HolidayNotice> known = notices.known(read.notice());
        if (known.isPresent()) {
            if (!work(known.get()).equals(work(read.notice()))) {
                throw new Refused("A notice of that day and title is known with other days; withdraw it on /administration/holidays first.");
            }
            out.println("known already; nothing to enter.");
            return 0;
        }
        if (options.has("dry-run")) {
            out.println("dry run; nothing entered.");
            return 0;
        }
        String person = by.get();
        if (notices.enter(person, read.notice(), read.festivals(), read.source())) {
            new Changes(open.offices(), open.database().dataSource()).enter(person, person, "由命令登记" + read.notice().title());
        }
        out.println("entered; waits on /administration/holidays for the approval of a second person.");
        return 0;
    }

    /// The same person right as on the page; the shell is no way around the matrix.
    private static String mayEnter(Office office, @Nullable String by, LocalDate today) {
        if (by == null) {
            throw new Refused("Say with --by PERSON who enters the notice, or look first with --dry-run.");
        }
        if (!Access.load().may(office, by, "administration", "act", today)) {
            throw new Refused(by + " is no administrator of this office; a notice is entered by one and approved by somebody else.");
        }
        return by;
    }

    /// Which days are off and which are worked: what two copies of a notice have to agree on.
    private static Map<LocalDate, Boolean> work(HolidayNotice notice) {
        return notice.days().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().off()));
    }

    private static void tell(OpenOffice open, ReadNotice.Notice read, PrintStream out) {
        HolidayNotice notice = read.notice();
        WorkingDays before = open.offices().current().calendar();
        out.println(notice.title() + "，" + notice.published() + " 公布" + (read.source().isEmpty() ? "" : "，" + read.source()));
        read.festivals().lines().forEach(line -> out.println("  " + line));
        read.remarks().forEach(remark -> out.println("  " + remark));
        TreeMap<LocalDate, String> changes = changes(before, before.with(notice), notice);
        out.println("changes " + changes.size());
        if (!before.with(notice).announced(notice.year())) {
            out.println("the year " + notice.year() + " stays provisional: the notice does not arrange it from New Year's Day to the National Day.");
        }
        changes.forEach((day, change) -> out.println("  " + day + " " + WorkingDays.weekday(day) + " " + change));
        long waiting = changes.isEmpty() ? 0 : JdbcClient.create(open.database().dataSource())
                .sql("select count(*) from cases where office = ? and not final and due >= ?")
                .params(open.offices().id(), changes.firstKey())
                .query(Long.class)
                .single();
        out.println("open cases with a due day from " + (changes.isEmpty() ? "then" : changes.firstKey()) + " on: " + waiting);
    }

    private static TreeMap<LocalDate, String> changes(WorkingDays before, WorkingDays after, HolidayNotice notice) {
        TreeMap<LocalDate, String> changes = new TreeMap<>();
        before.changedBy(notice).forEach(day -> changes.put(day, words(before.dayOf(day)) + " → " + words(after.dayOf(day))));
        return changes;
    }

    private static String words(Day day) {
        return switch (day.kind()) {
            case WORKING -> "工作日";
            case MAKE_UP_WORKING -> day.name() + "调休上班";
            case WEEKEND -> "周末";
            case HOLIDAY -> day.name() + "放假";
        };
    }
}
