package org.fengqiao.digest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/// 杂凑: SM3 (GB/T 32905) of what passes by, or of something whole; hex is lower case.
public final class Sm3 {

    private final SM3Digest digest = new SM3Digest();
    private long size;

    public Sm3 add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    public Sm3 add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        size += length;
        return this;
    }

    /// How many bytes have passed by.
    public long size() {
        return size;
    }

    /// The digest; the count starts anew.
    public byte[] end() {
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        size = 0;
        return result;
    }

    public String endHex() {
        return HexFormat.of().formatHex(end());
    }

    public static byte[] of(byte[] bytes) {
        return new Sm3().add(bytes).end();
    }

    public static String hex(byte[] bytes) {
        return new Sm3().add(bytes).endHex();
    }

    /// Of a text in UTF-8.
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
