package org.fengqiao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("问题：从故事里认出问的是什么，和条文逐句对照")
class QuestionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            张某在楼下挂灯笼挡了通道。根据哪条法律规定，悬挂灯笼的人应当拆除？ | 悬挂灯笼的人应当拆除
            某公司虚报材料被查出。依据相关法律法规，登记机关可以采取哪些措施？ | 登记机关可以采取哪些措施
            他把房子租给了别人，后来又卖了。租客还能住吗？ | 租客还能住吗
            """)
    @DisplayName("先讲故事再问：问句是最后一句，去掉“根据哪条法律规定”")
    void findsTheCore(String asked, String core) {
        assertThat(Question.core(asked)).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({"劳动者能否口头辞职？", "根据规定谁来赔", "老板跑了，工资没发。怎么办？"})
    @DisplayName("没有故事，或者问句太短说明不了什么：整段都是问句")
    void takesTheWholeWhereThereIsNoCore(String asked) {
        assertThat(Question.core(asked)).isEqualTo(asked);
    }

    @Test
    @DisplayName("把条文的一句话说了一遍的，胜过用词零散地落在长条文各处的")
    void prefersAClauseThatIsRepeated() {
        List<String> pairs = Grams.pairs("证券公司可以更换董事");
        Wording wording = new Wording(pairs, pairs, pairs.stream().distinct().collect(Collectors.toMap(p -> p, p -> 6f)));
        Wording.Shared repeated = wording.in("违反规定的，责令改正。监督管理机构可以责令证券公司更换董事。");
        Wording.Shared scattered = wording.in("证券发行应当公开。公司应当报告。股东可以查阅账簿。更换印章的，登记。董事由股东会选举，任期届满以前不得无故解除职务。");
        assertThat(repeated.coreShare()).isGreaterThan(2 * scattered.coreShare());
        assertThat(repeated.clauseShare()).isGreaterThan(scattered.clauseShare());
        assertThat(repeated.longest()).isEqualTo(4);
        assertThat(wording.in("与此无关的一句话。")).isEqualTo(new Wording.Shared(0, 0, 0, 0, 0));
        assertThat(new Wording(List.of(), List.of(), Map.of()).in("灯笼。").runs()).isZero();
    }

    @Test
    @DisplayName("问的是处罚、定义、清单还是数额，条文定的是哪一种，各认各的")
    void knowsManners() {
        int asked = Manner.ofQuestion("会受到什么处罚，罚款多少");
        assertThat(Manner.SANCTION.in(asked)).isEqualTo(1);
        assertThat(Manner.NUMBER.in(asked)).isEqualTo(1);
        assertThat(Manner.DEFINITION.in(asked)).isZero();
        int article = Manner.ofArticle("本办法所称灯笼，是指悬挂的灯具。不得遮挡通道。");
        assertThat(Manner.DEFINITION.in(article)).isEqualTo(1);
        assertThat(Manner.BAN.in(article)).isEqualTo(1);
        assertThat(Manner.SANCTION.in(article)).isZero();
    }
}
