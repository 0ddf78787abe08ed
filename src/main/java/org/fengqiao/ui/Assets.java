package org.fengqiao.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// 静态文件: addresses of the files a browser may keep for a year, because their address changes with their content.
public final class Assets {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    /// The address of a file below `static/assets`, with the digest of its content.
    public static String url(String path) {
        return URLS.computeIfAbsent(path, p -> "/assets/" + p + "?v=" + digest(p));
    }

    private static String digest(String path) {
        try (InputStream file = Assets.class.getResourceAsStream("/static/assets/" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no file static/assets/" + path + ".");
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
