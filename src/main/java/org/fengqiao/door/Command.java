package org.fengqiao.door;

import java.io.PrintStream;
import java.util.List;

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
    }
}
