package org.fengqiao.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// 会话: who is signed in where, so that a new password ends what the old one began.
final class Sessions implements HttpSessionListener {

    private static final String USER = "fengqiao.user";

    private final Map<String, Set<HttpSession>> all = new ConcurrentHashMap<>();

    void begin(String user, HttpSession session) {
        session.setAttribute(USER, user);
        all.computeIfAbsent(user, u -> ConcurrentHashMap.newKeySet()).add(session);
    }

    /// Ends every session of a person.
    void end(String user) {
        Set<HttpSession> mine = all.remove(user);
        if (mine != null) {
            mine.forEach(Sessions::invalidate);
        }
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // It ended by itself meanwhile, which is what was wanted.
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(USER) instanceof String user) {
            all.computeIfPresent(user, (u, mine) -> {
                mine.remove(event.getSession());
                return mine.isEmpty() ? null : mine;
            });
        }
    }
}
