package org.fengqiao.law;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.CitationFinding.Outcome;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;

/// 引用核对: does each cited clause exist, was it in force on the day, do the quoted words stand there.
///
/// Existence is judged by the outlines of `laws/`, beyond them by the imported texts; words by the imported texts alone.
public final class CitationCheck {

    private static final Pattern DATED = Pattern.compile("^[\\s　]*([\\d〇○零一二三四五六七八九]{4})年([\\d一二三四五六七八九十]{1,3})月([\\d一二三四五六七八九十]{1,3})日[\\s　]*$");

    private final Laws laws;
    private final Supplier<Imports> imports;

    /// @param texts the imported texts, or null where there are none to ask
    public CitationCheck(Laws laws, @Nullable Texts texts) {
        this(laws, () -> texts == null ? Imports.NONE : Imports.in(texts));
    }

    private CitationCheck(Laws laws, Supplier<Imports> imports) {
        this.laws = laws;
        this.imports = imports;
    }

    /// A check for many short texts that only asks where a clause is: the imported texts are known to it by an outline
    /// in memory, which follows an import after `patience`. Quoted words stay unchecked.
    public static CitationCheck outlined(Laws laws, Texts texts, Duration patience) {
        return new CitationCheck(laws, new ImportedOutlines(texts, patience));
    }

    /// Every citation of a text, in its order, judged as of a day.
    public List<CitationFinding> check(String text, LocalDate day) {
        return check(text, day, null);
    }

    /// The same for the text of a law itself, in which 本法 is that law.
    public List<CitationFinding> check(String text, LocalDate day, @Nullable String ownTitle) {
        Shelf shelf = new Shelf(laws, imports.get());
        CitationFinder finder = new CitationFinder(shelf::knows, ownTitle);
        List<CitationFinding> all = new ArrayList<>();
        for (Mention mention : finder.find(text)) {
            all.add(new Judgement(laws, shelf, day).judge(mention).at(text, mention));
        }
        return List.copyOf(all);
    }

    /// The day a document gives itself: its last line that is nothing but a date.
    public static Optional<LocalDate> dayOf(String text) {
        LocalDate day = null;
        for (String line : text.split("\n")) {
            Matcher dated = DATED.matcher(line);
            if (dated.matches()) {
                try {
                    day = LocalDate.of(Numerals.read(dated.group(1)), Numerals.read(dated.group(2)), Numerals.read(dated.group(3)));
                } catch (DateTimeException e) {
                    continue;
                }
            }
        }
        return Optional.ofNullable(day);
    }

    /// What was judged about a mention, without its position.
    record Verdict(Outcome outcome, String sentence, @Nullable String url) {

        CitationFinding at(String text, Mention mention) {
            int line = 1;
            int start = 0;
            for (int i = text.indexOf('\n'); i >= 0 && i < mention.from(); i = text.indexOf('\n', i + 1)) {
                line++;
                start = i + 1;
            }
            return new CitationFinding(
                    mention.from(), mention.to(), line, mention.from() - start + 1, text.substring(mention.from(), mention.to()), outcome, sentence, url);
        }
    }
}
