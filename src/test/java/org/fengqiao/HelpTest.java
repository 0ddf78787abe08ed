package org.fengqiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.door.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("命令的说明：每个命令都答 --help，问说明什么也不做")
class HelpTest {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private record Said(int code, String out, String err) {}

    @TestFactory
    Stream<DynamicTest> everyCommandAnswersHelp() {
        return Fengqiao.COMMANDS.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> {
            for (List<String> more : List.of(List.of("--help"), List.of("something", "--help"))) {
                List<String> words = new ArrayList<>(List.of(c.name().split(" ")));
                words.addAll(more);
                Said said = said(words);

                assertThat(said.code()).isZero();
                assertThat(said.out()).isEqualTo(c.name() + ": " + c.summary() + "\n");
                assertThat(said.err()).isEmpty();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandRefusesAnOptionThatItDoesNotKnow() {
        return Fengqiao.COMMANDS.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> {
            List<String> words = new ArrayList<>(List.of(c.name().split(" ")));
            words.add("--no-such-option=x");
            Said said = said(words);

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err().strip()).as("one sentence").isNotEmpty().doesNotContain("\n").contains("--no-such-option");
        }));
    }

    @Test
    @DisplayName("help 列出所有命令，各一行；不认识的命令答 2，也列出来")
    void helpListsEveryCommand() {
        Said help = said(List.of("help"));
        Said unknown = said(List.of("no-such-command"));

        assertThat(help.code()).isZero();
        assertThat(unknown.code()).isEqualTo(2);
        for (Command c : Fengqiao.COMMANDS) {
            String line = "  %-24s %s".formatted(c.name(), c.summary());
            assertThat(help.out().lines()).contains(line);
            assertThat(unknown.err().lines()).contains(line);
        }
        assertThat(Fengqiao.COMMANDS).extracting(Command::name).doesNotHaveDuplicates();
    }

    private static Said said(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Fengqiao.run(words);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @BeforeEach
    @AfterEach
    void speakToTheConsole() {
        System.setOut(out);
        System.setErr(err);
    }
}
