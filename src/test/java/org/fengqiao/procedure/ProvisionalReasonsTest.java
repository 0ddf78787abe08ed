package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.procedure.Told.at;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("不能办的理由里写到的届满日：超出已公布年度的写明暂定")
class ProvisionalReasonsTest {

    private static String reason(Outcome outcome) {
        return outcome.toString();
    }

    @Test
    @DisplayName("听证要求期限：十二月三十日起五个工作日（元旦不算）到次年一月七日，暂定；二十四日起到三十一日，不写暂定")
    void hearingRequest() {
        Told late = at("submitted").on("2026-12-31").fact("'hearing-offered':'yes'").clock("hearing-request", "P1", "2026-12-30", "5 working-days");
        assertThat(reason(late.judge("hearing-held-waived-or-lapsed"))).contains("至2027-01-07（暂定）才届满");

        Told early = at("submitted").on("2026-12-25").fact("'hearing-offered':'yes'").clock("hearing-request", "P1", "2026-12-24", "5 working-days");
        assertThat(reason(early.judge("hearing-held-waived-or-lapsed"))).contains("至2026-12-31才届满");
    }
}
