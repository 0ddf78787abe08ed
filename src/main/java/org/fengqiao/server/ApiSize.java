package org.fengqiao.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 接口内容的大小: a body under `/api/` beyond twelve megabytes is refused before it fills the memory. Files come as
/// multipart forms and have limits of their own.
@Component
class ApiSize extends OncePerRequestFilter {

    private static final int MOST = 12 * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        return !ApiProblems.concerns(request) || type.startsWith("multipart/") || request.getContentLengthLong() == 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getContentLengthLong() > MOST ? null : request.getInputStream().readNBytes(MOST + 1);
        if (body == null || body.length > MOST) {
            response.setHeader("Connection", "close");
            ApiProblems.write(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "内容过大", "请求内容至多 12 MB");
            return;
        }
        chain.doFilter(new Read(request, body), response);
    }

    /// A request whose body has been read already.
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("Bodies are read at once.");
                }

                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) {
                    return in.read(bytes, from, length);
                }
            };
        }
    }
}
