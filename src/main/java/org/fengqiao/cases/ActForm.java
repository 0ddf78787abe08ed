package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.FieldView;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// 办理本身的栏目: when it was done, with whom, and whose act it is.
final class ActForm {

    private final Definition.Step step;
    private final @Nullable CaseState state;
    private final Office office;
    private final LocalDate today;
    private final String user;

    ActForm(Definition.Step step, @Nullable CaseState state, Office office, LocalDate today, String user) {
        this.step = step;
        this.state = state;
        this.office = office;
        this.today = today;
        this.user = user;
    }

    /// Day, moment, second officer and party as typed; `errors` holds what could not be read.
    record Typed(
            @Nullable LocalDate actedOn, @Nullable OffsetDateTime actedAt, List<String> actors, @Nullable String party,
            @Nullable String lateReason) {}

    List<FieldView> fields(@Nullable MultiValueMap<String, String> typed, Map<String, String> errors) {
        List<FieldView> all = new ArrayList<>();
        if (step.by().party() && state != null && !step.form().has("party")) {
            List<FieldView.Option> parties = state.parties().keySet().stream().map(p -> FieldView.Option.of(p, state.partyName(p))).toList();
            all.add(field(FieldView.choice(FieldView.Kind.LIST, "party", "哪一方当事人", parties).must(), typed,
                    parties.size() == 1 ? parties.getFirst().value() : "", errors));
        }
        if (step.by().officers() > 1) {
            List<FieldView.Option> others = others();
            all.add(field(FieldView.choice(FieldView.Kind.LIST, "second", "另一名执法人员", others)
                    .help("由其本人登录确认后生效；不选的，由本案另一名承办人确认"), typed, partner(), errors));
        }
        if (step.hourly()) {
            all.add(field(FieldView.of(FieldView.Kind.DATE_TIME, "actedAt", "办理时刻").help("不填即为提交的时刻"), typed, "", errors));
        } else if (step.lateEntryDays() > 0) {
            all.add(field(FieldView.of(FieldView.Kind.DATE, "actedOn", "办理日期").help("先有纸面办理的，可以补录 " + step.lateEntryDays() + " 日以内的"),
                    typed, today.toString(), errors));
        }
        if (step.lateEntryDays() > 0) {
            all.add(field(FieldView.of(FieldView.Kind.TEXT, "lateReason", "补录原因").help("今天办理的不必填").limit(200), typed, "", errors));
        }
        return all;
    }

    private static FieldView field(FieldView f, @Nullable MultiValueMap<String, String> typed, String proposed, Map<String, String> errors) {
        String value = typed == null ? proposed : Optional.ofNullable(typed.getFirst(f.name())).orElse("");
        return f.value(value).error(errors.getOrDefault(f.name(), ""));
    }

    private List<FieldView.Option> others() {
        return office.people().values().stream()
                .filter(p -> !p.id().equals(user) && step.by().posts().stream().anyMatch(post -> p.holds(post, today)))
                .filter(p -> state == null || !step.by().assigned() || state.officers().isEmpty() || state.officers().contains(p.id()))
                .map(this::option)
                .toList();
    }

    private FieldView.Option option(Person p) {
        if (p.leaveOn(today).isPresent()) {
            return new FieldView.Option(p.id(), p.name(), "请假", true);
        }
        boolean off = step.by().certified() && p.certificate("enforcement", today).isEmpty();
        return new FieldView.Option(p.id(), p.name(), off ? "没有当日有效的行政执法证件" : "", off);
    }

    private String partner() {
        return state == null ? "" : state.officers().stream().filter(o -> !o.equals(user)).findFirst().orElse("");
    }

    Typed read(MultiValueMap<String, String> typed, Map<String, String> errors) {
        String second = text(typed, "second");
        LocalDate on = null;
        OffsetDateTime at = null;
        try {
            String day = text(typed, "actedOn");
            on = day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            errors.put("actedOn", "应为日期，例如 " + today);
        }
        try {
            String moment = text(typed, "actedAt");
            at = moment == null ? null : LocalDateTime.parse(moment).atOffset(Days.ZONE);
        } catch (DateTimeParseException e) {
            errors.put("actedAt", "应为日期和时间，例如 " + today + "T10:08");
        }
        return new Typed(on, at, second == null ? List.of() : List.of(user, second), text(typed, "party"), text(typed, "lateReason"));
    }

    static @Nullable String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null || value.isBlank() ? null : TypedForm.clean(value);
    }
}
