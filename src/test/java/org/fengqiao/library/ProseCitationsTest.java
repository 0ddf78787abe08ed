package org.fengqiao.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.Laws;
import org.fengqiao.ui.LinkedWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("页面行文里的条号都成为链接，打开当日有效的那一版")
class ProseCitationsTest {

    private static final Laws LAWS = Laws.load();
    private static final ProseCitations PROSE = new ProseCitations(LAWS, new CitationCheck(LAWS, null), () -> LocalDate.of(2026, 10, 9));

    private static String linked(String html) {
        return LinkedWords.in(html, PROSE).replace(" class=\"fq-cite\"", "");
    }

    @Test
    @DisplayName("打字的、生成的都一样：书名号、俗称、并列、款项")
    void linksWhatIsNamed() {
        assertThat(linked("<p>依据《行政处罚法》第六十四条第一项、第六十五条</p>")).isEqualTo(
                "<p>依据<a href=\"/laws/administrative-penalty-law/2021-07-15#a64-1-1\">《行政处罚法》第六十四条第一项</a>、"
                        + "<a href=\"/laws/administrative-penalty-law/2021-07-15#a65\">第六十五条</a></p>");
        assertThat(linked("<td><div>按处罚法第64条</div></td>")).contains("<div>按<a href=\"/laws/administrative-penalty-law/2021-07-15#a64\">处罚法第64条</a></div>");
        assertThat(linked("<p>《<b>行政处罚法</b>》第六条，<b>同法第七条</b></p>")).contains("#a6\">》第六条</a>", "#a7\">同法第七条</a>");
    }

    @Test
    @DisplayName("案件当日有效的版本，不是今天的；页面只链接一个版本的，行文也指那一版")
    void opensTheVersionOfTheDay() {
        assertThat(linked("<ol><li data-day=\"2023-12-31\">《行政复议法》第九条</li><li data-day=\"2024-01-01\">《行政复议法》第九条</li><li>《行政复议法》第九条</li></ol>"))
                .contains("/2018-01-01#a9\">《行政复议法》第九条</a></li><li data-day=\"2024-01-01\"><a href=\"/laws/administrative-reconsideration-law/2024-01-01#a9\">")
                .doesNotContain("<li>《");
        assertThat(linked("<p>《行政复议法》第九条</p><a href=\"/laws/administrative-reconsideration-law/2018-01-01#a9\">x</a>")).contains("<p><a href=\"/laws/administrative-reconsideration-law/2018-01-01#a9\">");
        assertThat(linked("<p>《行政复议法》第九条</p><a href=\"/laws/administrative-reconsideration-law/2018-01-01#a9\">x</a><a href=\"/laws/administrative-reconsideration-law/2024-01-01#a9\">x</a>"))
                .contains("<p><a href=\"/laws/administrative-reconsideration-law/2024-01-01#a9\">");
    }

    @Test
    @DisplayName("法律自己的条文里，本法和没有写明法律的条号就是这部法；合同的条号谁也不是")
    void knowsWhoseWordsTheyAre() {
        assertThat(linked("<ol data-own=\"administrative-penalty-law\" data-day=\"2021-07-15\"><li>依照本法第三十六条，第三十七条另有规定</li></ol>")).contains("#a36\">本法第三十六条</a>", "#a37\">第三十七条</a>");
        assertThat(linked("<p>本合同第三条约定租金。</p>")).doesNotContain("<a");
    }

    @Test
    @DisplayName("已经是链接、按钮、输入框、图的不动；没有这一条的不链；属性里有大于号、有注释也不乱")
    void leavesOtherThingsAlone() {
        for (String html : new String[] {
            "<a href=\"/x\">《行政处罚法》第六十四条</a>", "<button>《行政处罚法》第六十四条</button>", "<textarea>《行政处罚法》第六十四条</textarea>",
            "<option>《行政处罚法》第六十四条</option>", "<summary>《行政处罚法》第六十四条</summary>", "<script>var a = '《行政处罚法》第六十四条';</script>",
            "<!-- 《行政处罚法》第六十四条 -->", "<p title=\"a > 《行政处罚法》第六十四条\">x</p>", "<p>《行政处罚法》第九百条</p>", "<p>三条裤子</p>", "<p>第三条", "<", "条<p"}) {
            assertThat(linked(html)).isEqualTo(html);
        }
        assertThat(linked("<p title=\"a > b\">《行政处罚法》第六条<br>y</p>")).isEqualTo(
                "<p title=\"a > b\"><a href=\"/laws/administrative-penalty-law/2021-07-15#a6\">《行政处罚法》第六条</a><br>y</p>");
    }

    @Test
    @DisplayName("一句话里删去的字有它自己的那一天：链接到旧版，其余的链接到新版")
    void strikesOutWithADayOfItsOwn() {
        String both = linked("<p data-day=\"2024-01-01\" data-own=\"administrative-reconsideration-law\">依照<del data-day=\"2018-01-01\">本法第九条</del><ins>本法第二十条</ins>办理</p>"
                + "<p data-day=\"2024-01-01\"><del data-day=\"2018-01-01\">《行政复议法》第九条</del>，《行政复议法》第二十条</p>");
        assertThat(both.split("/2018-01-01#a9\"")).hasSize(3);
        assertThat(both.split("/2024-01-01#a20\"")).hasSize(3);
        assertThat(both).doesNotContain("/2018-01-01#a20", "/2024-01-01#a9\"");
    }
}
