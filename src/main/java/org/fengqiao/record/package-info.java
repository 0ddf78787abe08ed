/// 全过程记录 · the record: the chained events of all cases, the only truth.
///
/// Door: [Records] to read a case and to append to it, [Chain] for what binds a line, [Packing] for how it is stored,
/// [Projection] for rooms whose rows follow from events. Tables: `event` with its `dictionary`, `personal`, `cases`, `counter`,
/// `idempotency`. Knows no page.
@ApplicationModule(displayName = "全过程记录 · Record", allowedDependencies = {"procedure", "digest", "door", "database"})
@NullMarked
package org.fengqiao.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
