package org.fengqiao.cases;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;

/// 卷内目录和备考表: the first and the last sheet of a case file, to read and to print.
record CaseIndex(
        CaseState state, Office office, String procedure, LocalDateTime made, int events, List<CasePackage.Listed> items, int articles) {

    private static final String STYLE = "body{font:16px/1.6 'Noto Serif CJK SC','SimSun',serif;max-width:60em;margin:2em auto;padding:0 1em}"
            + "table{border-collapse:collapse;width:100%}th,td{border:1px solid #444;padding:.3em .5em;text-align:left}"
            + "caption{font-size:1.2em;margin-bottom:.5em}@media print{body{margin:0}}";

    private String title() {
        return state.personal().getOrDefault("title", state.number());
    }

    private String stamp() {
        return made.format(DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm"));
    }

    String text() {
        StringBuilder text = new StringBuilder("案卷　" + state.number() + "\n案件　" + title() + "\n程序　" + procedure
                + "\n机关　" + office.name() + "\n打包　" + stamp() + "\n记录　" + events + " 条\n\n卷内目录\n");
        items.forEach(i -> text.append(i.place()).append("　").append(i.title()).append("　").append(i.number()).append("　")
                .append(i.day()).append("　页次 ").append(i.pages()).append("　").append(i.path()).append('\n'));
        text.append("\n备考表\n");
        remarks().forEach(remark -> text.append(remark).append('\n'));
        text.append("立卷人：　　　　　　检查人：　　　　　　立卷时间：　　　　年　　月　　日\n");
        if (articles > 0) {
            text.append("\n引用条文　").append(articles).append(" 条，各按引用当日有效的版本：").append(CitedArticles.FILE).append('\n');
        }
        return text.append("\n核验：在本目录运行 sh verify.sh，只需要 POSIX shell 和支持 SM3 的 openssl；\n")
                .append("机关另行告知的封签可作为参数一并核对：sh verify.sh 封签。\n")
                .append("record.jsonl 是全过程记录原文，一行一条；digests.txt 是逐条摘要；personal.jsonl 是个人信息与其盐值，\n")
                .append("盐值（十六进制还原为字节）后接内容的 SM3 即记录中所载的摘要。\n")
                .toString();
    }

    String html() {
        StringBuilder rows = new StringBuilder();
        items.forEach(i -> rows.append("<tr><td>").append(i.place()).append("</td><td>").append(escape(i.number()))
                .append("</td><td>").append(i.path().isEmpty() ? escape(i.title())
                        : "<a href=\"" + i.path() + "\">" + escape(i.title()) + "</a>" + page(i))
                .append("</td><td>").append(i.day()).append("</td><td>").append(i.pages()).append("</td></tr>\n"));
        return "<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<title>案卷 " + escape(state.number())
                + "</title>\n<style>" + STYLE + "</style>\n<h1>案卷</h1>\n<p>" + escape(office.name()) + "<br>案号："
                + escape(state.number()) + "<br>案件：" + escape(title()) + "<br>程序：" + escape(procedure) + "<br>打包：" + stamp()
                + "<br>全过程记录：" + events + " 条（<a href=\"record.jsonl\">原文</a>、<a href=\"digests.txt\">摘要</a>）</p>\n"
                + "<table><caption>卷内目录</caption>\n<tr><th>序号</th><th>文号</th><th>题名</th><th>日期</th><th>页次</th></tr>\n"
                + rows + "</table>\n" + (articles == 0 ? "" : "<p><a href=\"" + CitedArticles.FILE + "\">引用条文</a> " + articles + " 条，各按引用当日有效的版本；文书的网页和 PDF 中的条号打开这里。</p>\n")
                + "<h2>备考表</h2>\n" + remarks().stream().map(r -> "<p>" + escape(r) + "</p>\n").collect(Collectors.joining())
                + "<p>立卷人：　　　　　　检查人：　　　　　　立卷时间：　　　　年　　月　　日</p>\n<p>核验：在本目录运行 <code>sh verify.sh</code>，只需要 POSIX shell 和支持 SM3 的 openssl；"
                + "机关另行告知的封签可一并核对：<code>sh verify.sh 封签</code>。</p>\n</html>\n";
    }

    /// 备考: how many pieces and pages the file has, and what in it has no page of its own.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        int pages = items.stream().mapToInt(CasePackage.Listed::to).max().orElse(0);
        long proofs = items.stream().filter(CasePackage.Listed::proof).count();
        remarks.add("本卷共 " + items.size() + " 件 " + pages + " 页，其中文书 " + (items.size() - proofs) + " 件、证据 " + proofs
                + " 件；文书按形成先后，证据在后，页次连续。");
        List<String> unpaged = items.stream().filter(i -> i.to() == 0).map(i -> "第 " + i.place() + " 件" + i.title()).toList();
        remarks.add(unpaged.isEmpty() ? "卷内各件均已编页。" : "没有编页的：" + String.join("、", unpaged) + "。");
        List<String> sounds = items.stream().filter(CasePackage.Listed::timed).map(i -> "第 " + i.place() + " 件").toList();
        if (!sounds.isEmpty()) {
            remarks.add("录音、录像、数据文件按一页计：" + String.join("、", sounds) + "，原件在 evidence 目录。");
        }
        remarks.add("记录 " + events + " 条，有无缺损、修改、补充、移出、销毁等情况：");
        return remarks;
    }

    /// A printed document lies beside itself as a web page, in which the numbers of articles are links.
    private static String page(CasePackage.Listed item) {
        return !item.proof() && item.path().endsWith(".pdf") ? "（<a href=\"" + item.path().replace(".pdf", ".html") + "\">网页</a>）" : "";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
