package org.fengqiao.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fengqiao.document.Booklet;
import org.fengqiao.document.Typefaces;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;

/// 报告草稿: an annual report whose every figure is numbered, traced to its cases and frozen in the database.
final class Draft {

    private static final int NUMBERS_PRINTED = 200;

    private final Figures figures;
    private final short office;
    private final Office names;
    private final Laws laws;
    private final ReportText text;

    Draft(Figures figures, short office, Office names, Laws laws, ReportText text) {
        this.figures = figures;
        this.office = office;
        this.names = names;
        this.laws = laws;
        this.text = text;
    }

    /// What was written.
    record Written(long draft, Reckoning reckoning, List<Path> files) {}

    /// The cases behind a figure: ids to freeze, the first numbers to print.
    private record Behind(List<Long> ids, List<String> first) {}

    /// Counts, freezes and writes a draft; all in one snapshot.
    ///
    /// @param today the day the draft bears
    Written write(Period period, LocalDate today, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        String name = "annual-report-" + period.year();
        Path list = folder.resolve(name + "-cases.csv");
        Path data = folder.resolve(name + ".json");
        try (Snapshot snapshot = figures.snapshot()) {
            Reckoning reckoning = figures.of(period, names, snapshot);
            Map<Integer, Behind> behind = new TreeMap<>();
            try (BufferedWriter csv = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
                csv.write("\uFEFF指标序号,指标,标题,案号,程序,计入日期,计数,金额（元）\r\n");
                for (Figure figure : reckoning.figures()) {
                    behind.put(figure.indicator().number(), list(figure, period, snapshot, csv));
                }
            }
            long draft = freeze(reckoning, behind, snapshot.connection());
            Files.writeString(data, new ReckoningJson(laws).write(reckoning, "").put("draft", draft).toString() + "\n");
            Booklet booklet = booklet(reckoning, behind, draft, today, list.getFileName().toString());
            Path docx = Files.write(folder.resolve(name + ".docx"), booklet.docx());
            Path pdf = Files.write(folder.resolve(name + ".pdf"), booklet.pdf(Typefaces.ofThisMachine()));
            Path html = Files.writeString(folder.resolve(name + ".html"), booklet.html());
            snapshot.connection().commit();
            return new Written(draft, reckoning, List.of(docx, pdf, html, list, data));
        }
    }

    private Behind list(Figure figure, Period period, Snapshot snapshot, BufferedWriter csv) throws SQLException, IOException {
        List<Long> ids = new ArrayList<>();
        List<String> first = new ArrayList<>();
        Indicator i = figure.indicator();
        for (Snapshot.Row row : snapshot.cases(period, figures.behind(i), 0, 0)) {
            ids.add(row.id());
            if (first.size() < NUMBERS_PRINTED) {
                first.add(row.number());
            }
            csv.write(i.number() + "," + i.id() + "," + i.title() + "," + row.number() + "," + row.procedure() + "," + row.day() + ","
                    + row.times() + "," + (row.amount() == 0 ? "" : Words.yuan(row.amount()).replace(",", "")) + "\r\n");
        }
        return new Behind(ids, first);
    }

