package org.fengqiao.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.calendar.HolidayText;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.door.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("命令 deadline")
class DeadlineCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final JsonMapper json = JsonMapper.builder().build();

    /// 2027 as an office entered it before the product knew of it.
    private final WorkingDays own = WorkingDays.announced().with(HolidayText.read(
            2027, "2027年部分节假日安排（示例）", LocalDate.of(2026, 11, 4), "元旦 放假 01-01至01-03 法定 01-01 上班 01-09\n国庆节 放假 10-01至10-07 法定 10-01至10-03",
            WorkingDays.announced()));

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("写明单位：印出届满日、是否暂定和说明")
    void answersOneQuestion() throws IOException {
        assertThat(run("--from", "2026-02-10", "--length", "5", "--unit", "working_day")).isZero();
        assertThat(printed(out)).contains("届满：2026-02-24（周二）", "暂定：否", "春节（9天），不计入", "调休上班日，计入", "2026年版（国办通知 2025-11-04）");
    }

    @Test
    @DisplayName("尚未公布的年度：届满日带“暂定”，写明为什么；元旦依法放假，不算工作日")
    void marksWhatIsProvisional() throws IOException {
        run("--from", "2026-12-30", "--length", "3", "--unit", "working-day");
        assertThat(printed(out)).contains("届满：2027-01-05（周二）（暂定）", "暂定：是，2027 年放假安排尚未公布", "2027年1月1日（周五）元旦，不计入",
                "期限的最后一日为2027年1月5日（周二）（暂定）", "《全国年节及纪念日放假办法》第二条");
    }

    @Test
    @DisplayName("写明机关：本机关登记的通知也算，成批也一样；不写就只按随产品的日历")
    void takesTheNoticesOfAnOffice() throws IOException {
        assertThat(run("--from", "2027-01-06", "--length", "3", "--unit", "working-day", "--home", "x")).isZero();
        assertThat(printed(out)).contains("届满：2027-01-09（周六）", "暂定：否", "元旦调休上班日，计入");
        out.reset();
        run("--from", "2027-01-06", "--length", "3", "--unit", "working-day");
        assertThat(printed(out)).contains("届满：2027-01-11（周一）（暂定）");

        Path in = Files.writeString(folder.resolve("one.jsonl"), "{\"from\":\"2027-01-06\",\"length\":3,\"unit\":\"working-day\"}\n");
        Path to = folder.resolve("answers.jsonl");
        run("--in", in.toString(), "--out", to.toString(), "--home", "x");
        assertThat(json.readTree(Files.readString(to)).get("due").asString()).isEqualTo("2027-01-09");
    }

    @Test
    @DisplayName("只写法律：取该法自己的条款，并写出依据")
    void takesTheUnitFromTheLaw() throws IOException {
        assertThat(run("--from", "2026-09-29", "--length", "5", "--law", "行政处罚法")).isZero();
        assertThat(printed(out)).contains("届满：2026-10-12", "第八十五条", "administrative-penalty-law@2021-07-15#85");
    }

    @Test
    @DisplayName("单位与法律都写：以单位为准，与条款不同则提示核对")
    void letsTheUnitWin() throws IOException {
        assertThat(run("--from", "2026-09-29", "--length", "5", "--unit", "calendar-day", "--law", "administrative-penalty-law")).isZero();
        assertThat(printed(out)).contains("届满：2026-10-04", "请核对");
    }

    @Test
    @DisplayName("问得不全、不认识的法律、坏日期：一句话说清，状态非零")
    void refusesBadQuestions() throws IOException {
        assertThat(run("--from", "2026-09-29", "--length", "5")).isEqualTo(2);
        assertThat(printed(err)).startsWith("--unit:");
        assertThat(run("--from", "2026-02-30", "--length", "5", "--unit", "month")).isEqualTo(2);
        assertThat(run("--from", "2026-02-10", "--length", "5", "--law", "某某法")).isEqualTo(2);
        assertThat(printed(err)).contains("--from: “2026-02-30”不是日期", "--law: 没有收录名为“某某法”的法律");
        assertThatThrownBy(() -> run("--form", "2026-02-10")).isInstanceOf(Command.Refused.class);
        assertThatThrownBy(() -> run("--in", "a")).isInstanceOf(Command.Refused.class);
        assertThatThrownBy(() -> run("--in", folder.resolve("none").toString(), "--out", folder.resolve("o").toString()))
                .isInstanceOf(Command.Refused.class).hasMessageContaining("none");
    }

    @Test
    @DisplayName("成批：每行一答，坏行有字段和原因，其余照答，状态为一")
    void answersABatchLineByLine() throws IOException {
        List<JsonNode> answers = batch(1, """
                {"id":"a","from":"2026-08-20","length":90,"unit":"calendar-day"}
                {"id":2,"from":"2026-10-31","length":15,"unit":"calendar_days","roll":"forward"}
                {"id":"c","from":"2026-10-10T22:30:00+08:00","length":24,"unit":"hour"}
                {"id":"d","from":"2026-10-10","length":24,"unit":"hour"}
                {"id":"e","from":"2026-10-10","length":"5","unit":"month"}
                not json

                {"id":"f","from":"2026-10-10","length":5,"law":"行政复议法-2023"}
                {"id":"g","from":"2026-10-10","length":5,"unit":"week"}
                {"from":"2026-10-10","length":0,"unit":"month"}
                {"id":"h","from":"2026-12-30","length":3,"unit":"working-day"}
                {"id":"i","from":"2026-10-10","length":7,"law":"major-administrative-decision-procedure-regulations"}
                """);

        assertThat(answers).hasSize(12);
        assertThat(answers.get(0).get("due").asString()).isEqualTo("2026-11-18");
        assertThat(answers.get(0).get("provisional").asBoolean()).isFalse();
        assertThat(answers.get(0).get("explanation").size()).isGreaterThan(3);
        assertThat(answers.get(1).get("id").asInt()).isEqualTo(2);
        assertThat(answers.get(1).get("due").asString()).isEqualTo("2026-11-16");
        assertThat(answers.get(2).get("due").asString()).isEqualTo("2026-10-11T22:30:00+08:00");
        assertThat(error(answers.get(3))).startsWith("字段 from");
        assertThat(error(answers.get(4))).startsWith("字段 length");
        assertThat(error(answers.get(5))).contains("JSON");
        assertThat(error(answers.get(6))).contains("JSON");
        assertThat(answers.get(7).get("due").asString()).isEqualTo("2026-10-16");
        assertThat(error(answers.get(8))).startsWith("字段 unit");
        assertThat(answers.get(9).has("id")).isFalse();
        assertThat(answers.get(10).get("provisional").asBoolean()).isTrue();
        assertThat(error(answers.get(11))).startsWith("字段 unit").contains("既有工作日也有自然日");
        assertThat(printed(err)).contains("5 answered, 7 refused");
    }

    @Test
    @DisplayName("成批全部答出，状态为零；输入与输出不可为同一文件")
    void succeedsWhenEveryLineIsAnswered() throws IOException {
        batch(0, "\uFEFF{\"id\":\"a\",\"from\":\"2026-08-20\",\"length\":90,\"unit\":\"calendar-day\"}\n");
        Path in = folder.resolve("in.jsonl");
        assertThatThrownBy(() -> run("--in", in.toString(), "--out", in.toString())).isInstanceOf(Command.Refused.class);
        assertThat(in).isNotEmptyFile();
    }

    private List<JsonNode> batch(int status, String lines) throws IOException {
        Path in = folder.resolve("in.jsonl");
        Path to = folder.resolve("out.jsonl");
        Files.writeString(in, lines);
        assertThat(run("--in", in.toString(), "--out", to.toString())).isEqualTo(status);
        return Files.readAllLines(to).stream().map(json::readTree).toList();
    }

    private static String error(JsonNode answer) {
        assertThat(answer.has("due")).isFalse();
        return answer.get("error").asString();
    }

    private int run(String... arguments) throws IOException {
        return new DeadlineCommand(options -> own).run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
