/// 数据库 · the database room: where facts are kept.
///
/// Its door is [Database] over a [Home]: the bundled PostgreSQL by default, another one by `FENGQIAO_DATABASE_URL`.
/// Carries the whole office into one file and back ([Backup], [Restore]). Owns no table and knows no room's rows;
/// each room brings its own migrations in `db/migration/<room>`, version numbers unique over all rooms.
@ApplicationModule(displayName = "数据库 · Database", allowedDependencies = {"digest", "door"})
@NullMarked
package org.fengqiao.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
