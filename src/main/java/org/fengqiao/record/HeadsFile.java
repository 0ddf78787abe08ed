package org.fengqiao.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.digest.Canonical;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 链首簿: one line of canonical JSON per head, each naming the digest of the one before it.
///
/// `digest(0) = SM3("fengqiao-record-1\nheads\n")`, `digest(n)` as for the events of a case; the line n+1 holds
/// `"prev": digest(n)`. Who keeps the last digest on paper can prove the whole file.
record HeadsFile(List<Entry> entries, byte[] digest, @Nullable Fault fault) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// The name that the chain of heads bears in a fault.
    static final String NAME = "链首簿";

    /// 链首: where a case's chain stood when a head was written.
    record Head(String day, String number, int seq, String sm3) {}

    /// One line of the file.
    record Entry(int n, String day, String cluster, long below, int cases, String digest, JsonNode json) {

        List<Head> heads() {
            List<Head> all = new ArrayList<>(cases);
            json.path("cases").forEach(c -> all.add(new Head(
                    day, c.path("case").asString(""), c.path("seq").asInt(0), c.path("sm3").asString(""))));
            return all;
        }
    }

    /// Reads and checks a file; one that does not exist has no entries.
    ///
    /// A last line without its line feed was cut off by a crash while it was written; it counts as not written.
    static HeadsFile read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        byte[] digest = Chain.origin("heads");
        if (!Files.exists(file)) {
            return new HeadsFile(entries, digest, null);
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            int n = entries.size() + 1;
            JsonNode json;
            try {
                json = JSON.readTree(line);
                if (!Canonical.text(json).equals(line)) {
                    return new HeadsFile(entries, digest, new Fault(NAME, n, "不是规范的写法"));
                }
            } catch (JacksonException | IllegalArgumentException e) {
                return new HeadsFile(entries, digest, new Fault(NAME, n, "不是规范的 JSON"));
            }
            if (json.path("n").asInt(0) != n || !json.path("prev").asString("").equals(Chain.hex(digest))) {
                return new HeadsFile(entries, digest, new Fault(NAME, n, "与前一条不相连"));
            }
            digest = Chain.next(digest, line);
            entries.add(new Entry(
                    n, json.path("day").asString(""), json.path("cluster").asString(""), json.path("below").asLong(0),
                    json.path("cases").size(), Chain.hex(digest), json));
        }
        return new HeadsFile(entries, digest, null);
    }
}
