package org.fengqiao.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.springframework.stereotype.Component;

/// 案内证据文件: what lies in a case, for rooms that read it. Whoever asks has been shown the case; each reading is kept.
@Component
public final class CaseEvidence {

    private final CaseFiles files;
    private final Evidence evidence;

    CaseEvidence(CaseFiles files, Evidence evidence) {
        this.files = files;
        this.evidence = evidence;
    }

    /// One file as the list of evidence has it.
    public record Item(String id, String title, String mediaType, long size, String sm3, java.time.LocalDate collected) {}

    /// The files of a case in the order in which they came.
    public List<Item> of(Records.Known known) {
        return files.evidence(known).stream()
                .map(e -> new Item(e.id(), e.title(), e.mediaType(), e.size(), e.sm3(), e.collected()))
                .toList();
    }

    /// The bytes of a file.
    ///
    /// @throws IOException when the file is not in the store
    public byte[] read(String user, Records.Known known, Item item, String purpose) throws IOException {
        if (Restriction.hides(known.state(), null)) {
            throw Refusal.forbidden(PersonalData.Withheld.WHY + "。");
        }
        Path place = evidence.place(item.sm3());
        files.lookedUp(user, known.id(), purpose, "证据 " + item.id());
        return Files.readAllBytes(place);
    }
}
