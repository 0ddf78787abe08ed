package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.law.Laws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file under `procedures-broken/check` is broken in one way, said in its first line, and refused for that reason.
///
/// Those under `procedures-broken/prove` read well and are wrong only in the lives they allow.
@DisplayName("有错的程序定义")
class BrokenDefinitionsTest {

    private static final Path FOLDER = Path.of("src/test/resources/procedures-broken");
    private static final Laws LAWS = Laws.load();

    static List<Path> brokenInWriting() throws IOException {
        return files("check");
    }

    static List<Path> brokenInMeaning() throws IOException {
        return files("prove");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenInWriting")
    @DisplayName("写错的定义，读到出错之处就拒绝，并说明错在哪里")
    void isRefusedForItsOwnReason(Path file) throws IOException {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(Source.Fault.class)
                .hasMessageContaining("broken/2021-07-15.yaml")
                .hasMessageContaining(expected(file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenInMeaning")
    @DisplayName("意思错的定义，读得进来，须由证明发现")
    void readsButCannotBeProved(Path file) throws IOException {
        assertThat(read(file).opening().id()).isEqualTo("opened");
        assertThat(expected(file)).isNotBlank();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(FOLDER.resolve(folder))) {
            return all.sorted().toList();
        }
    }

    private static Definition read(Path file) throws IOException {
        return Definitions.read(LAWS, "broken", LocalDate.of(2021, 7, 15), Files.readString(file));
    }

    private static String expected(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").replaceFirst("^# fails: ", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
