package org.fengqiao.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fengqiao.cases.Days;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FiguresPage;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.jspecify.annotations.Nullable;

/// What the page of figures shows of a reckoning.
///
/// @param settings the value of an office setting at the end of the period
/// @param readable whether this person may open cases of a procedure
record FiguresView(Indicators indicators, Laws laws, Definitions definitions, Reckoning reckoning, Predicate<String> readable,
        Function<String, Optional<String>> settings) {

    private static final int YEARS_OFFERED = 6;
    private static final int NAMED = 60;

    FiguresPage page(Figures.@Nullable CaseList opened, String part, LocalDate today, @Nullable NoticeView first) {
        Period period = reckoning.period();
        Set<String> unbalanced = reckoning.unbalanced();
        List<NoticeView> notices = new ArrayList<>();
        if (first != null) {
            notices.add(first);
        }
        reckoning.broken().forEach(b -> notices.add(NoticeView.of(
                NoticeView.Tone.BAD, "勾稽关系不成立：" + b.title() + "，相差 " + Words.count(Math.abs(b.difference())) + "。",
                "报告不得发布；查明相差的案件后重新计算。")));
        notices.addAll(below());
        List<Balance> equations = reckoning.balances().stream().filter(b -> b.relation() == Balance.Relation.EQUAL).toList();
        List<FiguresPage.Balance> shown = IntStream.range(0, equations.size())
                .filter(n -> n < indicators.equations().size() || !equations.get(n).holds())
                .mapToObj(n -> balance(equations.get(n), n + 1))
                .toList();
        return new FiguresPage(
                HeadView.of(
                        period.year() + "年数据", Words.day(period.from()) + "至" + Words.day(period.to()),
                        "指标 " + reckoning.figures().size() + " 个，勾稽关系 " + reckoning.balances().size() + " 条，不成立 " + reckoning.broken().size() + " 条"),
                form(today), notices,
                indicators.groups().entrySet().stream().map(g -> section(g.getKey(), g.getValue(), opened, unbalanced)).toList(),
                opened == null ? null : definition(opened, part), shown, splits());
    }

    /// Who stays below what the office asks of everyone in a year.
    private List<NoticeView> below() {
        List<NoticeView> notices = new ArrayList<>();
        for (Figure f : reckoning.figures()) {
            Long floor = floor(f);
            if (floor != null && reckoning.period().month() == null) {
                List<String> names = f.parts().stream()
                        .filter(p -> p.counted() < floor)
                        .map(p -> p.title() + " " + Words.count(p.counted()))
                        .toList();
                if (!names.isEmpty()) {
                    notices.add(NoticeView.of(
                            NoticeView.Tone.WARN, f.indicator().title() + "：" + names.size() + " 人没有达到 " + Words.count(floor) + f.indicator().unit() + "。",
                            String.join("，", names.subList(0, Math.min(NAMED, names.size()))) + (names.size() > NAMED ? "等 " + names.size() + " 人" : "") + "。"));
                }
            }
        }
        return notices;
    }

    private @Nullable Long floor(Figure f) {
        String setting = f.indicator().floor();
        return setting == null ? null : settings.apply(setting).map(Long::valueOf).orElse(null);
    }

    private FormView form(LocalDate today) {
        Period p = reckoning.period();
        List<FieldView.Option> years = IntStream.range(0, YEARS_OFFERED)
                .map(n -> today.getYear() - n)
                .mapToObj(y -> FieldView.Option.of(String.valueOf(y), y + "年"))
                .toList();
        return FormView.get("period", "/figures", "查看", List.of(
                FieldView.choice(FieldView.Kind.LIST, "year", "年度", years).value(String.valueOf(p.year())),
                FieldView.of(FieldView.Kind.DATE, "cutOff", "截止日").value(p.to().toString())));
    }

    private FiguresPage.Section section(String group, String title, Figures.@Nullable CaseList opened, Set<String> unbalanced) {
        List<FiguresPage.Figure> figures = reckoning.figures().stream()
                .filter(f -> f.indicator().group().equals(group))
                .map(f -> new FiguresPage.Figure(
                        f.indicator().title(), f.value(), f.isRate() && f.base() == 0 ? "" : f.indicator().unit(),
                        f.isRate() ? Words.count(f.counted()) + " ÷ " + Words.count(f.base()) : "", href(f.indicator().id()),
                        !unbalanced.contains(f.indicator().id()), opened != null && opened.figure().indicator().id().equals(f.indicator().id())))
                .toList();
        return new FiguresPage.Section(title, figures.size() + " 个指标", figures);
    }

    private String href(String id) {
        Period p = reckoning.period();
        return "/figures/" + id + "?year=" + p.year() + "&cutOff=" + p.to()
                + (p.month() == null ? "" : "&month=" + p.month());
    }

    private FiguresPage.Definition definition(Figures.CaseList list, String part) {
        Figure figure = list.figure();
        Indicator i = figure.indicator();
        List<FactView> facts = new ArrayList<>();
        facts.add(FactView.wide("定义", i.definition()));
        Indicator.Count count = i.count();
        if (count != null) {
            facts.add(FactView.of("计数口径", count.money() ? (figure.isMoney() ? "合计金额，" : "合计数量，") + count.counts().zh() : count.counts().zh()));
            facts.add(FactView.of("时点", count.at().zh()));
        }
        Indicator.Rate rate = i.rate();
        if (rate != null) {
            facts.add(new FactView("分子", Words.count(figure.counted()), List.of(link(rate.of())), false));
            facts.add(new FactView("分母", Words.count(figure.base()), List.of(link(rate.base())), false));
            facts.add(FactView.of("计算", figure.base() == 0 ? "没有分母，不计算" : figure.counted() + " ÷ " + figure.base() + "，四舍五入保留一位小数；不是全部的不写作100，不是没有的不写作0"));
        }
        if (!i.basis().isEmpty()) {
            facts.add(FactView.links("依据", i.basis().stream().map(c -> Link.to(laws.url(c), laws.display(c))).toArray(Link[]::new)));
        }
        Period p = reckoning.period();
        facts.add(FactView.of("期间", Words.day(p.from()) + "至" + Words.day(p.to())));
        return new FiguresPage.Definition(
                "第" + i.number() + "项 " + i.title(), figure.words(), facts, cases(list, part), pages(list, part));
    }

    private Link link(String id) {
        return Link.to(href(id), indicators.figures().get(id).title());
    }

    private TableView cases(Figures.CaseList list, String part) {
        List<List<Cell>> rows = list.rows().stream()
                .map(r -> List.of(
                        readable.test(r.procedure()) ? Cell.link(r.number(), "/cases/" + encoded(r.number()), "") : Cell.of("不在您的查看范围"),
                        Cell.of(readable.test(r.procedure()) ? stage(r) : ""), Cell.of(Days.day(r.day(), reckoning.period().to())),
                        Cell.of(r.amount() == 0 ? Words.count(r.times()) : list.figure().isMoney() ? Words.yuan(r.amount()) + "元" : Words.count(r.amount()))))
                .toList();
        String what = list.figure().parts().stream().filter(p -> p.value().equals(part)).map(p -> "：" + p.title()).findFirst().orElse("");
        return TableView.of(
                        "cases", (list.figure().isRate() ? "分母中的案件" : "案件") + what, "共 " + Words.count(list.total()) + " 件",
                        List.of("案号", "现在的阶段", "计入日期", "计数"), rows, "没有案件。")
                .numbers(3);
    }

    private String stage(Snapshot.Row row) {
        return definitions.versions(row.procedure()).reversed().stream()
                .map(d -> d.stages().get(row.stage()))
                .filter(s -> s != null)
                .map(Definition.Stage::title)
                .findFirst()
                .orElse(row.stage());
    }

    private static String encoded(String number) {
        return java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<Link> pages(Figures.CaseList list, String part) {
        List<Link> links = new ArrayList<>();
        String base = href(list.figure().indicator().id()) + (part.isEmpty() ? "" : "&part=" + part);
        if (list.page() > 1) {
            links.add(Link.to(base + "&page=" + (list.page() - 1) + "#cases", "前 " + list.size() + " 件"));
        }
        if ((long) list.page() * list.size() < list.total()) {
            links.add(Link.to(base + "&page=" + (list.page() + 1) + "#cases", "后 " + list.size() + " 件"));
        }
        return links;
    }

    private FiguresPage.Balance balance(Balance b, int n) {
        TableView differing = b.holds() ? null : TableView.of(
                        "balance-" + n + "-cases", "相差的案件", "至多列出 20 件", List.of("案号", "左边计数", "右边计数"),
                        b.differences().stream()
                                .map(d -> List.of(Cell.of(d.number()), Cell.of(Words.count(d.left())), Cell.of(Words.count(d.right()))))
                                .toList(),
                        "两边的案件相同，差在同一案件的计数。")
                .numbers(1, 2);
        return new FiguresPage.Balance(
                "balance-" + n, b.title(), "第 " + n + " 条", terms(b.left()), terms(b.right()), b.holds(), differing);
    }

    private List<FiguresPage.Term> terms(List<Balance.Term> terms) {
        return terms.stream().map(t -> new FiguresPage.Term(t.words(), t.number(), href(t.figure()))).toList();
    }

    private List<TableView> splits() {
        return reckoning.figures().stream()
                .filter(f -> f.indicator().split() && f.counted() > 0)
                .map(f -> TableView.of(
                                "split-" + f.indicator().id(), f.indicator().title(), "合计 " + f.words(), List.of("项目", f.indicator().unit(), "占比"),
                                f.parts().stream()
                                        .filter(p -> p.counted() > 0 || f.indicator().floor() != null)
                                        .map(p -> List.of(
                                                Cell.link(p.title(), href(f.indicator().id()) + "&part=" + p.value(), ""),
                                                Cell.of(Words.count(p.counted())),
                                                Cell.of(Words.percent(p.counted(), f.counted()).toPlainString() + "%")))
                                        .toList(),
                                "没有数据。")
                        .numbers(1, 2))
                .toList();
    }
}
