package org.fengqiao.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fengqiao.procedure.Source;

/// 标尺: model contracts with planted faults, and how many of them the checklist finds.
///
/// A suggestion is right when the point is planted in that contract and, where words are planted, touches them; every
/// other suggestion counts as wrong, also one that a lawyer might welcome.
final class Yardstick {

    private Yardstick() {}

    /// A fault that was put in, or words that only look like one.
    record Mark(String point, String quote) {}

    /// A model contract with what was put into it.
    record Model(String name, String kind, List<Mark> planted, List<Mark> decoys, ContractText text) {}

    /// What came of one model.
    record Outcome(Model model, String kindFound, List<Suggestion> right, List<Suggestion> wrong, List<Mark> missed, List<Mark> fooled) {}

    /// Figures of some models.
    record Score(int contracts, int planted, int right, int wrong, int missed, int decoys, int fooled, int kindsRight) {

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return planted == 0 ? 1 : (double) (planted - missed) / planted;
        }

        static Score of(List<Outcome> all) {
            return new Score(
                    all.size(), all.stream().mapToInt(o -> o.model().planted().size()).sum(), all.stream().mapToInt(o -> o.right().size()).sum(),
                    all.stream().mapToInt(o -> o.wrong().size()).sum(), all.stream().mapToInt(o -> o.missed().size()).sum(),
                    all.stream().mapToInt(o -> o.model().decoys().size()).sum(), all.stream().mapToInt(o -> o.fooled().size()).sum(),
                    (int) all.stream().filter(o -> o.kindFound().equals(o.model().kind())).count());
        }
    }

    /// The models of each part, by the name of its folder.
    static TreeMap<String, List<Model>> read(Path folder) throws IOException {
        TreeMap<String, List<Model>> parts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                parts.computeIfAbsent(file.getParent().getFileName().toString(), p -> new ArrayList<>()).add(model(file));
            }
        }
        return parts;
    }

    private static Model model(Path file) throws IOException {
        String[] halves = Files.readString(file).split("(?m)^---\\n", 2);
        Source s = Source.read(file.getFileName().toString(), halves[0]);
        ContractText text = ContractText.of(halves[1]);
        Model model = new Model(file.getFileName().toString().replace(".txt", ""), s.text("kind"), marks(s, "planted", text), marks(s, "decoys", text), text);
        s.close();
        return model;
    }

    private static List<Mark> marks(Source s, String key, ContractText text) {
        return !s.has(key) ? List.of() : s.list(key).stream().map(m -> {
            Mark mark = new Mark(m.text("point"), m.text("quote", ""));
            if (!text.text().contains(mark.quote())) {
                throw m.fault("the contract does not say \"" + mark.quote() + "\"");
            }
            return mark;
        }).toList();
    }

    static Outcome judge(Model model, Checklist checklist) {
        String kind = checklist.kindOf(model.text());
        List<Suggestion> right = new ArrayList<>();
        List<Suggestion> wrong = new ArrayList<>();
        Set<Mark> found = new LinkedHashSet<>();
        Set<Mark> fooled = new LinkedHashSet<>();
        for (Suggestion s : RiskReview.of(model.text(), checklist, kind)) {
            List<Mark> touched = model.planted().stream().filter(m -> touches(m, s, model.text())).toList();
            (touched.isEmpty() ? wrong : right).add(s);
            found.addAll(touched);
            model.decoys().stream().filter(m -> touches(m, s, model.text())).forEach(fooled::add);
        }
        return new Outcome(
                model, kind == null ? "" : kind, right, wrong, model.planted().stream().filter(m -> !found.contains(m)).toList(), List.copyOf(fooled));
    }

    private static boolean touches(Mark mark, Suggestion s, ContractText text) {
        if (!mark.point().equals(s.point().id()) || mark.quote().isEmpty() != !s.placed()) {
            return false;
        }
        int at = text.text().indexOf(mark.quote());
        return mark.quote().isEmpty() || s.from() < at + mark.quote().length() && s.to() > at;
    }
}
