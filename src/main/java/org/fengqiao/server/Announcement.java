package org.fengqiao.server;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Says where the office can be reached, last of all, when it really can.
@Component
class Announcement {

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context && context.getWebServer() != null) {
            String host = context.getEnvironment().getProperty("server.address", "127.0.0.1");
            print(System.out, host, context.getWebServer().getPort());
        }
    }

    private static void print(PrintStream out, String host, int port) {
        Instant begun = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        String seconds = String.format(Locale.ROOT, "%.1f", Duration.between(begun, Instant.now()).toMillis() / 1000.0);
        String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
        out.println("枫桥已就绪：" + url + "（启动用时 " + seconds + " 秒）");
        out.println("Fengqiao is ready: " + url + " (started in " + seconds + " s). Stop it with Ctrl-C.");
        out.flush();
    }
}
