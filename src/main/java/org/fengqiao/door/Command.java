package org.fengqiao.door;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;

/// 命令: one verb of `./fengqiao`, answered without starting the web server unless it is about serving.
public interface Command {

    /// The words that call it, such as `deadline` or `procedures check`.
    String name();

    /// One line for the list of commands.
    String summary();

    /// Runs the command.
    ///
    /// @return the exit status; 0 only on success
    /// @throws Refused when the caller has to do something differently; its message is shown as it stands
    int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception;

    /// One clear sentence for the person at the shell; no stack trace is shown for it.
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(String sentence) {
            super(sentence);
        }

        /// @param sentence what could not be done with which file, without a full stop
        public Refused(String sentence, IOException why) {
            super(sentence + ": " + reason(why) + ".", why);
        }

        /// The reason inside an I/O failure, in words and without the name of the file.
        public static String reason(IOException e) {
            String detail = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
            return switch (e) {
                case NoSuchFileException missing -> "no such file or folder";
                case AccessDeniedException denied when detail == null -> "permission denied";
                case FileSystemException system when detail != null -> detail.toLowerCase(Locale.ROOT);
                default -> detail == null ? "it is damaged or cut off (" + e.getClass().getSimpleName() + ")" : detail;
            };
        }
    }
}
