package org.fengqiao.search;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.door.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `law search`: questions from a file, one line of answers for each line asked.
public final class SearchLaws implements Command {

    private static final Set<String> KNOWN = Set.of("in", "out", "top", "threads", "as-of", Home.OPTION);
    private static final int LINES_A_ROUND = 64;

    @Override
    public String name() {
        return "law search";
    }

    @Override
    public String summary() {
        return "articles for questions: QUESTION, or --in FILE --out FILE ({\"id\", \"question\", \"asOf\"?} a line) [--top 100] [--as-of DATE] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, KNOWN, Set.of());
        String in = options.get("in");
        if (in == null && options.words().isEmpty() || in != null && options.get("out") == null) {
            throw new Refused("Ask with law search QUESTION, or for many with --in FILE --out FILE.");
        }
        int top = options.number("top", in == null ? 10 : 100);
        int threads = options.number("threads", Runtime.getRuntime().availableProcessors());
        if (top < 1 || top > 1_000 || threads < 1 || threads > 64) {
            throw new Refused("--top goes from 1 to 1000 and --threads from 1 to 64.");
        }
        LocalDate asOf = options.day("as-of");
        try (OpenIndex open = OpenIndex.of(Home.of(options))) {
            LawSearch search = open.search();
            if (in == null) {
                print(search.find(String.join(" ", options.words()), filter(asOf), top), out);
                return 0;
            }
            return batch(search, Path.of(in), Path.of(options.get("out", "")), asOf, top, threads, out, err);
        }
    }

    private static LawSearch.Filter filter(@Nullable LocalDate day) {
        return day == null ? LawSearch.Filter.NONE : LawSearch.Filter.on(day);
    }

    private static void print(List<LawSearch.Answer> answers, PrintStream out) {
        for (LawSearch.Answer a : answers) {
            out.println("《" + a.article().origin().shortTitle() + "》" + a.article().number() + (a.article().isSummary() ? "（提要）  " : "  ") + String.join("；", a.reasons()));
            out.println("    " + a.body().replace("\n", "\n    "));
        }
    }

    private record Asked(int line, String id, String question, @Nullable LocalDate asOf) {}

    private static int batch(LawSearch search, Path in, Path to, @Nullable LocalDate asOf, int top, int threads, PrintStream out, PrintStream err)
            throws InterruptedException, ExecutionException {
        List<Asked> asked = read(in, asOf);
        long begun = System.nanoTime();
        Progress progress = new Progress(err, "asking");
        try (ExecutorService workers = Executors.newFixedThreadPool(threads); BufferedWriter writer = Files.newBufferedWriter(to)) {
            for (int from = 0; from < asked.size(); from += LINES_A_ROUND) {
                List<Future<String>> round = new ArrayList<>();
                for (Asked a : asked.subList(from, Math.min(asked.size(), from + LINES_A_ROUND))) {
                    round.add(workers.submit(() -> line(a, search.places(a.question(), filter(a.asOf()), top))));
                }
                for (Future<String> line : round) {
                    writer.write(line.get());
                    writer.newLine();
                }
                progress.show(from + round.size(), asked.size());
            }
        } catch (IOException e) {
            throw new Refused("The file " + to + " cannot be written", e);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf("answered %d questions in %.1f s, %.1f a second%n", asked.size(), seconds, asked.size() / seconds);
        return 0;
    }

    private static List<Asked> read(Path in, @Nullable LocalDate asOf) {
        return JsonLines.of(in).lines().stream().map(line -> {
            String day = line.node().path("asOf").asString("");
            return new Asked(
                    line.number(), line.node().path("id").asString(Integer.toString(line.number())), line.question(),
                    day.isEmpty() ? asOf : Options.day(day, line.toString()));
        }).toList();
    }

    private static String line(Asked asked, List<LawSearch.Answer> answers) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("id", asked.id());
        ArrayNode articles = line.putArray("articles");
        for (LawSearch.Answer a : answers) {
            ObjectNode article = articles.addObject();
            if (a.idOfCollection() != null) {
                article.put("id", a.idOfCollection());
            }
            article.put("law", a.article().origin().title());
            article.put("article", a.article().number());
            article.put("score", Math.round(a.score() * 1e4) / 1e4);
        }
        return line.toString();
    }
}
