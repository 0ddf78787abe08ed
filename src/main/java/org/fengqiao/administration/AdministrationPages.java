package org.fengqiao.administration;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.PageTurn;
import org.fengqiao.cases.Refusal;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.fengqiao.signin.Passwords;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TabView;
import org.fengqiao.ui.TableView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 机构管理: people with their posts, certificates and leave; settings with source and approver; the list of changes.
@Controller
class AdministrationPages {

    private static final List<String> TABS = List.of("people", "settings", "changes");

    private final Cases cases;
    private final Access access;
    private final Changes changes;
    private final Passwords passwords;

    AdministrationPages(Cases cases, Access access, Changes changes, Passwords passwords) {
        this.cases = cases;
        this.access = access;
        this.changes = changes;
        this.passwords = passwords;
    }

    private boolean may(Principal user, String right) {
        return access.may(cases.office(), user.getName(), "administration", right, cases.clock().today());
    }

    private void mayRead(Principal user) {
        if (!may(user, "read")) {
            throw Refusal.forbidden("机构管理由系统管理员办理，负责人可以查看。");
        }
    }

    private void mayAct(Principal user) {
        if (!may(user, "act")) {
            throw Refusal.forbidden("人员和设置由系统管理员变更。");
        }
    }

    @GetMapping("/administration")
    ModelAndView overview(Principal user, @RequestParam(defaultValue = "people") String tab, Model model) {
        mayRead(user);
        return overview(user, tab, PageTurn.said(model), null, HttpStatus.OK);
    }

    /// The tabs of the room, with one of them current: people, settings, holidays or changes.
    static List<TabView> tabs(String at) {
        return List.of(
                new TabView("人员", "/administration", at.equals("people")), new TabView("设置", "/administration?tab=settings", at.equals("settings")),
                new TabView("放假安排", "/administration/holidays", at.equals("holidays")), new TabView("变更记录", "/administration?tab=changes", at.equals("changes")));
    }

    private ModelAndView overview(Principal user, String tab, @Nullable NoticeView said, @Nullable FormView typed, HttpStatus status) {
        String at = TABS.contains(tab) ? tab : "people";
        AdministrationForms forms = new AdministrationForms(cases.office(), cases.clock().today());
        List<ListPage.SideForm> side = switch (at) {
            case "people" -> List.of(new ListPage.SideForm("增加人员", "账号不再改动，离任的停用。", typed == null ? forms.person(Map.of(), Map.of()) : typed));
            case "settings" -> List.of(new ListPage.SideForm("新的设置值", "旧值保留到前一日，不删除。", typed == null ? forms.setting(Map.of(), Map.of()) : typed));
            default -> List.of();
        };
        AdministrationTables tables = new AdministrationTables(cases.office(), cases.clock().today());
        TableView table = switch (at) {
            case "settings" -> tables.settings();
            case "changes" -> tables.changes(changes.newest(200));
            default -> tables.people();
        };
        return new ListPage(
                Room.ADMINISTRATION, List.of(), HeadView.of("机构管理", cases.office().name(), "变更立即生效，并留下记录"), tabs(at),
                said == null ? List.of() : List.of(said), List.of(), null, List.of(table), null, may(user, "act") ? side : List.of()).view(status);
    }

    @GetMapping("/administration/people/{id}")
    ModelAndView person(Principal user, @PathVariable String id, Model model) {
        mayRead(user);
        return person(user, known(id), PageTurn.said(model), Map.of(), HttpStatus.OK);
    }

    private Person known(String id) {
        return cases.office().person(id).orElseThrow(() -> Refusal.notFound("没有这名工作人员"));
    }

