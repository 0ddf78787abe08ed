/// 待办 · worklist: what waits for a person, ordered by what the law makes late first.
///
/// Door: [Worklist]. The rows of `worklist`, `cases` and `draft` follow from the record and are read here. Owns
/// `law_change`: what the legal reviewer did about a new version of a law; and `calendar_feed`: the digests of the
/// secret addresses at which calendar programs read.
@ApplicationModule(
        displayName = "待办 · Worklist",
        allowedDependencies = {"cases", "procedure", "record", "office", "law", "calendar", "deadline", "digest", "ui"})
@NullMarked
package org.fengqiao.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
