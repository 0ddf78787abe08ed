package org.fengqiao.journey;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fengqiao.Application;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The demonstration office on a fresh database, running for real; started once for all tests that visit it.
final class RunningOffice {

    private static @Nullable RunningOffice shared;

    private final Database database = TestDatabase.fresh();
    private final ConfigurableApplicationContext context;

    private RunningOffice() {
        SpringApplication spring = new SpringApplication(Application.class);
        spring.setAdditionalProfiles("demo");
        spring.addInitializers(database.forRooms());
        context = spring.run("--server.port=0", "--fengqiao.demo.small=true");
    }

    static synchronized RunningOffice get() {
        if (shared == null) {
            shared = new RunningOffice();
        }
        return shared;
    }

    String address() {
        return "http://127.0.0.1:" + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    long count(String sql) {
        return JdbcClient.create(database.dataSource()).sql(sql).query(Long.class).single();
    }

    DataSource source() {
        return database.dataSource();
    }

    /// Somebody who has signed in.
    Visitor visit(String user) {
        Visitor visitor = new Visitor(address());
        visitor.get("/sign-in");
        visitor.post("/demo/sign-in", Map.of("user", user));
        return visitor;
    }

    /// What came back: after redirects, the last page.
    record Seen(int status, String address, String html) {

        /// The value of a hidden input.
        String hidden(String name) {
            Matcher m = Pattern.compile("<input type=\"hidden\" name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"").matcher(html);
            if (!m.find()) {
                throw new AssertionError("no hidden input " + name + " on " + address);
            }
            return m.group(1);
        }

        List<String> links(String beginning) {
            return Pattern.compile("href=\"(" + Pattern.quote(beginning) + "[^\"]*)\"").matcher(html).results().map(r -> r.group(1)).distinct().toList();
        }
    }

    /// A browser without scripts: cookies, forms and links.
    static final class Visitor {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private final String base;
        private Seen last = new Seen(0, "", "");

        Visitor(String base) {
            this.base = base;
        }

        Seen get(String path) {
            return send(HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60)).GET());
        }

        /// Sends a form with the token of the page last seen.
        Seen post(String path, Map<String, String> fields) {
            String body = fields.entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue())).collect(Collectors.joining("&"))
                    + "&_csrf=" + encoded(last.hidden("_csrf"));
            return send(HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        /// Sends a form some of whose fields have several values.
        Seen postAll(String path, Map<String, String> fields, Map<String, List<String>> many) {
            String several = many.entrySet().stream().flatMap(e -> e.getValue().stream().map(v -> encoded(e.getKey()) + "=" + encoded(v))).collect(Collectors.joining("&"));
            String body = fields.entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue())).collect(Collectors.joining("&"))
                    + "&" + several + "&_csrf=" + encoded(last.hidden("_csrf"));
            return send(HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        /// Sends a form with a file.
        Seen upload(String path, Map<String, String> fields, String name, byte[] content) {
            String edge = "edge" + System.nanoTime();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("_csrf", last.hidden("_csrf"));
            all.forEach((field, value) -> body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
            body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "multipart/form-data; boundary=" + edge)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }

        /// Confirms an import and waits until its page says that every row has been dealt with.
        Seen confirmImport(String address) {
            post(address + "/confirmation", Map.of());
            Seen seen = get(address);
            for (int i = 0; i < 100 && !seen.html().contains("导入完毕"); i++) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                seen = get(address);
            }
            return seen;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private Seen send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                last = new Seen(answer.statusCode(), answer.uri().getRawPath(), answer.body());
                return last;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
