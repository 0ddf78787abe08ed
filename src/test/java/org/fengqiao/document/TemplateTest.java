package org.fengqiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("文书模板")
class TemplateTest {

    private static final String HEAD = "---\ndocument: letter\ntitle: 函\nnumber: none\nserve: false\nretention: case-file\n---\n";
    private static final Vocabulary VOCABULARY = new Vocabulary(Map.of(
            "date", "成文日期", "name", "收件人", "note", "附言", "officers", "执法人员", "officers.name", "姓名", "officers.certificate", "执法证号"));

    @ParameterizedTest(name = "缺少 {0}（{1}）")
    @CsvSource({"party.name, 当事人姓名或者名称", "party.address, 当事人住址（住所）", "case.evidence, 证据", "case.violated, 违反的规定",
            "case.penalty-basis, 处罚依据", "case.penalty, 行政处罚的种类和内容", "case.performance, 履行方式和期限", "remedy.text, 救济途径和期限", "office.name, 机关名称"})
    @DisplayName("处罚决定书应当载明的事项缺一不可（行政处罚法第五十九条）")
    void refusesADecisionThatLacksWhatTheLawDemands(String field, String title) {
        Content content = Samples.decisionWith(field, null);

        assertThatExceptionOfType(IncompleteContent.class).isThrownBy(() -> Samples.RENDERING.pdf(content))
                .withMessage("《行政处罚决定书》还缺少：" + title + "（" + field + "），补齐后才能制作。");
    }

    @Test
    @DisplayName("违法事实也缺不得（行政处罚法第五十九条）；表单栏目由程序定义命名，这里照栏目说")
    void refusesADecisionWithoutFacts() {
        assertThatExceptionOfType(IncompleteContent.class).isThrownBy(() -> Samples.RENDERING.pdf(Samples.decisionWith("data.penalty-facts", null)))
                .withMessage("《行政处罚决定书》还缺少：data.penalty-facts，补齐后才能制作。");
    }

    @Test
    @DisplayName("没有文号的处罚决定书不能印出，填写空白等于没填")
    void refusesADecisionWithoutNumberOrWithBlanks() {
        Map<String, Object> data = Samples.data("shared/penalty-decision");
        data.remove("number");
        assertThatExceptionOfType(IncompleteContent.class).isThrownBy(() -> Samples.RENDERING.docx(Samples.content("shared/penalty-decision", data))).withMessageContaining("文号");
        assertThatExceptionOfType(IncompleteContent.class).isThrownBy(() -> Samples.RENDERING.html(Samples.decisionWith("case.penalty", " 　"))).withMessageContaining("case.penalty");
    }

    @Test
    @DisplayName("几处都缺时一次说全")
    void namesEverythingThatIsMissingAtOnce() {
        Content content = Samples.decisionWith("party", Map.of());

        assertThat(Samples.TEMPLATES.of(content).lacking(content)).extracting(IncompleteContent.Lack::field).containsExactly("party.name", "party.address", "party.you");
    }

    @Test
    @DisplayName("填写的内容自带句号的，不与模板的句号叠在一起，引号里的也一样")
    void doesNotDoubleTheStop() {
        assertThat(Wording.fill(Wording.parse("经过：{{a}}。申请“{{b}}”。共{{c}}，完。"), Map.of("a", "已整改。", "b", "清单。", "c", "三份；"), (path, name) -> {}))
                .isEqualTo("经过：已整改。申请“清单”。共三份，完。");
        assertThat(Wording.fill(Wording.parse("{{a}}另行通知。"), Map.of("a", "已整改。"), (path, name) -> {})).isEqualTo("已整改。另行通知。");
    }

    @Test
    @DisplayName("法律不要求的事项可以没有")
    void printsWithoutWhatIsOptional() {
        assertThat(Samples.RENDERING.html(Samples.decisionWith("case.hearing", null))).doesNotContain("举行听证").contains("行政处罚决定书");
    }

    @Test
    @DisplayName("重复段落里的空缺不会借用外层的同名字段")
    void doesNotBorrowAFieldFromOutside() {
        Template template = template("<p>{{#officers}}{{name}}{{/officers}}致{{name}}</p>");
        Content content = Content.of(template, null, Map.of("date", "2026年10月9日", "name", "张某某", "officers", List.of(Map.of("certificate", "示例1"))));

        assertThat(template.lacking(content)).extracting(IncompleteContent.Lack::field).containsExactly("officers.name");
    }

    @Test
    @DisplayName("数据里的尖括号只是文字，换行就是另起一段")
    void printsDataAsTextOnly() {
        Content content = Samples.decisionWith("data.penalty-facts", "甲<b>&乙\n丙\u0000丁");

        assertThat(Samples.RENDERING.html(content)).contains("<p class=\"indent\">甲&lt;b&gt;&amp;乙</p>\n<p class=\"indent\">丙丁</p>");
    }

    @Test
    @DisplayName("数据里写的占位符不会再被填充")
    void doesNotFillPlaceholdersInData() {
        assertThat(Samples.RENDERING.html(Samples.decisionWith("data.penalty-facts", "{{party.name}}"))).contains("<p class=\"indent\">{{party.name}}</p>");
    }

