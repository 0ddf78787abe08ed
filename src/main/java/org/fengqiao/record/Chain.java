package org.fengqiao.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/// 链: each line's digest binds the line before it, so that nothing can be changed, removed, inserted or moved.
///
/// `digest(0) = SM3("fengqiao-record-1\n" + caseNumber + "\n")`,
/// `digest(n) = SM3(hex(digest(n-1)) + "\n" + line(n) + "\n")`; hex is lower case. A shell checks it with
/// `printf '%s\n%s\n' "$prev" "$line" | openssl dgst -sm3 -r`.
public final class Chain {

    private Chain() {}

    /// The digest before the first event of a case.
    public static byte[] origin(String caseNumber) {
        return sm3(("fengqiao-record-1\n" + caseNumber + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// The digest after a line.
    public static byte[] next(byte[] previous, String line) {
        SM3Digest digest = new SM3Digest();
        feed(digest, hex(previous).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) '\n');
        feed(digest, line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return finished(digest);
    }

    /// SM3 of some bytes.
    public static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        feed(digest, bytes);
        return finished(digest);
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static void feed(SM3Digest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
    }

    private static byte[] finished(SM3Digest digest) {
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }
}
