package org.fengqiao.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 数据库不可用: while the database is away, full or read-only, a request is answered 503 with one sentence.
///
/// The sentence does not claim that nothing was saved: a connection lost during a commit leaves that open, and only
/// the record can tell. Needs no database itself, and no page of another room.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DatabaseAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (unstorable(e) && !response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            String sentence = sentence(e);
            if (sentence == null || response.isCommitted()) {
                throw e;
            }
            LOG.warn("A request was answered 503: {}", rootMessage(e));
            answer(request, response, sentence);
        }
    }

    /// What to tell a person when `thrown` means that the database cannot serve now; nothing for any other failure.
    public static @Nullable String sentence(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (!(t instanceof SQLException e)) {
                continue;
            }
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (state.startsWith("53") || state.equals("25006") || state.equals("58030")) {
                return "数据库磁盘已满或只读，本次操作没有保存。请联系管理员。";
            }
            if (state.startsWith("08") || state.startsWith("57P") || e instanceof SQLTransientConnectionException) {
                return "数据库暂时无法连接，请稍后重试。刚才的操作若未出现在记录中，即没有保存。";
            }
        }
        return null;
    }

    /// Whether somebody sent a character that no text of the database may hold; nothing was written.
    static boolean unstorable(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && "22021".equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, String sentence) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setHeader("Cache-Control", "no-store");
        BarePage.write(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, BarePage.Words.away(sentence), "");
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root instanceof SQLException e ? " " + e.getSQLState() : "");
    }
}
