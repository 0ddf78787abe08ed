package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("检索到的条文写明是谁的话、哪一天的话，里面的本法、第几条才知道打开哪里")
class FoundArticlesTest {

    private static String row(@Nullable LocalDate day, String own) {
        LawSearchPage page = new LawSearchPage(
                HeadView.of("法规检索"), FormView.get("ask", "/laws/search", "检索", List.of(FieldView.of(FieldView.Kind.TEXT, "q", "问题"))), List.of(),
                List.of(new LawSearchPage.Row("第二十二条", "/laws/article?id=N1", "法律", new StateTag(ClockState.MET, "有效"), "", List.of(new LawSearchPage.Span("符合本法第二十一条", false)), List.of(), day, own)),
                "1 条", PagingView.all(1), EmptyView.of("没有"));
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(page.template() + ".jte", Map.of("frame", Samples.frame(), "page", page), out);
        return LinkedWords.in(out.toString(), (words, counted, whose, shown) -> words.contains("本法第二十一条")
                ? List.of(new Prose.Named(words.indexOf("本法"), words.indexOf("本法") + 7, "/" + whose + "/" + counted)) : List.of());
    }

    @Test
    @DisplayName("有日期的按那一天，没有日期的不编造日期")
    void saysWhoseWordsTheyAre() {
        assertThat(row(LocalDate.of(2021, 7, 15), "administrative-penalty-law")).contains("符合<a class=\"fq-cite\" href=\"/administrative-penalty-law/2021-07-15\">本法第二十一条</a>");
        assertThat(row(null, "collection:示例规定")).contains("href=\"/collection:示例规定/null\"");
    }
}
