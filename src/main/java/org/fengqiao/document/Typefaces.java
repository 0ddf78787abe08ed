package org.fengqiao.document;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/// 字库: the fonts a PDF is set in, and where to look for a character they lack.
///
/// Three subsets ship with the platform: `text` for the characters in common use, `rare` for the other unified ideographs, `heading`
/// for titles. A character outside them is looked for in the TrueType fonts of the given folders.
public final class Typefaces {

    private final Typeface text = shipped("text");
    private final Typeface rare = shipped("rare");
    private final Typeface heading = shipped("heading");
    private final List<Path> folders;
    private final Map<Integer, Optional<Typeface>> found = new ConcurrentHashMap<>();
    private final Map<Path, Typeface> others = new ConcurrentHashMap<>();

    private Typefaces(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// The shipped fonts alone.
    public static Typefaces shipped() {
        return new Typefaces(List.of());
    }

    /// The shipped fonts, and for rare characters whatever the folders hold; folders that do not exist are passed over.
    public static Typefaces withFallback(List<Path> folders) {
        return new Typefaces(folders);
    }

    /// The shipped fonts, then those in `FENGQIAO_FONTS` (folders, separated as in `PATH`), then those of the operating system.
    public static Typefaces ofThisMachine() {
        Stream<String> own = Stream.of(System.getenv().getOrDefault("FENGQIAO_FONTS", "").split(File.pathSeparator)).filter(name -> !name.isBlank());
        Stream<String> system = Stream.of("/usr/local/share/fonts", "/usr/share/fonts/truetype", "C:\\Windows\\Fonts");
        return new Typefaces(Stream.concat(own, system).map(Path::of).toList());
    }

    Typeface heading() {
        return heading;
    }

    /// The font that shows a character in running text, if any has it.
    Optional<Typeface> showing(int codePoint) {
        if (text.shows(codePoint)) {
            return Optional.of(text);
        }
        return found.computeIfAbsent(codePoint, code -> rare.shows(code) ? Optional.of(rare) : search(code));
    }

    /// Fonts that do not help are not kept in memory.
    private Optional<Typeface> search(int codePoint) {
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                Typeface known = others.get(file);
                Typeface face = known != null ? known : new Typeface("other" + Integer.toHexString(file.toString().hashCode()), () -> Files.readAllBytes(file));
                if (face.isUsable() && face.shows(codePoint)) {
                    others.put(file, face);
                    return Optional.of(face);
                }
            }
        }
        return Optional.empty();
    }

    /// In the order of their names, so that the same machine always picks the same font.
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Typeface shipped(String name) {
        return new Typeface(name, () -> {
            try (InputStream in = Typefaces.class.getResourceAsStream("fonts/" + name + ".ttf.xz")) {
                if (in == null) {
                    throw new IllegalStateException("The font " + name + " is not in the jar");
                }
                return new XZInputStream(in).readAllBytes();
            }
        });
    }
}
