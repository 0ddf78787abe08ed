package org.fengqiao.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.ImportedTexts;
import org.fengqiao.law.Texts;

/// A handful of invented articles under titles that people know, imported and indexed.
final class SmallShelf implements AutoCloseable {

    static final Meaning MEANING = new Meaning();

    static final String ARTICLES = """
            {"id":"A1","law":"中华人民共和国行政处罚法","article":"第六十三条","date":"","category":"行政法","chapter":"第五章 行政处罚的决定","text":"拟作出较大数额罚款决定的，应当告知当事人可以要求听证。（测试用虚构条文）"}
            {"id":"A2","law":"中华人民共和国行政处罚法","article":"第六十四条","date":"","category":"行政法","chapter":"第五章 行政处罚的决定","text":"听证按照下列程序组织：当事人要求听证的，在告知后五日内提出。（测试用虚构条文）"}
            {"id":"A3","law":"中华人民共和国治安管理处罚法","article":"第六十四条","date":"","category":"行政法","chapter":"第三章","text":"饲养动物干扰他人正常生活的，处警告。（测试用虚构条文）"}
            {"id":"B1","law":"中华人民共和国民法典","article":"第二百八十八条","date":"","category":"民法典","chapter":"第七章 相邻关系","text":"不动产的邻居之间按照方便生活、团结互助的原则处理相邻关系。（测试用虚构条文）"}
            {"id":"B2","law":"中华人民共和国民法典","article":"第二百九十条","date":"","category":"民法典","chapter":"第七章 相邻关系","text":"用水、排水应当给邻居留出方便，造成损害的给予赔偿。（测试用虚构条文）"}
            {"id":"B3","law":"中华人民共和国民法典","article":"第七百零三条","date":"","category":"民法典","chapter":"第十四章 租赁合同","text":"租赁合同是把房屋交给承租人使用、承租人付租金的合同，不得妨害相邻的人。（测试用虚构条文）"}
            {"id":"B4","law":"中华人民共和国民法典","article":"第一千二百五十四条","date":"","category":"民法典","chapter":"第十章 建筑物和物件损害责任","text":"从建筑物中抛掷物品造成他人损害的，由侵权人依法承担侵权责任。（测试用虚构条文）"}
            {"id":"C1","law":"虚构劳动保障条例","article":"第一条","date":"2001-05-01","category":"行政法规","chapter":"","text":"用人单位应当按月足额支付工资，不得拖欠。（测试用虚构条文）"}
            {"id":"C2","law":"虚构灯笼规定","article":"第一条","date":"2019-03-01","category":"地方法规/示例省","chapter":"","text":"悬挂灯笼不得遮挡消防通道。（测试用虚构条文）"}
            """;

    final Database database = TestDatabase.fresh();
    final Texts texts = new Texts(database.dataSource());
    final Stock stock = new Stock(texts, List.of());
    final Path folder;
    final LawIndex index;

    SmallShelf(Path folder) {
        this.folder = folder;
        bring(ARTICLES, false);
        index = new LawIndex(database.home().search());
    }

    void bring(String lines, boolean corrects) {
        try {
            ImportedTexts.bring(database, corrects, Files.writeString(folder.resolve("articles.jsonl"), lines));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SmallShelf indexed() {
        index.update(stock, false, 1, MEANING, n -> {});
        return this;
    }

    LawSearch search() {
        return new LawSearch(index, MEANING, Ranking.of(database.home().search()));
    }

    @Override
    public void close() {
        index.close();
        database.close();
    }
}
