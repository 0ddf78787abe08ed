package org.fengqiao.library;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.CountingClauses;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Cites;
import org.fengqiao.cases.ClockViews;
import org.fengqiao.deadline.DeadlineQuestion;
import org.fengqiao.law.Laws;
import org.fengqiao.ui.DeadlinePage;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 期限计算: the same computation as in a case, for a page and for programs.
@Controller
class DeadlinePages {

    private final Cases cases;
    private final Reader reader;
    private final Cites cites;
    private final CountingClauses clauses = CountingClauses.shipped();

    DeadlinePages(Cases cases, Reader reader, Laws laws) {
        this.cases = cases;
        this.reader = reader;
        this.cites = new Cites(laws);
    }

    @GetMapping("/deadlines")
    ModelAndView page(
            Principal user, @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String time,
            @RequestParam(required = false) @Nullable String length, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String law, @RequestParam(required = false) @Nullable String roll) {
        reader.mayRead(user, "calendar");
        boolean asked = from != null || length != null;
        String start = "hour".equals(unit) || "minute".equals(unit) ? moment(from, time) : from;
        DeadlineQuestion question = new DeadlineQuestion(or(start), or(length), or(unit), or(law), or(roll));
        DeadlineQuestion.Answer answer = asked ? question.answer(cases.deciding().calendar(), clauses) : null;
        Map<String, String> errors = answer instanceof DeadlineQuestion.Answer.Refused(String field, String reason) ? Map.of(field, reason) : Map.of();
        FormView form = form(from == null ? cases.clock().today().toString() : from, time, length, unit, law, roll, errors);
        DeadlinePage.Answer shown = answer instanceof DeadlineQuestion.Answer.Due(DueDay day) ? answer(day) : null;
        return new DeadlinePage(form, shown).view(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static @Nullable String or(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// Day and time of day as a moment of the office.
    private static @Nullable String moment(@Nullable String from, @Nullable String time) {
        try {
            return LocalDateTime.parse(from + "T" + (time == null || time.isBlank() ? "09:00" : time.strip())).atOffset(ZoneOffset.ofHours(8)).toString();
        } catch (DateTimeParseException e) {
            return from;
        }
    }

    private DeadlinePage.Answer answer(DueDay day) {
        ClockViews views = new ClockViews(cites, cases.deciding().calendar(), cases.clock());
        LocalDate due = day.due();
        CountedDay counted = day.counted(cases.deciding().calendar());
        String text = due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日 " + WorkingDays.weekday(due)
                + (day.moment() == null ? "" : " " + day.moment().toLocalTime()) + counted.mark();
        return new DeadlinePage.Answer(text, due.isBefore(cases.clock().today()) ? null : views.tag(counted, true), counted.why(), views.explanation(day, List.of()));
    }

    private FormView form(
            String from, @Nullable String time, @Nullable String length, @Nullable String unit, @Nullable String law,
            @Nullable String roll, Map<String, String> errors) {
        List<FieldView.Option> units = List.of(
                FieldView.Option.of("working-day", "工作日"), FieldView.Option.of("calendar-day", "自然日"), FieldView.Option.of("month", "月"),
                FieldView.Option.of("year", "年"), FieldView.Option.of("hour", "小时"), FieldView.Option.of("minute", "分钟"), FieldView.Option.of("", "按所引法律"));
        List<FieldView.Option> known = new ArrayList<>(List.of(FieldView.Option.of("", "不引法律")));
        clauses.all().stream().map(c -> c.zh()).distinct().forEach(zh -> known.add(FieldView.Option.of(zh, "《" + zh + "》")));
        return FormView.get("deadline", "/deadlines", "计算", List.of(
                FieldView.of(FieldView.Kind.DATE, "from", "起算日").help("当日不计入").value(from).must().error(errors.getOrDefault("from", "")),
                FieldView.of(FieldView.Kind.TEXT, "time", "起算时刻").help("只在以小时、分钟计算时填写，例如 09:00").value(time == null ? "" : time),
                FieldView.of(FieldView.Kind.NUMBER, "length", "长度").value(length == null ? "" : length).must().error(errors.getOrDefault("length", "")),
                FieldView.choice(FieldView.Kind.LIST, "unit", "单位", units).value(unit == null ? "working-day" : unit).error(errors.getOrDefault("unit", "")),
                FieldView.choice(FieldView.Kind.LIST, "law", "所引法律", known).value(law == null ? "" : law).error(errors.getOrDefault("law", "")),
                FieldView.choice(FieldView.Kind.CHOICE, "roll", "最后一日是休息日时", List.of(
                        FieldView.Option.of("none", "不顺延"), FieldView.Option.of("forward", "顺延到下一个工作日")))
                        .value(roll == null ? "none" : roll).error(errors.getOrDefault("roll", "")))).asPrimary();
    }

    @GetMapping("/api/v1/deadlines")
    ResponseEntity<byte[]> api(
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String length,
            @RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String law,
            @RequestParam(required = false) @Nullable String roll) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // A plus sign in an address is read as a blank.
        String start = from == null ? null : from.replace(' ', '+');
        switch (new DeadlineQuestion(or(start), or(length), or(unit), or(law), or(roll)).answer(cases.deciding().calendar(), clauses)) {
            case DeadlineQuestion.Answer.Due(DueDay day) -> {
                body.put("due", day.text()).put("provisional", day.provisional());
                ArrayNode lines = body.putArray("explanation");
                day.explanation().forEach(lines::add);
                return json(200, MediaType.APPLICATION_JSON, body);
            }
            case DeadlineQuestion.Answer.Refused(String field, String reason) -> {
                body.put("type", "about:blank").put("title", "不能计算").put("status", 400).put("detail", reason).put("field", field);
                return json(400, MediaType.APPLICATION_PROBLEM_JSON, body);
            }
        }
    }

    private static ResponseEntity<byte[]> json(int status, MediaType type, ObjectNode body) {
        return ResponseEntity.status(status).contentType(type).body(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
