package org.fengqiao.procedure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.law.Article;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.law.UnresolvedCitation;
import org.jspecify.annotations.Nullable;

/// `new-procedure`: a folder from which an author starts, with a definition that already holds, its examples and a document.
public final class NewProcedure implements Command {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TITLE = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）、“”《》·]{2,40}");
    private static final String USAGE = "new-procedure needs a name, a title and a law: SLUG --title 标题 --basis LAW@DATE [--area AREA] [--ledger].";

    private final Path procedures;

    public NewProcedure() {
        this(Path.of("procedures"));
    }

    /// @param procedures the folder that holds the procedures
    NewProcedure(Path procedures) {
        this.procedures = procedures;
    }

    @Override
    public String name() {
        return "new-procedure";
    }

    @Override
    public String summary() {
        return "a folder to start a procedure from: SLUG --title 标题 --basis LAW@DATE [--area AREA] [--ledger]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Options options = Options.parse(arguments, Set.of("title", "basis", "area"), Set.of("ledger"));
        String title = options.get("title");
        String basis = options.get("basis");
        if (options.words().size() != 1 || title == null || basis == null) {
            throw new Refused(USAGE);
        }
        String slug = options.words().getFirst();
        refuseUnlessNamed(slug, title);
        boolean ledger = options.has("ledger");
        String area = area(options.get("area"), ledger);
        Path folder = procedures.resolve(slug);
        if (!Files.isDirectory(procedures)) {
            throw new Refused("没有文件夹 " + procedures + "：请在产品的根目录里运行。");
        }
        if (Files.exists(folder)) {
            throw new Refused(folder + " 已经存在；改它，或者换一个名称。");
        }
        ShippedProcedures shipped = new ShippedProcedures();
        Skeleton skeleton = new Skeleton(slug, title, basis(shipped.laws, basis), area, ledger);
        Map<String, String> files = skeleton.files(shipped.laws, shipped.calendar, shipped.office);
        write(folder, files);
        said(skeleton, folder, files, out);
        return 0;
    }

    private static void refuseUnlessNamed(String slug, String title) {
        if (!SLUG.matcher(slug).matches() || slug.equals("shared") || slug.length() > 60) {
            throw new Refused("程序名“" + slug + "”不合写法：用小写英文单词和连字符说明意思，例如 noise-complaint。");
        }
        if (!TITLE.matcher(title).matches()) {
            throw new Refused("标题“" + title + "”不合写法：二至四十个汉字、字母、数字，可以有（）、“”《》·。");
        }
    }

    private static String area(@Nullable String named, boolean ledger) {
        List<String> areas = Arrays.stream(Definition.Area.values())
                .map(a -> a.name().toLowerCase(Locale.ROOT))
                .toList();
        String area = named == null ? ledger ? "ledgers" : "requests" : named;
        if (!areas.contains(area)) {
            throw new Refused("没有类别 " + area + "；可以写：" + String.join("、", areas) + "。");
        }
        return area;
    }

    /// The clause the sample cites: the one named, else the first article of the version.
    private static Citation basis(Laws laws, String text) {
        try {
            Citation citation = laws.citation(text);
            if (!citation.isWholeInstrument()) {
                return citation;
            }
            Article first = laws.version(citation).articles().stream()
                    .findFirst()
                    .orElseThrow(() -> new Refused("--basis " + text + "：这个版本没有存条文，无从引用。"));
            return laws.citation(first.key(), citation.instrument());
        } catch (UnresolvedCitation e) {
            throw new Refused("--basis " + text + " 解析不了：" + e.getMessage());
        }
    }

    /// The whole folder appears at once or not at all.
    private void write(Path folder, Map<String, String> files) throws IOException {
        Path half = Files.createTempDirectory(procedures, ".new-");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = half.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            remove(half);
            throw e;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }

    private static void said(Skeleton skeleton, Path folder, Map<String, String> files, PrintStream out) {
        String slug = skeleton.slug();
        out.println("已写下 " + folder + "：");
        files.keySet().forEach(f -> out.println("  " + f));
        out.println("样稿照写就能通过。逐行改成条文的意思，改一处就查一次：");
        out.println("  ./fengqiao procedures check " + slug);
        out.println("  ./fengqiao procedures prove " + slug);
        out.println("  ./fengqiao test -Dtest=ProcedureExamplesTest -Dexample=" + slug);
        out.println("  ./fengqiao procedures preview " + slug + " --on " + skeleton.basis().version());
        out.println("一步一步怎样写：docs/procedure-authors/README.md");
    }
}
