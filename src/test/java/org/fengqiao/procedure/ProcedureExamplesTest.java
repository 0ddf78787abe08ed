package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file in `procedures/*/examples/` is one named test a lawyer can read.
@DisplayName("程序示例")
class ProcedureExamplesTest {

    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Office OFFICE =
            OfficeFile.read(ProcedureExamplesTest.class.getResourceAsStream("/demo/office.yaml"));

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Deciding deciding = new Deciding(LAWS, WorkingDays.announced());
        Rehearsal rehearsal = new Rehearsal(DEFINITIONS, deciding, OFFICE);
        try (Stream<Path> files = Files.walk(Path.of("procedures"))) {
            List<Path> all = files.filter(p -> p.toString().matches(".*/examples/[^/]+\\.yaml"))
                    .sorted()
                    .toList();
            String only = System.getProperty("example", "");
            return all.stream()
                    .filter(p -> p.toString().contains(only))
                    .map(p -> {
                Source source = read(p);
                String slug = p.getParent().getParent().getFileName().toString();
                return DynamicTest.dynamicTest(slug + "：" + source.text("title"), p.toUri(), () -> {
                    List<String> faults = new Example(slug, source, rehearsal, LAWS).faults();
                    if (!faults.isEmpty()) {
                        fail(p + "\n" + String.join("\n", faults));
                    }
                    assertThat(faults).isEmpty();
                });
            });
        }
    }

    private static Source read(Path p) {
        try {
            return Source.read(p.toString(), Files.readString(p));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
