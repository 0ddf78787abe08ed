package org.fengqiao.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.fengqiao.cases.CasesConfiguration;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.office.Offices;
import org.fengqiao.door.Progress;
import org.fengqiao.procedure.Source;

/// `intake import`: a file of another system becomes requests; sent twice, it counts once.
public final class IntakeImport implements Command {

    private static final Set<String> KNOWN = Set.of("channel", "by", "encoding", "mapping", "format", Home.OPTION);
    private static final int MOST_SHOWN = 50;

    @Override
    public String name() {
        return "intake import";
    }

    @Override
    public String summary() {
        return "requests of another system: --channel C FILE [--by USER] [--encoding GBK] [--mapping FILE] [--format jsonl|csv] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, KNOWN, Set.of());
        if (options.words().size() != 1) {
            throw new Refused("Name one file: intake import --channel 12345 FILE.");
        }
        Channel channel = channel(options.get("channel", ""));
        Path file = Path.of(options.words().getFirst());
        List<Line> lines = lines(file, options);
        Mapping mapping = mapping(options);
        try (Database database = Database.open(Home.of(options))) {
            database.migrate();
            DataSource source = database.dataSource();
            new Offices(source, Offices.ONLY).refuseUnlessFounded(database.home().directory());
            Intake intake = new Intake(CasesConfiguration.beside(source), source, mapping);
            Receipt receipt = receive(intake, channel, lines, options, err);
            print(receipt, out);
            return receipt.accepted() + receipt.duplicate() == 0 && !receipt.rejected().isEmpty() ? 1 : 0;
        }
    }

    private static Receipt receive(Intake intake, Channel channel, List<Line> lines, Options options, PrintStream err)
            throws SQLException {
        String by = options.get("by");
        String registrar = by != null
                ? by
                : intake.firstRegistrar().orElseThrow(() -> new Refused("No registrar is present today; name one with --by USER."));
        if (!intake.mayReceive(registrar)) {
            throw new Refused("\"" + registrar + "\" may not register requests; name a registrar with --by USER.");
        }
        Progress progress = new Progress(err, "importing");
        Receipt receipt = intake.receive(channel, lines, registrar, done -> progress.show(done, lines.size()));
        return receipt;
    }

    private static Channel channel(String id) {
        return Channel.of(id).orElseThrow(() -> new Refused(
                (id.isEmpty() ? "Name a channel with --channel" : "There is no channel \"" + id + "\"") + "; known: " + Channel.known() + "."));
    }

    private static List<Line> lines(Path file, Options options) {
        Charset encoding;
        String named = options.get("encoding", "UTF-8");
        try {
            // What is called GBK or GB2312 in practice is a part of GB18030.
            encoding = named.toUpperCase(Locale.ROOT).matches("GBK|GB2312|GB18030") ? Charset.forName("GB18030") : Charset.forName(named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Refused("The encoding \"" + named + "\" is unknown; use UTF-8 or GBK.");
        }
        String format = options.get("format", file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? "csv" : "jsonl");
        if (!Set.of("csv", "jsonl").contains(format)) {
            throw new Refused("The format \"" + format + "\" is unknown; use jsonl or csv.");
        }
        try {
            String text = Delivery.text(Files.readAllBytes(file), encoding);
            List<Line> lines = format.equals("csv") ? Delivery.csv(text) : Delivery.jsonLines(text);
            if (lines.isEmpty()) {
                throw new Refused(file + " holds no lines.");
            }
            return lines;
        } catch (Delivery.WrongEncoding e) {
            throw new Refused(file + " is not " + named + " (line " + e.line + ")"
                    + (e.looksLikeGbk ? "; it looks like GBK: add --encoding GBK." : "; name its encoding with --encoding."));
        } catch (IOException e) {
            throw new Refused("The file " + file + " cannot be read", e);
        }
    }

    private static Mapping mapping(Options options) {
        String file = options.get("mapping");
        if (file == null) {
            return Mapping.shipped();
        }
        try {
            return Mapping.shipped().with(file, Files.readString(Path.of(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refused("The mapping " + file + " cannot be read", e);
        } catch (IllegalArgumentException | Source.Fault e) {
            throw new Refused("The mapping does not fit: " + e.getMessage());
        }
    }

    private static void print(Receipt receipt, PrintStream out) {
        out.println("accepted " + receipt.accepted());
        out.println("duplicate " + receipt.duplicate());
        out.println("rejected " + receipt.rejected().size());
        receipt.rejected().stream().limit(MOST_SHOWN).forEach(r -> out.println("  line " + r.line() + ": " + r.reason()));
        if (receipt.rejected().size() > MOST_SHOWN) {
            out.println("  and " + (receipt.rejected().size() - MOST_SHOWN) + " more; `intake rejected` writes them all");
        }
    }
}
