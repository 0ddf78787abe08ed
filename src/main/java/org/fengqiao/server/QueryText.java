package org.fengqiao.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 查询参数的文字: parameters in an address that are no UTF-8, or hold the character nothing can be compared with, are answered
/// 400 before anybody reads them.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class QueryText extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (fit(request.getQueryString())) {
            chain.doFilter(request, response);
        } else if (ApiProblems.concerns(request)) {
            ApiProblems.write(response, HttpServletResponse.SC_BAD_REQUEST, "格式有误", "地址中的参数应当是 UTF-8 编码的文字");
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    static boolean fit(String query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            int high = c == '%' && i + 2 < query.length() ? Character.digit(query.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(query.charAt(i + 2), 16);
            int value = low < 0 ? c : high << 4 | low;
            if (value == 0) {
                return false;
            }
            bytes.write(value);
            i += low < 0 ? 0 : 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
