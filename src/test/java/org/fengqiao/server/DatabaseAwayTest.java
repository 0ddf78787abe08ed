package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.database.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@DisplayName("数据库离开又回来：一句话说明，自行恢复")
class DatabaseAwayTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    @DisplayName("服务器被杀：在此期间的请求得到 503 与说明；恢复后照常应答，网站未重启")
    void answers503UntilTheServerIsBack() throws Exception {
        TestDatabase.sharePrograms();
        Home home = Home.at(folder.resolve("home"));
        try (Database database = Database.open(home, _ -> {});
                ConfigurableApplicationContext site = site(database)) {
            assertThat(ask(site, "/one", "text/html").body()).isEqualTo("1");
            TestDatabase.holdDown(home, () -> {
                HttpResponse<String> page = ask(site, "/one", "text/html");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body()).contains("lang=\"zh-CN\"").contains("数据库暂时无法连接").contains("href=\"/\"");
                assertThat(page.headers().firstValue("Retry-After")).contains("5");
                HttpResponse<String> problem = ask(site, "/one", "application/json");
                assertThat(problem.statusCode()).isEqualTo(503);
                assertThat(problem.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
            });
            assertThat(eventually(site)).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("不是数据库的故障不被掩盖：照常是 500")
    void leavesOtherFailuresAlone() throws Exception {
        try (Database database = TestDatabase.fresh();
                ConfigurableApplicationContext site = site(database)) {
            assertThat(ask(site, "/bug", "text/html").statusCode()).isEqualTo(500);
            assertThat(ask(site, "/wrong", "text/html").statusCode()).isEqualTo(500);
            assertThat(DatabaseAway.sentence(new java.sql.SQLException("full", "53100"))).contains("磁盘");
            assertThat(DatabaseAway.sentence(new java.sql.SQLException("duplicate", "23505"))).isNull();
        }
    }

    private String eventually(ConfigurableApplicationContext site) throws Exception {
        for (int i = 0; i < 60; i++) {
            HttpResponse<String> answer = ask(site, "/one", "text/html");
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            assertThat(answer.statusCode()).isEqualTo(503);
            Thread.sleep(250);
        }
        return "never";
    }

    private HttpResponse<String> ask(ConfigurableApplicationContext site, String path, String accept) throws Exception {
        int port = ((WebServerApplicationContext) site).getWebServer().getPort();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", accept)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static ConfigurableApplicationContext site(Database database) {
        SpringApplication spring = new SpringApplication(Site.class);
        spring.setDefaultProperties(Map.of("server.port", 0, "spring.config.name", "none"));
        ApplicationContextInitializer<GenericApplicationContext> tables =
                context -> context.registerBean(DataSource.class, database::dataSource);
        spring.setInitializers(List.of(tables));
        return spring.run();
    }

    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({DatabaseAway.class, Questions.class})
    static class Site {}

    @RestController
    static class Questions {
        private final JdbcClient sql;

        Questions(JdbcClient sql) {
            this.sql = sql;
        }

        @GetMapping("/one")
        String one() {
            return sql.sql("select 1").query(String.class).single();
        }

        @GetMapping("/wrong")
        String wrong() {
            return sql.sql("select 1 from nowhere").query(String.class).single();
        }

        @GetMapping("/bug")
        String bug() {
            throw new IllegalStateException("a bug");
        }
    }
}