    @Test
    @DisplayName("没有一份文书有数据的占位符，检查不通过；程序定义命名的依据、表单栏目照收")
    void findsAnUnknownPlaceholder() {
        assertThat(template("<p>{{nmae}}</p>").faults()).containsExactly("letter: no document has data for the placeholder {{nmae}}");
        assertThat(template("<p>{{name}}</p>").faults()).isEmpty();
        assertThat(template("{{#officers}}<p>{{nmae}}</p>{{/officers}}").faults()).containsExactly("letter: no document has data for the placeholder {{officers.nmae}}");
        assertThat(template("{{#note}}<p>{{party.nmae}}</p>{{/note}}").faults()).hasSize(1);
        assertThat(new Vocabulary(Map.of("form.*", "", "basis.*", "依据"))).satisfies(v -> {
            assertThat(v.knows("form.fine")).isTrue();
            assertThat(v.title("form.fine")).isEqualTo("form.fine");
            assertThat(v.title("basis.notice")).isEqualTo("依据");
            assertThat(v.knows("office.name")).isFalse();
            assertThat(v.knows("form")).isFalse();
        });
    }

    @Test
    @DisplayName("可选段落以外的都必须有；段落里的可有可无；重复段落可以一个也没有，有的每一个都要写全")
    void asksForWhatStandsOutsideASection() {
        assertThat(lacks("<p>{{note}}</p>", Map.of("date", "2026年10月9日"))).containsExactly("note");
        assertThat(lacks("{{#note}}<p>{{note}}</p>{{/note}}", Map.of("date", "2026年10月9日"))).isEmpty();
        assertThat(lacks("{{^note}}<p>{{name}}</p>{{/note}}", Map.of("date", "2026年10月9日", "note", "有"))).isEmpty();
        assertThat(lacks("{{#officers}}<p>{{name}}</p>{{/officers}}", Map.of("date", "2026年10月9日"))).isEmpty();
        assertThat(lacks("{{#officers}}<p>{{name}}{{certificate}}</p>{{/officers}}", Map.of("date", "2026年10月9日", "officers", List.of(Map.of("name", "甲"), Map.of("certificate", "示例1")))))
                .containsExactly("officers.certificate", "officers.name");
    }

    @Test
    @DisplayName("模板开头写明必须有的，段落里的也缺不得；写明了也还是同一版措辞")
    void requiresWhatItsHeadNames() {
        String body = "{{#note}}<p>{{note}}</p>{{/note}}{{#officers}}{{name}}{{/officers}}\n";
        Template free = Template.parse(HEAD + body, VOCABULARY, new Parts(name -> ""));
        Template strict = Template.parse(HEAD.replace("serve:", "requires: [note, officers]\nserve:") + body, VOCABULARY, new Parts(name -> ""));

        assertThat(strict.version()).isEqualTo(free.version());
        assertThat(free.lacking(Content.of(free, null, Map.of("date", "2026年10月9日")))).isEmpty();
        assertThat(strict.lacking(Content.of(strict, null, Map.of("date", "2026年10月9日")))).extracting(IncompleteContent.Lack::field).containsExactly("note", "officers");
    }

    private static List<String> lacks(String body, Map<String, Object> facts) {
        Template template = template(body);
        return template.lacking(Content.of(template, null, facts)).stream().map(IncompleteContent.Lack::field).sorted().toList();
    }

    @Test
    @DisplayName("模板里不准写死条文号")
    void findsATypedArticleNumber() {
        assertThat(template("<p>依据第五十九条，{{name}}</p>").faults()).hasSize(1).first().asString().contains("第五十九条");
    }

    @Test
    @DisplayName("版面没有的元素、没写完的段落和没关上的标签都通不过")
    void refusesWhatPaperCannotShow() {
        assertThat(template("<script>1</script><p>{{name}}</p>").faults()).hasSize(1);
        assertThat(template("<p class=\"red\">{{name}}</p>").faults()).hasSize(1);
        assertThat(template("<p>{{name}}").faults()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> template("{{#note}}<p>{{note}}</p>")).withMessageContaining("note");
    }

    @Test
    @DisplayName("换了措辞就是另一个模板版本；没有留存的版本印不出来")
    void knowsAWordingByItsDigest() {
        Template one = template("<p>{{name}}</p>");
        Template two = template("<p>致{{name}}</p>");
        assertThat(one.version()).isNotEqualTo(two.version()).hasSize(64);

        Content foreign = new Content("penalty-decision", one.version(), "1", Map.of("date", "2026年10月9日"));
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.RENDERING.pdf(foreign)).withMessageContaining(one.version());
    }

    @Test
    @DisplayName("程序自己的模板优先，没有的用共用的")
    void prefersTheProceduresOwnTemplate() {
        assertThat(Samples.TEMPLATES.find("administrative-penalty-ordinary", "proof-of-service")).get().extracting(Template::title).isEqualTo("送达回证");
        assertThat(Samples.TEMPLATES.find("public-request", "request-reply")).isPresent();
        assertThat(Samples.TEMPLATES.find("administrative-penalty-ordinary", "request-reply")).isEmpty();
    }

    @Test
    @DisplayName("公共部分插在点名的一行，带本文书的标题；插好以后与逐字写出的是同一份模板")
    void insertsPartsToTheLetter() {
        Template named = template("{{> greeting}}\n<p>{{note}}</p>");
        Template written = template("<h1>函</h1>\n<p>{{name}}：</p>\n<p>{{note}}</p>");

        assertThat(named.version()).isEqualTo(written.version());
        assertThatIllegalArgumentException().isThrownBy(() -> Parts.shipped().in("{{> nothing-of-the-kind}}\n", "函")).withMessageContaining("nothing-of-the-kind");
        assertThatIllegalArgumentException().as("within a line").isThrownBy(() -> template("<p>{{> greeting}}</p>"));
    }

    private static Template template(String body) {
        Parts parts = new Parts(Map.of("greeting", "<h1>{{title}}</h1>\n<p>{{name}}：</p>\n")::get);
        return Template.parse(HEAD + body + "\n", VOCABULARY, parts);
    }
}
