package org.fengqiao.procedure;

import java.io.PrintStream;
import java.util.List;
import org.fengqiao.door.Command;

/// `procedures prove`: what holds in every life a case can have under the definitions.
public final class ProveProcedures implements Command {

    @Override
    public String name() {
        return "procedures prove";
    }

    @Override
    public String summary() {
        return "prove what holds in every life of a case, or tell the story that shows otherwise: [SLUG...]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        ShippedProcedures shipped = new ShippedProcedures();
        Budget budget = Budget.starting();
        Prover prover = new Prover(shipped.laws, shipped.calendar, shipped.office, budget);
        boolean all = true;
        for (Definition d : shipped.versions(arguments)) {
            Proof proof = prover.prove(d);
            proof.print(out);
            all &= proof.holds();
        }
        out.printf("合计状态 %,d，转移 %,d（限度：%,d 状态、%d 秒）%n", budget.states(), budget.transitions(), Budget.STATES, Budget.NANOS / 1_000_000_000L);
        return all ? 0 : 1;
    }
}
