package org.fengqiao;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.fengqiao.administration.CalendarImport;
import org.fengqiao.administration.CalendarShow;
import org.fengqiao.bench.BenchSteps;
import org.fengqiao.bench.Practice;
import org.fengqiao.cases.RecordRebuild;
import org.fengqiao.cases.RehearseDraft;
import org.fengqiao.contract.BenchContractReview;
import org.fengqiao.contract.ReconcileContracts;
import org.fengqiao.database.Backup;
import org.fengqiao.database.Database;
import org.fengqiao.database.Restore;
import org.fengqiao.deadline.DeadlineCommand;
import org.fengqiao.document.Templates;
import org.fengqiao.door.Command;
import org.fengqiao.intake.IntakeImport;
import org.fengqiao.intake.IntakeRejected;
import org.fengqiao.law.CiteCommand;
import org.fengqiao.law.ImportLaws;
import org.fengqiao.law.Laws;
import org.fengqiao.ledger.LedgerExportCommand;
import org.fengqiao.ledger.LedgerImportCommand;
import org.fengqiao.ledger.LedgerTemplateCommand;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.CheckProcedures;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.NewProcedure;
import org.fengqiao.procedure.PreviewProcedure;
import org.fengqiao.procedure.ProveProcedures;
import org.fengqiao.record.RecordHeads;
import org.fengqiao.record.RecordLines;
import org.fengqiao.record.RecordVerify;
import org.fengqiao.report.DraftCommand;
import org.fengqiao.report.FiguresCommand;
import org.fengqiao.search.BenchLawSearch;
import org.fengqiao.search.IndexLaws;
import org.fengqiao.search.SearchLaws;
import org.fengqiao.search.TrainRanking;
import org.fengqiao.server.Serve;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/// 枫桥: the one door of the product, `./fengqiao COMMAND`.
public final class Fengqiao {

    /// Every command of the product, in the order in which help lists them.
    static final List<Command> COMMANDS = List.of(
            Serve.demonstration(Application.class, new Serve.Rooms(d -> holds(d, true), Fengqiao::ahead, Practice::live)),
            Serve.office(Application.class, new Serve.Rooms(d -> holds(d, false), Fengqiao::ahead, office -> {})),
            new DeadlineCommand(CalendarShow::calendar),
            new CalendarImport(),
            new CalendarShow(),
            new IntakeImport(),
            new IntakeRejected(),
            new LedgerImportCommand(),
            new LedgerTemplateCommand(),
            new LedgerExportCommand(),
            new ImportLaws(),
            new CiteCommand(),
            new IndexLaws(),
            new SearchLaws(),
            new TrainRanking(),
            new NewProcedure(),
            new CheckProcedures(),
            new ProveProcedures(),
            new PreviewProcedure(),
            new RehearseDraft(),
            new ReconcileContracts(),
            new DraftCommand(),
            new FiguresCommand(),
            new Backup(),
            new Restore(),
            new RecordVerify(),
            new RecordHeads(),
            new RecordLines(),
            new RecordRebuild(),
            new BenchLawSearch(),
            new BenchContractReview(),
            new BenchSteps(Application.class));

    private Fengqiao() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "org/fengqiao/commands-logback.xml");
        System.exit(run(List.of(args)));
    }

    /// Laws, definitions and templates take as long to read as the database takes to start: they are read side by side, and what
    /// the start itself does not need is read once the office can be reached.
    private static ApplicationContextInitializer<GenericApplicationContext> ahead() {
        CompletableFuture<Laws> laws = CompletableFuture.supplyAsync(Laws::load);
        CompletableFuture<Definitions> definitions = laws.thenApply(Definitions::shipped);
        CompletableFuture<Templates> templates = CompletableFuture.supplyAsync(Templates::shipped);
        return context -> {
            context.registerBean(Laws.class, laws::join);
            context.registerBean(Definitions.class, definitions::join);
            context.registerBean(Templates.class, templates::join);
            context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) _ -> CompletableFuture.runAsync(() -> {
                definitions.join().all();
                templates.join().all();
            }));
        };
    }

    private static void holds(Database database, boolean demonstration) {
        new Offices(database.dataSource(), (short) 1).refuseUnless(demonstration, "The home " + database.home().directory());
    }

    static int run(List<String> words) {
        for (Command command : COMMANDS) {
            List<String> name = Arrays.asList(command.name().split(" "));
            if (words.size() >= name.size() && words.subList(0, name.size()).equals(name)) {
                if (words.getLast().equals("--help")) {
                    System.out.println(command.name() + ": " + command.summary());
                    return 0;
                }
                try {
                    return command.run(words.subList(name.size(), words.size()), System.out, System.err);
                } catch (Command.Refused e) {
                    System.err.println(e.getMessage());
                    return 2;
                } catch (Exception e) {
                    e.printStackTrace();
                    return 1;
                }
            }
        }
        boolean asked = words.equals(List.of("help")) || words.equals(List.of("--help"));
        PrintStream out = asked ? System.out : System.err;
        out.println(asked || words.isEmpty() ? "Say what to do:" : "Unknown command \"" + String.join(" ", words) + "\". Known:");
        COMMANDS.forEach(c -> out.printf("  %-24s %s%n", c.name(), c.summary()));
        return asked ? 0 : 2;
    }
}
