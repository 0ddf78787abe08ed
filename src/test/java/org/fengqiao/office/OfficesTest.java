package org.fengqiao.office;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.LocalDate;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.door.Command.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A home holds a real office or the demonstration, never first the one and then the other.
class OfficesTest {

    @Test
    @DisplayName("已有真实机关的数据目录，不得用来演示")
    void aRealOfficeIsNotDemonstratedUpon() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            Offices offices = new Offices(database.dataSource(), (short) 1);
            assertThatCode(() -> offices.refuseUnless(true, "The home /home/office")).doesNotThrowAnyException();
            assertThatCode(() -> offices.refuseUnless(false, "The home /home/office")).doesNotThrowAnyException();
            try (InputStream founding = OfficesTest.class.getResourceAsStream("/office/founding.yaml")) {
                offices.found(OfficeFile.read(founding));
            }
            assertThatThrownBy(() -> offices.refuseUnless(true, "The home /home/office"))
                    .isInstanceOf(Refused.class)
                    .hasMessage("The home /home/office holds a real office, which a demonstration would overwrite;"
                            + " name another home with --home DIR.");
            assertThatCode(() -> offices.refuseUnless(false, "The home /home/office")).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("演示机关的数据目录，不得作为真实机关启动")
    void theDemonstrationIsNotServedAsARealOffice() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            Offices offices = new Offices(database.dataSource(), (short) 1);
            try (InputStream demo = OfficesTest.class.getResourceAsStream("/demo/office.yaml")) {
                offices.found(OfficeFile.read(demo), LocalDate.of(2026, 10, 9));
            }
            assertThatThrownBy(() -> offices.refuseUnless(false, "The home /home/demo"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("holds the demonstration office");
            assertThatCode(() -> offices.refuseUnless(true, "The home /home/demo")).doesNotThrowAnyException();
        }
    }
}
