package org.fengqiao.cases;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.database.Home;
import org.fengqiao.document.Rendering;
import org.fengqiao.document.Templates;
import org.fengqiao.document.Typefaces;
import org.fengqiao.law.Laws;
import org.fengqiao.office.HolidayNotices;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.record.Heads;
import org.fengqiao.record.Projection;
import org.fengqiao.record.Records;
import org.fengqiao.ui.Prose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the rooms around a case are put together.
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {

    /// One office; a district runs several under their own numbers.
    static final short OFFICE = Offices.ONLY;

    @Bean
    @ConditionalOnMissingBean
    Definitions definitions(Laws laws) {
        return Definitions.load(laws);
    }

    @Bean
    Deciding deciding(Laws laws, Offices offices) {
        return new Deciding(laws, calendar(offices));
    }

    /// The calendar of the office; before there is one, that of the product.
    private static Supplier<WorkingDays> calendar(Offices offices) {
        return () -> offices.isFounded() ? offices.current().calendar() : WorkingDays.announced();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Offices offices(DataSource source) {
        return new Offices(source, OFFICE);
    }

    @Bean
    @Profile("!demo")
    OfficeClock officeClock() {
        return OfficeClock.wall();
    }

    @Bean
    Access access() {
        return Access.load();
    }

    @Bean
    Evidence evidence(Home home) {
        return new Evidence(home.evidence());
    }

    @Bean
    @ConditionalOnMissingBean
    Templates templates() {
        return Templates.load();
    }

    @Bean
    Rendering rendering(Templates templates) {
        return new Rendering(templates, Typefaces.ofThisMachine());
    }

    @Bean
    Heads heads(DataSource source, Home home) {
        return new Heads(source, home.heads(), Clock.systemUTC());
    }

    @Bean
    Records records(DataSource source, Definitions definitions, Deciding deciding, Offices offices, Heads heads) {
        // A start counts as an act: it writes the heads of the days on which the office was closed.
        heads.acted();
        return new Records(
                source, OFFICE, new NearestDue(deciding::calendar), projections(definitions, deciding, offices), heads::acted);
    }

    /// The rows of this room that follow from events.
    static List<Projection> projections(Definitions definitions, Deciding deciding, Offices offices) {
        return List.of(new WorklistRows(definitions, deciding, offices::current), new DocumentRows(), SourceNumbers.rows(definitions));
    }

    /// The record with the projections of this room.
    static Records records(DataSource source, Definitions definitions, Deciding deciding, Offices offices, short office) {
        return new Records(source, office, new NearestDue(deciding::calendar), projections(definitions, deciding, offices));
    }

    @Bean
    Drafts drafts(DataSource source) {
        return new Drafts(JdbcClient.create(source), OFFICE);
    }

    @Bean
    SourceNumbers sourceNumbers(DataSource source) {
        return new SourceNumbers(JdbcClient.create(source), OFFICE);
    }

    @Bean
    Purposes purposes(DataSource source) {
        return new Purposes(JdbcClient.create(source), OFFICE);
    }

    @Bean
    Cases cases(
            Records records, Definitions definitions, Deciding deciding, Offices offices, OfficeClock clock,
            Templates templates, Laws laws, Access access, Drafts drafts, SourceNumbers sourceNumbers, Purposes purposes) {
        return new Cases(records, definitions, deciding, offices, clock, new Papers(templates, laws), access, drafts, sourceNumbers, purposes);
    }

    @Bean
    CaseJson caseJson(Cases cases, Drafts drafts, Laws laws) {
        return new CaseJson(cases, drafts, laws);
    }

    @Bean
    DocumentFiles documentFiles(DataSource source, Rendering rendering, ObjectProvider<Prose> prose) {
        return new DocumentFiles(JdbcClient.create(source), OFFICE, rendering, prose::getObject);
    }

    @Bean
    CaseSearch caseSearch(DataSource source, Cases cases, Access access) {
        return new CaseSearch(JdbcClient.create(source), OFFICE, cases, access);
    }

    @Bean
    CalendarChange calendarChange(DataSource source, Records records, Offices offices, OfficeClock clock, Definitions definitions) {
        return new CalendarChange(source, records, offices, clock, definitions);
    }

    /// A notice that came with a new version of the product, or whose computation was cut off, takes effect at the start.
    @Bean
    ApplicationRunner calendarOfToday(CalendarChange change, Offices offices) {
        return arguments -> {
            if (offices.isFounded()) {
                change.settle(null);
            }
        };
    }

    @Bean
    HolidayNotices holidayNotices(Offices offices, DataSource source) {
        return new HolidayNotices(offices, source);
    }

    @Bean
    CaseFiles caseFiles(DataSource source) {
        return new CaseFiles(JdbcClient.create(source), OFFICE);
    }

    /// The door to the cases for a command that works beside a serving office, on the day of that office.
    public static Cases beside(DataSource source) {
        Laws laws = Laws.load();
        Definitions definitions = Definitions.load(laws);
        Offices offices = new Offices(source, OFFICE);
        Deciding deciding = new Deciding(laws, calendar(offices));
        java.time.LocalDate day = offices.day();
        OfficeClock clock = day == null ? OfficeClock.wall() : OfficeClock.demonstration(offices, day);
        return new Cases(
                records(source, definitions, deciding, offices, OFFICE), definitions, deciding, offices, clock,
                new Papers(Templates.load(), laws), Access.load(), new Drafts(JdbcClient.create(source), OFFICE),
                new SourceNumbers(JdbcClient.create(source), OFFICE), new Purposes(JdbcClient.create(source), OFFICE));
    }
}
