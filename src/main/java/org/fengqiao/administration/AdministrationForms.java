package org.fengqiao.administration;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.calendar.Period;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.office.Setting;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.jspecify.annotations.Nullable;

/// 机构管理的表单 and what makes them valid; a wrong value is kept and explained.
final class AdministrationForms {

    private static final Map<String, String> CERTIFICATES = Map.of("enforcement", "行政执法证", "legal-profession", "法律职业资格");

    private static final Properties SETTINGS = titles();

    private static final Map<String, String> UNITS = Map.of(
            "分钟", "minutes", "小时", "hours", "个工作日", "working-days", "天", "calendar-days", "个月", "months", "年", "years");
    private static final Pattern PERIOD = Pattern.compile("([1-9]\\d{0,3})(分钟|小时|个工作日|天|个月|年)");

    private final Office office;
    private final LocalDate today;

    AdministrationForms(Office office, LocalDate today) {
        this.office = office;
        this.today = today;
    }

    static String certificate(String kind) {
        return CERTIFICATES.getOrDefault(kind, kind);
    }

    static String title(String key) {
        return SETTINGS.getProperty(key, key);
    }

    private static Properties titles() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(AdministrationForms.class.getResourceAsStream("/office/setting-titles.properties")), StandardCharsets.UTF_8)) {
            Properties titles = new Properties();
            titles.load(file);
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A value as people read it: money in yuan, periods in words.
    static String words(Setting s) {
        if (s.value().matches("\\d+ [a-z-]+")) {
            return Period.parse(s.value()).zh();
        }
        if (s.key().contains("threshold") && s.value().matches("\\d+")) {
            return String.format("%,d 元", Long.parseLong(s.value()) / 100);
        }
        return s.value();
    }

    static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    }

    private static FieldView field(FieldView f, Map<String, String> typed, Map<String, String> errors, String proposed) {
        return f.value(typed.getOrDefault(f.name(), proposed)).error(errors.getOrDefault(f.name(), ""));
    }

    private static FieldView text(String name, String title, String help, Map<String, String> typed, Map<String, String> errors) {
        return field(FieldView.of(FieldView.Kind.TEXT, name, title).help(help).limit(200).must(), typed, errors, "");
    }

    private FieldView date(String name, String title, boolean must, Map<String, String> typed, Map<String, String> errors) {
        FieldView f = FieldView.of(FieldView.Kind.DATE, name, title);
        return field(must ? f.must() : f, typed, errors, must ? today.toString() : "");
    }

    private static FieldView list(String name, String title, Map<String, String> options, Map<String, String> typed, Map<String, String> errors) {
        List<FieldView.Option> all = options.entrySet().stream().map(e -> FieldView.Option.of(e.getKey(), e.getValue())).toList();
        return field(FieldView.choice(FieldView.Kind.LIST, name, title, all), typed, errors, "");
    }

    FormView person(Map<String, String> typed, Map<String, String> errors) {
        return FormView.post("person", "/administration/people", "增加人员", List.of(
                text("id", "账号", "小写字母和短横线，例如 zhang-san", typed, errors), text("name", "姓名", "", typed, errors),
                list("unit", "科室", office.units(), typed, errors).must()));
    }

    FormView post(Person p, Map<String, String> typed, Map<String, String> errors) {
        return FormView.post("post", "/administration/people/" + p.id() + "/posts", "增加岗位", List.of(
                list("post", "岗位", office.posts(), typed, errors).must(), date("from", "任职自", true, typed, errors)));
    }

    FormView certificate(Person p, Map<String, String> typed, Map<String, String> errors) {
        return FormView.post("certificate", "/administration/people/" + p.id() + "/certificates", "登记证件", List.of(
                list("kind", "种类", CERTIFICATES, typed, errors).must(), text("number", "编号", "", typed, errors),
                date("from", "有效自", true, typed, errors), date("until", "有效至", false, typed, errors)));
    }

    FormView leave(Person p, Map<String, String> typed, Map<String, String> errors) {
        Map<String, String> others = new LinkedHashMap<>();
        office.people().values().stream().filter(o -> !o.id().equals(p.id())).forEach(o -> others.put(o.id(), o.name()));
        return FormView.post("leave", "/administration/people/" + p.id() + "/leaves", "登记请假", List.of(
                date("from", "自", true, typed, errors), date("until", "至", true, typed, errors),
                list("substitute", "代行人员", others, typed, errors)));
    }

    FormView setting(Map<String, String> typed, Map<String, String> errors) {
        Map<String, String> keys = new LinkedHashMap<>();
        office.settings().forEach(s -> keys.put(s.key(), title(s.key())));
        return FormView.post("setting", "/administration/settings", "登记设置", List.of(
                list("key", "设置", keys, typed, errors).must(),
                text("value", "值", "与现值同一种：5个工作日、2小时、30天、3个月；金额以元为单位；次数写整数", typed, errors),
                date("from", "自", true, typed, errors), text("source", "来源", "文件名称和条款", typed, errors), text("approver", "批准人", "", typed, errors)));
    }

    private static String of(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static void need(Map<String, String> typed, String name, String what, Map<String, String> errors) {
        String value = of(typed, name);
        if (value.isEmpty() || value.length() > 200) {
            errors.put(name, value.isEmpty() ? what : "至多 200 个字");
        }
    }

    private static @Nullable LocalDate needDay(Map<String, String> typed, String name, boolean must, Map<String, String> errors) {
        try {
            LocalDate day = day(of(typed, name));
            if (day == null && must) {
                errors.put(name, "请填写日期");
            }
            return day;
        } catch (DateTimeParseException e) {
            errors.put(name, "应为日期，例如 2026-10-09");
            return null;
        }
    }

    Map<String, String> checkPerson(Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!of(typed, "id").matches("[a-z][a-z0-9-]{1,39}")) {
            errors.put("id", "应为 2 至 40 个小写字母、数字或短横线，以字母开头");
        }
        need(typed, "name", "请填写姓名", errors);
        if (!office.units().containsKey(of(typed, "unit"))) {
            errors.put("unit", "请选择科室");
        }
        return errors;
    }

    Map<String, String> checkPost(Person p, Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!office.posts().containsKey(of(typed, "post"))) {
            errors.put("post", "请选择岗位");
        } else if (p.posts().stream().anyMatch(h -> h.post().equals(of(typed, "post")) && h.until() == null)) {
            errors.put("post", p.name() + "已任此岗");
        }
        LocalDate from = needDay(typed, "from", true, errors);
        if (from != null && p.posts().stream().anyMatch(h -> h.post().equals(of(typed, "post")) && h.from().equals(from))) {
            errors.putIfAbsent("from", "这一天已有此岗的任职记录");
        }
        return errors;
    }

    Map<String, String> checkCertificate(Person p, Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!CERTIFICATES.containsKey(of(typed, "kind"))) {
            errors.put("kind", "请选择种类");
        }
        need(typed, "number", "请填写编号", errors);
        if (p.certificates().stream().anyMatch(c -> c.kind().equals(of(typed, "kind")) && c.number().equals(of(typed, "number")))) {
            errors.putIfAbsent("number", "这个编号已经登记");
        }
        LocalDate from = needDay(typed, "from", true, errors);
        LocalDate until = needDay(typed, "until", false, errors);
        if (from != null && until != null && until.isBefore(from)) {
            errors.put("until", "不能早于有效自 " + from);
        }
        return errors;
    }

    Map<String, String> checkLeave(Person p, Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate from = needDay(typed, "from", true, errors);
        LocalDate until = needDay(typed, "until", true, errors);
        if (from != null && until != null && until.isBefore(from)) {
            errors.put("until", "不能早于 " + from);
        }
        if (from != null && p.leaves().stream().anyMatch(l -> l.from().equals(from))) {
            errors.putIfAbsent("from", "这一天起已登记请假");
        }
        String substitute = of(typed, "substitute");
        if (!substitute.isEmpty() && (substitute.equals(p.id()) || office.person(substitute).isEmpty())) {
            errors.put("substitute", "请选择另一名在册人员");
        }
        return errors;
    }

    /// What was typed as it is kept, of the same kind as the value before: a period stays a period, money is kept in fen.
    Optional<String> stored(String key, String typed) {
        String value = typed.replaceAll("[\\s,，]", "");
        Setting before = office.settings().stream().filter(s -> s.key().equals(key)).reduce((a, b) -> b).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        if (before.value().matches("\\d+ [a-z-]+")) {
            Matcher m = PERIOD.matcher(value);
            return m.matches() ? Optional.of(Integer.parseInt(m.group(1)) + " " + UNITS.get(m.group(2))) : Optional.empty();
        }
        if (!before.value().matches("\\d+")) {
            return Optional.of(typed.strip());
        }
        boolean money = key.contains("threshold");
        String number = money ? value.replace("元", "") : value;
        return number.matches("\\d{1,12}") ? Optional.of(money ? number + "00" : number) : Optional.empty();
    }

    Map<String, String> checkSetting(Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        String key = of(typed, "key");
        Setting before = office.settings().stream().filter(s -> s.key().equals(key)).reduce((a, b) -> b).orElse(null);
        if (before == null) {
            errors.put("key", "请选择设置");
        } else {
            if (!of(typed, "value").isEmpty() && stored(key, of(typed, "value")).isEmpty()) {
                errors.put("value", "应当与现值同一种，例如 " + words(before));
            }
        }
        need(typed, "value", "请填写值", errors);
        need(typed, "source", "请写明来源", errors);
        need(typed, "approver", "请写明批准人", errors);
        LocalDate from = needDay(typed, "from", true, errors);
        if (from != null && office.settings().stream().anyMatch(s -> s.key().equals(key) && s.from().equals(from))) {
            errors.putIfAbsent("from", "这一天起已有一个值");
        }
        return errors;
    }
}
