package org.fengqiao.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last entry of a backup: what it is and the SM3 of every entry before it.
///
/// Lines of text, so that `openssl dgst -sm3` beside it is enough to check an unpacked backup by hand.
record Manifest(String made, List<String> migrations, Map<String, String> digests) {

    static final String NAME = "MANIFEST";

    private static final String FIRST = "fengqiao-backup 1";

    String text() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        text.append("made ").append(made).append('\n');
        text.append("migrations ").append(String.join(" ", migrations)).append('\n');
        digests.forEach((name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
        return text.toString();
    }

    static Manifest parse(String text) throws IOException {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(FIRST) || !lines.get(1).startsWith("made ")
                || !lines.get(2).startsWith("migrations")) {
            throw new IOException("its list of contents is damaged or of a newer version");
        }
        List<String> migrations = new ArrayList<>(List.of(lines.get(2).substring("migrations".length()).strip().split(" ")));
        migrations.remove("");
        Map<String, String> digests = new LinkedHashMap<>();
        for (String line : lines.subList(3, lines.size())) {
            if (line.length() < 67 || digests.put(line.substring(66), line.substring(0, 64)) != null) {
                throw new IOException("its list of contents is damaged");
            }
        }
        return new Manifest(lines.get(1).substring("made ".length()), migrations, digests);
    }
}
