package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every file in `procedures-broken` is broken in one way, named in its first line, and is found out.
@DisplayName("坏的程序定义都查得出来")
class BrokenDefinitionsTest {

    private static final String HEAD = "# fails: ";

    @TestFactory
    Stream<DynamicTest> areFoundOut() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:procedures-broken/*.yaml");
        assertThat(files).isNotEmpty();
        return Arrays.stream(files).map(f -> DynamicTest.dynamicTest(f.getFilename(), () -> {
            String yaml = f.getContentAsString(StandardCharsets.UTF_8);
            String first = yaml.lines().findFirst().orElse("");
            assertThat(first).startsWith(HEAD);

            assertThat(messages(yaml)).contains(first.substring(HEAD.length()).strip());
        }));
    }

    private static String messages(String yaml) {
        String slug = found("^procedure: (\\S+)", yaml);
        LocalDate from = LocalDate.parse(found("^basis: \\S+@(\\S+)", yaml));
        List<String> all = new ArrayList<>();
        try {
            Definition definition = Definitions.read(SmallPenalty.LAWS, slug, from, yaml);
            all.addAll(new Checks(SmallPenalty.LAWS, SmallPenalty.OFFICE, (s, kind) -> true, Path.of("procedures"))
                    .faults(definition, yaml));
            all.addAll(new Prover(SmallPenalty.LAWS, WorkingDays.announced(), SmallPenalty.OFFICE, Budget.starting())
                    .prove(definition)
                    .faults());
        } catch (Source.Fault e) {
            all.add(e.getMessage());
        }
        return String.join("\n", all);
    }

    private static String found(String pattern, String yaml) {
        Matcher m = Pattern.compile(pattern, Pattern.MULTILINE).matcher(yaml);
        assertThat(m.find()).as(pattern).isTrue();
        return m.group(1);
    }
}
