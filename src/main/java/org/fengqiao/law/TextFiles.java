package org.fengqiao.law;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.fengqiao.door.Command;
import org.fengqiao.law.ReadText.Fault;
import org.fengqiao.law.ReadText.Refused;
import org.jspecify.annotations.Nullable;

/// Reads the files an import was pointed at, each by its kind, and says what it refuses.
final class TextFiles {

    /// All laws of the country are some fifty megabytes; a file that unpacks to more than this is not one of laws.
    private static final int LARGEST = 256 << 20;
    private static final String TOO_LARGE = "the file is larger than 256 MB; divide it.";

    private final Laws laws;
    private final @Nullable LocalDate inForce;
    private final List<ReadText> texts = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    TextFiles(Laws laws, @Nullable LocalDate inForce) {
        this.laws = laws;
        this.inForce = inForce;
    }

    List<ReadText> texts() {
        return texts;
    }

    List<Fault> faults() {
        return faults;
    }

    /// The files below the paths that may hold texts, in the order of their names.
    ///
    /// @throws Command.Refused when a path does not exist or holds nothing of a known kind
    static List<Path> below(List<String> paths) {
        List<Path> files = new ArrayList<>();
        for (String name : paths) {
            Path path = Path.of(name);
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(Files::isRegularFile)
                        .filter(file -> file.equals(path) || kind(file) != Kind.OTHER && !file.getFileName().toString().startsWith("README"))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new Command.Refused("\"" + name + "\" cannot be read: no such file or folder.");
            }
        }
        if (files.isEmpty()) {
            throw new Command.Refused("No texts were found there; laws are read from .md, .docx, .jsonl and .jsonl.gz.");
        }
        return files;
    }

    private enum Kind {
        MARKDOWN,
        WORD,
        LINES,
        PACKED_LINES,
        OTHER
    }

    private static Kind kind(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") ? Kind.MARKDOWN
                : name.endsWith(".docx") ? Kind.WORD
                : name.endsWith(".jsonl") ? Kind.LINES
                : name.endsWith(".jsonl.gz") ? Kind.PACKED_LINES
                : Kind.OTHER;
    }

    /// Reads one file; what is wrong with it is kept as a fault.
    void read(Path file) {
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST) {
                throw new Refused(name, 1, TOO_LARGE);
            }
            byte[] bytes = Files.readAllBytes(file);
            switch (kind(file)) {
                case MARKDOWN -> whole(MarkdownText.read(name, lines(name, bytes), laws));
                case WORD -> whole(WordText.read(name, WordParagraphs.of(bytes), laws, inForce));
                case LINES -> collection(name, lines(name, bytes));
                case PACKED_LINES -> {
                    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        byte[] unpacked = packed.readNBytes(LARGEST + 1);
                        if (unpacked.length > LARGEST) {
                            throw new Refused(name, 1, TOO_LARGE);
                        }
                        collection(name, lines(name, unpacked));
                    }
                }
                case OTHER -> throw new Refused(name, 1, "this kind of file is not known; laws are read from .md, .docx, .jsonl and .jsonl.gz.");
            }
        } catch (Refused e) {
            faults.add(e.fault());
        } catch (IOException e) {
            faults.add(new Fault(name, 1, "the file cannot be read: " + Command.Refused.reason(e) + "."));
        }
    }

    private void whole(ReadText text) {
        TextChecks.check(text, laws);
        texts.add(text);
    }

    private void collection(String name, List<String> lines) {
        CollectionText.Read read = new CollectionText(name, laws).read(lines);
        texts.addAll(read.texts());
        faults.addAll(read.faults());
    }

    private static List<String> lines(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return List.of((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n", -1));
        } catch (CharacterCodingException e) {
            throw new Refused(file, firstBadLine(bytes), "the file is not UTF-8.");
        }
    }

    /// The line on which the bytes stop being UTF-8.
    private static int firstBadLine(byte[] bytes) {
        int line = 1;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, i - from));
                } catch (CharacterCodingException e) {
                    return line;
                }
                line++;
                from = i + 1;
            }
        }
        return line;
    }
}
