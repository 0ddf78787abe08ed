package org.fengqiao.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.cases.Refusal;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.ledger.SheetImport.Brought;
import org.fengqiao.ledger.SheetImport.Busy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;

/// 试读和确认: the one way of every sheet from the look that writes nothing to its entries.
public final class SheetImports {

    private static final Logger LOG = LoggerFactory.getLogger(SheetImports.class);
    private static final int TOLD_EVERY = 20;
    private static final int MOST_REASON = 200;
    private static final int MOST_NAME = 200;

    private final Waiting waiting;
    private final Ledgers ledgers;
    private final LedgerImport entries;
    private final List<SheetImport> others;

    /// @param others what sheets can become besides entries of a ledger
    SheetImports(Waiting waiting, Ledgers ledgers, LedgerImport entries, List<SheetImport> others) {
        this.waiting = waiting;
        this.ledgers = ledgers;
        this.entries = entries;
        this.others = others;
    }

    /// What a first look leads to.
    public sealed interface Look {
        /// @param address where the outcome is shown and confirmed
        record Waits(String address) implements Look {}

        record Unfit(String why) implements Look {}
    }

    /// Looks a sheet through and keeps it for its confirmation.
    public Look look(SheetImport into, String user, @Nullable MultipartFile file, String reason) throws IOException {
        into.admit(user);
        if (file == null || file.isEmpty()) {
            return new Look.Unfit("请选择一个 xlsx 或者 csv 文件");
        }
        if (reason.strip().length() > MOST_REASON) {
            return new Look.Unfit("更正理由至多 " + MOST_REASON + " 个字");
        }
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name = given.substring(0, Math.min(given.length(), MOST_NAME));
        try (InputStream in = file.getInputStream()) {
            byte[] bytes = SheetFile.all(in);
            Brought brought = new Brought(SheetFile.read(bytes), name, user, reason.isBlank() ? null : reason.strip());
            Report found = into.check(brought);
            return new Look.Waits(ImportViews.address(waiting.keep(into.key(), brought, bytes, found)));
        } catch (Unreadable e) {
            return new Look.Unfit(e.getMessage());
        }
    }

    /// A sheet of this person that waits, is being entered or is done.
    Waiting.Kept kept(String user, String id) {
        try {
            return waiting.find(UUID.fromString(id), user).orElseThrow(() -> Refusal.notFound("没有这次导入"));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("没有这次导入");
        }
    }

    /// What a kept sheet goes into.
    SheetImport of(Waiting.Kept kept) {
        return others.stream()
                .filter(o -> o.key().equals(kept.into()))
                .findFirst()
                .or(() -> into(kept.into()))
                .orElseThrow(() -> Refusal.notFound("没有这个台账"));
    }

    Optional<SheetImport> into(String ledger) {
        return ledgers.find(ledger).map(d -> new LedgerRows(d, ledgers, entries));
    }

    /// Enters a sheet beside the page that asked for it; what is being entered or is done stays as it is.
    void confirm(Waiting.Kept kept) {
        SheetImport into = of(kept);
        into.admit(kept.person());
        waiting.begin(kept.id(), kept.person())
                .ifPresent(content -> Thread.ofVirtual().name("import " + kept.id()).start(() -> enter(into, kept, content)));
    }

    private void enter(SheetImport into, Waiting.Kept kept, byte[] content) {
        try {
            Brought brought = new Brought(SheetFile.read(content), kept.fileName(), kept.person(), kept.reason());
            waiting.finish(kept.id(), into.enter(brought, done -> {
                if (done % TOLD_EVERY == 0) {
                    waiting.progress(kept.id(), done);
                }
            }));
        } catch (Unreadable | Busy | SQLException | RuntimeException e) {
            LOG.warn("The import {} stopped and can be repeated: {}", kept.id(), e.toString());
            waiting.stop(kept.id());
        }
    }
}
