package org.fengqiao.procedure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.door.Command;

/// `procedures check`: whether the definitions are complete and well formed.
public final class CheckProcedures implements Command {

    @Override
    public String name() {
        return "procedures check";
    }

    @Override
    public String summary() {
        return "whether the definitions are complete and every citation resolves: [SLUG...]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        ShippedProcedures shipped = new ShippedProcedures();
        Checks checks = shipped.checks();
        int faulty = 0;
        for (Definition d : shipped.versions(arguments)) {
            String text = shipped.definitions.text(d).orElseThrow();
            List<String> faults = new ArrayList<>(checks.faults(d, text));
            DefinitionSchema.shipped().ifPresent(s -> faults.addAll(s.faults(text)));
            out.printf("%s %s %s%n", faults.isEmpty() ? "✓" : "✗", d.id(), d.title());
            faults.forEach(f -> out.println("    " + f));
            faulty += faults.isEmpty() ? 0 : 1;
        }
        return faulty == 0 ? 0 : 1;
    }
}
