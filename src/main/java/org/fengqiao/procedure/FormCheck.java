package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fengqiao.calendar.Counting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 表单审查: is the form complete and valid; every fault names its field and says what right looks like.
final class FormCheck {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Facts facts;
    private final Candidates candidates;

    FormCheck(Facts facts) {
        this.facts = facts;
        this.candidates = new Candidates(facts);
    }

    List<Reason> reasons(ObjectNode data) {
        List<Reason> reasons = new ArrayList<>();
        Form form = facts.step().form();
        data.propertyNames().forEach(name -> {
            if (!form.has(name)) {
                reasons.add(Reason.form("表单没有“" + name + "”这一栏", name));
            }
        });
        for (Field f : form.fields()) {
            JsonNode value = data.get(f.id());
            if (value == null || value.isNull()) {
                if (f.required()) {
                    reasons.add(Reason.form("请填写“" + f.title() + "”", f.id()));
                }
            } else {
                reasons.addAll(field(f, value));
            }
        }
        return reasons;
    }

    List<Reason> field(Field f, JsonNode value) {
        return switch (f.type()) {
            case TEXT, LONG_TEXT, CASE -> text(f, value);
            case DATE -> date(f, value);
            case DATE_TIME -> moment(f, value);
            case NUMBER, MONEY -> number(f, value);
            case YES_NO -> value.isBoolean() ? List.of() : wrong(f, "应当选择是或者否");
            case CHOICE, PERSON, PARTY, DOCUMENT, MATTER, UNIT -> choice(f, value);
            case CHOICES, PEOPLE, EVIDENCE -> choices(f, value);
            case POINTS -> points(f, value);
        };
    }

    private static List<Reason> wrong(Field f, String what) {
        return List.of(Reason.form("“" + f.title() + "”" + what, f.id()));
    }

    private static List<Reason> text(Field f, JsonNode value) {
        if (!value.isString()) {
            return wrong(f, "应当是文字");
        }
        String text = value.asString();
        long least = f.min() == null ? 1 : f.min();
        long most = f.max() == null ? f.type() == Field.Type.LONG_TEXT ? 4000 : 200 : f.max();
        int length = text.strip().codePointCount(0, text.strip().length());
        if (length < least) {
            return wrong(f, length == 0 ? "不能为空" : "至少 " + least + " 个字，现在是 " + length + " 个字");
        }
        if (text.codePointCount(0, text.length()) > most) {
            return wrong(f, "至多 " + most + " 个字，现在是 " + text.codePointCount(0, text.length()) + " 个字");
        }
        return Letters.unfit(text) ? wrong(f, "含有不能保存的字符") : List.of();
    }

    private List<Reason> date(Field f, JsonNode value) {
        LocalDate date;
        try {
            date = LocalDate.parse(value.asString(""));
        } catch (DateTimeParseException e) {
            return wrong(f, "应当是日期，例如 " + facts.day());
        }
        if (!f.future() && date.isAfter(facts.day())) {
            return wrong(f, "不能晚于办理日 " + facts.day());
        }
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            return wrong(f, "的年份不合理");
        }
        if (f.notice() != null
                && Counting.latestDayBefore(date, f.notice(), facts.calendar()).due().isBefore(facts.day())) {
            String text = "“" + f.title() + "”之前应当留足 " + f.notice().length()
                    + f.notice().unit().zh() + "，最早为 " + facts.calendar().counted(candidates.firstLawful(f)).text();
            return List.of(Reason.of(text, f.basis().isEmpty() ? facts.step().basis() : f.basis(), f.id()));
        }
        return List.of();
    }

    private List<Reason> moment(Field f, JsonNode value) {
        OffsetDateTime moment;
        try {
            moment = OffsetDateTime.parse(value.asString(""));
        } catch (DateTimeParseException e) {
            return wrong(f, "应当是带时区的时间，例如 " + facts.day() + "T10:00:00+08:00");
        }
        LocalDate day = Counting.civilDay(moment);
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            return wrong(f, "的年份不合理");
        }
        // Two clocks differ a little: a moment of the same minutes is no moment ahead.
        OffsetDateTime acted = facts.act() == null ? null : facts.act().actedAt();
        boolean ahead = day.isAfter(facts.day()) || acted != null && moment.isAfter(acted.plusMinutes(5));
        return f.future() || !ahead ? List.of() : wrong(f, "不能晚于办理的时刻，" + (acted == null ? "办理日为 " + facts.day() : "办理于 " + spoken(acted)));
    }

    private static String spoken(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Counting.ZONE).format(MINUTE);
    }

    private static List<Reason> number(Field f, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return wrong(f, f.type() == Field.Type.MONEY ? "应当是以分为单位的整数" : "应当是整数");
        }
        long n = value.asLong();
        boolean money = f.type() == Field.Type.MONEY;
        long min = f.min() == null ? 0 : f.min();
        long max = f.max() == null ? 1_000_000_000_000L : f.max();
        if (n < min || n > max) {
            return wrong(f, "应当在 " + (money ? Money.yuan(min) + " 元" : min) + " 至 "
                    + (money ? Money.yuan(max) + " 元" : max) + " 之间");
        }
        return List.of();
    }

    private List<Reason> choice(Field f, JsonNode value) {
        return value.isString() && candidates.of(f).contains(value.asString())
                ? List.of()
                : wrong(f, candidates.of(f).isEmpty() ? "目前没有可选的内容" : "不在可选范围内");
    }

    private List<Reason> choices(Field f, JsonNode value) {
        if (!value.isArray()) {
            return wrong(f, "应当是列表");
        }
        List<String> offered = candidates.of(f);
        Set<String> seen = new HashSet<>();
        for (JsonNode v : value) {
            if (!v.isString() || !offered.contains(v.asString())) {
                return wrong(f, "含有不在可选范围内的内容");
            }
            if (!seen.add(v.asString())) {
                return wrong(f, "有重复的内容");
            }
        }
        return counted(f, value.size());
    }

    private static List<Reason> counted(Field f, int size) {
        long least = f.min() == null ? f.required() ? 1 : 0 : f.min();
        long most = f.max() == null ? 50 : f.max();
        if (size < least) {
            return wrong(f, "至少 " + least + " 项，现在是 " + size + " 项");
        }
        return size > most ? wrong(f, "至多 " + most + " 项") : List.of();
    }

    private List<Reason> points(Field f, JsonNode value) {
        if (!value.isArray()) {
            return wrong(f, "应当是列表");
        }
        List<Reason> reasons = new ArrayList<>(counted(f, value.size()));
        for (JsonNode one : value) {
            for (Field i : f.items()) {
                JsonNode v = one.get(i.id());
                if (v != null && !v.isNull()) {
                    reasons.addAll(field(i, v));
                } else if (i.required()) {
                    reasons.add(Reason.form("请填写“" + f.title() + "”中的“" + i.title() + "”", f.id()));
                }
            }
            for (String name : one.propertyNames()) {
                if (f.items().stream().noneMatch(i -> i.id().equals(name))) {
                    reasons.add(Reason.form("“" + f.title() + "”没有“" + name + "”这一栏", f.id()));
                }
            }
        }
        return reasons;
    }
}
