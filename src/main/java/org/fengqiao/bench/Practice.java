package org.fengqiao.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.cases.Cases;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// 练习: a demonstration office does its daily work for a moment, so that the JVM can keep what it learns about it.
///
/// What is kept are the classes and how often which branch was taken; the cases are thrown away with their home.
public final class Practice {

    private static final int LIVES = 150;
    private static final int LIVES_OVER_HTTP = 30;
    private static final List<String> PAGES = List.of("/", "/cases", "/procedures", "/laws", "/figures");

    private Practice() {}

    /// Lives whole cases through the door and over HTTP, and looks at the pages an officer sees first.
    public static void live(ConfigurableApplicationContext office) throws IOException, InterruptedException {
        Cases cases = office.getBean(Cases.class);
        LocalDate day = cases.clock().today();
        List<RequestLife.Move> nine = RequestLife.nine();
        String number = "";
        for (int i = 0; i < LIVES; i++) {
            number = done(RequestLife.open(cases, nine.getFirst(), day));
            for (RequestLife.Move move : nine.subList(1, nine.size())) {
                done(cases.take(move.user(), number, move.step(), Cases.Taking.of(move.data()), null));
            }
        }
        int port = ((WebServerApplicationContext) office).getWebServer().getPort();
        HttpLife http = HttpLife.at(port, nine, day);
        Round.Steps unmeasured = new Round.Steps();
        for (int i = 0; i < LIVES_OVER_HTTP; i++) {
            http.live(0, unmeasured);
        }
        for (int i = 0; i < LIVES_OVER_HTTP; i++) {
            for (String page : PAGES) {
                http.look(page, nine.getFirst().user());
            }
            http.look("/cases/" + URLEncoder.encode(number, StandardCharsets.UTF_8), nine.getFirst().user());
        }
    }

    private static String done(Cases.Answer answer) {
        if (answer instanceof Cases.Answer.Done(var known, boolean _)) {
            return known.state().number();
        }
        throw new IllegalStateException("A step of the practice was not taken: " + answer);
    }
}
