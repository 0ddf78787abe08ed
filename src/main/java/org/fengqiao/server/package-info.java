/// 服务 · the server room: the office's pages and interface on one address of this machine.
///
/// Starts Spring on an open [org.fengqiao.database.Database], says where it listens, and answers in one sentence while
/// the database is away or no page can be drawn. Owns no table; knows nothing of what is served.
@ApplicationModule(displayName = "服务 · Server", allowedDependencies = {"door", "database", "ui"})
@NullMarked
package org.fengqiao.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