    /// @param typed the forms with what was typed, by their id; the others are fresh
    private ModelAndView person(Principal user, Person p, @Nullable NoticeView said, Map<String, FormView> typed, HttpStatus status) {
        Office office = cases.office();
        LocalDate today = cases.clock().today();
        boolean acts = may(user, "act");
        String base = "/administration/people/" + p.id();
        List<TableView> tables = new AdministrationTables(office, today).of(p, acts ? base : null);
        AdministrationForms forms = new AdministrationForms(office, today);
        List<ListPage.SideForm> side = new ArrayList<>();
        if (acts) {
            side.add(new ListPage.SideForm("增加岗位", "", typed.getOrDefault("post", forms.post(p, Map.of(), Map.of()))));
            side.add(new ListPage.SideForm("登记证件", "", typed.getOrDefault("certificate", forms.certificate(p, Map.of(), Map.of()))));
            side.add(new ListPage.SideForm("登记请假", "请假期间不能办理，由代行人员以自己的名义办理。", typed.getOrDefault("leave", forms.leave(p, Map.of(), Map.of()))));
            side.add(new ListPage.SideForm("重置口令", "生成一个新口令，只显示一次，请当面交给本人。", FormView.post("password", base + "/password", "重置口令", List.of())));
        }
        return new ListPage(
                Room.ADMINISTRATION, List.of(Link.to("/administration", "机构管理")), HeadView.of(p.name(), p.id(), office.units().getOrDefault(p.unit(), p.unit())),
                List.of(), said == null ? List.of() : List.of(said), List.of(), null, tables, null, side).view(status);
    }

