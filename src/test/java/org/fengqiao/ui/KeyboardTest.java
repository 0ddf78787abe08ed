package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("键盘、手机折叠、打印、没有脚本")
class KeyboardTest {

    private static Showcase showcase;

    @BeforeAll
    static void open() throws Exception {
        showcase = new Showcase();
    }

    @AfterAll
    static void close() {
        if (showcase != null) {
            showcase.close();
        }
    }

    @Test
    @DisplayName("按 j 到第一行，再按 j 到第二行，按 k 回来")
    void walksTheRows() {
        Page page = showcase.open("worklist", 1366, 768, true);
        page.keyboard().press("j");
        assertThat(focused(page)).contains("枫溪路7号");
        page.keyboard().press("j");
        assertThat(focused(page)).contains("石桥路18号");
        page.keyboard().press("k");
        assertThat(focused(page)).contains("枫溪路7号");
    }

    @Test
    @DisplayName("按 / 到搜索框；在框里按 j 只是打字")
    void typesInFields() {
        Page page = showcase.open("worklist", 1366, 768, true);
        page.keyboard().press("/");
        page.keyboard().press("j");
        assertThat(page.inputValue("#q")).isEqualTo("j");
    }

    @Test
    @DisplayName("关掉单个按键以后，j 不再起作用，? 仍能打开说明")
    void keysCanBeTurnedOff() {
        Page page = showcase.open("worklist", 1366, 768, true);
        page.keyboard().press("?");
        assertThat(page.isVisible("#keys")).isTrue();
        page.uncheck("#keys-on");
        page.keyboard().press("Escape");
        assertThat(page.isVisible("#keys")).isFalse();
        page.keyboard().press("j");
        assertThat(focused(page)).doesNotContain("枫溪路7号");
        page.keyboard().press("?");
        assertThat(page.isVisible("#keys")).isTrue();
    }

    @Test
    @DisplayName("t 打开这一行期限的算法，Esc 收起并回到原处")
    void opensTheExplanationOfTheRow() {
        Page page = showcase.open("worklist", 1366, 768, true);
        page.keyboard().press("j");
        page.keyboard().press("t");
        assertThat(page.locator("details[open]").count()).isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("details[open]").count()).isZero();
        assertThat(focused(page)).contains("10月8日");
    }

    @Test
    @DisplayName("点到第一个可以办的步骤；跳到正文是第一个焦点")
    void reachesTheFirstStep() {
        Page page = showcase.open("case", 1366, 768, true);
        page.keyboard().press(".");
        assertThat(focused(page)).contains("开始复核");
        Page fresh = showcase.open("case", 1366, 768, true);
        fresh.keyboard().press("Tab");
        assertThat(focused(fresh)).isEqualTo("跳到正文");
    }

    @Test
    @DisplayName("填写有误时焦点在错误汇总，链接到字段；没有错误时没有汇总")
    void focusesTheErrorSummary() {
        Page page = showcase.open("step-errors", 1366, 768, true);
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("errors");
        page.click("#errors a >> nth=0");
        assertThat(page.evaluate("document.activeElement.id === 'f-actedOn' || location.hash === '#f-actedOn'")).isEqualTo(true);
        assertThat(showcase.open("step", 1366, 768, true).locator("#errors").count()).isZero();
    }

    @Test
    @DisplayName("案卷在手机上收起，在电脑上展开；没有脚本时都展开")
    void foldsTheFileOnAPhoneOnly() {
        assertThat(showcase.open("case", 390, 768, true).locator("details[data-fold][open]").count()).isZero();
        assertThat(showcase.open("case", 1366, 768, true).locator("details[data-fold]:not([open])").count()).isZero();
        assertThat(showcase.open("case", 390, 768, false).locator("details[data-fold]:not([open])").count()).isZero();
    }

    @Test
    @DisplayName("没有脚本时：菜单能展开，键盘说明能打开，期限算法能打开")
    void worksWithoutScript() {
        Page page = showcase.open("case", 390, 768, false);
        assertThat(page.isVisible("nav.fq-rooms a")).isFalse();
        page.focus("#menu");
        page.keyboard().press("Space");
        assertThat(page.isVisible("nav.fq-rooms a >> nth=0")).isTrue();
        page.focus("a[href='#keys']");
        page.keyboard().press("Enter");
        assertThat(page.isVisible("#keys")).isTrue();
        page.focus("#keys a");
        page.keyboard().press("Enter");
        assertThat(page.isVisible("#keys")).isFalse();
        page.focus("#clock-decision summary");
        page.keyboard().press("Enter");
        assertThat(page.isVisible("#clock-decision .fq-explain")).isTrue();
    }

    @Test
    @DisplayName("打印时没有导航和按钮，期限算法打开")
    void printsTheFile() {
        Page page = showcase.open("case", 1366, 768, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.isVisible("nav.fq-rooms")).isFalse();
        assertThat(page.isVisible(".fq-step .btn >> nth=0")).isFalse();
        assertThat(page.isVisible("#clock-decision .fq-explain")).isTrue();
        assertThat(page.isVisible(".fq-step h3 >> nth=0")).isTrue();
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement === document.body ? '' : document.activeElement.textContent.trim()");
    }
}
