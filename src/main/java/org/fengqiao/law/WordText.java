package org.fengqiao.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.ReadText.ReadArticle;
import org.fengqiao.law.ReadText.Refused;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;

/// Reads an official text as the national database of laws prints it: title, the days in brackets, 目录, then the
/// articles; lines are the paragraphs of the Word file.
final class WordText {

    private static final Pattern DAY = Pattern.compile("(?<!自)(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern BEGINS = Pattern.compile("自\\s*(?:(\\d{4})年(\\d{1,2})月(\\d{1,2})日|(公布之日|发布之日))起?(?:施行|实施|生效)");
    private static final Pattern FIRST = Pattern.compile("^第一条[\\s　].*");

    private WordText() {}

    /// @throws Refused when the file is damaged or does not say from which day the text is in force
    static ReadText read(String file, List<String> lines, Laws laws, @Nullable LocalDate inForce) {
        int first = 0;
        while (first < lines.size() && !FIRST.matcher(lines.get(first).strip()).matches()) {
            first++;
        }
        if (first == lines.size()) {
            throw new Refused(file, 1, "no 第一条 was found; is this the text of a law?");
        }
        String title = title(file, lines, first);
        List<LocalDate> days = days(lines.subList(0, first));
        if (days.isEmpty()) {
            throw new Refused(file, 1, "the line under the title does not say when the text was adopted.");
        }
        TextComposition composition = new TextComposition();
        for (int i = chapterBefore(lines, first); i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                composition.line(i + 1, lines.get(i), false);
            }
        }
        List<ReadArticle> articles = composition.end();
        LocalDate promulgated = days.getLast();
        return new ReadText(
                file,
                ReadText.official(
                        laws, title, promulgated, begin(file, title, promulgated, lines.subList(0, first), articles, laws, inForce), null, level(title, lines, first), file),
                null,
                articles);
    }

    private static String title(String file, List<String> lines, int first) {
        StringBuilder title = new StringBuilder();
        for (String line : lines.subList(0, first)) {
            String text = line.strip().replaceAll("[\\s　]", "");
            if (text.startsWith("（") || text.startsWith("(") || text.equals("目录") || !title.isEmpty() && text.isEmpty()) {
                break;
            }
            title.append(text);
        }
        if (title.isEmpty() || title.length() > 80) {
            throw new Refused(file, 1, "the title of the law was not found above the line in brackets.");
        }
        return title.toString();
    }

    /// The headings directly above the first article; those of 目录 lie further up and are not the text's.
    private static int chapterBefore(List<String> lines, int first) {
        int from = first;
        for (int i = first - 1; i >= 0; i--) {
            String text = lines.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!text.matches("^第[" + Numerals.CHARACTERS + "]+(编|分编|章|节).*") || text.endsWith("附则") || text.contains("附　则")) {
                break;
            }
            from = i;
            if (text.matches("^第一编.*") || text.matches("^第一章.*") && !above(lines, i).matches("^第一(编|分编).*")) {
                break;
            }
        }
        return from;
    }

    private static String above(List<String> lines, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i).strip();
            }
        }
        return "";
    }

    private static List<LocalDate> days(List<String> head) {
        List<LocalDate> all = new ArrayList<>();
        for (String line : head) {
            Matcher day = DAY.matcher(line);
            while (day.find()) {
                day(day, 1).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<LocalDate> day(Matcher found, int group) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(group)), Integer.parseInt(found.group(group + 1)), Integer.parseInt(found.group(group + 2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The first day in force: what the caller says, what `laws/` knows of this adoption, or what the last articles say.
    ///
    /// The last articles of an amended text still name the day of the first version, so they count only when that day
    /// does not lie before the adoption.
    private static LocalDate begin(
            String file, String title, LocalDate promulgated, List<String> head, List<ReadArticle> articles, Laws laws, @Nullable LocalDate told) {
        if (told != null) {
            return told;
        }
        LocalDate known = laws.byShortTitle(title)
                .flatMap(law -> law.versions().stream().filter(v -> v.promulgated().equals(promulgated)).findFirst())
                .map(LawVersion::inForceFrom)
                .orElse(null);
        if (known != null) {
            return known;
        }
        List<String> places = new ArrayList<>(articles.stream().map(ReadArticle::body).toList());
        places.addAll(head);
        for (String place : places.reversed()) {
            Matcher begins = BEGINS.matcher(place);
            if (begins.find()) {
                LocalDate day = begins.group(4) != null ? promulgated : day(begins, 1).orElse(null);
                if (day != null && !day.isBefore(promulgated)) {
                    return day;
                }
            }
        }
        throw new Refused(file, articles.isEmpty() ? 1 : articles.getLast().line(),
                "the text does not say from which day this version is in force; say it with --in-force DATE.");
    }

    private static Level level(String title, List<String> lines, int first) {
        String head = String.join("", lines.subList(0, first));
        if (title.startsWith("最高人民法院") || title.startsWith("最高人民检察院")) {
            return Level.JUDICIAL_INTERPRETATION;
        }
        if (title.startsWith("中华人民共和国") && title.endsWith("法") || head.contains("全国人民代表大会")) {
            return Level.LAW;
        }
        if (head.contains("国务院")) {
            return Level.ADMINISTRATIVE_REGULATION;
        }
        return head.contains("人民代表大会") ? Level.LOCAL_REGULATION : Level.RULE;
    }
}
