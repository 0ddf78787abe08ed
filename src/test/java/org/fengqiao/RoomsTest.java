package org.fengqiao;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("房间之间只走声明过的箭头")
class RoomsTest {

    @Test
    @DisplayName("每个房间只使用它声明的房间，且没有环")
    void keepTheirArrows() {
        ApplicationModules.of(Application.class).verify();
    }
}
