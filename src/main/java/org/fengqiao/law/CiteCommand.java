package org.fengqiao.law;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// `law cite`: checks every citation of a text or Word file of any origin, and says where each stands.
public final class CiteCommand implements Command {

    private static final long LARGEST = 64L << 20;
    private static final Set<String> KNOWN = Set.of("in", "on", Home.OPTION);

    @Override
    public String name() {
        return "law cite";
    }

    @Override
    public String summary() {
        return "checks the citations of a text: --in FILE (.txt, .md, .docx) [--on DATE] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, KNOWN, Set.of());
        String in = options.get("in");
        if (in == null || !options.words().isEmpty()) {
            throw new Refused("Name one file: law cite --in FILE.");
        }
        String text = text(Path.of(in));
        LocalDate day = day(options, text);
        Home home = Home.of(options);
        // A home without a database has no imported texts; the outlines of laws/ are enough to begin with.
        boolean imported = System.getenv("FENGQIAO_DATABASE_URL") != null || Files.exists(home.postgres().resolve("data"));
        List<CitationFinding> findings;
        if (imported) {
            try (Database database = Database.open(home)) {
                database.migrate();
                findings = new CitationCheck(Laws.load(), new Texts(database.dataSource())).check(text, day);
            }
        } else {
            findings = new CitationCheck(Laws.load(), null).check(text, day);
        }
        long faults = findings.stream().filter(f -> f.outcome().fault()).count();
        for (CitationFinding f : findings) {
            out.println(in + ":" + f.line() + ":" + f.column() + ": " + f.outcome().chinese() + " " + f.written() + " — " + f.sentence());
        }
        out.println("citations " + findings.size() + ", wrong " + faults + ", as of " + day);
        return faults == 0 ? 0 : 1;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Refused("The file " + file + " is larger than " + (LARGEST >> 20) + " MB; divide it.");
            }
            return PlainText.of(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Refused("The file " + file + " cannot be read", e);
        }
    }

    /// The day asked for, the day the document gives itself, or today.
    private static LocalDate day(Options options, String text) {
        LocalDate on = options.day("on");
        return on != null ? on : CitationCheck.dayOf(text).orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
    }
}
