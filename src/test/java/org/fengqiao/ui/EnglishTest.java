package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("英文页：逐句译，条文和人写的字不译")
class EnglishTest {

    private final English english = new English(Map.of("行政处罚法", "Administrative Penalty Law", "立案", "Filing"));

    @Test
    @DisplayName("数字、日期、条款、引号里的话取出来再放回去；没有英文的整句不译")
    void saysPhrasesWithTheirValues() {
        assertThat(english.of("{n} 条".replace("{n}", "86"))).isEqualTo("86 articles");
        assertThat(english.of("2021年7月15日起施行")).isEqualTo("in force from 15 July 2021");
        assertThat(english.of("10月9日 周五")).isEqualTo("Fri 9 October");
        assertThat(english.of("2018-01-01版 → 2024-01-01版")).isEqualTo("2018-01-01 → 2024-01-01");
        assertThat(english.of("《行政处罚法》第一百二十条之一第二款第三项")).isEqualTo("Administrative Penalty Law Art. 120-1 para. 2 item 3");
        assertThat(english.of("《行政处罚法》第一百〇五条第十款")).as("别的写法").isEqualTo("Administrative Penalty Law Art. 105 para. 10");
        assertThat(english.of("步骤“立案”、“立案”的条件")).isEqualTo("step &quot;Filing&quot;, conditions of &quot;Filing&quot;");
        assertThat(english.of("86 条 · 2 版")).isEqualTo("86 articles · 2 versions");
        assertThat(english.of("1 条 · 1 版")).isEqualTo("1 article · 1 version");
        assertThat(english.of("剩 1 个工作日")).isEqualTo("1 working day left");
        assertThat(english.of("石桥路18号夜间装卸噪声")).isNull();
        assertThat(english.of("全部，石桥路")).as("半句不译").isNull();
    }

    @Test
    @DisplayName("标明中文的部分、填写的字、脚本原样；其余中文标明语言；提示和标签也译")
    void leavesTextsAlone() {
        String page = "<title>法律法规 · 枫桥</title><h1>法律法规</h1><div lang=\"zh-CN\"><p>全部</p><div>查看</div></div><p>查看</p>"
                + "<textarea name=\"a\">全部<b></textarea><input value=\"全部\" placeholder=\"查看\"><option value=\"全部\">全部</option><td>石桥路 · 3 件</td>";
        assertThat(EnglishPage.of(page, english)).isEqualTo(
                "<title>Laws and regulations · 枫桥</title><h1>Laws and regulations</h1><div lang=\"zh-CN\"><p>全部</p><div>查看</div></div><p>Show</p>"
                        + "<textarea name=\"a\">全部<b></textarea><input value=\"全部\" placeholder=\"Show\"><option value=\"全部\">All</option>"
                        + "<td><bdi lang=\"zh-CN\">石桥路</bdi> · 3 cases</td>");
    }

    @Test
    @DisplayName("译成英文的句子、没有译的句子、引号里的话，引用的条都链接到同一处")
    void keepsTheLinksOfWhatItSays() {
        Prose prose = (words, day, own, shown) -> Pattern.compile("(?:《[^》]*》)?第[一二三]条(?:至第三条)?").matcher(words).results()
                .map(m -> new Prose.Named(m.start(), m.end(), "/laws/" + m.group().replaceAll("^.*?第(.)条.*", "$1"))).toList();
        String page = "<p>符合《行政处罚法》第一条、《甲》第二条的要求</p><p>符合“石桥路第三条”的要求</p><td>86 条 · 石桥路<b>第一条</b>的石桥路 · 第二条</td>"
                + "<p lang=\"zh-CN\">全部第三条</p><p>第一条至第三条</p><button>第一条</button>";
        String said = EnglishPage.of(page, english, prose);
        assertThat(said.replace(" class=\"fq-cite\"", "")).isEqualTo(
                "<p><a href=\"/laws/一\">Administrative Penalty Law Art. 1</a> and <a href=\"/laws/二\"><bdi lang=\"zh-CN\">《甲》</bdi> Art. 2</a> are met</p>"
                        + "<p><bdi lang=\"zh-CN\">符合“石桥路<a href=\"/laws/三\">第三条</a>”的要求</bdi></p>"
                        + "<td>86 articles · <bdi lang=\"zh-CN\">石桥路</bdi><b><a href=\"/laws/一\">Art. 1</a></b><bdi lang=\"zh-CN\">的石桥路</bdi> · <a href=\"/laws/二\">Art. 2</a></td>"
                        + "<p lang=\"zh-CN\">全部<a href=\"/laws/三\">第三条</a></p><p><bdi lang=\"zh-CN\"><a href=\"/laws/一\">第一条至第三条</a></bdi></p><button>Art. 1</button>");
        assertThat(hrefs(said)).isEqualTo(hrefs(LinkedWords.in(page, prose)));
    }

    private static Set<String> hrefs(String html) {
        return Pattern.compile("href=\"([^\"]*)\"").matcher(html).results().map(r -> r.group(1)).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("句库：每个代号两边一样多，英文里没有中文，没有写两遍的句子")
    void keepsItsPhrasesInOrder() {
        Pattern value = Pattern.compile("\\{([cqdn])}");
        English.file().forEach((chinese, said) -> {
            assertThat(English.isChinese(said)).as(said).isFalse();
            if (!said.matches(".*\\{\\d}.*")) {
                assertThat(kinds(value.matcher(said))).as(chinese).isEqualTo(kinds(value.matcher(chinese)));
            }
        });
    }

    private static List<String> kinds(Matcher m) {
        return m.results().map(r -> r.group(1)).toList();
    }

    @Test
    @DisplayName("样页换成英文以后，标题、表头、字段名、按钮没有漏译的；标签仍然成对")
    void coversTheWordsOfTheFrame() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        English spoken = new English(Map.of("行政处罚法", "Administrative Penalty Law", "行政复议法", "Administrative Reconsideration Law"));
        Set<String> left = new TreeSet<>();
        for (String name : List.of("law", "law-imported", "article", "comparison", "comparison-side", "laws", "worklist-empty", "calendar", "deadline", "search")) {
            StringOutput out = new StringOutput();
            Page page = Objects.requireNonNull(Samples.pages().get(name));
            engine.render(page.template() + ".jte", Map.of("frame", Samples.frame(Locale.ENGLISH), "page", page), out);
            String said = EnglishPage.of(out.toString(), spoken);
            assertThat(said.split("<div").length).isEqualTo(out.toString().split("<div").length);
            Matcher m = FRAME.matcher(said.replaceAll("<(span|b)\\b[^>]* lang=\"zh-CN\"[^>]*>.*?</\\1>", ""));
            while (m.find()) {
                String text = m.group(2).replaceAll("<[^>]+>", "").strip();
                if (English.isChinese(text) && !text.matches("第.章.*")) {
                    left.add(name + " " + m.group(1) + ": " + text);
                }
            }
        }
        assertThat(left).isEmpty();
    }

    private static final Pattern FRAME = Pattern.compile("<(h1|th|label|button|legend)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);
}
