package org.fengqiao.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.fengqiao.digest.Sm3;

/// 链: each line's digest binds the line before it, so that nothing can be changed, removed, inserted or moved.
///
/// `digest(0) = SM3("fengqiao-record-1\n" + caseNumber + "\n")`,
/// `digest(n) = SM3(hex(digest(n-1)) + "\n" + line(n) + "\n")`; hex is lower case. A shell checks it with
/// `printf '%s\n%s\n' "$prev" "$line" | openssl dgst -sm3 -r`.
public final class Chain {

    private Chain() {}

    /// The digest before the first event of a case.
    public static byte[] origin(String caseNumber) {
        return Sm3.of(("fengqiao-record-1\n" + caseNumber + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// The digest after a line.
    public static byte[] next(byte[] previous, String line) {
        return Sm3.of((hex(previous) + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
