package org.fengqiao.cases;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fengqiao.ui.ErrorPage;
import org.fengqiao.ui.FaultNumber;
import org.fengqiao.ui.Link;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.JsonNodeFactory;

/// 错误页: what cannot be done, in one sentence, without internals; addresses of the interface get problem documents.
///
/// Unexpected failures are logged by kind and place alone: a message may carry personal data.
@ControllerAdvice
@org.springframework.stereotype.Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return refusal.page().view(HttpStatus.valueOf(refusal.page().status()));
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer i ? i : 404;
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure && status >= 500) {
            LOG.error("{} failed, number {}: {}", request.getMethod(), FaultNumber.of(request), place(failure));
        }
        ErrorPage page = page(status, request);
        if (address.startsWith("/api/") || address.startsWith("/actuator/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(JsonNodeFactory.instance.objectNode()
                            .put("type", "about:blank")
                            .put("title", page.title())
                            .put("status", status)
                            .put("detail", page.text())
                            .toString()
                            .getBytes(StandardCharsets.UTF_8));
        }
        HttpStatus known = HttpStatus.resolve(status);
        return page.view(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
    }

    private static ErrorPage page(int status, HttpServletRequest request) {
        boolean stranger = request.getUserPrincipal() == null;
        Link home = stranger ? Link.to("/sign-in", "登录") : Link.to("/worklist", "回到我的待办");
        return switch (status) {
            case 400 -> of(400, "这个请求看不懂", "地址或者填写的内容格式不对，没有写入任何内容。请返回上一页检查后再试。", home);
            case 403 -> of(403, "没有办理这件事的权限", "也可能是页面打开太久，表单已经过期：请返回上一页刷新后再提交。没有写入任何内容。", home);
            case 404 -> stranger ? of(404, "没有找到这个页面", "地址可能有误。登录以后可以按案号、当事人或地址搜索。", home) : ErrorPage.notFound();
            case 405 -> of(405, "这个地址不能这样使用", "请从案件页或者待办页重新进入。", home);
            case 413 -> of(413, "文件太大", "单个文件不超过 200 MB。请压缩或者分开后再上传。", home);
            case 415 -> of(415, "这种内容不能接收", "请从页面上的表单提交。", home);
            case 503 -> ErrorPage.databaseAway(List.of());
            default -> status >= 500
                    ? new ErrorPage(
                            status, "这一步没有办成", "已有的记录没有受影响。请返回上一页重试；再次出现的，请把上面的编号告诉管理员。",
                            List.of(), List.of(), List.of(home), FaultNumber.of(request))
                    : of(status, "这一步不能办理", "请返回上一页检查后再试。", home);
        };
    }

    private static ErrorPage of(int status, String title, String text, Link home) {
        return new ErrorPage(status, title, text, List.of(), List.of(), List.of(home), "");
    }

    /// The kinds of a failure and its causes, and the first line of ours it passed.
    static String place(Throwable failure) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable last = null;
        for (Throwable t = failure; t != null && t != last; last = t, t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " < ").append(t.getClass().getName());
            for (StackTraceElement e : t.getStackTrace()) {
                if (e.getClassName().startsWith("org.fengqiao.")) {
                    text.append(" at ").append(e.getClassName()).append('.').append(e.getMethodName()).append(':').append(e.getLineNumber());
                    break;
                }
            }
        }
        return text.toString();
    }
}
