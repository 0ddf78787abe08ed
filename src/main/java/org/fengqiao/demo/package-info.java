/// 演示机关 · the demonstration office: an invented sub-district with people to be, on a day that can be moved.
///
/// Present only under the profile `demo`. Everything it does goes through the doors of the other rooms.
@ApplicationModule(
        displayName = "演示机关 · Demonstration",
        allowedDependencies = {"office", "cases", "signin", "procedure", "record", "calendar", "ui", "door", "digest"})
@NullMarked
package org.fengqiao.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
