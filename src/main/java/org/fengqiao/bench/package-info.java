/// 测量 · bench: how fast the office records durably, beside plain JDBC writing the same rows.
///
/// Door: [BenchSteps], a command. No tables of its own but copies of those of the record, in a home that it makes and removes.
@ApplicationModule(
        displayName = "测量 · Bench", allowedDependencies = {"cases", "record", "procedure", "database", "door"})
@NullMarked
package org.fengqiao.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
