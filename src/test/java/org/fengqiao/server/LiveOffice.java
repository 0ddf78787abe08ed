package org.fengqiao.server;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fengqiao.Application;
import org.fengqiao.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A demonstration office that really serves on a port of its own; all tests on it share one start.
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "fengqiao.demo.small=true")
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.InSpring.class)
abstract class LiveOffice {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    int port;

    private @Nullable Map<String, String> tokens;

    /// user → token of everybody in the demonstration.
    Map<String, String> tokens() {
        if (tokens == null) {
            Map<String, String> all = new LinkedHashMap<>();
            json(get("/api/v1/demo/sign-ins", null)).forEach(s -> all.put(s.get("user").asString(), s.get("token").asString()));
            tokens = all;
        }
        return tokens;
    }

    String token(String user) {
        return tokens().get(user);
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        return send("GET", path, token, null, null, Map.of());
    }

    HttpResponse<String> post(String path, @Nullable String token, Object body) {
        return send("POST", path, token, body.toString().getBytes(StandardCharsets.UTF_8), "application/json", Map.of());
    }

    HttpResponse<String> send(
            String method, String path, @Nullable String token, byte @Nullable [] body, @Nullable String type,
            Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
