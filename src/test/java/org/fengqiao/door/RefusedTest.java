package org.fengqiao.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fengqiao.door.Command.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A refusal over a file says once which file, and then why in words.
class RefusedTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("文件不存在：说没有这个文件，文件名只说一遍")
    void aFileThatIsNotThere() {
        assertThat(sentence(folder.resolve("无此文件.txt"))).isEqualTo("The file 无此文件.txt cannot be read: no such file or folder.");
    }

    @Test
    @DisplayName("给的是目录：说是目录")
    void aFolderInPlaceOfAFile() {
        assertThat(sentence(folder)).endsWith("cannot be read: Is a directory.");
    }

    @Test
    @DisplayName("文件中断，异常没有说明：仍有一句话")
    void anEndBeforeTheEnd() {
        assertThat(new Refused("The ranking cannot be read", new EOFException())).hasMessage("The ranking cannot be read: it is damaged or cut off (EOFException).");
    }

    @Test
    @DisplayName("自己写的原因：原样")
    void aReasonOfOurs() {
        assertThat(Refused.reason(new IOException("save it as .DOCX"))).isEqualTo("save it as .DOCX");
    }

    private static String sentence(Path file) {
        IOException why = catchThrowableOfType(IOException.class, () -> Files.readString(file));
        return new Refused("The file " + file.getFileName() + " cannot be read", why).getMessage();
    }
}
