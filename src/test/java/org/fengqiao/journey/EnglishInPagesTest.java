package org.fengqiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.journey.RunningOffice.Seen;
import org.fengqiao.journey.RunningOffice.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("选了英文的人看到的页面：标题、表头、栏目名、按钮、状态、空页、错误都是英文，留着中文的都标明")
class EnglishInPagesTest {

    private static final Pattern FRAME = Pattern.compile(
            "<(h1|th|label|button|legend)\\b[^>]*>(.*?)</\\1>|<(?:a|span|div)[^>]* class=\"(?:btn|fq-state|fq-empty)[^>]*>([^<]*)", Pattern.DOTALL);
    private static final Pattern HAN = Pattern.compile("[\\x{3400}-\\x{9fff}]");
    private static final Pattern TEXT = Pattern.compile(">([^<]+)<");

    private static final Map<String, List<String>> PAGES = Map.of(
            "sun-bing", List.of(
                    "/worklist", "/cases", "/ledgers", "/laws", "/laws?level=law", "/laws/administrative-penalty-law/2021-07-15",
                    "/laws/administrative-penalty-law/2021-07-15/articles/64", "/laws/search", "/laws/search?q=zzqqxx", "/laws/citations",
                    "/procedures", "/calendar", "/calendar/2027", "/deadlines", "/contracts", "/verification", "/laws/nothing", "/nothing"),
            "chen-gui", List.of("/register", "/intake"),
            "zhu-wu", List.of("/administration"));

    @Test
    @DisplayName("二十一页没有漏译的标题、表头、栏目名、按钮和状态；没有没标明的中文")
    void speaksEnglish() {
        Set<String> left = new TreeSet<>();
        PAGES.forEach((user, pages) -> {
            Visitor visitor = RunningOffice.get().visit(user);
            visitor.get("/worklist?lang=en");
            pages.forEach(page -> chinese(visitor.get(page), page, left));
        });
        assertThat(left).isEmpty();
    }

    private static void chinese(Seen seen, String page, Set<String> left) {
        assertThat(seen.html()).contains("<html lang=\"en\">");
        Matcher m = FRAME.matcher(seen.html().replaceAll("<(span|b)\\b[^>]* lang=\"zh-CN\"[^>]*>.*?</\\1>", ""));
        while (m.find()) {
            String text = (m.group(2) != null ? m.group(2) : m.group(3)).replaceAll("<[^>]+>", "").strip();
            if (HAN.matcher(text).find()) {
                left.add(page + " " + text);
            }
        }
        String unmarked = seen.html().replaceAll("(?s)<(textarea|option|title|script|style|svg)\\b.*?</\\1>", "").replaceAll("(?s)<(\\w+)[^>]* lang=\"zh-CN\"[^>]*>.*?</\\1>", "");
        TEXT.matcher(unmarked).results().map(r -> r.group(1)).filter(t -> HAN.matcher(t).find()).limit(3).forEach(t -> left.add(page + " unmarked: " + t.strip()));
    }

    @Test
    @DisplayName("条文和提要不译；换回中文以后一切照旧")
    void leavesTheLawAsItIs() {
        Visitor visitor = RunningOffice.get().visit("sun-bing");
        visitor.get("/worklist?lang=en");
        assertThat(visitor.get("/laws/administrative-penalty-law/2021-07-15").html()).contains("<h1>Administrative Penalty Law</h1>").contains("说明为何制定本法");
        assertThat(visitor.get("/laws?lang=zh-CN").html()).contains("<h1>法律法规</h1>").doesNotContain("<bdi");
    }
}