    private long freeze(Reckoning reckoning, Map<Integer, Behind> behind, Connection connection) throws SQLException {
        long draft;
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into report_draft (office, year, cut_off, definitions, publishable) values (?, ?, ?, ?, ?) returning id")) {
            statement.setShort(1, office);
            statement.setInt(2, reckoning.period().year());
            statement.setObject(3, reckoning.period().to());
            statement.setString(4, figures.indicators().digest());
            statement.setBoolean(5, reckoning.publishable());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                draft = row.getLong(1);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into report_figure (office, draft, number, figure, value, numerator, denominator, definition, case_ids)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Figure figure : reckoning.figures()) {
                Indicator i = figure.indicator();
                statement.setShort(1, office);
                statement.setLong(2, draft);
                statement.setInt(3, i.number());
                statement.setString(4, i.id());
                statement.setObject(5, figure.isRate() ? null : figure.counted(), Types.BIGINT);
                statement.setObject(6, figure.isRate() ? figure.counted() : null, Types.BIGINT);
                statement.setObject(7, figure.isRate() ? figure.base() : null, Types.BIGINT);
                statement.setString(8, i.definition());
                statement.setArray(9, connection.createArrayOf("int8", behind.get(i.number()).ids().toArray()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return draft;
    }

    private Booklet booklet(Reckoning reckoning, Map<Integer, Behind> behind, long draft, LocalDate today, String list) {
        Period period = reckoning.period();
        Booklet booklet = new Booklet(reckoning.office() + text.title(reckoning), today).title(reckoning.office()).title(text.title(reckoning)).center("（" + text.subtitle() + "）")
                .center("草稿第" + draft + "稿　数据截至" + Words.day(period.to()));
        warn(reckoning, booklet);
        booklet.body("现将" + reckoning.office() + Words.day(period.from()) + "至" + Words.day(period.to()) + "行政执法和民生诉求办理情况报告如下：");
        for (ReportText.Chapter chapter : text.chapters(reckoning)) {
            booklet.section(chapter.title());
            chapter.paragraphs().forEach(booklet::body);
        }
        booklet.seal(reckoning.office(), Words.day(today));
        annex(reckoning, behind, list, booklet);
        balances(reckoning, booklet);
        return booklet;
    }

    /// What keeps a draft from being published stands on its first page.
    private static void warn(Reckoning reckoning, Booklet booklet) {
        if (!reckoning.publishable()) {
            booklet.strong("不得发布：本稿有" + reckoning.broken().size() + "条勾稽关系不成立。");
            reckoning.broken().forEach(b -> booklet.strong(equation(b) + "，相差" + Words.count(Math.abs(b.difference())) + "。"));
        }
        if (!reckoning.period().wholeYear()) {
            booklet.strong("本稿的统计期间不满一年，不是全年数据。");
        }
    }

    private static String equation(Balance b) {
        return b.title() + "：" + side(b.left()) + (b.holds() ? b.relation().sign() : "≠") + side(b.right());
    }

    private static String side(List<Balance.Term> terms) {
        return String.join("＋", terms.stream().map(t -> t.words() + Words.count(t.number())).toList());
    }

    private void annex(Reckoning reckoning, Map<Integer, Behind> behind, String list, Booklet booklet) {
        booklet.section("附件一：指标、定义和案件");
        booklet.note("每项列出前" + NUMBERS_PRINTED + "件案件的案号，连续的案号连写；完整清单见“" + list + "”。");
        for (Figure f : reckoning.figures()) {
            Indicator i = f.indicator();
            booklet.strong("〔" + i.number() + "〕" + i.title() + "：" + f.words());
            StringBuilder words = new StringBuilder("定义：").append(i.definition());
            Indicator.Count count = i.count();
            if (count != null) {
                words.append("计数：").append(count.counts().zh()).append("。时点：").append(count.at().zh()).append("。");
            }
            Indicator.Rate rate = i.rate();
            if (rate != null) {
                words.append("分子：").append(reference(rate.of())).append(Words.count(f.counted())).append("；分母：").append(reference(rate.base()))
                        .append(Words.count(f.base())).append(f.base() == 0 ? "，没有分母，不计算。" : "。");
            }
            if (!i.basis().isEmpty()) {
                words.append("依据：").append(String.join("、", i.basis().stream().map(laws::display).toList())).append("。");
            }
            booklet.note(words.toString());
            String parts = String.join("、", f.parts().stream().filter(p -> p.counted() != 0).map(p -> p.title() + Words.count(p.counted())).toList());
            if (!parts.isEmpty()) {
                booklet.note("划分：" + parts + "。");
            }
            booklet.note(cases(f, behind.get(i.number())));
        }
    }

    private String reference(String id) {
        Indicator i = figures.indicators().figures().get(id);
        return "〔" + i.number() + "〕" + i.title();
    }

    private static String cases(Figure figure, Behind behind) {
        if (behind.ids().isEmpty()) {
            return "案件：无。";
        }
        return (figure.isRate() ? "分母中的案件：" : "案件：") + "共" + Words.count(behind.ids().size()) + "件"
                + (behind.ids().size() > behind.first().size() ? "，前" + behind.first().size() + "件为" : "，") + Numbers.ranges(behind.first()) + "。";
    }

    private static void balances(Reckoning reckoning, Booklet booklet) {
        booklet.section("附件二：勾稽关系");
        List<List<String>> rows = new ArrayList<>();
        for (Balance b : reckoning.balances()) {
            String differing = b.differences().isEmpty() ? "" : "；相差的案件：" + String.join("、", b.differences().stream().map(Balance.Difference::number).toList());
            rows.add(List.of(
                    String.valueOf(rows.size() + 1), b.title(), side(b.left()) + " " + (b.holds() ? b.relation().sign() : "≠") + " " + side(b.right()) + differing,
                    b.holds() ? "成立" : "不成立"));
        }
        booklet.table(List.of(8, 32, 46, 14), List.of("序号", "关系", "数据", "结果"), rows);
    }
}
