package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.document.Content;
import org.fengqiao.document.Templates;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Example;
import org.fengqiao.procedure.Rehearsal;
import org.fengqiao.procedure.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every document that any example makes is complete: no field the template must have is missing.
class PapersTest {

    private static final Laws LAWS = Laws.load();
    private static final Templates TEMPLATES = Templates.load();

    @Test
    @DisplayName("示例中形成的每一份文书都完整，没有缺项")
    void everyDocumentOfEveryExampleIsComplete() throws IOException {
        Office office = OfficeFile.read(PapersTest.class.getResourceAsStream("/demo/office.yaml"));
        Definitions definitions = Definitions.load(LAWS);
        Rehearsal rehearsal = new Rehearsal(definitions, new Deciding(LAWS, WorkingDays.announced()), office);
        Papers papers = new Papers(TEMPLATES, LAWS);
        Map<String, Set<String>> lacking = new TreeMap<>();
        int[] made = new int[1];
        try (Stream<Path> files = Files.walk(Path.of("procedures"))) {
            for (Path p : files.filter(f -> f.toString().matches(".*/examples/[^/]+\\.yaml")).sorted().toList()) {
                String slug = p.getParent().getParent().getFileName().toString();
                new Example(slug, Source.read(p.toString(), Files.readString(p)), rehearsal, LAWS, (after, accepted) ->
                        made[0] += lacks(papers, after, accepted, lacking)).faults();
            }
        }
        assertThat(lacking).as("documents with missing fields").isEmpty();
        assertThat(made[0]).isGreaterThan(100);
    }

    @Test
    @DisplayName("当场处罚：2023年年底可以直接起诉，2024年起先申请复议，十五日只是复议以后的起诉期限")
    void tellsTheRemedyOfTheDay() throws IOException {
        String before = text(only("administrative-penalty-summary/examples/remedy-before-2024-either.yaml", "spot-penalty-decision"), "remedy", "text");
        String after = text(only("administrative-penalty-summary/examples/remedy-from-2024-reconsideration-first.yaml", "spot-penalty-decision"), "remedy", "text");

        assertThat(before).isEqualTo("如不服本决定，可以自收到本决定书之日起六十日内向示例区人民政府申请行政复议，也可以自收到本决定书之日起六个月内直接向示例区人民法院提起行政诉讼。");
        assertThat(after).isEqualTo("如不服本决定，应当自收到本决定书之日起六十日内先向示例区人民政府申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内向示例区人民法院提起行政诉讼。");
    }

    @Test
    @DisplayName("处罚决定书写明种类、数额大写、依据、听证和缴款，同一法律的条文只写一次名称")
    void writesTheDecisionInWords() throws IOException {
        Content decision = only("administrative-penalty-ordinary/examples/hearing-life.yaml", "penalty-decision");

        assertThat(text(decision, "case", "penalty")).isEqualTo("罚款人民币 5,000 元（大写 伍仟元整）。");
        assertThat(text(decision, "case", "performance")).startsWith("你单位应当自收到本决定书之日起十五日内");
        assertThat(text(decision, "case", "hearing")).isEqualTo("应当事人要求，本机关于2026年3月31日举行听证，本决定根据听证笔录作出。");
        assertThat(text(decision, "case", "penalty-basis")).isEqualTo("《城市市容和环境卫生管理条例》第三十六条");
        Content notice = only("administrative-penalty-ordinary/examples/hearing-life.yaml", "advance-notice");
        assertThat(text(notice, "basis", "statement")).isEqualTo("《中华人民共和国行政处罚法》第四十五条第一款、第二款");
        assertThat(text(notice, "term", "hearing-request")).isEqualTo("五个工作日");
    }

    @Test
    @DisplayName("更正当事人后重新生成的文书，日期和内容仍是当初的，只有当事人改了")
    void keepsTheWordsOfADocumentMadeAnew() throws IOException {
        List<Content> reports = contents("administrative-penalty-ordinary/examples/party-corrected-by-another.yaml", "investigation-report");

        assertThat(reports.size()).isGreaterThan(1);
        assertThat(reports.getLast().day()).isEqualTo(reports.getFirst().day());
        assertThat(text(reports.getLast(), "form", "found-facts")).isEqualTo(text(reports.getFirst(), "form", "found-facts"));
        assertThat(text(reports.getLast(), "party", "name")).isNotEqualTo(text(reports.getFirst(), "party", "name"));
    }

    private static Content only(String example, String kind) throws IOException {
        return contents(example, kind).getFirst();
    }

    /// The documents of one kind that an example makes, in their order.
    private static List<Content> contents(String example, String kind) throws IOException {
        Path file = Path.of("procedures", example);
        Office office = OfficeFile.read(PapersTest.class.getResourceAsStream("/demo/office.yaml"));
        Rehearsal rehearsal = new Rehearsal(Definitions.load(LAWS), new Deciding(LAWS, WorkingDays.announced()), office);
        Papers papers = new Papers(TEMPLATES, LAWS);
        List<Content> all = new ArrayList<>();
        new Example(file.getParent().getParent().getFileName().toString(), Source.read(file.toString(), Files.readString(file)), rehearsal, LAWS,
                (after, accepted) -> accepted.documents().stream()
                        .filter(m -> m.rule().id().equals(kind))
                        .forEach(m -> papers.content(accepted, m, after.number(), "示例〔2026〕第1号", after.personal()).ifPresent(all::add)))
                .faults();
        return all;
    }

    private static String text(Content content, String group, String field) {
        return String.valueOf(((Map<?, ?>) content.data().get(group)).get(field));
    }

    private static int lacks(Papers papers, CaseState after, Decision.Accepted accepted, Map<String, Set<String>> lacking) {
        int made = 0;
        for (Decision.Making m : accepted.documents()) {
            String key = accepted.definition().slug() + "/" + m.rule().id();
            Optional<Content> content = papers.content(accepted, m, after.number(), "示例〔2026〕第1号", after.personal());
            if (content.isEmpty()) {
                lacking.computeIfAbsent(key, k -> new TreeSet<>()).add("no template");
                continue;
            }
            made++;
            TEMPLATES.of(content.get()).lacking(content.get()).forEach(l ->
                    lacking.computeIfAbsent(key, k -> new TreeSet<>()).add(l.toString()));
        }
        return made;
    }
}
