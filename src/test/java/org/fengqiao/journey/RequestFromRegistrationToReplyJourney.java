package org.fengqiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// One request, from the counter to its reply, by four people in a browser that runs no scripts.
@DisplayName("一件诉求在浏览器里从登记到答复")
class RequestFromRegistrationToReplyJourney {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final String TITLE = "北苑小区3号楼外墙面砖松动";

    private final RunningOffice office = RunningOffice.get();
    private final List<String> complaints = new ArrayList<>();

    @Test
    @DisplayName("登记、签收、分类、派单、接单、办结、答复，每一步都从案件页上的按钮进入")
    void walksFromTheCounterToTheReply() {
        Assumptions.assumeTrue(System.getenv("CI") != null || Files.isExecutable(CHROMIUM), "没有 /usr/bin/chromium，跳过浏览器测试");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                                "--disable-component-update", "--disable-sync")))) {
            Page chen = signIn(browser, "chen-gui");
            register(chen);
            act(chen, "签收");
            fillClassification(chen);
            dispatch(chen);
            Page shen = signIn(browser, "shen-mao");
            shen.navigate(office.address() + "/worklist");
            shen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)).click();
            open(shen, "接单并指定承办人");
            choose(shen, "data.handlers", "jiang-yin");
            submit(shen, "接单并指定承办人");
            Page jiang = signIn(browser, "jiang-yin");
            jiang.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)).first().click();
            open(jiang, "办理");
            jiang.locator("[name='data.measures']").fill("已督促物业加固墙面并设置围挡。");
            choose(jiang, "data.outcome", "resolved");
            submit(jiang, "办理");
            open(jiang, "答复诉求人");
            jiang.locator("#step-form textarea").first().fill("您反映的墙面砖已加固，围挡将在验收后拆除。");
            submit(jiang, "答复诉求人");
            assertThat(jiang.locator("#timeline").textContent()).contains("蒋寅 答复诉求人").contains("沈卯 接单并指定承办人").contains("陈癸 登记诉求");
            assertThat(jiang.locator("#documents").textContent()).contains("民生诉求答复");
            jiang.locator("#documents a.fq-title").first().click();
            assertThat(jiang.locator(".fq-paper").textContent()).contains("墙面砖已加固");
            assertThat(complaints).isEmpty();
        }
    }

    private Page signIn(Browser browser, String user) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN").setViewportSize(1366, 768));
        Page page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text());
            }
        });
        page.navigate(office.address() + "/sign-in");
        page.locator("form:has(input[name=user][value='" + user + "']) button").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo("我的待办");
        return page;
    }

    private static void register(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登记新事项")).click();
        page.locator("a[href='/register/public-request']").first().click();
        page.locator("[name=title]").fill(TITLE);
        page.locator("[name='data.content']").fill("墙砖掉了两块，下面是孩子放学走的路。");
        page.locator("[name='data.place']").fill("北苑小区3号楼");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记").setExact(true)).click();
        assertThat(page.locator(".fq-notice").first().textContent()).contains("已登记：示街诉〔2026〕第");
    }

    /// Opens a step from the case page.
    private static void open(Page page, String title) {
        page.locator(".fq-step", new Page.LocatorOptions().setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setExact(true))))
                .locator("a.btn").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo(title);
    }

    private static void submit(Page page, String title) {
        page.locator("#step-form button").first().click();
        Locator notice = page.locator(".fq-notice").first();
        assertThat(notice.textContent()).contains("已办理：" + title);
    }

    private static void act(Page page, String title) {
        open(page, title);
        submit(page, title);
    }

    private static void fillClassification(Page page) {
        open(page, "分类为一般诉求");
        choose(page, "data.category", "R02");
        choose(page, "data.within-power", "yes");
        page.locator("[name='data.within-power-reason']").fill("外墙属于本街道督促物业维修的范围。");
        submit(page, "分类为一般诉求");
    }

    private static void dispatch(Page page) {
        open(page, "派单");
        choose(page, "data.unit", "city");
        submit(page, "派单");
    }

    /// Chooses in a list or among radio buttons, however many options there are.
    private static void choose(Page page, String name, String value) {
        Locator list = page.locator("select[name='" + name + "']");
        if (list.count() > 0) {
            list.selectOption(value);
        } else {
            page.locator("input[name='" + name + "'][value='" + value + "']").check(new Locator.CheckOptions().setForce(true));
        }
    }
}
