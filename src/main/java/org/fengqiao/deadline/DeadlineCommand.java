package org.fengqiao.deadline;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fengqiao.calendar.CountingClauses;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.DeadlineQuestion.Answer;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `deadline`: one due day with its explanation, or a batch of them as JSON lines.
public final class DeadlineCommand implements Command {

    private static final Set<String> KNOWN = Set.of("from", "length", "unit", "law", "roll", "in", "out", "home");

    private final OfficeCalendar office;

    /// @param office where the calendar of an office is found, its own notices included
    public DeadlineCommand(OfficeCalendar office) {
        this.office = office;
    }

    /// 机关的日历: the calendar of the office in the home that the options name.
    @FunctionalInterface
    public interface OfficeCalendar {
        WorkingDays of(Options options);
    }

    @Override
    public String name() {
        return "deadline";
    }

    @Override
    public String summary() {
        return "a due day with its explanation: --from DAY --length N --unit U|--law L [--roll forward|none], or --in F --out F [--home DIR: with the office's own notices]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Options options = Options.parse(arguments, KNOWN, Set.of());
        if (!options.words().isEmpty()) {
            throw new Refused("deadline does not understand \"" + options.words().getFirst() + "\"; give --from, --length and --unit or --law.");
        }
        String in = options.get("in");
        String to = options.get("out");
        if ((in == null) != (to == null)) {
            throw new Refused("A batch needs both --in FILE and --out FILE.");
        }
        WorkingDays calendar = options.has("home") ? office.of(options) : WorkingDays.announced();
        return in == null || to == null ? one(options, calendar, out, err) : batch(Path.of(in), Path.of(to), calendar, err);
    }

    private static int one(Options options, WorkingDays calendar, PrintStream out, PrintStream err) {
        DeadlineQuestion question = new DeadlineQuestion(options.get("from"), options.get("length"), options.get("unit"),
                options.get("law"), options.get("roll"));
        return switch (question.answer(calendar, CountingClauses.shipped())) {
            case Answer.Due(DueDay day) -> {
                out.println("届满：" + day.text() + "（" + WorkingDays.weekday(day.due()) + "）" + day.counted(calendar).mark());
                out.println("暂定：" + (day.provisional() ? "是，" + day.counted(calendar).doubt() : "否"));
                out.println("说明：");
                day.explanation().forEach(line -> out.println("  " + line));
                yield 0;
            }
            case Answer.Refused refused -> {
                err.println("--" + refused.field() + ": " + refused.reason());
                yield 2;
            }
        };
    }

    private static int batch(Path in, Path to, WorkingDays calendar, PrintStream err) throws IOException {
        if (Files.exists(to) && Files.isSameFile(in, to)) {
            throw new Refused("--in and --out are the same file; the answers need a file of their own.");
        }
        int answered = 0;
        int refused = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(in), StandardCharsets.UTF_8));
                BufferedWriter answers = Files.newBufferedWriter(to)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ObjectNode answer = answer(answered + refused == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line, calendar);
                if (answer.has("error")) {
                    refused++;
                } else {
                    answered++;
                }
                answers.write(answer.toString());
                answers.write('\n');
            }
        } catch (NoSuchFileException e) {
            throw new Refused("The file or folder " + e.getFile() + " does not exist.");
        }
        err.println(answered + " answered, " + refused + " refused; see the \"error\" of each refused line in " + to + ".");
        return refused == 0 ? 0 : 1;
    }

    private static ObjectNode answer(String line, WorkingDays calendar) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        if (line.indexOf('\uFFFD') >= 0) {
            return answer.put("error", "此行不是有效的 UTF-8 文本。");
        }
        JsonNode asked;
        try {
            asked = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            return answer.put("error", "此行不是 JSON 对象。");
        }
        if (!asked.isObject()) {
            return answer.put("error", "此行不是 JSON 对象。");
        }
        if (asked.hasNonNull("id")) {
            answer.set("id", asked.get("id"));
        }
        if (asked.get("length") instanceof JsonNode length && !length.isNull() && !length.isIntegralNumber()) {
            return answer.put("error", "字段 length：" + length + "应为整数。");
        }
        for (String field : List.of("from", "unit", "law", "roll")) {
            if (asked.get(field) instanceof JsonNode value && !value.isNull() && !value.isString()) {
                return answer.put("error", "字段 " + field + "：" + value + "应为文本。");
            }
        }
        DeadlineQuestion question = new DeadlineQuestion(text(asked, "from"), text(asked, "length"), text(asked, "unit"),
                text(asked, "law"), text(asked, "roll"));
        switch (question.answer(calendar, CountingClauses.shipped())) {
            case Answer.Due(DueDay day) -> {
                answer.put("due", day.text()).put("provisional", day.provisional());
                ArrayNode explanation = answer.putArray("explanation");
                day.explanation().forEach(explanation::add);
            }
            case Answer.Refused refused -> answer.put("error", refused.sentence());
        }
        return answer;
    }

    private static @Nullable String text(JsonNode asked, String field) {
        JsonNode value = asked.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }
}
