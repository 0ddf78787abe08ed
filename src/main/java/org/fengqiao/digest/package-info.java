/// 摘要 · digest: the one text of a value and the digest of bytes, on which the record, documents, evidence, backups and
/// case files agree.
///
/// Doors: [Canonical] and [Sm3]. Owns no table; knows no other room.
@ApplicationModule(displayName = "摘要 · Digest", allowedDependencies = {})
@NullMarked
package org.fengqiao.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
