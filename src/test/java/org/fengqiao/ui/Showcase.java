package org.fengqiao.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/// Serves every sample page with its static files under the product's content security policy, and a browser to look at them.
final class Showcase implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    final Map<String, String> pages = render();
    /// What the browser complained about: refused styles and scripts, missing files.
    final List<String> complaints = new ArrayList<>();
    private final HttpServer server;
    private final Playwright playwright;
    private final Browser browser;

    Showcase() throws IOException {
        boolean ci = System.getenv("CI") != null;
        Assumptions.assumeTrue(ci || Files.isExecutable(CHROMIUM), "没有 /usr/bin/chromium，跳过浏览器测试");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = body(path);
            exchange.getResponseHeaders().add("Content-Type", type(path));
            exchange.getResponseHeaders().add("Content-Security-Policy", ContentSecurity.POLICY);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setEnv(Map.of("LANG", "zh_CN.UTF-8", "LANGUAGE", "zh_CN", "HOME", System.getProperty("user.home")))
                .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=zh-CN")));
    }

    static Map<String, String> render() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        Map<String, String> pages = new TreeMap<>();
        Samples.pages().forEach((name, page) -> {
            StringOutput output = new StringOutput();
            Frame frame = page instanceof SignInPage ? Samples.signedOut() : Samples.frame();
            engine.render(page.template() + ".jte", Map.of("frame", frame, "page", page), output);
            pages.put(name, output.toString());
        });
        StringOutput english = new StringOutput();
        engine.render("page/worklist.jte", Map.of("frame", Samples.frame(java.util.Locale.ENGLISH), "page", WorkSamples.worklist()), english);
        pages.put("worklist-en", english.toString());
        pages.put("gallery", Gallery.page(engine));
        return pages;
    }

    private byte[] body(String path) throws IOException {
        if (path.startsWith("/assets/")) {
            try (InputStream file = Showcase.class.getResourceAsStream("/static" + path)) {
                return file == null ? new byte[0] : file.readAllBytes();
            }
        }
        String page = pages.getOrDefault(path.substring(1), path.contains("/") && path.lastIndexOf('/') > 0 ? "<!doctype html><title>" + path + "</title>" : "");
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String path) {
        return path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : path.endsWith(".svg") ? "image/svg+xml" : "text/html;charset=UTF-8";
    }

    com.microsoft.playwright.Page open(String name, int width, int height, boolean script) {
        com.microsoft.playwright.Page page = tab(width, height, script);
        show(page, name);
        return page;
    }

    com.microsoft.playwright.Page tab(int width, int height, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(script).setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        com.microsoft.playwright.Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    void show(com.microsoft.playwright.Page page, String name) {
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/" + name, new NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.stop(0);
    }
}