    @PostMapping("/administration/people")
    Object addPerson(Principal user, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        mayAct(user);
        Map<String, String> values = typed.toSingleValueMap();
        AdministrationForms forms = new AdministrationForms(cases.office(), cases.clock().today());
        Map<String, String> errors = forms.checkPerson(values);
        if (!errors.isEmpty()) {
            return overview(user, "people", null, forms.person(values, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String id = values.get("id").strip();
        String name = values.get("name").strip();
        int rows = changes.make(
                user.getName(), id, "增加人员 " + name,
                "insert into person (office, id, name, unit, place) select ?, ?, ?, ?, coalesce(max(place), 0) + 1 from person where office = ? on conflict do nothing",
                changes.office(), id, name, values.get("unit"), changes.office());
        if (rows == 0) {
            return overview(user, "people", null, forms.person(values, Map.of("id", "这个账号已经有人使用")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        PageTurn.say(next, "已增加" + name + "。", "请继续登记岗位，并重置口令后交给本人。");
        return "redirect:/administration/people/" + id;
    }

    @PostMapping("/administration/people/{id}/posts")
    Object addPost(Principal user, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        mayAct(user);
        Person p = known(id);
        Map<String, String> values = typed.toSingleValueMap();
        AdministrationForms forms = new AdministrationForms(cases.office(), cases.clock().today());
        Map<String, String> errors = forms.checkPost(p, values);
        if (!errors.isEmpty()) {
            return person(user, p, null, Map.of("post", forms.post(p, values, errors)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String title = cases.office().postTitle(values.get("post"));
        changes.make(user.getName(), id, "增加岗位 " + title + "，自 " + values.get("from"),
                "insert into holding (office, person, post, from_day) values (?, ?, ?, ?)",
                changes.office(), id, values.get("post"), LocalDate.parse(values.get("from")));
        return done(next, id, "已增加岗位：" + title + "。");
    }

    private static String done(RedirectAttributes next, String id, String lead) {
        PageTurn.say(next, lead, "立即生效。");
        return "redirect:/administration/people/" + id;
    }

    @PostMapping("/administration/people/{id}/posts/{post}/end")
    String endPost(Principal user, @PathVariable String id, @PathVariable String post, RedirectAttributes next) {
        mayAct(user);
        Person p = known(id);
        LocalDate today = cases.clock().today();
        String title = cases.office().postTitle(post);
        if (user.getName().equals(id) && post.equals("administrator")) {
            throw Refusal.forbidden("不能卸去自己的系统管理员岗位，请由另一名管理员办理。");
        }
        changes.make(user.getName(), id, p.name() + "卸任 " + title,
                "update holding set until_day = greatest(from_day, ?) where office = ? and person = ? and post = ? and until_day is null",
                today.minusDays(1), changes.office(), id, post);
        return done(next, id, "已卸任：" + title + "。");
    }

    @PostMapping("/administration/people/{id}/certificates")
    Object addCertificate(Principal user, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        mayAct(user);
        Person p = known(id);
        Map<String, String> values = typed.toSingleValueMap();
        AdministrationForms forms = new AdministrationForms(cases.office(), cases.clock().today());
        Map<String, String> errors = forms.checkCertificate(p, values);
        if (!errors.isEmpty()) {
            return person(user, p, null, Map.of("certificate", forms.certificate(p, values, errors)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        changes.make(user.getName(), id, "登记" + AdministrationForms.certificate(values.get("kind")) + " " + values.get("number").strip(),
                "insert into certificate (office, person, kind, number, from_day, until_day) values (?, ?, ?, ?, ?, ?)",
                changes.office(), id, values.get("kind"), values.get("number").strip(), LocalDate.parse(values.get("from")), AdministrationForms.day(values.get("until")));
        return done(next, id, "证件已登记。");
    }

    @PostMapping("/administration/people/{id}/certificates/{kind}/end")
    String endCertificate(Principal user, @PathVariable String id, @PathVariable String kind, RedirectAttributes next) {
        mayAct(user);
        Person p = known(id);
        LocalDate yesterday = cases.clock().today().minusDays(1);
        changes.make(user.getName(), id, "吊销" + p.name() + "的" + AdministrationForms.certificate(kind),
                "update certificate set until_day = ? where office = ? and person = ? and kind = ? and (until_day is null or until_day > ?)",
                yesterday, changes.office(), id, kind, yesterday);
        return done(next, id, "证件自今日起无效。");
    }

    @PostMapping("/administration/people/{id}/leaves")
    Object addLeave(Principal user, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        mayAct(user);
        Person p = known(id);
        Map<String, String> values = typed.toSingleValueMap();
        AdministrationForms forms = new AdministrationForms(cases.office(), cases.clock().today());
        Map<String, String> errors = forms.checkLeave(p, values);
        if (!errors.isEmpty()) {
            return person(user, p, null, Map.of("leave", forms.leave(p, values, errors)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String substitute = values.getOrDefault("substitute", "");
        changes.make(user.getName(), id, "登记请假 " + values.get("from") + " 至 " + values.get("until") + (substitute.isEmpty() ? "" : "，代行 " + cases.office().nameOf(substitute)),
                "insert into leave (office, person, from_day, until_day, substitute) values (?, ?, ?, ?, ?)",
                changes.office(), id, LocalDate.parse(values.get("from")), LocalDate.parse(values.get("until")), substitute.isEmpty() ? null : substitute);
        return done(next, id, "请假已登记。");
    }

    @PostMapping("/administration/people/{id}/password")
    ModelAndView password(Principal user, @PathVariable String id) {
        mayAct(user);
        Person p = known(id);
        String fresh = Passwords.generated();
        passwords.set(id, fresh);
        changes.enter(user.getName(), id, "重置口令");
        return person(user, p, NoticeView.of(NoticeView.Tone.WARN, "新口令：" + fresh, "离开本页后不再显示。"), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/administration/settings")
    Object addSetting(Principal user, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        mayAct(user);
        Map<String, String> values = new LinkedHashMap<>(typed.toSingleValueMap());
        AdministrationForms forms = new AdministrationForms(cases.office(), cases.clock().today());
        Map<String, String> errors = forms.checkSetting(values);
        if (!errors.isEmpty()) {
            return overview(user, "settings", null, forms.setting(values, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String key = values.get("key");
        String value = forms.stored(key, values.get("value")).orElseThrow();
        LocalDate from = LocalDate.parse(values.get("from"));
        changes.make(user.getName(), key, "改为 " + values.get("value").strip() + "，自 " + from + "；来源 " + values.get("source").strip() + "，批准 " + values.get("approver").strip(),
                "insert into setting (office, key, from_day, value, source, approver) values (?, ?, ?, ?, ?, ?)",
                changes.office(), key, from, value, values.get("source").strip(), values.get("approver").strip());
        PageTurn.say(next, "设置已登记：" + AdministrationForms.title(key) + "。", "自 " + Days.full(from) + " 起适用，已告知的期限不变。");
        return "redirect:/administration?tab=settings";
    }
}
