package org.fengqiao.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.fengqiao.database.Database;
import org.fengqiao.document.Rendering;
import org.fengqiao.document.Templates;
import org.fengqiao.document.Typefaces;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.Laws;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.record.Records;
import org.fengqiao.ui.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The demonstration office on a database of its own, with a request that can be walked from registration to closure.
public final class LivingOffice {

    /// A working day on which the whole life of a request is lived.
    public static final LocalDate DAY = LocalDate.of(2026, 10, 9);

    /// Who takes which step with what; the nine steps of a request that is closed.
    public record Move(String user, String step, String data) {
        ObjectNode json() {
            return (ObjectNode) JSON.readTree(data);
        }
    }

    public static final List<Move> NINE = List.of(
            new Move("chen-gui", "registered", "{\"channel\":\"counter\",\"content\":\"小区北门外路灯不亮，夜间出行不便，希望尽快修复。\",\"place\":\"石桥路20号北门外\"}"),
            new Move("chen-gui", "signed-in", "{}"),
            new Move("chen-gui", "classified-ordinary", "{\"within-power\":\"yes\",\"within-power-reason\":\"市政设施属于本街道管养\",\"category\":\"R02\"}"),
            new Move("chen-gui", "unit-dispatched", "{\"unit\":\"city\"}"),
            new Move("shen-mao", "unit-accepted", "{\"handlers\":[\"jiang-yin\"]}"),
            new Move("jiang-yin", "handled", "{\"outcome\":\"resolved\",\"measures\":\"已到现场查看并更换损坏的灯具，现场照明恢复。\"}"),
            new Move("jiang-yin", "replied", "{\"reply\":\"您反映的路灯问题已修复，感谢监督。\",\"reply-method\":\"phone\"}"),
            new Move("chu-zi", "return-visited", "{\"satisfaction\":\"satisfied\",\"attempts\":1}"),
            new Move("chen-gui", "request-closed", "{\"closing-note\":\"路灯已修复。\"}"));

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Templates TEMPLATES = Templates.load();

    public final Cases cases;
    public final Offices offices;
    public final Records records;
    public final Database database;

    public LivingOffice(Database database) {
        this(database, UnaryOperator.identity());
    }

    /// The same office on another day.
    public LivingOffice(Database database, LocalDate today) {
        this(database, UnaryOperator.identity(), today);
    }

    /// An office that reaches its database through `seen`, so that a test can count or disturb.
    public LivingOffice(Database database, UnaryOperator<DataSource> seen) {
        this(database, seen, DAY);
    }

    private LivingOffice(Database database, UnaryOperator<DataSource> seen, LocalDate today) {
        this.database = database;
        DataSource source = seen.apply(database.dataSource());
        offices = new Offices(source, CasesConfiguration.OFFICE);
        if (offices.isEmpty()) {
            try (InputStream yaml = LivingOffice.class.getResourceAsStream("/demo/office.yaml")) {
                offices.found(OfficeFile.read(yaml));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Deciding deciding = new Deciding(LAWS, () -> offices.current().calendar());
        records = CasesConfiguration.records(source, DEFINITIONS, deciding, offices, CasesConfiguration.OFFICE);
        cases = new Cases(
                records, DEFINITIONS, deciding, offices, OfficeClock.still(today), new Papers(TEMPLATES, LAWS), Access.load(),
                new Drafts(JdbcClient.create(source), CasesConfiguration.OFFICE),
                new SourceNumbers(JdbcClient.create(source), CasesConfiguration.OFFICE),
                new Purposes(JdbcClient.create(source), CasesConfiguration.OFFICE));
    }

    CalendarChange calendarChange() {
        return new CalendarChange(database.dataSource(), records, offices, cases.clock(), DEFINITIONS);
    }

    private static List<Prose.Named> named(String words, @Nullable LocalDate day, @Nullable String own, Set<String> shown) {
        return new CitationCheck(LAWS, null).check(words, day == null ? DAY : day, own).stream()
                .filter(f -> f.url() != null)
                .map(f -> new Prose.Named(f.from(), f.to(), String.valueOf(f.url())))
                .toList();
    }

    DocumentFiles documents() {
        return new DocumentFiles(
                JdbcClient.create(database.dataSource()), CasesConfiguration.OFFICE,
                new Rendering(TEMPLATES, Typefaces.ofThisMachine()), () -> LivingOffice::named);
    }

    public Evidence evidence() {
        return new Evidence(database.home().evidence());
    }

    /// Registers a request.
    public Cases.Answer register() {
        return register(null);
    }

    Cases.Answer register(Records.@Nullable Key key) {
        return register(NINE.getFirst().json(), key);
    }

    /// Registers a request under the number another platform gave it.
    Cases.Answer registerFrom(String channel, String number) {
        return register(NINE.getFirst().json().put("channel", channel).put("external-id", number), null);
    }

    private Cases.Answer register(ObjectNode form, Records.@Nullable Key key) {
        return cases.open(
                NINE.getFirst().user(),
                new Cases.Opening(
                        "public-request", "石桥路路灯不亮", DAY, form,
                        List.of(new Act.NewParty("person", "示例诉求人甲", null, "000-0001（示例）", "示例路1号", "requester", null)),
                        null, Cases.Taking.of(JSON.createObjectNode())),
                key);
    }

    public Cases.Answer take(String number, Move move) {
        return cases.take(move.user(), number, move.step(), Cases.Taking.of(move.json()), null);
    }

    /// Walks a new request through its first steps.
    ///
    /// @return its number
    public String walk(int steps) {
        String number = done(register()).state().number();
        for (Move move : NINE.subList(1, steps)) {
            done(take(number, move));
        }
        return number;
    }

    /// The case after an act that was done.
    ///
    /// @throws AssertionError when it was not, with the reasons
    public static Records.Known done(Cases.Answer answer) {
        if (answer instanceof Cases.Answer.Done(Records.Known known, boolean _)) {
            return known;
        }
        throw new AssertionError("not done: " + answer);
    }
}
