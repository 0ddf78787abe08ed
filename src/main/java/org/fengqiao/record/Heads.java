package org.fengqiao.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.fengqiao.digest.Canonical;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 链首: outside the database, per day, where the chain of each changed case ends.
///
/// A shortened or wholly recomputed chain is sound in itself; only what was written down elsewhere betrays it. The first
/// act of a new day, or a start, writes the head; it covers everything since the one before, days without a head included.
public final class Heads {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DataSource source;
    private final Path file;
    private final Clock clock;
    private final AtomicReference<@Nullable LocalDate> written = new AtomicReference<>();

    public Heads(DataSource source, Path folder, Clock clock) {
        this.source = source;
        this.file = file(folder);
        this.clock = clock;
    }

    /// The file of heads in its folder.
    public static Path file(Path folder) {
        return folder.resolve("heads.jsonl");
    }

    /// 链首摘录: what the heads say of one case.
    public record Excerpt(String day, int seq, String sm3, String book) {}

    /// What the heads of a folder say of one case, oldest first.
    public static List<Excerpt> of(Path folder, String number) throws IOException {
        return HeadsFile.read(file(folder)).entries().stream()
                .flatMap(e -> e.heads().stream()
                        .filter(h -> h.number().equals(number))
                        .map(h -> new Excerpt(h.day(), h.seq(), h.sm3(), e.digest())))
                .toList();
    }

    /// Called after each act: a comparison of two days; the first act of a day has the head written in the background.
    public void acted() {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        LocalDate last = written.get();
        if (!today.equals(last) && written.compareAndSet(last, today)) {
            Thread.ofVirtual().name("heads").start(() -> {
                try {
                    write(today);
                } catch (IOException | SQLException | RuntimeException e) {
                    // The next act tries again; no act waits for a head or fails with it.
                    written.compareAndSet(today, last);
                    LOG.warn("The head of {} could not be written: {}", today, e.getMessage());
                }
            });
        }
    }

    /// Writes the head of a day that has none yet; at a start, and when a day's first act asks for it.
    ///
    /// @return whether a head was written
    public boolean write() throws IOException, SQLException {
        return write(LocalDate.now(clock.withZone(ZONE)));
    }

    private synchronized boolean write(LocalDate day) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            HeadsFile heads = HeadsFile.read(file);
            if (heads.fault() != null) {
                throw new IOException("the file of heads is broken: " + heads.fault());
            }
            HeadsFile.Entry last = heads.entries().isEmpty() ? null : heads.entries().getLast();
            written.set(day);
            if (last != null && last.day().compareTo(day.toString()) >= 0) {
                return false;
            }
            ObjectNode head = changed(last);
            if (head.get("cases").isEmpty() && last != null) {
                return false;
            }
            head.put("v", 1).put("n", heads.entries().size() + 1).put("day", day.toString());
            if (last != null) {
                head.put("since", last.day());
            }
            head.put("at", clock.instant().toString()).put("prev", Chain.hex(heads.digest()));
            // A line that a crash cut off is overwritten.
            channel.truncate(complete(channel));
            ByteBuffer line = ByteBuffer.wrap((Canonical.text(head) + "\n").getBytes(StandardCharsets.UTF_8));
            long at = channel.size();
            while (line.hasRemaining()) {
                at += channel.write(line, at);
            }
            channel.force(true);
            return lock.isValid();
        }
    }

    private static long complete(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (size > 0) {
            one.clear();
            channel.read(one, size - 1);
            if (one.get(0) == '\n') {
                break;
            }
            size--;
        }
        return size;
    }

    /// A row of a transaction below the watermark is final. One at or above the snapshot's end was restored from another
    /// server, whose transactions counted differently; it is final as well.
    private static final String CHANGED = """
            select c.number, e.seq, encode(e.digest, 'hex')
              from (select office, case_id, max(seq) as seq from event
                     where (tx >= ? and tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
                        or tx >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                     group by office, case_id) l
              join event e using (office, case_id, seq)
              join cases c on c.office = l.office and c.id = l.case_id
             order by l.office, l.case_id""";

    private ObjectNode changed(HeadsFile.@Nullable Entry last) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return changed(connection, last);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private static ObjectNode changed(Connection connection, HeadsFile.@Nullable Entry last) throws SQLException {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        try (PreparedStatement mark = connection.prepareStatement(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, system_identifier::text from pg_control_system()");
                ResultSet row = mark.executeQuery()) {
            row.next();
            head.put("below", row.getLong(1)).put("cluster", row.getString(2));
        }
        boolean same = last != null && last.cluster().equals(head.get("cluster").asString());
        long after = same ? last.below() : 0;
        head.put("from", after);
        ArrayNode cases = head.putArray("cases");
        try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
            statement.setFetchSize(1000);
            statement.setLong(1, after);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    cases.addObject().put("case", row.getString(1)).put("seq", row.getInt(2)).put("sm3", row.getString(3));
                }
            }
        }
        return head;
    }
}
