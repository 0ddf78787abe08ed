package org.fengqiao.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.fengqiao.ui.FaultNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 错误页也失败时: the page of an error that cannot be shown itself is a bare one, and the log says why.
///
/// The container's own page, in English and without a way back, is never sent.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastWord extends OncePerRequestFilter implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(LastWord.class);

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            chain.doFilter(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | LinkageError e) {
            if (response.isCommitted()) {
                throw e;
            }
            answer(request, response, e);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Throwable e) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        String away = DatabaseAway.sentence(e);
        String number = FaultNumber.of(request);
        LOG.error("The page of an error ({}) could not be shown, number {}: {}", status, number, ApiProblems.place(e));
        response.resetBuffer();
        if (away != null) {
            BarePage.write(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, BarePage.Words.away(away), number);
        } else {
            BarePage.write(request, response, status, BarePage.Words.of(status), number);
        }
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(LastWord::reporting);
    }

    private static void reporting(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(Report.class.getName());
        }
    }

    /// What the container refuses before any filter sees it, such as an address that cannot be decoded.
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            int status = response.getStatus();
            if (status < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                String number = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "" : FaultNumber.of(request.getRequest());
                if (throwable != null) {
                    LOG.error("A request could not be answered, number {}: {}", number, ApiProblems.place(throwable));
                }
                BarePage.write(request.getRequest(), response.getResponse(), status, BarePage.Words.of(status), number);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("A caller left before the answer.");
            }
        }
    }
}
