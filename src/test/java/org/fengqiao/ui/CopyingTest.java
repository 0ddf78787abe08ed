package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("法律页：一次点击复制引用，只印条文")
class CopyingTest {

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
    @DisplayName("地址指到的项带着按钮；指到别处，按钮跟过去；复制的是惯用的写法")
    void copiesTheClause() {
        for (int width : new int[] {1366, 390}) {
            Page page = showcase.open("law-imported#64.1.1", width, 844, true);
            assertThat(page.locator(".fq-copy").count()).isEqualTo(1);
            assertThat(page.locator("[id='a64-1-1'] .fq-copy").getAttribute("data-copy")).isEqualTo("《中华人民共和国行政处罚法》第六十四条第一款第一项");
            page.locator("[id='a64-2']").hover();
            page.locator("[id='a64-2'] .fq-copy").click();
            page.waitForCondition(() -> page.locator(".fq-copy").textContent().equals("已复制"));
            assertThat(page.locator("span[role=status]").last().textContent()).contains("《中华人民共和国行政处罚法》第六十四条第二款");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
            page.locator("body").click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(2, 2));
            page.evaluate("() => { const box = document.createElement('textarea'); box.id = 'pasted'; document.querySelector('main').prepend(box); box.focus(); }");
            page.keyboard().press("Control+v");
            assertThat(page.inputValue("#pasted")).isEqualTo("《中华人民共和国行政处罚法》第六十四条第二款");
            page.context().close();
        }
    }

    @Test
    @DisplayName("没有脚本就没有按钮，文字照旧")
    void offersNothingWithoutScript() {
        Page page = showcase.open("law-imported", 1366, 768, false);
        assertThat(page.locator(".fq-copy").count()).isZero();
        assertThat(page.locator("[id='a64-2']").textContent()).isEqualTo("示例条文第二款。");
    }

    @Test
    @DisplayName("打印法律时只有条文：没有依据它的清单、目录和按钮，字号不是决定书的")
    void printsTheWords() {
        Page page = showcase.open("law-imported#64.1.1", 1366, 768, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.isVisible("[id='a64-1-1']")).isTrue();
        for (String hidden : new String[] {".fq-articles .fq-why", ".fq-copy", ".fq-contents", ".fq-alone"}) {
            assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
        }
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.fq-articles .fq-doc')).fontSize")).isEqualTo("16px");
    }
}
