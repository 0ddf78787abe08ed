/// 案件 · cases: a case is opened under one procedure and is moved only by its steps.
///
/// Door: [Cases] to open, act, confirm, sign and read. Tables: `worklist`, `document`, `evidence`, `draft`, `source_number`,
/// `look_up`; all but the files follow from the record. Refuses to know how a procedure is written.
@ApplicationModule(
        displayName = "案件 · Cases",
        allowedDependencies = {
            "procedure", "record", "office", "law", "calendar", "deadline", "document", "digest", "database", "door", "ui"
        })
@NullMarked
package org.fengqiao.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
