package org.fengqiao.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import tools.jackson.databind.node.JsonNodeFactory;

/// 程序的样稿: the files a new procedure starts with. They hold as they stand; an author changes them line by line.
record Skeleton(String slug, String title, Citation basis, String area, boolean ledger) {

    /// A day on which the demonstration office is complete.
    private static final LocalDate EARLIEST = LocalDate.of(2026, 3, 2);

    /// Every file by its path below the procedure's folder.
    Map<String, String> files(Laws laws, WorkingDays calendar, Office office) {
        LocalDate from = basis.version();
        LocalDate day = from.isAfter(EARLIEST) ? calendar.workingDayFrom(from) : EARLIEST;
        Map<String, String> words = new LinkedHashMap<>(Map.of(
                "slug", slug,
                "title", title,
                "area", area,
                "law", basis.instrument(),
                "article", basis.place(),
                "clause", basis.toString(),
                "cited", laws.display(basis),
                "day", day.toString()));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(from + ".yaml", text("definition.yaml", words));
        words.put("due", ledger ? "" : due(laws, calendar, office, files.get(from + ".yaml"), day));
        files.put("README.md", text("README.md", words));
        List<String> examples = ledger
                ? List.of("entry-with-proof", "entry-without-proof-refused")
                : List.of("handled-in-time", "incomplete-materials-refused");
        examples.forEach(e -> files.put("examples/" + e + ".yaml", text("examples/" + e + ".yaml", words)));
        if (!ledger) {
            for (String part : List.of("template.html", "sample.json")) {
                files.put("documents/" + slug + "-result/" + part, text("documents/" + part, words));
            }
        }
        return files;
    }

    /// The last day that the first example names, as the real decision reckons it.
    private String due(Laws laws, WorkingDays calendar, Office office, String definition, LocalDate day) {
        Definition read = Definitions.read(laws, slug, basis.version(), definition);
        Rehearsal rehearsal = new Rehearsal(Definitions.only(read), new Deciding(laws, calendar), office);
        Rehearsal.Move opening = new Rehearsal.Move(
                slug, read.opening().id(), day, null, null, null, null, null, day, JsonNodeFactory.instance.objectNode(), List.of(), null, null);
        CaseState state = Objects.requireNonNull(
                rehearsal.take(null, opening, 0, LocalTime.of(10, 0)).state(), "the sample procedure does not open");
        Clock clock = state.clocks().values().iterator().next();
        return clock.due(calendar).text();
    }

    private String text(String name, Map<String, String> words) {
        String path = "skeleton/" + (ledger ? "ledger/" : "case/") + name;
        try (InputStream in = Objects.requireNonNull(Skeleton.class.getResourceAsStream(path), path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace("${" + word.getKey() + "}", word.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
