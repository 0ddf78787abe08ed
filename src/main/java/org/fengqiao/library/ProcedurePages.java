package org.fengqiao.library;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Cites;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.ProcedurePage;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.fengqiao.ui.VersionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 办理程序: every definition, drawn and listed, as of any day.
@Controller
class ProcedurePages {

    private final Cases cases;
    private final Reader reader;
    private final Cites cites;
    private final Laws laws;
    private final JdbcClient jdbc;
    private final short office;

    ProcedurePages(Cases cases, Reader reader, Laws laws, DataSource source, Offices offices) {
        this.cases = cases;
        this.reader = reader;
        this.cites = new Cites(laws);
        this.laws = laws;
        this.jdbc = JdbcClient.create(source);
        this.office = offices.id();
    }

    private Map<String, Integer> open() {
        Map<String, Integer> all = new LinkedHashMap<>();
        jdbc.sql("select procedure, count(*) from cases where office = ? and not final group by procedure")
                .param(office)
                .query(r -> {
                    all.put(r.getString(1), r.getInt(2));
                });
        return all;
    }

    @GetMapping("/procedures")
    ModelAndView all(Principal user) {
        reader.mayRead(user, "procedure");
        LocalDate today = cases.clock().today();
        Map<String, Integer> open = open();
        Map<Definition.Area, List<List<Cell>>> rows = new EnumMap<>(Definition.Area.class);
        int known = cases.definitions().slugs().size();
        for (String slug : cases.definitions().slugs()) {
            List<Definition> versions = cases.definitions().versions(slug);
            Definition d = cases.definitions().inForce(slug, today).orElse(versions.getLast());
            rows.computeIfAbsent(d.area(), _ -> new ArrayList<>()).add(List.of(
                    Cell.link(d.title(), "/procedures/" + slug, d.summary()), Cell.of(Days.full(d.from()), versions.size() + " 版"),
                    Cell.link(String.valueOf(open.getOrDefault(slug, 0)), "/cases?state=open&procedure=" + slug, ""),
                    Cell.of(d.steps().size() + " 步"), Cell.basis(cites.of(laws.citation(d.instrument())))));
        }
        List<TableView> tables = rows.entrySet().stream()
                .map(g -> TableView.of(
                                g.getKey().name().toLowerCase(Locale.ROOT), g.getKey().title(), g.getValue().size() + " 个程序",
                                List.of("程序", "施行", "在办", "规模", "依据"), g.getValue(), "没有程序。")
                        .numbers(2))
                .toList();
        return ListPage.of(Room.PROCEDURES, HeadView.of("办理程序", known + " 个程序", "每一步都写明依据"), tables).view();
    }

    @GetMapping("/procedures/{slug}")
    ModelAndView one(
            Principal user, @PathVariable String slug,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        reader.mayRead(user, "procedure");
        LocalDate day = on == null ? cases.clock().today() : on;
        List<Definition> versions = cases.definitions().versions(slug);
        if (versions.isEmpty()) {
            throw Refusal.notFound("没有这个办理程序");
        }
        Definition d = cases.definitions().inForce(slug, day).orElseThrow(() -> Refusal.notFound(Days.full(day) + "还没有这个程序"));
        List<NoticeView> notices = new ArrayList<>();
        if (d.partial()) {
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "这一版依据的法律原文未入库。", "办理旧案须由法制审核员核对原文。"));
        }
        if (d != cases.definitions().inForce(slug, cases.clock().today()).orElse(d)) {
            notices.add(NoticeView.of(NoticeView.Tone.INFO, "这不是现行版本。", "显示的是 " + Days.full(day) + " 适用的程序。"));
        }
        int open = open().getOrDefault(slug, 0);
        HeadView head = HeadView.of(d.title(), Days.full(d.from()) + "起施行版", open + " 件在办", d.stages().size() + " 个环节、" + d.steps().size() + " 个步骤、" + d.clocks().size() + " 个期限");
        if (reader.mayOpen(user, slug)) {
            head = head.with(ActionView.link("登记新事项", "/register/" + slug, "plus"));
        }
        DefinitionTables tables = new DefinitionTables(d, cases.office(), cites);
        return new ProcedurePage(
                head, notices, new DefinitionGraph(d, laws).graph(), "节点下为主要依据的条号", tables.steps(), tables.clocks(),
                List.of(tables.forms(), tables.documents()), versions(versions, d), people(d), "", tables.interpretations(),
                FormView.get("preview", "/procedures/" + slug, "查看", List.of(
                        FieldView.of(FieldView.Kind.DATE, "on", "这一天适用的程序").value(day.toString()))), day).view();
    }

    private static List<VersionRow> versions(List<Definition> versions, Definition shown) {
        return versions.reversed().stream()
                .map(v -> new VersionRow(
                        Days.full(v.from()), v == versions.getLast() ? "最新版" : "旧版", v == shown ? "" : "/procedures/" + v.slug() + "?on=" + v.from(),
                        v.partial() ? "法律原文未入库" : v.stays() ? "在办案件沿用原版" : "在办案件的下一步按新版", v == shown, true))
                .toList();
    }

    private List<FactView> people(Definition d) {
        LocalDate today = cases.clock().today();
        return d.allSteps().values().stream()
                .flatMap(s -> s.by().posts().stream())
                .distinct()
                .map(p -> FactView.of(cases.office().postTitle(p), "现有 " + cases.office().holders(p, today).size() + " 人"))
                .collect(Collectors.toList());
    }
}
