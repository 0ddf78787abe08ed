/// 门 · the door: what `./fengqiao` can be asked to do.
///
/// Every room that answers a command implements [Command]; `Fengqiao` lists them. Knows no room.
@ApplicationModule(displayName = "门 · Door", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package org.fengqiao.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
