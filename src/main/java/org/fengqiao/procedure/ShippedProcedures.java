package org.fengqiao.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.door.Command;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// 随产品发布的程序: the definitions with what their commands need, read once for a command.
final class ShippedProcedures {

    final Laws laws = Laws.load();
    final WorkingDays calendar = WorkingDays.announced();
    final Office office = demonstration();
    final Definitions definitions;

    /// @throws Command.Refused when a definition cannot be read, with file, line and fault
    ShippedProcedures() {
        try {
            definitions = Definitions.load(laws);
        } catch (Source.Fault e) {
            throw new Command.Refused("程序定义读不出来：" + e.getMessage());
        }
    }

    /// The versions of the procedures named, or of all when none is named.
    ///
    /// @throws Command.Refused when there is no such procedure
    List<Definition> versions(List<String> slugs) {
        for (String slug : slugs) {
            if (!definitions.slugs().contains(slug)) {
                throw new Command.Refused("没有程序 " + slug + "；现有：" + String.join("、", definitions.slugs()));
            }
        }
        return definitions.all().stream()
                .filter(d -> slugs.isEmpty() || slugs.contains(d.slug()))
                .toList();
    }

    Checks checks() {
        return new Checks(laws, office, this::hasTemplate, Path.of("procedures"));
    }

    /// Where no template ships at all, none is asked for.
    private boolean hasTemplate(String slug, String kind) {
        return !Templates.SHIPPED
                || has("/procedures/" + slug + "/documents/" + kind + "/template.html")
                || has("/procedures/shared/documents/" + kind + "/template.html");
    }

    private static boolean has(String resource) {
        return ShippedProcedures.class.getResource(resource) != null;
    }

    private static final class Templates {
        static final boolean SHIPPED = any();

        private static boolean any() {
            try {
                return new PathMatchingResourcePatternResolver()
                                .getResources("classpath*:procedures/*/documents/*/template.html")
                                .length
                        > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Office demonstration() {
        try (InputStream in = Objects.requireNonNull(
                ShippedProcedures.class.getResourceAsStream("/demo/office.yaml"), "the demonstration office is not packed")) {
            return OfficeFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
