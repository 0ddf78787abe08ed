package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.procedure.Rehearsal;
import org.fengqiao.ui.FieldView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("步骤表单：法律上的问题永远空着，由办理人自己答")
class StepFormTest {

    private static final LocalDate DAY = LivingOffice.DAY;
    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Deciding DECIDING = new Deciding(LAWS, WorkingDays.announced());

    private static Office office;

    @BeforeAll
    static void openTheOffice() throws Exception {
        try (InputStream yaml = StepFormTest.class.getResourceAsStream("/demo/office.yaml")) {
            office = OfficeFile.read(yaml);
        }
    }

    @Test
    @DisplayName("每个程序每个版本的每张表单：是非题、判断事项和条件要看的选择都没有预先答好")
    void answersNoQuestionBeforehand() {
        List<String> answered = new ArrayList<>();
        int[] questions = {0};
        DEFINITIONS.all().forEach(d -> d.allSteps().values().forEach(step -> {
            List<String> asked = step.form().fields().stream().filter(Field::question).map(f -> StepForm.name(f.id())).toList();
            questions[0] += asked.size();
            form(d, step, null).fields(null, Map.of()).stream()
                    .filter(f -> asked.contains(f.name()) && !f.values().isEmpty())
                    .forEach(f -> answered.add(d.id() + " " + step.id() + " " + f.title()));
        }));

        assertThat(questions[0]).isGreaterThan(500);
        assertThat(answered).isEmpty();
    }

    @Test
    @DisplayName("没有答的是非题交上来是空的，不替人写成“否”；答了的照写")
    void readsAnUnansweredQuestionAsNothing() {
        Definition spot = inForce("administrative-penalty-summary");
        Definition.Step step = spot.allSteps().values().stream().filter(s -> s.form().has("certificate-shown")).findFirst().orElseThrow();
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("data.certificate-shown", "");

        assertThat(StepForm.read(step, typed).data().has("certificate-shown")).isFalse();
        typed.set("data.certificate-shown", "false");
        assertThat(StepForm.read(step, typed).data().get("certificate-shown").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("本案中已经作出过的判断，再问时带过来供核对；第一次问时空着")
    void proposesWhatTheCaseHasAnswered() {
        Definition requests = inForce("public-request");
        CaseState registered = after(null, "registered", "{}");
        Definition.Step classified = requests.step("classified-ordinary").orElseThrow();

        assertThat(values(form(requests, classified, registered), "within-power")).isEmpty();

        CaseState judged = after(after(registered, "signed-in", "{}"), "classified-ordinary", "{\"within-power\":\"yes\",\"within-power-reason\":\"市政设施属于本街道管养\"}");
        assertThat(values(form(requests, classified, judged), "within-power")).containsExactly("yes");
    }

    @Test
    @DisplayName("只是登记情况的栏目照旧给出默认值，少点一次")
    void stillProposesWhatIsNoQuestion() {
        Definition requests = inForce("public-request");
        List<FieldView> proposed = form(requests, requests.opening(), null).fields(null, Map.of()).stream()
                .filter(f -> !f.values().isEmpty())
                .toList();

        assertThat(proposed).extracting(FieldView::name).contains("data.channel");
    }

    @Test
    @DisplayName("接口也不替人回答：默认值里没有问题的答案，常见的答案只作例子；本案中已经答过的带过来核对")
    void answersNoQuestionOverTheInterface() {
        List<String> answered = new ArrayList<>();
        int questions = 0;
        for (String slug : DEFINITIONS.slugs()) {
            Definition d = inForce(slug);
            for (Definition.Step step : Stream.concat(Stream.of(d.opening()), d.steps().values().stream()).toList()) {
                FormSchema schema = new FormSchema(DECIDING.facts(d, step, null, office, Stream.of(DAY, d.from()).max(LocalDate::compareTo).orElseThrow()));
                ObjectNode defaults = schema.defaults();
                ObjectNode properties = (ObjectNode) schema.schema().get("properties");
                for (Field f : step.form().fields()) {
                    assertThat(properties.get(f.id()).path("x-question").asBoolean(false)).as("%s %s", slug, f.id()).isEqualTo(f.question());
                    if (f.question()) {
                        questions++;
                        if (defaults.has(f.id())) {
                            answered.add(slug + " " + step.id() + " " + f.id());
                        }
                    }
                }
            }
        }
        assertThat(answered).isEmpty();
        assertThat(questions).isGreaterThan(500);
    }

    private static List<String> values(StepForm form, String field) {
        return form.fields(null, Map.of()).stream()
                .filter(f -> f.name().equals(StepForm.name(field)))
                .map(FieldView::values)
                .findFirst()
                .orElseThrow();
    }

    private static StepForm form(Definition d, Definition.Step step, @Nullable CaseState state) {
        LocalDate day = Stream.of(DAY, d.from()).max(LocalDate::compareTo).orElseThrow();
        return new StepForm(step, state, new FormSchema(DECIDING.facts(d, step, state, office, day)), new Cites(LAWS), Map.of());
    }

    private static Definition inForce(String slug) {
        return DEFINITIONS.inForce(slug, DAY).orElseThrow();
    }

    private static CaseState after(@Nullable CaseState state, String step, String with) {
        Rehearsal.Result result = new Rehearsal(DEFINITIONS, DECIDING, office).take(state, new Rehearsal.Move(
                "public-request", step, DAY, null, null, null, null, null, DAY, (ObjectNode) JsonMapper.shared().readTree(with), List.of(),
                null, null));
        assertThat(result.accepted()).as(step + " " + result.decision()).isTrue();
        return result.state();
    }
}
