package org.fengqiao.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("命令行：选项与进度")
class DoorTest {

    private static final Set<String> KNOWN = Set.of("home", "from");
    private static final Set<String> FLAGS = Set.of("small");

    @Test
    @DisplayName("选项可以写成 --name value，也可以写成 --name=value；其余的词按顺序留下")
    void bothWaysOfNamingAValue() {
        Options options = Options.parse(List.of("file", "--home", "/a", "--from=2026-01-01", "--small", "other"), KNOWN, FLAGS);
        assertThat(options.values()).isEqualTo(Map.of("home", "/a", "from", "2026-01-01", "small", "true"));
        assertThat(options.words()).containsExactly("file", "other");
    }

    @Test
    @DisplayName("不认识的选项一句话拒绝并列出认识的；缺值、给开关赋值也拒绝")
    void whatDoesNotFitIsRefusedInOneSentence() {
        assertThatThrownBy(() -> Options.parse(List.of("--hoem", "/a"), KNOWN, FLAGS))
                .hasMessage("Unknown option --hoem; known: --from, --home, --small.");
        assertThatThrownBy(() -> Options.parse(List.of("--home"), KNOWN, FLAGS)).hasMessage("Option --home needs a value.");
        assertThatThrownBy(() -> Options.parse(List.of("--small=no"), KNOWN, FLAGS)).isInstanceOf(Command.Refused.class);
    }

    @Test
    @DisplayName("进度：在终端重画一行，写入日志时每十分之一写一行")
    void progressFitsWhereItIsRead() {
        assertThat(shown(true)).startsWith("\rwork [").contains("] 95 / 95, 0 s ").endsWith("\n").contains("=".repeat(40));
        assertThat(shown(false).lines()).hasSize(10).last().isEqualTo("work 95 / 95, 0 s");
    }

    private static String shown(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, UTF_8), "work", terminal);
        for (int done = 1; done <= 95; done++) {
            progress.show(done, 95);
        }
        return bytes.toString(UTF_8);
    }
}
