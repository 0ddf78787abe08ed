package org.fengqiao.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.cases.Evidence;
import org.fengqiao.digest.Sm3;

/// 演示的文件: drafts of invented contracts that lives file as evidence, with faults that a review is to find.
final class DraftFiles {

    private DraftFiles() {}

    /// What the record says of a file of the demonstration: it is called by its first line, and `-2` in its name is its second draft.
    static Evidence.Entry entry(String name, LocalDate day) {
        byte[] bytes = bytes(name);
        Sm3 digest = new Sm3();
        digest.add(bytes, 0, bytes.length);
        String title = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse(name);
        String draft = name.contains("-2.") ? "（第二稿）" : "（第一稿）";
        return new Evidence.Entry("书证", title + draft, "送审科室", day, "text/plain", bytes.length, digest.endHex());
    }

    /// Puts the files that lives name into the store, before the lives are lived.
    static void store(List<Life> lives, Evidence evidence) {
        Set<String> names = new TreeSet<>();
        lives.forEach(l -> l.scenes.forEach(s -> s.evidence().stream().filter(e -> e.contains(".")).forEach(names::add)));
        try {
            for (String name : names) {
                evidence.store(new ByteArrayInputStream(bytes(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the demonstration could not be stored", e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = DraftFiles.class.getResourceAsStream("/demo/drafts/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no file demo/drafts/" + name + ".");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
