package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("每一页在手机和电脑上")
class PagesTest {

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
    @DisplayName("无障碍检查没有发现问题，内容安全策略没有拦下任何东西，没有横向滚动")
    void hasNoViolations() {
        List<String> found = new ArrayList<>();
        boolean pictures = Boolean.getBoolean("fengqiao.pictures");
        for (int width : new int[] {390, 1366}) {
            com.microsoft.playwright.Page page = showcase.tab(width, 768, true);
            for (String name : showcase.pages.keySet()) {
                showcase.show(page, name);
                new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().forEach(v -> v.getNodes().forEach(n -> found.add(name + " " + width + " " + v.getId() + ": " + n.getTarget() + " " + n.getHtml())));
                if (page.evaluate(SCROLLS).equals(true)) {
                    found.add(name + " " + width + " scrolls sideways: " + page.evaluate(WIDEST));
                }
                if (pictures) {
                    page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", name + "-" + width + ".png")));
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(showcase.complaints).isEmpty();
    }

    private static final String SCROLLS = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    private static final String WIDEST = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.fq-tablewrap, .fq-tabs, .fq-desk')).slice(0, 3).map(e => e.outerHTML.slice(0, 90)).join(' | ')";

    @Test
    @DisplayName("360 像素、200% 放大和 1920 像素都不丢内容")
    void losesNothingWhenNarrowOrZoomed() {
        List<String> found = new ArrayList<>();
        for (int width : new int[] {360, 683, 1920}) {
            com.microsoft.playwright.Page page = showcase.tab(width, 768, true);
            for (String name : showcase.pages.keySet()) {
                showcase.show(page, name);
                if (page.evaluate(SCROLLS).equals(true)) {
                    found.add(name + " " + width + ": " + page.evaluate(WIDEST));
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
