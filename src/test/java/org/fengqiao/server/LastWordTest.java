package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@DisplayName("连错误页也失败时：一句话、回去的路和编号，从不是容器的英文页")
class LastWordTest {

    private static final ConfigurableApplicationContext SITE = site();

    @AfterAll
    static void close() {
        SITE.close();
    }

    @Test
    @DisplayName("页面和错误页的模板都读不出：一句中文、编号和回首页的链接")
    void speaksWhenTheErrorPageFails() throws Exception {
        String answer = ask("/unreadable", "Accept: text/html\r\n");
        assertThat(answer).startsWith("HTTP/1.1 500").contains("lang=\"zh-CN\"", "这一步没有办成", "href=\"/\"").containsPattern("编号 [A-Z0-9]{6}").doesNotContain("HTTP Status", "Exception", "secret");
    }

    @Test
    @DisplayName("选了英文的人看到英文")
    void speaksTheLanguageOfThePerson() throws Exception {
        assertThat(ask("/unreadable", "Accept: text/html\r\nCookie: fengqiao-language=en\r\n")).contains("lang=\"en\"", "The step did not succeed", "No. ").doesNotContain("没有");
    }

    @Test
    @DisplayName("接口的调用者得到问题说明，也带编号")
    void answersAProgramByAProblemDocument() throws Exception {
        assertThat(ask("/api/unreadable", "Accept: */*\r\n")).startsWith("HTTP/1.1 500").contains("application/problem+json", "\"status\":500").containsPattern("编号 [A-Z0-9]{6}").doesNotContain("<html");
    }

    @Test
    @DisplayName("容器自己拒绝的地址也用这一页，没有故障就没有编号")
    void speaksForTheContainer() throws Exception {
        for (String address : new String[] {"/cases/%00", "/cases/%zz", "/cases/[x]"}) {
            assertThat(ask(address, "Accept: text/html\r\n")).as(address).startsWith("HTTP/1.1 400").contains("这个请求看不懂").doesNotContain("HTTP Status", "编号");
        }
    }

    private static String ask(String address, String headers) throws Exception {
        int port = ((WebServerApplicationContext) SITE).getWebServer().getPort();
        try (Socket socket = new Socket("127.0.0.1", port); InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ConfigurableApplicationContext site() {
        SpringApplication spring = new SpringApplication(Site.class);
        spring.setDefaultProperties(Map.of("server.port", 0, "spring.config.name", "none"));
        return spring.run();
    }

    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
    @Import({LastWord.class, Broken.class})
    static class Site {}

    @Controller
    static class Broken implements ErrorController {

        @GetMapping({"/unreadable", "/api/unreadable"})
        String unreadable() {
            throw new IllegalStateException("secret: the template cannot be read");
        }

        @RequestMapping("/error")
        String error() {
            throw new NoClassDefFoundError("secret: the template of the error page neither");
        }
    }
}
