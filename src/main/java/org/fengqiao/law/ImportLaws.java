package org.fengqiao.law;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.door.Progress;
import org.fengqiao.law.ReadText.Fault;

/// `laws import`: official texts and collections become the library's texts; sent twice, they count once.
public final class ImportLaws implements Command {

    private static final Set<String> KNOWN = Set.of("in-force", Home.OPTION);
    private static final int MOST_SHOWN = 50;

    @Override
    public String name() {
        return "laws import";
    }

    @Override
    public String summary() {
        return "official texts: PATH... (.md, .docx, .jsonl, .jsonl.gz or folders) [--in-force DATE] [--correct] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, KNOWN, Set.of("correct"));
        if (options.words().isEmpty()) {
            throw new Refused("Name at least one file or folder: laws import PATH.");
        }
        List<Path> files = TextFiles.below(options.words());
        LocalDate inForce = options.day("in-force");
        if (inForce != null && files.size() > 1) {
            throw new Refused("--in-force is about one text; import that file alone.");
        }
        TextFiles read = new TextFiles(Laws.load(), inForce);
        Progress reading = new Progress(err, "reading");
        for (int i = 0; i < files.size(); i++) {
            read.read(files.get(i));
            reading.show(i + 1, files.size());
        }
        int all = read.texts().stream().mapToInt(text -> text.articles().size()).sum();
        try (Database database = Database.open(Home.of(options))) {
            database.migrate();
            Progress importing = new Progress(err, "importing");
            TextImport.Outcome outcome = new TextImport(database.dataSource(), options.has("correct"))
                    .run(read.texts(), done -> importing.show(done, all));
            return tell(read, outcome, out);
        }
    }

    /// A refused official text is a failure; a collection fails when nothing of it could be taken.
    private static int tell(TextFiles read, TextImport.Outcome outcome, PrintStream out) {
        List<Fault> rejected = new ArrayList<>(read.faults());
        rejected.addAll(outcome.rejected());
        out.println("texts " + read.texts().size());
        out.println("new " + outcome.fresh());
        out.println("same " + outcome.same());
        out.println("changed " + outcome.changed());
        out.println("rejected " + rejected.size());
        rejected.stream().limit(MOST_SHOWN).forEach(fault -> out.println("  " + fault));
        if (rejected.size() > MOST_SHOWN) {
            out.println("  and " + (rejected.size() - MOST_SHOWN) + " more");
        }
        boolean official = rejected.stream().anyMatch(fault -> !fault.file().contains(".jsonl"));
        boolean nothing = outcome.fresh() + outcome.same() + outcome.changed() == 0;
        return official || nothing && !rejected.isEmpty() ? 1 : 0;
    }
}
