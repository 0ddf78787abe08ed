package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.demo.LivesLived;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Walks the office at the end of the last announced year and reads every day of the next one wherever it can be seen: it was
/// typed by somebody, or it says that it is provisional.
@DisplayName("走遍页面、文书、导出、接口和订阅：没有公布的年度里，算出来的日子没有一个不写暂定")
// An office of its own: its clock is moved, and others count their cases.
@TestPropertySource(properties = "spring.application.name=provisional-crawl")
class ProvisionalCrawlTest extends LiveOffice {

    private static final LocalDate LATE = LocalDate.of(2026, 12, 28);
    private static final int WEEKS = 11;
    private static final List<String> DOORS = List.of(
            "/worklist", "/worklist?tab=unit", "/worklist?tab=handled", "/cases", "/intake", "/registers", "/reports", "/figures", "/administration",
            "/administration/holidays", "/deadlines?from=2026-12-30&length=5&unit=working-day", "/deadlines?from=2026-12-30T09:00&length=72&unit=hour",
            "/deadlines?from=2026-12-05&length=1&unit=month&roll=forward");
    private static final Pattern DAY = Pattern.compile("2027年(1?\\d)月([123]?\\d)日|2027-(\\d\\d)-(\\d\\d)|\\b(\\d\\d?) (January|February|March|April|May|June|July|August|September|October|November|December) 2027");
    private static final List<String> MONTHS = List.of(
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December");
    /// What may stand between a day and its mark: the day of the week, the time of day, a make-up day.
    private static final Pattern MARKED = Pattern.compile("^\"?(?: ?[（(]?周[一二三四五六日][）)]?)?(?: \\d\\d:\\d\\d)?(?:（上班）)?\\s*(?:（暂定|\\(Provisional\\)|\",\"是\"|\\s*\",\"provisional\":true)");

    private final List<String> unmarked = new ArrayList<>();
    private final Set<String> typed = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private int marked;

    @Autowired
    private Cases cases;

    @Autowired
    private DataSource source;

    @Test
    @DisplayName("四个岗位，中文和英文")
    void everyCountedDayIsMarked() throws Exception {
        live();
        for (String user : List.of("li-ding", "sun-bing", "chen-gui", "zhou-wu")) {
            walk(user, "");
        }
        int chinese = marked;
        assertThat(read).anyMatch(p -> p.matches("/cases/[^/?]+.*")).anyMatch(p -> p.contains("/documents/"));
        read.clear();
        walk("li-ding", "fengqiao-language=en");
        assertThat(unmarked.stream().distinct().toList()).isEmpty();
        assertThat(chinese).as("days seen with their mark").isGreaterThan(80);
        assertThat(marked - chinese).as("in English").isGreaterThan(20);
    }

    private void live() throws SQLException, IOException {
        assertThat(LivesLived.later(cases, source, WEEKS)).isGreaterThan(150);
        assertThat(post("/api/v1/demo/clock", token("chen-gui"), "{\"today\":\"" + LATE + "\"}").statusCode()).isEqualTo(200);
        JsonNode opened = json(post("/api/v1/cases", token("chen-gui"), "{\"procedure\":\"public-request\",\"title\":\"年末路灯不亮\",\"data\":{\"channel\":\"counter\","
                + "\"content\":\"北门外路灯不亮，希望修复。\",\"place\":\"石桥路20号\"},\"parties\":[{\"kind\":\"person\",\"name\":\"示例人丙\"}]}"));
        int version = opened.get("version").asInt();
        for (String[] move : new String[][] {
            {"chen-gui", "signed-in", "{}"}, {"chen-gui", "classified-ordinary", "{\"within-power\":\"yes\",\"within-power-reason\":\"市政设施\",\"category\":\"R02\"}"},
            {"chen-gui", "unit-dispatched", "{\"unit\":\"city\"}"}}) {
            version = json(post("/api/v1/cases/" + encoded(opened.get("number").asString()) + "/steps/" + move[1], token(move[0]),
                    "{\"expectedVersion\":" + version + ",\"data\":" + move[2] + "}")).get("version").asInt();
        }
        collect(Files.readString(Path.of("src/main/resources/demo/office.yaml")));
        JdbcClient.create(source).sql("select number from cases").query(String.class).list()
                .forEach(n -> tokens().keySet().stream().flatMap(u -> cases.see(u, n).stream()).limit(1)
                        .forEach(k -> k.state().deeds().forEach(d -> collect(d.data().toString()))));
    }

    /// Days that somebody typed, or that a life brought along: no notice moves them.
    private void collect(String text) {
        Matcher m = DAY.matcher(text);
        while (m.find()) {
            typed.add(day(m));
        }
    }

    private static String day(Matcher m) {
        int month = m.group(1) != null ? Integer.parseInt(m.group(1)) : m.group(3) != null ? Integer.parseInt(m.group(3)) : MONTHS.indexOf(m.group(6)) + 1;
        String day = m.group(2) != null ? m.group(2) : m.group(4) != null ? m.group(4) : m.group(5);
        return month + "/" + Integer.parseInt(day);
    }

    private void walk(String user, String cookie) throws IOException {
        Map<String, Integer> shapes = new HashMap<>();
        Deque<String> waiting = new ArrayDeque<>(DOORS);
        if (cookie.isEmpty()) {
            waiting.addAll(List.of("/cases.csv", "/cases.xlsx", "/api/v1/cases", feed(user)));
            json(get("/api/v1/cases", token(user))).get("cases").forEach(c -> waiting.add("/api/v1/cases/" + encoded(c.get("number").asString())));
        }
        while (!waiting.isEmpty()) {
            String path = waiting.poll().replaceAll("#.*", "");
            String shape = path.replaceAll("\\?.*", "").replaceAll("(?<=^/[a-z-]{1,20}/)[^/]+", "N").replaceAll("[0-9a-f-]{8,}|\\d+", "N");
            boolean one = shape.matches("/cases/N|/api/v1/cases/.*");
            if (path.matches("/(laws|assets|procedures|help|calendar|downloads)(/.*)?") || !read.add(path) || shapes.merge(shape, 1, Integer::sum) > (one ? 40 : 6)) {
                continue;
            }
            HttpResponse<byte[]> answer = fetch(path, user, cookie);
            answer.headers().firstValue("Location").ifPresent(l -> waiting.add(l.replaceFirst("^https?://[^/]+", "")));
            if (answer.statusCode() == 200) {
                look(path, answer, waiting);
            }
        }
    }

    private void look(String path, HttpResponse<byte[]> answer, Deque<String> waiting) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String text = type.contains("openxml") || type.contains("zip") ? unzipped(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8);
        if (type.contains("html")) {
            Matcher link = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"").matcher(text);
            while (link.find()) {
                waiting.add(link.group(1).replace("&amp;", "&"));
            }
            // The account of a count names the days it passes; it says itself that its outcome is provisional.
            Matcher account = Pattern.compile("<div class=\"fq-explain\">.*?</div>", Pattern.DOTALL).matcher(text);
            while (account.find()) {
                if (account.group().contains("2027年") && !account.group().contains("暂定") && !account.group().contains("rovisional")) {
                    unmarked.add(path + " " + account.group());
                }
            }
            seen(path, text.replaceAll("(?s)<div class=\"fq-explain\">.*?</div>", "").replaceAll("(?s)<(script|style|textarea|title)\\b.*?</\\1>", "").replaceAll("<[^>]*>", ""));
        } else if (type.contains("calendar")) {
            event(path, text.replace("\r\n ", ""));
        } else if (type.contains("json")) {
            json(path, JSON.readTree(text));
        } else if (!type.contains("pdf")) {
            seen(path, text);
        }
    }

    private void seen(String path, String text) {
        Matcher m = DAY.matcher(text);
        while (m.find()) {
            boolean says = MARKED.matcher(text.substring(m.end(), Math.min(text.length(), m.end() + 40))).find();
            marked += says ? 1 : 0;
            if (!says && !typed.contains(day(m))) {
                unmarked.add(path + "  " + text.substring(Math.max(0, m.start() - 60), Math.min(text.length(), m.end() + 40)).replaceAll("\\s+", " "));
            }
        }
    }

    private void event(String path, String feed) {
        for (String event : feed.split("BEGIN:VEVENT")) {
            Matcher m = Pattern.compile("DTSTART[^:]*:2027(\\d\\d)(\\d\\d)").matcher(event);
            if (m.find() && !event.contains("STATUS:CANCELLED")) {
                boolean says = event.contains("SUMMARY:（暂定）") && event.contains("STATUS:TENTATIVE");
                marked += says ? 1 : 0;
                if (!says) {
                    unmarked.add(path + "  " + event);
                }
            }
        }
    }

    /// In the interface a due day has its flag beside it; the explanation is the account.
    private void json(String path, JsonNode node) {
        if (node.isArray()) {
            node.forEach(n -> json(path, n));
        } else if (node.isObject()) {
            node.properties().forEach(p -> {
                if (p.getKey().equals("due") && p.getValue().asString("").startsWith("2027")) {
                    marked++;
                    if (!node.path("provisional").asBoolean(false)) {
                        unmarked.add(path + "  " + node);
                    }
                } else if (p.getValue().isString() && !p.getKey().equals("due")) {
                    seen(path + " " + p.getKey(), p.getValue().asString());
                } else if (!p.getKey().equals("explanation")) {
                    json(path, p.getValue());
                }
            });
        }
    }

    private String feed(String user) {
        var made = send("POST", "/worklist/feed", token(user), new byte[0], null, Map.of());
        String cookie = made.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher address = Pattern.compile("/feeds/[0-9a-f]{64}/deadlines\\.ics")
                .matcher(send("GET", "/worklist/feed", token(user), null, null, Map.of("Cookie", cookie)).body());
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private HttpResponse<byte[]> fetch(String path, String user, String cookie) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Bearer " + token(user));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unzipped(byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        Path kept = Files.createTempFile("seen", ".zip");
        Files.write(kept, file);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            ZipEntry shared = zip.getEntry("xl/sharedStrings.xml");
            if (shared != null) {
                return rows(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), zip.getInputStream(shared).readAllBytes());
            }
            for (ZipEntry entry : zip.stream().filter(e -> e.getName().matches(".*\\.(xml|html|csv|txt)")).toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", ""));
            }
        } finally {
            Files.delete(kept);
        }
        return all.toString();
    }

    /// The cells of a sheet, row by row as in a file of commas.
    private static String rows(byte[] sheet, byte[] shared) {
        List<String> words = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL).matcher(new String(shared, StandardCharsets.UTF_8)).results()
                .map(m -> m.group(1).replaceAll("<[^>]*>", "")).toList();
        StringBuilder all = new StringBuilder();
        for (String row : new String(sheet, StandardCharsets.UTF_8).split("</row>")) {
            Matcher cell = Pattern.compile("t=\"s\"[^>]*><v>(\\d+)</v>").matcher(row);
            while (cell.find()) {
                String word = words.get(Integer.parseInt(cell.group(1)));
                all.append('"').append(word.equals("&#x662f;") ? "是" : word).append("\",");
            }
            all.append('\n');
        }
        return all.toString();
    }
}
