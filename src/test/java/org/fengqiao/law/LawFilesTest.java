package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LawFilesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Laws LAWS = Laws.load();

    static List<LawFiles.Source> lawFiles() {
        return LawFiles.files(LawFiles.LAW);
    }

    static List<LawFiles.Source> seriesFiles() {
        return LawFiles.files(LawFiles.SERIES);
    }

    @ParameterizedTest
    @MethodSource("lawFiles")
    @DisplayName("每个法规文件都合乎格式，且放在与其名称相同的文件夹")
    void fitsTheSchema(LawFiles.Source file) throws IOException {
        JsonNode law = JSON.valueToTree(LawFiles.read(file));

        assertThat(schema("laws/law.schema.json").validate(law)).isEmpty();
        assertThat(file.path()).isEqualTo(law.get("slug").asString() + "/law.yaml");
    }

    @ParameterizedTest
    @MethodSource("seriesFiles")
    @DisplayName("每个法定数值文件都合乎格式，文件名与名称相同")
    void fitsTheSchemaOfSeries(LawFiles.Source file) throws IOException {
        JsonNode series = JSON.valueToTree(LawFiles.read(file));

        assertThat(schema("laws/series/series.schema.json").validate(series)).isEmpty();
        assertThat(file.path()).isEqualTo("series/" + series.get("series").asString().replace('.', '-') + ".yaml");
    }

    @Test
    @DisplayName("格式挡得住错误：本机关规定缺批准机关、法规抄录正文，都不合格")
    void refusesAnOfficeRuleWithoutApproverAndALawWithText() throws IOException {
        String version = "{\"in-force-from\": \"2026-01-01\", \"promulgated\": \"2025-12-01\", \"checked-on\": \"2026-11-21\","
                + " \"outline\": \"full\", \"articles\": 1, \"text\": [{\"topic\": \"目的\", \"paragraphs\": [\"为了试验。\"]}]}";
        String rule = "{\"slug\": \"a-rule\", \"title\": \"规定\", \"short\": \"规定\", \"en\": \"Rule\", \"issuer\": \"街道\","
                + " \"approver\": \"主任办公会\", \"level\": \"office-rule\", \"versions\": [" + version + "]}";
        Schema schema = schema("laws/law.schema.json");

        assertThat(schema.validate(rule, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(rule.replace("\"approver\": \"主任办公会\",", ""), InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate(rule.replace("office-rule", "law"), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    @DisplayName("各版本先公布后施行、首尾相接不重叠")
    void ordersTheDatesOfEveryVersion() {
        assertThat(LAWS.all()).isNotEmpty().allSatisfy(law -> {
            LawVersion before = null;
            for (LawVersion version : law.versions()) {
                assertThat(version.promulgated()).as("%s", version).isBeforeOrEqualTo(version.inForceFrom());
                if (version.inForceUntil() != null) {
                    assertThat(version.inForceUntil()).as("%s", version).isAfter(version.inForceFrom());
                }
                if (before != null) {
                    assertThat(before.inForceUntil()).as("the end of %s", before)
                            .isNotNull()
                            .isBefore(version.inForceFrom());
                }
                before = version;
            }
        });
    }

    @Test
    @DisplayName("完整目录的条数与所列结构一致，条号连续")
    void countsAsManyArticlesAsItOutlines() {
        assertThat(LAWS.all()).flatExtracting(Law::versions).allSatisfy(version -> {
            if (version.outline() == LawVersion.Outline.PARTIAL) {
                assertThat(version.declaredArticles()).isNull();
                assertThat(version.articles()).isNotEmpty().noneMatch(Article::outlineKnown);
                return;
            }
            assertThat(version.articles()).as("%s", version).hasSize(version.declaredArticles());
            int expected = 0;
            for (Article article : version.articles()) {
                expected += article.suffix() == null ? 1 : 0;
                assertThat(article.number()).isEqualTo(expected);
                assertThat(article.outlineKnown()).isTrue();
            }
        });
    }

    @Test
    @DisplayName("行政处罚法八十六条条条有提要")
    void summarisesEveryArticleOfThePenaltyLaw() {
        assertThat(LAWS.law("administrative-penalty-law").newest().articles())
                .hasSize(86)
                .allSatisfy(article -> assertThat(article.summary()).as(article.heading()).isNotBlank());
    }

    @Test
    @DisplayName("没有一条提要写给不存在的条文")
    void summarisesOnlyArticlesThatExist() {
        for (LawFiles.Source file : lawFiles()) {
            JsonNode law = JSON.valueToTree(LawFiles.read(file));
            for (JsonNode version : law.get("versions")) {
                String instrument = law.get("slug").asString() + "@" + version.get("in-force-from").asString();
                for (String key : version.path("summaries").propertyNames()) {
                    assertThat(LAWS.citation(instrument + "#" + key)).isNotNull();
                }
            }
        }
    }

    private static Schema schema(String path) throws IOException {
        try (var in = new ClassPathResource(path).getInputStream()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        }
    }
}
