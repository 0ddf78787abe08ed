package org.fengqiao.server;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.fengqiao.ui.Assets;

/// 最后一页: what is said when no template, definition or database can be relied on any more.
///
/// One sentence in the person's language, the way back, and the number under which the log holds the fault. It looks
/// like the other pages as long as the style sheet is served, and is legible without it.
final class BarePage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title><link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s"></head>
            <body class="fq"><main class="fq-plain-main"><div class="fq-error">%s<h1>%s</h1><p>%s</p><p class="fq-row"><a class="btn btn-plain" href="/">%s</a></p></div></main></body></html>
            """;

    private BarePage() {}

    private static boolean wanted(HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
        String address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : String.valueOf(request.getRequestURI());
        return !address.startsWith("/api/") && !address.startsWith("/actuator/") && !accept.contains("json");
    }

    private static boolean english(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies).anyMatch(c -> c.getName().equals("fengqiao-language") && c.getValue().startsWith("en"));
    }

    /// Writes the page, or for a program the same words as a problem document; what came before it of the answer must be gone.
    static void write(HttpServletRequest request, HttpServletResponse response, int status, Words words, String number) throws IOException {
        if (!wanted(request)) {
            ApiProblems.write(response, status, words.title(), words.text() + (number.isEmpty() ? "" : "编号 " + number + "。"));
            return;
        }
        boolean english = english(request);
        String mark = "<p class=\"fq-note fq-num\">" + status + (number.isEmpty() ? "" : (english ? " · No. " : " · 编号 ") + number) + "</p>";
        String title = english ? words.titleInEnglish() : words.title();
        byte[] page = PAGE.formatted(
                english ? "en" : "zh-CN", title, style("vendor/tabler.min.css"), style("fengqiao.css"), mark, title, english ? words.textInEnglish() : words.text(), english ? "Back to the first page" : "回到首页").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String style(String path) {
        try {
            return Assets.url(path);
        } catch (RuntimeException unreadable) {
            return "/assets/" + path;
        }
    }

    /// What is said of a status, in both languages.
    record Words(String title, String text, String titleInEnglish, String textInEnglish) {

        static final Words FAULT = new Words(
                "这一步没有办成", "系统出了故障，已有的记录没有受影响。请稍后再试；仍然不行的，请把编号告诉管理员。",
                "The step did not succeed", "The system failed; existing records are not affected. Please try again later, and if it fails again tell the administrator the number.");
        static final Words NOT_UNDERSTOOD = new Words(
                "这个请求看不懂", "地址或者填写的内容格式不对，没有写入任何内容。请返回上一页检查后再试。",
                "The request cannot be understood", "The address or the content is not well formed; nothing was saved. Please go back, check and try again.");

        static Words away(String sentence) {
            return new Words(
                    "暂时无法使用", sentence, "Not available for the moment",
                    "The database cannot be used for the moment; please try again later. What does not appear in the record was not saved. If it goes on, tell the administrator.");
        }

        static Words of(int status) {
            return status >= 500 ? FAULT : NOT_UNDERSTOOD;
        }
    }
}
