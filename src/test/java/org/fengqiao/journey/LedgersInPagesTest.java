package org.fengqiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fengqiao.journey.RunningOffice.Seen;
import org.fengqiao.journey.RunningOffice.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("台账的页面：模板、试读、确认、结果；没有职责的人进不去，别人的导入看不到")
class LedgersInPagesTest {

    private static final String HEAD = "学习人,学习种类,学习日期,学习内容,时长（分钟）,考试结果,证明\n";

    private final RunningOffice office = RunningOffice.get();

    private static byte[] csv(String rows) {
        return (HEAD + rows).getBytes(StandardCharsets.UTF_8);
    }

    private long entries() {
        return office.count("select count(*) from cases where procedure = 'study-record'");
    }

    @Test
    @DisplayName("先试读：什么也不登记，逐行说明；确认以后登记；再确认一次没有第二份")
    void fromFileToResult() throws Exception {
        Visitor sun = office.visit("sun-bing");
        assertThat(sun.get("/ledgers").html()).contains("个人学法和考试").contains("普法活动");
        Seen page = sun.get("/ledgers/study-record");
        assertThat(page.html()).contains("用表格成批导入").contains("/ledgers/study-record/template.xlsx");
        long before = entries();

        Seen looked = sun.upload("/ledgers/study-record/imports", Map.of("reason", ""), "学时.csv", csv(
                "赵甲,自学,2026-09-01,页面一课,30,不是考试,笔记\n张三,自学,2026-09-01,页面二课,30,不是考试,笔记\n"));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.html()).contains("什么也没有登记").contains("将要登记 1 行").contains("有误 1 行").contains("A列“学习人”没有“张三”这个选项");
        assertThat(entries()).isEqualTo(before);

        String address = looked.address();
        assertThat(sun.confirmImport(address).html()).contains("导入完毕").contains("登记 1 行").contains("有误，未登记 1 行");
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(office.count("select count(*) from ledger_import where content is not null and state = 'done'")).isZero();
        sun.get("/ledgers/study-record");
        sun.post(address + "/confirmation", Map.of());
        assertThat(entries()).isEqualTo(before + 1);

        Visitor chen = office.visit("chen-gui");
        assertThat(chen.get(address).status()).as("somebody else's import").isEqualTo(404);
    }

    @Test
    @DisplayName("读不出的文件留在页面上说一句话；没有选文件的也是")
    void saysWhatIsWrongWithAFile() {
        Visitor sun = office.visit("sun-bing");
        sun.get("/ledgers/study-record");
        Seen wrong = sun.upload("/ledgers/study-record/imports", Map.of("reason", ""), "x.xlsx", new byte[] {'P', 'K', 3, 4});
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("不是完整的 xlsx");
        Seen column = sun.upload("/ledgers/study-record/imports", Map.of("reason", ""), "x.csv", "姓名\n赵甲\n".getBytes(StandardCharsets.UTF_8));
        assertThat(column.html()).contains("A列“姓名”不是这个台账的栏目");
        assertThat(sun.upload("/ledgers/study-record/imports", Map.of("reason", ""), "x.csv", new byte[0]).html()).contains("请选择一个");
    }

    @Test
    @DisplayName("没有登记职责的：看不到也不能导入；能看不能导出的，导出被拒")
    void refusesWhoMayNot() {
        Visitor you = office.visit("you-shen");
        assertThat(you.get("/ledgers/funding-record").status()).isEqualTo(403);
        you.get("/worklist");
        assertThat(you.upload("/ledgers/funding-record/imports", Map.of("reason", ""), "x.csv", csv("")).status()).isEqualTo(403);
        assertThat(you.get("/ledgers/no-such-ledger").status()).isEqualTo(404);
        assertThat(you.get("/ledgers/imports/not-an-id").status()).isEqualTo(404);
        assertThat(office.visit("jiang-yin").get("/ledgers/study-record/entries.xlsx").status()).as("a handler exports no list").isEqualTo(403);
        assertThat(office.visit("sun-bing").get("/ledgers/study-record/entries.xlsx").status()).isEqualTo(200);
        assertThat(office.visit("jiang-yin").get("/ledgers/study-record/template.xlsx").status()).isEqualTo(200);
    }
}
