package org.fengqiao.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 经接口的一生: the same nine steps over HTTP, with each person's own token.
final class HttpLife {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String base;
    private final List<RequestLife.Move> nine;
    private final LocalDate day;
    private final Map<String, String> tokens = new HashMap<>();

    private HttpLife(int port, List<RequestLife.Move> nine, LocalDate day) {
        this.port = port;
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.nine = nine;
        this.day = day;
    }

    static HttpLife at(int port, List<RequestLife.Move> nine, LocalDate day) throws IOException, InterruptedException {
        HttpLife life = new HttpLife(port, nine, day);
        HttpResponse<String> people = life.http.send(
                HttpRequest.newBuilder(URI.create(life.base + "/demo/sign-ins")).build(), HttpResponse.BodyHandlers.ofString());
        JSON.readTree(people.body()).forEach(p -> life.tokens.put(p.get("user").asString(), p.get("token").asString()));
        return life;
    }

    void live(int thread, Round.Steps steps) throws IOException {
        try (Wire wire = new Wire(port)) {
            RequestLife.Move first = nine.getFirst();
            ObjectNode opening = JSON.createObjectNode();
            opening.put("procedure", "public-request").put("title", "石桥路路灯不亮").put("relevantDate", day.toString());
            opening.set("data", first.data());
            opening.putArray("parties").addObject().put("kind", "person").put("name", "示例诉求人甲").put("contact", "000-0001（示例）")
                    .put("address", "示例路1号").put("role", "requester");
            String number = JSON.readTree(post(wire, "/api/v1/cases", first.user(), opening, steps)).get("number").asString();
            for (RequestLife.Move move : nine.subList(1, nine.size())) {
                ObjectNode body = JSON.createObjectNode();
                body.set("data", move.data());
                String path = "/api/v1/cases/" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "/steps/" + move.step();
                post(wire, path, move.user(), body, steps);
            }
        }
    }

    /// Looks at a page of the office.
    void look(String page, String user) throws IOException, InterruptedException {
        URI address = URI.create(base).resolve(page);
        HttpRequest request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + tokens.get(user)).build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private byte[] post(Wire wire, String path, String user, JsonNode body, Round.Steps steps) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        long before = System.nanoTime();
        Wire.Reply reply = wire.post(path, tokens.get(user), json);
        steps.add(System.nanoTime() - before);
        if (reply.status() >= 300) {
            throw new IllegalStateException("POST " + path + " was answered with " + reply.status() + ": "
                    + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return reply.body();
    }
}
