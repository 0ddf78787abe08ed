package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.ActionView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("登记突发事件，应急力量由施行的预案的呼叫名册填好")
class DrawnPartiesTest {

    private static Database database;
    private static LivingOffice office;
    private static DrawnParties drawn;
    private static Definition response;
    private static String inForce;
    private static String drafted;

    @BeforeAll
    static void writeTwoPlansOfWhichOneIsInForce() throws Exception {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        drawn = new DrawnParties(
                office.cases, new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load()),
                new CaseFiles(jdbc, CasesConfiguration.OFFICE));
        response = office.cases.definitions().inForce("emergency-response", LivingOffice.DAY).orElseThrow();
        drafted = written("极端高温预案");
        inForce = written("三防预案");
        take("cao-siding", inForce, "opinions-heard", "{'asked':['units'],'opinions':'没有不同意见。'}");
        take("li-ding", inForce, "plan-approved", "{'in-force-on':'" + LivingOffice.DAY + "'}");
        take("han-chen", inForce, "published", "{'published-at':'区政府网站','list-withheld':'withheld'}");
        take("cao-siding", inForce, "filed", "{'filed-with':'示例区应急管理局'}");
    }

    private static String written(String name) throws Exception {
        ObjectNode data = data("{'plan-name':'" + name + "','plan-kind':'flood','covers':'ET02','lead-unit':'safety'}");
        String number = LivingOffice.done(office.cases.open(
                "cao-siding", new Cases.Opening("emergency-plan", name, null, data, List.of(), null, Cases.Taking.of(data)), null)).state().number();
        take("cao-siding", number, "risks-assessed", "{'risks':'低洼小区三处。','resources':'应急分队二十人'}");
        take("cao-siding", number, "draft-written", """
                {'commander':'wang-xin','staff-named':'yes','staff':['cao-siding'],'level-4-measures':'带班员到岗','level-3-measures':'应急分队到岗',
                'level-2-measures':'主任到岗','level-1-measures':'全部力量到岗','call-list':[
                {'force':'示例应急分队','contact-person':'示例队长甲','phone':'000-1','area':'石桥片区'},
                {'force':'示例微型消防站','contact-person':'示例站长乙','phone':'000-2','area':'枫林片区'},
                {'force':'示例应急分队','contact-person':'示例队长甲','phone':'000-1','area':'北岸片区'}],
                'prevention':'每日巡查。','handling':'先救人再警戒。','guarantee':'物资清点','recovery':'清淤消杀'}""");
        return number;
    }

    private static void take(String user, String number, String step, String json) throws Exception {
        LivingOffice.done(office.cases.take(user, number, step, Cases.Taking.of(data(json)), null));
    }

    private static ObjectNode data(String json) throws Exception {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @DisplayName("一支力量一名，电话一并填好；列在几个片区的只算一名")
    void fillsTheForcesOfThePlan() {
        var typed = drawn.typed("cao-siding", response, inForce);

        assertThat(typed.getFirst("parties[0].name")).isEqualTo("示例应急分队");
        assertThat(typed.getFirst("parties[0].contact")).isEqualTo("000-1");
        assertThat(typed.getFirst("parties[1].name")).isEqualTo("示例微型消防站");
        assertThat(typed).doesNotContainKey("parties[2].name");
    }

    @Test
    @DisplayName("只提供施行的预案；还在起草的、没有的，不填")
    void offersThePlanInForceOnly() {
        assertThat(drawn.offered("cao-siding", response)).extracting(ActionView::text).containsExactly("按“三防预案”的名册填写");
        assertThat(drawn.typed("cao-siding", response, drafted)).isEmpty();
        assertThat(drawn.typed("cao-siding", response, "示街预案〔2026〕第999号")).isEmpty();
        assertThat(drawn.typed("cao-siding", response, "")).isEmpty();
    }
}
