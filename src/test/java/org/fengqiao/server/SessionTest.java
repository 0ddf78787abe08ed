package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登录与会话：伪造的令牌、缺少的防伪令牌、反复的口令，都进不来")
class SessionTest extends LiveOffice {

    private record Visit(String cookie, String csrf) {}

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private Visit visit(HttpResponse<String> page, String before) {
        String cookie = page.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("JSESSIONID"))
                .map(c -> c.substring(0, c.indexOf(';')))
                .findFirst()
                .orElse(before);
        Matcher m = CSRF.matcher(page.body());
        return new Visit(cookie, m.find() ? m.group(1) == null ? m.group(2) : m.group(1) : "");
    }

    private HttpResponse<String> form(String path, Visit visit, Map<String, String> fields) {
        StringBuilder body = new StringBuilder("_csrf=" + URLEncoder.encode(visit.csrf(), StandardCharsets.UTF_8));
        fields.forEach((k, v) -> body.append('&').append(k).append('=').append(URLEncoder.encode(v, StandardCharsets.UTF_8)));
        return send(
                "POST", path, null, body.toString().getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded",
                Map.of("Cookie", visit.cookie()));
    }

    @Test
    @DisplayName("令牌改一位、换一人、截一段：401")
    void refusesForgedTokens() {
        List<String> users = List.copyOf(tokens().keySet());
        String token = token(users.get(0));
        String other = token(users.get(1));
        char last = token.charAt(token.length() - 1);
        List<String> forged = List.of(
                token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0'), token.substring(0, token.length() - 2),
                other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.')), token.toUpperCase(), "x", ".", "..", token + "00",
                "zz." + token.substring(token.indexOf('.') + 1), "a".repeat(4_000));
        for (String f : forged) {
            if (!f.equals(token)) {
                assertThat(get("/api/v1/procedures", f).statusCode()).as(f).isEqualTo(401);
            }
        }
        assertThat(get("/api/v1/procedures", token).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("会话提交没有防伪令牌：403；带着就可以。Cookie 不给脚本，不随他站请求")
    void asksSessionsForTheCsrfToken() {
        HttpResponse<String> page = get("/sign-in", null);
        Visit visit = visit(page, "");
        String user = tokens().keySet().iterator().next();
        assertThat(form("/demo/sign-in", new Visit(visit.cookie(), "wrong"), Map.of("user", user)).statusCode()).isEqualTo(403);
        HttpResponse<String> in = form("/demo/sign-in", visit, Map.of("user", user));
        assertThat(in.statusCode()).isEqualTo(302);
        Visit session = visit(in, visit.cookie());
        assertThat(session.cookie()).as("会话在登录时换新").isNotEqualTo(visit.cookie());
        String set = in.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("JSESSIONID")).findFirst().orElseThrow();
        assertThat(set).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        Map<String, String> signedIn = Map.of("Cookie", session.cookie());
        assertThat(send("GET", "/api/v1/procedures", null, null, null, signedIn).statusCode()).isEqualTo(200);
        byte[] body = "{\"today\":\"2020-01-01\"}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> without = send("POST", "/api/v1/demo/clock", null, body, "application/json", signedIn);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        String csrf = visit(send("GET", "/worklist", null, null, null, signedIn), session.cookie()).csrf();
        HttpResponse<String> with = send(
                "POST", "/api/v1/demo/clock", null, body, "application/json", Map.of("Cookie", session.cookie(), "X-CSRF-TOKEN", csrf));
        assertThat(with.statusCode()).as("带着防伪令牌，轮到规则来拒绝：%s", with.body()).isEqualTo(400);
        assertThat(form("/sign-out", new Visit(session.cookie(), "wrong"), Map.of()).statusCode()).isEqualTo(403);
        assertThat(send("GET", "/api/v1/procedures", null, null, null, signedIn).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("口令重置以后，旧口令开始的会话随即结束；别人的会话不受影响")
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        Map<String, String> jiang = Map.of("Cookie", signedIn("jiang-yin").cookie());
        Map<String, String> shen = Map.of("Cookie", signedIn("shen-mao").cookie());
        assertThat(send("GET", "/api/v1/procedures", null, null, null, jiang).statusCode()).isEqualTo(200);
        Visit administrator = signedIn("zhu-wu");
        String csrf = visit(send("GET", "/worklist", null, null, null, Map.of("Cookie", administrator.cookie())), administrator.cookie()).csrf();
        assertThat(form("/administration/people/jiang-yin/password", new Visit(administrator.cookie(), csrf), Map.of()).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/v1/procedures", null, null, null, jiang).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/v1/procedures", null, null, null, shen).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("本机的代理说是 TLS：Cookie 只随 TLS 送，浏览器今后只用 TLS；没有代理时不说")
    void keepsTheCookieToTlsBehindAProxy() {
        HttpResponse<String> plain = get("/sign-in", null);
        assertThat(plain.headers().allValues("Set-Cookie").getFirst()).doesNotContain("Secure");
        HttpResponse<String> secure = send("GET", "/sign-in", null, null, null, Map.of("X-Forwarded-Proto", "https"));
        assertThat(secure.headers().allValues("Set-Cookie").getFirst()).contains("Secure", "HttpOnly");
        assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    @DisplayName("没有登录的人上传文件：不读内容就拒绝；登录的人照常由防伪令牌来管")
    void doesNotReadUploadsOfStrangers() {
        Visit stranger = visit(get("/sign-in", null), "");
        byte[] endless = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "a".repeat(1_000) + "\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + stranger.csrf() + "\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8);
        Map<String, String> cookie = Map.of("Cookie", stranger.cookie());
        assertThat(send("POST", "/contracts/import", null, endless, "multipart/form-data; boundary=x", cookie).statusCode())
                .as("带着防伪令牌也不读").isEqualTo(403);
        assertThat(send("POST", "/contracts/import", null, endless, "multipart/form-data; boundary=x", Map.of("Cookie", signedIn("yang-si").cookie())).statusCode())
                .isEqualTo(403);
    }

    private Visit signedIn(String user) {
        Visit visit = visit(get("/sign-in", null), "");
        return visit(form("/demo/sign-in", visit, Map.of("user", user)), visit.cookie());
    }

    @Test
    @DisplayName("登录框里不能保存的字符、过长的账号：401，不是故障")
    void refusesWhatIsNoAccount() {
        Visit visit = visit(get("/sign-in", null), "");
        for (String user : List.of("a\0b", "x".repeat(100_000))) {
            assertThat(form("/sign-in", visit, Map.of("user", user, "password", "wrong")).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("口令连错五次即锁定，之后对的口令也不进；别人不受影响")
    void locksAfterFiveWrongPasswords() {
        Visit visit = visit(get("/sign-in", null), "");
        for (int i = 0; i < 5; i++) {
            assertThat(form("/sign-in", visit, Map.of("user", "nobody-at-all", "password", "wrong-" + i)).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> locked = form("/sign-in", visit, Map.of("user", "nobody-at-all", "password", "anything"));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("锁定");
        assertThat(form("/sign-in", visit, Map.of("user", "somebody-else", "password", "wrong")).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("每个页面都有内容安全策略，不许被嵌入")
    void setsTheContentSecurityPolicyOnEveryPage() {
        String token = tokens().values().iterator().next();
        for (String path : List.of("/sign-in", "/", "/worklist", "/cases", "/no-such-page", "/cases/no-such-case", "/assets/fengqiao.css")) {
            HttpResponse<String> page = get(path, path.equals("/sign-in") ? null : token);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(page.statusCode()).as(path).isLessThan(500);
        }
    }
}
