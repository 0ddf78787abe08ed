package org.fengqiao.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// 令牌: bearer tokens of this running office. A token is `user.mac` under a key that lives only in memory, so that a
/// restart ends them all; production offices issue none unless the demonstration is on.
public final class Tokens {

    private final byte[] key = new byte[32];

    public Tokens() {
        new SecureRandom().nextBytes(key);
    }

    /// The token of a person.
    public String issue(String user) {
        return HexFormat.of().formatHex(user.getBytes(StandardCharsets.UTF_8)) + "." + mac(user);
    }

    /// The person a token belongs to; empty when it was not issued here.
    Optional<String> person(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || dot % 2 != 0 || token.length() > 500) {
            return Optional.empty();
        }
        try {
            String user = new String(HexFormat.of().parseHex(token.substring(0, dot)), StandardCharsets.UTF_8);
            boolean same = MessageDigest.isEqual(
                    mac(user).getBytes(StandardCharsets.US_ASCII),
                    token.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
            return same ? Optional.of(user) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String mac(String user) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[32];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
