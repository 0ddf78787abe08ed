package org.fengqiao.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.fengqiao.office.Offices;
import org.fengqiao.ui.ContentSecurity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/// How requests are let in: sessions for pages, bearer tokens for programs, nothing else.
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    Tokens tokens() {
        return new Tokens();
    }

    @Bean
    Attempts attempts() {
        return new Attempts(Clock.systemUTC());
    }

    @Bean
    Sessions sessions() {
        return new Sessions();
    }

    @Bean
    Passwords passwords(DataSource source, Sessions sessions) {
        return new Passwords(JdbcClient.create(source), (short) 1, sessions::end);
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /// Spring would otherwise invent a user; people come from the office alone.
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /// Requests are measured once, as a whole; measuring each filter as well costs more than the filters do.
    @Bean
    SecurityObservationSettings filtersUnmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, Tokens tokens, SecurityContextRepository contexts, ObjectProvider<Offices> offices) {
        http.authorizeHttpRequests(r -> r.requestMatchers(
                                "/sign-in", "/demo/sign-in", "/assets/**", "/favicon.ico", "/error", "/actuator/health",
                                "/api/v1/demo/sign-ins", "/api/v1/openapi.json", "/language", "/feeds/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, request) -> new AuthorizationDecision(administers(offices.getObject(), who.get().getName())))
                        .anyRequest()
                        .authenticated())
                .securityContext(c -> c.securityContextRepository(contexts))
                .csrf(c -> c.ignoringRequestMatchers(BearerFilter::carries))
                .addFilterBefore(new StrangersUploads(), CsrfFilter.class)
                .addFilterBefore(new BearerFilter(tokens), ExceptionTranslationFilter.class)
                .logout(l -> l.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .requestCache(c -> c.disable())
                .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(ContentSecurity.POLICY))
                        .referrerPolicy(p -> p.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(f -> f.deny()))
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, why) -> {
                            if (isApi(request)) {
                                response.setHeader("WWW-Authenticate", "Bearer");
                                problem(response, 401, "请先登录：请求头 Authorization 写 Bearer 和令牌，令牌可能不对或者已经失效");
                            } else {
                                new LoginUrlAuthenticationEntryPoint("/sign-in").commence(request, response, why);
                            }
                        })
                        .accessDeniedHandler((request, response, why) -> {
                            if (isApi(request)) {
                                problem(response, 403, "没有权限，或者请求缺少防伪令牌");
                            } else {
                                response.sendError(403);
                            }
                        }));
        return http.build();
    }

    /// 运行指标: what the server tells of itself is for administrators.
    private static boolean administers(Offices offices, String user) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return offices.current().person(user).filter(p -> p.holds("administrator", today)).isPresent();
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") || request.getRequestURI().startsWith("/actuator/");
    }

    private static void problem(jakarta.servlet.http.HttpServletResponse response, int status, String detail)
            throws java.io.IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        String title = status == 401 ? "未登录" : "没有权限";
        response.getOutputStream()
                .write(("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
