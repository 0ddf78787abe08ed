package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every definition that ships is complete and proved; all proofs together stay within one budget.
@DisplayName("程序证明")
class ProcedureProofTest {

    private static final ShippedProcedures SHIPPED = new ShippedProcedures();
    private static final Budget BUDGET = Budget.starting();

    @TestFactory
    Stream<DynamicTest> everyDefinitionIsProved() {
        Prover prover = new Prover(SHIPPED.laws, WorkingDays.announced(), SHIPPED.office, BUDGET);
        return SHIPPED.definitions.all().stream().map(d -> DynamicTest.dynamicTest(d.title() + " " + d.from(), () -> {
            Proof proof = prover.prove(d);
            if (!proof.holds()) {
                fail(d.id() + "\n" + String.join("\n", proof.faults()));
            }
            assertThat(proof.states()).isPositive();
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyDefinitionIsComplete() {
        Checks checks = SHIPPED.checks();
        return SHIPPED.definitions.all().stream().map(d -> DynamicTest.dynamicTest(d.title() + " " + d.from(), () -> {
            List<String> faults = checks.faults(d, SHIPPED.definitions.text(d).orElseThrow());
            assertThat(faults).as(d.id()).isEmpty();
        }));
    }
}
