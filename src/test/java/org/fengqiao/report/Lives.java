package org.fengqiao.report;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Composing;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Rehearsal;
import org.fengqiao.record.PersonalValues;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Lives of cases for tests of figures: every act goes through the real decision and into a real record.
final class Lives implements AutoCloseable {

    static final Laws LAWS = Laws.load();
    static final Definitions DEFINITIONS = Definitions.load(LAWS);
    static final WorkingDays CALENDAR = WorkingDays.announced();
    static final Indicators SHIPPED = Indicators.load(DEFINITIONS, LAWS);

    final Database database = TestDatabase.fresh();
    final DataSource source = database.dataSource();
    final Office office;
    private final Rehearsal rehearsal;
    private final Records records;
    private int next;

    Lives() {
        Offices offices = new Offices(source, (short) 1);
        offices.found(OfficeFile.read(Lives.class.getResourceAsStream("/demo/office.yaml")));
        office = offices.read();
        rehearsal = new Rehearsal(DEFINITIONS, new Deciding(LAWS, CALENDAR), office);
        records = new Records(source, (short) 1, s -> new Records.Standing(null, false, ""), List.of());
    }

    Figures figures() {
        return new Figures(source, (short) 1, SHIPPED, new Membership(SHIPPED, DEFINITIONS, LAWS, () -> CALENDAR));
    }

    /// Figures declared by a text of this test.
    Figures figures(String yaml) {
        Indicators indicators = Indicators.read(Map.of("test.yaml", yaml), DEFINITIONS, LAWS);
        return new Figures(source, (short) 1, indicators, new Membership(indicators, DEFINITIONS, LAWS, () -> CALENDAR));
    }

    static Period year(int year) {
        return Period.ofYear(year, LocalDate.of(2027, 1, 1));
    }

    /// One figure of a year.
    long count(int year, String id) {
        return figures().of(year(year), office).figure(id).orElseThrow().counted();
    }

    String value(int year, String id) {
        return figures().of(year(year), office).figure(id).orElseThrow().value();
    }

    long part(int year, String id, String part) {
        return figures().of(year(year), office).figure(id).orElseThrow().parts().stream()
                .filter(p -> p.value().equals(part))
                .mapToLong(Figure.Part::counted)
                .findFirst()
                .orElse(-1);
    }

    /// A case in its course.
    final class Life {
        private final String procedure;
        private final @Nullable String lifeline;
        Records.@Nullable Known known;

        private Life(String procedure, @Nullable String lifeline) {
            this.procedure = procedure;
            this.lifeline = lifeline;
        }

        String number() {
            return known.state().number();
        }

        long id() {
            return known.id();
        }

        /// Takes a step.
        ///
        /// @param with JSON without its braces, such as `"fine": 10000`
        Life step(String day, String step, String with) {
            known = records.append(append(day, step, with));
            return this;
        }

        Life step(String day, String step) {
            return step(day, step, "");
        }

        /// Takes a step in a transaction of the caller, who commits it.
        Life step(Connection connection, String day, String step, String with) throws Exception {
            known = records.appendWithin(connection, append(day, step, with));
            return this;
        }

        private Records.Append append(String day, String step, String with) {
            LocalDate on = LocalDate.parse(day);
            CaseState state = known == null ? null : known.state();
            ObjectNode data = (ObjectNode) JsonMapper.shared().readTree("{" + with + "}");
            JsonNode by = data.remove("by");
            Rehearsal.Move move = new Rehearsal.Move(
                    procedure, step, on, null, by == null ? null : by.asString(), null, null, null, on, data, List.<Act.NewParty>of(), null, null);
            Rehearsal.Result result = rehearsal.take(state, move);
            if (!(result.decision() instanceof Decision.Accepted accepted)) {
                throw new AssertionError(step + " on " + day + " was refused: " + result.decision());
            }
            String number = state == null ? "示例〔" + on.getYear() + "〕第" + ++next + "号" : state.number();
            PersonalValues personal = new PersonalValues();
            Composing composing = Composing.of(accepted, number, Instant.EPOCH, made(accepted, state), lifeline, personal::commit);
            return new Records.Append(known, procedure, Map.of(), on.getYear(), n -> new Records.Composed(composing, personal, Map.of(), List.of()), null);
        }

        private List<CaseEvent.Made> made(Decision.Accepted accepted, @Nullable CaseState state) {
            List<CaseEvent.Made> made = new ArrayList<>();
            int n = state == null ? 1 : state.documents().size() + 1;
            for (Decision.Making m : accepted.documents()) {
                made.add(m.existing() == null
                        ? new CaseEvent.Made(
                                "D" + n++, m.rule().id(), m.party(), m.rule().series() == null ? null : "号", "0",
                                m.rule().sign() == null || accepted.step().by().posts().contains(m.rule().sign()))
                        : new CaseEvent.Made(
                                m.existing().id(), m.existing().kind(), m.existing().party(), m.existing().number(), "0", m.existing().signed()));
            }
            return made;
        }

        /// A request up to its reply.
        Life untilReplied(String from, String replied) {
            return step(from, "registered").step(from, "signed-in").step(from, "classified-ordinary").step(from, "unit-dispatched")
                    .step(from, "unit-accepted").step(replied, "handled").step(replied, "replied");
        }

        /// A summary case with a fine of 100 yuan, up to its hand-over.
        Life spotFine(String day) {
            return step(day, "spot-violation-found").step(day, "oral-notice", "\"proposed-penalty\": \"fine\", \"proposed-fine\": 10000")
                    .step(day, "statement-waived").step(day, "spot-decision").step(day, "fine-handed-over");
        }

        /// An ordinary case filed and investigated up to the officers' report.
        Life untilReport(String opened, String day) {
            return step(opened, "clue-registered").step(opened, "site-inspected").step(opened, "case-filing", "\"matter\": \"M002\", \"act-on\": \"" + opened + "\"")
                    .step(day, "inquiry-made").step(day, "evidence-collected").step(day, "evidence-reviewed");
        }

        /// An ordinary case with a fine of 1,000 yuan, up to the decision.
        Life untilDecision(String opened, String noticed, String decided) {
            return untilReport(opened, noticed).step(noticed, "investigation-report")
                    .step(noticed, "advance-notice", "\"fine\": 100000, \"hearing-offered\": \"no\"").step(noticed, "advance-notice-served")
                    .step(decided, "submitted").step(decided, "penalty-decision", "\"fine\": 100000");
        }
    }

    Life request() {
        return new Life("public-request", null);
    }

    Life life(String procedure) {
        return new Life(procedure, null);
    }

    Life life(String procedure, String lifeline) {
        return new Life(procedure, lifeline);
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
    }
}
