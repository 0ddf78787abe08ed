package org.fengqiao.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Level;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("法律变动进入法制审核员的待办")
class LawChangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);
    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);

    private static List<Definition> followed(LocalDate day) {
        return DEFINITIONS.slugs().stream().flatMap(s -> DEFINITIONS.inForce(s, day).stream()).toList();
    }

    private static Map<String, List<Origin>> imported(LocalDate inForce) {
        return Map.of("administrative-penalty-law", List.of(new Origin(
                "administrative-penalty-law@" + inForce, Edition.OFFICIAL, "administrative-penalty-law", "中华人民共和国行政处罚法",
                inForce.minusMonths(6), inForce, null, Level.LAW, "全国人民代表大会", "", "测试用")));
    }

    private static List<LawChange> about(String law, LocalDate today, Map<String, List<Origin>> imported, List<Definition> followed) {
        return LawChange.on(today, LAWS, imported, followed).stream().filter(c -> c.law().slug().equals(law)).toList();
    }

    @Test
    @DisplayName("导入的新版施行日一到，仍依据旧版的程序逐处列出；前一天只预告")
    void listsWhatANewVersionTouches() {
        LocalDate begins = LocalDate.of(2026, 10, 9);

        LawChange change = about("administrative-penalty-law", TODAY, imported(begins), followed(TODAY)).getFirst();
        assertThat(change.from()).isEqualTo(begins);
        assertThat(change.before()).isEqualTo(LocalDate.of(2021, 7, 15));
        assertThat(change.touched().keySet()).extracting(Definition::slug).contains("administrative-penalty-ordinary", "administrative-penalty-summary");
        assertThat(change.touched().values().iterator().next()).extracting(LawChange.Place::what).contains("步骤“立案”");

        LawChange ahead = about("administrative-penalty-law", TODAY, imported(begins.plusDays(1)), followed(TODAY)).getFirst();
        assertThat(ahead.from()).isAfter(TODAY);
    }

    @Test
    @DisplayName("没有新版的法律不列；远期的新版到施行前九十天才预告")
    void staysSilentWithoutAChange() {
        assertThat(about("administrative-penalty-law", TODAY, Map.of(), followed(TODAY))).isEmpty();
        assertThat(about("administrative-penalty-law", TODAY, imported(TODAY.plusDays(91)), followed(TODAY))).isEmpty();
        assertThat(about("administrative-penalty-law", TODAY, imported(TODAY.plusDays(90)), followed(TODAY))).hasSize(1);
    }

    @Test
    @DisplayName("laws/ 里记载的施行日同样算：二〇二一年七月十五日当天，依据旧法的程序都在清单上")
    void noticesTheDayOfAVersionHeldInTheRepository() {
        LocalDate dayBefore = LocalDate.of(2021, 7, 14);
        LawChange change = about("administrative-penalty-law", dayBefore.plusDays(1), Map.of(), followed(dayBefore)).getFirst();
        assertThat(change.from()).isEqualTo(LocalDate.of(2021, 7, 15));
        assertThat(change.places()).isPositive();
        assertThat(about("administrative-penalty-law", dayBefore.plusDays(1), Map.of(), followed(dayBefore.plusDays(1))))
                .allSatisfy(c -> assertThat(c.touched()).isEmpty());
    }

    @Test
    @DisplayName("现行程序没有一处依据当日已被取代的条款")
    void restsOnNothingSuperseded() {
        List<String> touched = LawChange.on(TODAY, LAWS, Map.of(), followed(TODAY)).stream()
                .filter(c -> !c.from().isAfter(TODAY))
                .flatMap(c -> c.touched().entrySet().stream().flatMap(e -> e.getValue().stream().map(p -> e.getKey().id() + " " + p.what() + " " + p.citation())))
                .toList();
        assertThat(touched).isEmpty();
    }
}
