package org.fengqiao.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.door.Progress;
import org.fengqiao.law.Laws;
import org.fengqiao.law.UnresolvedCitation;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Replay;
import org.fengqiao.procedure.ReplayReport;
import org.fengqiao.procedure.Source;
import org.jspecify.annotations.Nullable;

/// `procedures rehearse`: the recorded cases of a procedure taken through a draft of it. It reads and writes nothing.
public final class RehearseDraft implements Command {

    private static final Pattern SLUG = Pattern.compile("(?m)^procedure:\\s*([a-z0-9-]+)\\s*(?:#.*)?$");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?=\\.yaml$)");

    @Override
    public String name() {
        return "procedures rehearse";
    }

    @Override
    public String summary() {
        return "recorded cases taken through a draft: FILE [--from DAY] [--to DAY] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of("from", "to", Home.OPTION), Set.of());
        if (options.words().size() != 1) {
            throw new Refused("procedures rehearse needs the file of a draft: FILE [--from DAY] [--to DAY] [--home DIR].");
        }
        Path file = Path.of(options.words().getFirst());
        LocalDate from = day(options, "from");
        LocalDate to = day(options, "to");
        String text = text(file);
        try (Database database = Database.open(Home.of(options))) {
            Offices offices = new Offices(database.dataSource(), CasesConfiguration.OFFICE);
            offices.refuseUnlessFounded(database.home().directory());
            LocalDate today = OfficeClock.of(offices).today();
            return rehearse(database.dataSource(), offices.read(), new Draft(file, text), Span.of(from, to, today), today, out, err);
        }
    }

    /// The days, both included, on which the cases were opened.
    record Span(LocalDate from, LocalDate to) {

        /// The days named; the whole year before today's when none is.
        static Span of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
            if (from == null && to == null) {
                LocalDate last = today.minusYears(1);
                return new Span(last.withDayOfYear(1), last.withDayOfYear(last.lengthOfYear()));
            }
            return new Span(from != null ? from : to.withDayOfYear(1), to != null ? to : today);
        }
    }

    /// The file of a draft and what stands in it.
    record Draft(Path file, String text) {

        /// @throws Refused when it is no definition
        Definition read(Laws laws, Definitions definitions, LocalDate otherwise) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            Matcher own = SLUG.matcher(text);
            String slug = own.find() ? own.group(1) : folder == null ? "" : String.valueOf(folder.getFileName());
            if (!definitions.slugs().contains(slug)) {
                throw new Refused("没有程序 " + slug + "，也就没有它的案件可以重演；现有：" + String.join("、", definitions.slugs()));
            }
            Matcher day = DAY.matcher(String.valueOf(file.getFileName()));
            try {
                return definitions.draft(laws, slug, day.find() ? LocalDate.parse(day.group()) : otherwise, text);
            } catch (Source.Fault | UnresolvedCitation | DateTimeParseException e) {
                throw new Refused("草案读不出来：" + e.getMessage());
            }
        }
    }

    /// @return 0 whatever the draft would have changed
    static int rehearse(DataSource source, Office office, Draft file, Span span, LocalDate today, PrintStream out, PrintStream err) throws SQLException {
        if (span.from().isAfter(span.to())) {
            throw new Refused("--from " + span.from() + " 晚于 --to " + span.to() + "。");
        }
        Laws laws = Laws.load();
        Definitions definitions = Definitions.load(laws);
        Definition draft = file.read(laws, definitions, today);
        Replay replay = new Replay(draft, definitions, new Deciding(laws, office.calendar()), office, today);
        ReplayReport report = new ReplayReport(draft, definitions.versions(draft.slug()), laws, office);
        int all = 0;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try {
                all = count(connection, draft.slug(), span);
                each(connection, draft.slug(), span, new Rehearsed(replay, report, all, new Progress(err, "重演")));
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
        out.println("“" + draft.title() + "”草案，" + span.from() + " 至 " + span.to() + " 登记的案件。");
        if (all == 0) {
            out.println("这段时间没有登记过这类案件，无可重演。");
            return 0;
        }
        report.lines().forEach(out::println);
        return 0;
    }

    private record Rehearsed(Replay replay, ReplayReport report, int all, Progress progress) {

        void take(List<Replay.Recorded> life, int done) {
            report.add(replay.take(life), clean(life));
            progress.show(done, all);
        }

        /// Takes what was entered about people out of a text, the longest value first.
        private static UnaryOperator<String> clean(List<Replay.Recorded> life) {
            Set<String> values = new LinkedHashSet<>();
            life.forEach(r -> r.personal().values().stream().filter(v -> v.length() > 1).forEach(values::add));
            List<String> longest = values.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
            return text -> {
                String clean = text;
                for (String value : longest) {
                    clean = clean.replace(value, "※");
                }
                return clean;
            };
        }
    }

    private static int count(Connection connection, String slug, Span span) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(
                "select count(*) from cases where office = ? and procedure = ? and opened_on between ? and ?")) {
            asked(s, slug, span);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void asked(PreparedStatement s, String slug, Span span) throws SQLException {
        s.setShort(1, CasesConfiguration.OFFICE);
        s.setString(2, slug);
        s.setObject(3, span.from());
        s.setObject(4, span.to());
    }

    private static void each(Connection connection, String slug, Span span, Rehearsed progress) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("select " + RecordedLife.COLUMNS + """

                  from cases k
                 where k.office = ? and k.procedure = ? and k.opened_on between ? and ?
                 order by k.opened_on, k.id""")) {
            asked(s, slug, span);
            s.setFetchSize(200);
            try (ResultSet row = s.executeQuery()) {
                for (int done = 1; row.next(); done++) {
                    progress.take(RecordedLife.of(row), done);
                }
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refused("读不到草案 " + file + "。");
        }
    }

    private static @Nullable LocalDate day(Options options, String name) {
        String day = options.get(name);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new Refused("--" + name + " needs a day such as 2026-03-02, not \"" + day + "\".");
        }
    }
}
