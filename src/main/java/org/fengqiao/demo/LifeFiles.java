package org.fengqiao.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.fengqiao.demo.Life.Scene;
import org.fengqiao.demo.Life.When;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// 情节文件: lives told as data, in `demo/lives/*.yaml`, so that whoever writes a procedure also writes a case that lives it.
///
/// ```yaml
/// - procedure: meeting-minutes
///   title: 联席会议
///   opens: 2026-08-03
///   scenes:
///     - { step: minutes-recorded, with: { meeting-kind: joint-handling } }
///     - { in: 3, step: minutes-corrected, by: li-ding }
/// ```
///
/// `in` counts working days, `days` calendar days, `on` names a date field of the case or a day. The keys of a scene are
/// `step`, `with`, `by`, `second`, `as`, `evidence`, `sign` and, for what is counted in hours, `at`.
final class LifeFiles {

    private LifeFiles() {}

    /// The lives that ship with the product, file by file.
    ///
    /// @param firstId the number of the first life
    /// @throws Source.Fault naming file, line and key of the first fault
    static List<Life> load(Definitions definitions, int firstId) {
        try {
            Map<String, String> files = new TreeMap<>();
            for (Resource r : new PathMatchingResourcePatternResolver().getResources("classpath*:demo/lives/*.yaml")) {
                files.put(String.valueOf(r.getFilename()), r.getContentAsString(StandardCharsets.UTF_8));
            }
            List<Life> lives = new ArrayList<>();
            files.forEach((file, text) -> lives.addAll(read("demo/lives/" + file, text, definitions, firstId + lives.size())));
            return lives;
        } catch (IOException e) {
            throw new IllegalStateException("The lives of the demonstration could not be read: " + e.getMessage(), e);
        }
    }

    /// The lives of one file.
    static List<Life> read(String file, String text, Definitions definitions, int firstId) {
        Source root = Source.read(file, text);
        if (!root.isList()) {
            throw root.fault("must be a list of lives");
        }
        List<Life> lives = new ArrayList<>();
        for (Source s : root.list()) {
            lives.add(life(s, file + " life " + (lives.size() + 1), definitions, firstId + lives.size(), lives.size()));
        }
        return lives;
    }

    private static Life life(Source s, String origin, Definitions definitions, int id, int spread) {
        String procedure = s.text("procedure");
        LocalDate opens = need(s, "opens", LocalDate::parse);
        if (definitions.inForce(procedure, opens).isEmpty()) {
            throw s.need("procedure").fault("procedure: there is no " + procedure + " on " + opens);
        }
        List<Scene> scenes = new ArrayList<>();
        for (Source scene : s.need("scenes").list()) {
            scenes.add(scene(scene));
        }
        if (scenes.isEmpty()) {
            throw s.need("scenes").fault("scenes must not be empty");
        }
        Life life = new Life(
                origin, id, spread, procedure, s.text("title"), opens, s.parties("parties"), optional(s, "relevant", LocalDate::parse),
                scenes);
        s.close();
        return life;
    }

    private static Scene scene(Source s) {
        Scene scene = new Scene(
                when(s), s.text("step"), s.object("with"), s.texts("evidence"), s.texts("sign"), s.optional("by"),
                s.optional("second"), s.optional("as"), optional(s, "at", LocalTime::parse), null);
        s.close();
        return scene;
    }

    /// Without any of the three keys a scene takes place on the day of the one before.
    private static When when(Source s) {
        List<String> given = List.of("in", "days", "on").stream().filter(s::has).toList();
        if (given.size() > 1) {
            throw s.need(given.get(1)).fault(given.get(1) + " cannot stand beside " + given.getFirst());
        }
        if (given.isEmpty()) {
            return new When.Days(0);
        }
        return switch (given.getFirst()) {
            case "in" -> new When.WorkingDay(need(s, "in", Integer::parseUnsignedInt));
            case "days" -> new When.Days(need(s, "days", Integer::parseUnsignedInt));
            default -> s.text("on").matches("\\d.*") ? new When.OnDay(need(s, "on", LocalDate::parse)) : new When.OnFact(s.text("on"));
        };
    }

    private static <T> @Nullable T optional(Source s, String key, Function<String, T> reading) {
        return s.has(key) ? need(s, key, reading) : null;
    }

    private static <T> T need(Source s, String key, Function<String, T> reading) {
        String text = s.text(key);
        try {
            return reading.apply(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw s.need(key).fault(key + " cannot be read: " + text);
        }
    }
}
