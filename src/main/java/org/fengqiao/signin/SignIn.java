package org.fengqiao.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.SignInPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 登录页.
@Controller
class SignIn {

    private static final int LONGEST = 200;

    private final Passwords passwords;
    private final Attempts attempts;
    private final SecurityContextRepository contexts;
    private final ObjectProvider<DemoPeople> demo;
    private final Sessions sessions;

    SignIn(Passwords passwords, Attempts attempts, SecurityContextRepository contexts, Sessions sessions, ObjectProvider<DemoPeople> demo) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.contexts = contexts;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String page(Model model, @Nullable Authentication signedIn) {
        if (signedIn != null && signedIn.isAuthenticated() && !(signedIn instanceof org.springframework.security.authentication.AnonymousAuthenticationToken)) {
            return "redirect:/";
        }
        return show(model, "", "");
    }

    private String show(Model model, String user, String error) {
        List<SignInPage.DemoPerson> people = demo.stream().flatMap(d -> d.people().stream()).toList();
        model.addAttribute("page", new SignInPage(
                "/sign-in", user, "", error, false,
                List.of(FactView.of("忘记口令", "请本机关管理员当面重置")), "/demo/sign-in", people));
        return "page/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String user, @RequestParam String password, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        String place = request.getRemoteAddr();
        if (user.length() > LONGEST || password.length() > LONGEST || user.indexOf('\0') >= 0) {
            response.setStatus(401);
            return show(model, "", "账号或者口令不正确");
        }
        if (!attempts.begin(user, place)) {
            response.setStatus(429);
            return show(model, user, "连续 5 次口令不正确，账号已锁定 15 分钟");
        }
        if (!passwords.matches(user, password)) {
            int left = attempts.left(user, place);
            response.setStatus(401);
            return show(model, user, left == 0 ? "连续 5 次口令不正确，账号已锁定 15 分钟" : "账号或者口令不正确，还可以尝试 " + left + " 次");
        }
        attempts.succeeded(user, place);
        enter(user, request, response);
        return "redirect:/";
    }

    @PostMapping("/demo/sign-in")
    String demonstrate(@RequestParam String user, HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean known = demo.stream().flatMap(d -> d.people().stream()).anyMatch(p -> p.user().equals(user));
        if (!known) {
            response.setStatus(404);
            return show(model, "", "没有这名演示人员");
        }
        enter(user, request, response);
        return "redirect:/";
    }

    /// A fresh session for a fresh person, so that nobody rides on a session somebody else began.
    private void enter(String user, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        sessions.begin(user, request.getSession());
    }
}
