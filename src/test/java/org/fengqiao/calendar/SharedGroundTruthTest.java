package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.calendar.WorkingDaysTest.day;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.CountingClauses.Found;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("与共享的日历和法定规则比对")
class SharedGroundTruthTest {

    private final Path shared = Path.of(Optional.ofNullable(System.getenv("FENGQIAO_SHARED")).orElse("../shared"));
    private final JsonMapper json = JsonMapper.builder().build();
    private final WorkingDays calendar = WorkingDays.announced();

    @BeforeEach
    void needsTheSharedFiles() {
        assumeTrue(Files.isDirectory(shared), "共享资料不在 " + shared + "，设置 FENGQIAO_SHARED 后可以比对");
    }

    @Test
    @DisplayName("2021年至2026年每一天：是否工作日、节日名称、是否法定节日都一致")
    void agreesOnEveryDay() throws IOException {
        JsonNode years = json.readTree(Files.readString(shared.resolve("calendar/cn-holidays.json"))).get("years");
        Map<LocalDate, JsonNode> days = new HashMap<>();
        years.values().forEach(year -> year.get("days").forEach(d -> days.put(day(d.get("date").asString()), d)));
        assertThat(days).hasSizeGreaterThan(200);
        for (LocalDate date = day("2021-01-01"); !date.isAfter(day("2026-12-31")); date = date.plusDays(1)) {
            JsonNode expected = days.get(date);
            Day found = calendar.dayOf(date);
            assertThat(found.working()).as(date.toString()).isEqualTo(
                    expected == null ? date.getDayOfWeek().getValue() < 6 : !expected.get("off").asBoolean());
            if (expected != null && expected.get("off").asBoolean()) {
                assertThat(found.name()).as(date.toString()).isEqualTo(expected.get("name").asString());
                assertThat(found.statutory()).as(date.toString()).isEqualTo(expected.get("statutory").asBoolean());
            }
        }
    }

    @Test
    @DisplayName("每条带日数的法定规则：条款表给出的单位与规则一致，届满日与逐日硬数一致")
    void countsEveryStatutoryPeriod() throws IOException {
        int checked = 0;
        for (String file : new String[] {"statutory-rules.jsonl", "superseded-rules.jsonl"}) {
            for (String line : Files.readAllLines(shared.resolve("procedures").resolve(file))) {
                checked += check(json.readTree(line)) ? 1 : 0;
            }
        }
        assertThat(checked).isGreaterThan(120);
    }

    private boolean check(JsonNode rule) {
        Optional<Unit> unit = rule.get("unit").isString() ? Unit.parse(rule.get("unit").asString()) : Optional.empty();
        if (unit.isEmpty() || !rule.get("value").isIntegralNumber() || rule.get("procedure").asString().equals("calendar")
                || rule.get("kind").asString().equals("threshold")) {
            return false;
        }
        String id = rule.get("id").asString();
        int length = rule.get("value").intValue();
        LocalDate start = LocalDate.parse(rule.get("effective_from").asString());
        LocalDate from = start.isBefore(day("2018-01-01")) ? day("2018-01-02") : start;
        if (unit.get() == Unit.WORKING_DAY || unit.get() == Unit.CALENDAR_DAY) {
            CountingClause clause = switch (CountingClauses.shipped().find(rule.get("law_id").asString(), from)) {
                case Found.Clause(CountingClause found) -> found;
                case Found.Nothing(String reason) -> throw new AssertionError(id + " " + reason);
            };
            assertThat(clause.unitOf(length).orElse(unit.get())).as(id).isEqualTo(unit.get());
        }
        if (unit.get() == Unit.HOUR) {
            var moment = from.atTime(23, 30).atZone(Counting.ZONE).toOffsetDateTime();
            assertThat(Counting.due(moment, length, calendar).moment()).as(id).isEqualTo(moment.plusHours(length));
            return true;
        }
        LocalDate expected = switch (unit.get()) {
            case WORKING_DAY -> PlainCalendar.nthWorkingDay(from, length);
            case CALENDAR_DAY -> LocalDate.ofEpochDay(from.toEpochDay() + length);
            case MONTH -> from.plusMonths(length);
            case YEAR -> from.plusMonths(12L * length);
            case HOUR, MINUTE -> throw new IllegalStateException();
        };
        DueDay due = Counting.due(from, new Period(length, unit.get()), Roll.NONE, calendar);
        assertThat(due.due()).as(id).isEqualTo(expected);
        assertThat(due.explanation()).as(id).hasSizeGreaterThanOrEqualTo(4);
        return true;
    }
}
