package org.fengqiao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.Application;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.door.Command;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("测量命令：在自己的机关里量每秒几步，量完不留痕迹")
class BenchStepsTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void sharePrograms() {
        TestDatabase.sharePrograms();
    }

    @Test
    @DisplayName("最小的一次测量从头走到尾：直写、过门、网页三种都量到，数据目录随后删除")
    void measuresFromAnEmptyDirectoryToTheLastLine() throws Exception {
        Path home = directory.resolve("home");

        int code = run("--threads", "1", "--cases", "1", "--open", "3", "--rounds", "1", "--warm-up", "0", "--home", home.toString());

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("raw 1", "door 1", "http 1", "With 3 open cases the door reaches", "Round trips: ", "WAL a step", "Room a finished case");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(home).doesNotExist();
    }

    @Test
    @DisplayName("已经存在的目录不拿来测量，里面的东西原样留下")
    void refusesADirectoryThatExists() throws Exception {
        Path kept = Files.writeString(directory.resolve("kept"), "kept");

        assertThatThrownBy(() -> run("--home", directory.toString()))
                .isInstanceOf(Command.Refused.class)
                .hasMessageContaining("exists");
        assertThat(kept).hasContent("kept");
    }

    @Test
    @DisplayName("一个线程连一件案件也分不到、线程太多、要求不是数，都在开始之前拒绝")
    void refusesWhatCannotBeMeasured() {
        for (String asked : List.of("--threads 2 --cases 1", "--threads 15", "--threads 0", "--rounds 0", "--open many", "--open 1,2,3,4", "surplus")) {
            assertThatThrownBy(() -> run(asked.split(" "))).as(asked).isInstanceOf(Command.Refused.class);
        }
    }

    private int run(String... arguments) throws Exception {
        return new BenchSteps(Application.class)
                .run(Arrays.asList(arguments), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
