package org.fengqiao.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.fengqiao.ui.FaultNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 接口的问题说明: whatever goes wrong under `/api/` is answered by an RFC 9457 problem document with one sentence.
///
/// What a controller answers by itself stays with it; a failure of ours is logged by kind and place, since its message
/// may carry personal data. Pages are none of its business.
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    static boolean concerns(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!concerns(request) || response.isCommitted() || answersItself(handler, e) || DatabaseAway.sentence(e) != null
                || e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            return null;
        }
        int status = status(e);
        if (e instanceof ErrorResponse known) {
            copy(known.getHeaders(), response);
        }
        if (status >= 500) {
            LOG.error("{} {} failed, number {}: {}", request.getMethod(), handler, FaultNumber.of(request), place(e));
        }
        String detail = detail(e, status) + (status >= 500 ? "；请把编号 " + FaultNumber.of(request) + " 告诉管理员" : "");
        try {
            write(response, status, title(status), detail, field(e));
        } catch (IOException gone) {
            LOG.debug("A caller left before the answer.");
        }
        return new ModelAndView();
    }

    private static boolean answersItself(@Nullable Object handler, Exception e) {
        return handler instanceof HandlerMethod method
                && new ExceptionHandlerMethodResolver(method.getBeanType()).resolveMethod(e) != null;
    }

    private static void copy(HttpHeaders headers, HttpServletResponse response) {
        headers.forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    }

    private static int status(Exception e) {
        return switch (e) {
            case ErrorResponse known -> known.getStatusCode().value();
            case TypeMismatchException _, HttpMessageNotReadableException _, MultipartException _, RequestRejectedException _ -> 400;
            default -> DatabaseAway.unstorable(e) ? 400 : 500;
        };
    }

    /// The parameter or part that is wrong or missing, where one is to blame.
    private static @Nullable String field(Exception e) {
        return switch (e) {
            case MethodArgumentTypeMismatchException wrong -> wrong.getName();
            case MissingServletRequestParameterException missing -> missing.getParameterName();
            case MissingServletRequestPartException missing -> missing.getRequestPartName();
            default -> null;
        };
    }

    private static String right(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "应当是日期，例如 2026-10-09";
        }
        return type == int.class || type == Integer.class || type == long.class ? "应当是整数" : "的格式不对";
    }

    private static String detail(Exception e, int status) {
        switch (e) {
            case MethodArgumentTypeMismatchException wrong -> {
                return "“" + wrong.getName() + "”" + right(wrong.getRequiredType());
            }
            case MissingServletRequestParameterException _, MissingServletRequestPartException _ -> {
                return "请填写“" + field(e) + "”";
            }
            case HttpMessageNotReadableException _ -> {
                return "请求没有内容，或者内容看不懂；没有写入任何内容";
            }
            case RequestRejectedException _ -> {
                return "请求头中含有不能接收的字符，没有写入任何内容";
            }
            default -> {}
        }
        if (e instanceof ResponseStatusException said && said.getReason() != null) {
            return said.getReason();
        }
        return switch (status) {
            case 400 -> "地址、参数或者内容的格式不对，没有写入任何内容";
            case 404 -> "没有这个地址";
            case 405 -> "这个地址不能这样使用，请看接口说明 /api/v1/openapi.json";
            case 406 -> "不能按所要的格式答复";
            case 413 -> "内容过大";
            case 415 -> "这种内容不能接收，请看接口说明 /api/v1/openapi.json";
            default -> status >= 500 ? "这一步没有办成，已有的记录没有受影响" : "这一步不能办理";
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "格式有误";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "不能这样使用";
            case 406, 415 -> "格式不支持";
            case 413 -> "内容过大";
            default -> status >= 500 ? "没有办成" : "不能办理";
        };
    }

    static void write(HttpServletResponse response, int status, String title, String detail) throws IOException {
        write(response, status, title, detail, null);
    }

    static void write(HttpServletResponse response, int status, String title, String detail, @Nullable String field)
            throws IOException {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
        if (field != null) {
            problem.put("field", field);
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String place(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        for (StackTraceElement e : root.getStackTrace()) {
            if (e.getClassName().startsWith("org.fengqiao.")) {
                return root.getClass().getName() + " at " + e.getClassName() + ":" + e.getLineNumber();
            }
        }
        return root.getClass().getName();
    }
}
