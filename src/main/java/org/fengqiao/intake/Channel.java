package org.fengqiao.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// 来源渠道: the name under which another system delivers, and what the registration form calls it.
enum Channel {
    HOTLINE("12345", "hotline-12345"),
    POLICE("110", "police-110"),
    PORTAL("portal", "portal"),
    WECHAT("wechat", "wechat"),
    GRID("grid", "grid"),
    COUNTER("counter", "counter"),
    CAMERA("camera", "camera");

    final String id;
    final String option;

    Channel(String id, String option) {
        this.id = id;
        this.option = option;
    }

    static Optional<Channel> of(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(c -> c.id).collect(Collectors.joining(", "));
    }
}
