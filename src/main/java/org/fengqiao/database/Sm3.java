package org.fengqiao.database;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/// A running SM3 of what passes by.
final class Sm3 {

    private final SM3Digest digest = new SM3Digest();
    private long size;

    void add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        size += length;
    }

    long size() {
        return size;
    }

    /// The digest in lower-case hex; the count starts anew.
    String end() {
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        size = 0;
        return HexFormat.of().formatHex(result);
    }
}
