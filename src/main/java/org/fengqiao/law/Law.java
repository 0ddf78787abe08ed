package org.fengqiao.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 法规: one instrument under its official titles, with all versions the library holds, oldest first.
///
/// `shortTitle` is what people see between 《 and 》, `nicknames` what they say; `approver` is set for office rules alone.
public record Law(
        String slug,
        String title,
        String shortTitle,
        List<String> nicknames,
        String english,
        String issuer,
        Level level,
        @Nullable String approver,
        List<LawVersion> versions) {

    /// The version that begins on this very day.
    public Optional<LawVersion> version(LocalDate inForceFrom) {
        return versions.stream()
                .filter(version -> version.inForceFrom().equals(inForceFrom))
                .findFirst();
    }

    public Optional<LawVersion> inForce(LocalDate day) {
        return versions.stream().filter(version -> version.inForceOn(day)).findFirst();
    }

    public LawVersion newest() {
        return versions.getLast();
    }
}
