package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.fengqiao.ui.FlowGraph.Bracket;
import org.fengqiao.ui.FlowGraph.Edge;
import org.fengqiao.ui.FlowGraph.Node;
import org.fengqiao.ui.FlowGraph.Node.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("流程图的画法")
class FlowDrawingTest {

    private final FlowDrawing drawing = FlowDrawing.of(LawSamples.graph());

    @Test
    @DisplayName("任何两个环节都不重叠，都在图内")
    void keepsBoxesApart() {
        for (FlowDrawing.Box a : drawing.boxes()) {
            assertThat(a.x()).isNotNegative();
            assertThat(a.right()).isLessThanOrEqualTo(drawing.width());
            assertThat(a.bottom()).isLessThanOrEqualTo(drawing.height());
            for (FlowDrawing.Box b : drawing.boxes()) {
                boolean overlap = a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
                assertThat(overlap && !a.equals(b)).as(a.node().title() + " / " + b.node().title()).isFalse();
            }
        }
    }

    @Test
    @DisplayName("主线和每个支线各画一条线，其余去向用文字写明，没有遗漏")
    void drawsOrSaysEveryEdgeOnce() {
        int said = drawing.others().stream().mapToInt(w -> w.to().size()).sum();
        assertThat(drawing.lines().size() + said).isEqualTo(LawSamples.graph().edges().size());
        assertThat(drawing.others()).contains(new FlowDrawing.Way("听证", List.of("法制审核")), new FlowDrawing.Way("法制审核", List.of("调查取证")));
        FlowGraph loop = new FlowGraph(List.of(new Node("a", "甲", "", Kind.MUST, false), new Node("b", "乙", "", Kind.END, false)),
                List.of(new Edge("a", "a"), new Edge("a", "b"), new Edge("a", "b"), new Edge("b", "nowhere")), List.of());
        assertThat(FlowDrawing.of(loop).lines()).hasSize(1);
        assertThat(FlowDrawing.of(loop).others()).isEmpty();
    }

    @Test
    @DisplayName("同一高度的期限括号不相碰")
    void keepsBracketsApart() {
        for (FlowDrawing.Span a : drawing.spans()) {
            for (FlowDrawing.Span b : drawing.spans()) {
                if (a != b && a.y() == b.y()) {
                    int needed = 13 * (a.bracket().title().length() + b.bracket().title().length()) / 2;
                    assertThat(Math.abs(a.label() - b.label())).isGreaterThanOrEqualTo(needed);
                }
            }
        }
    }

    @Test
    @DisplayName("空的、只有一个环节的、指向未知环节的定义也能画")
    void drawsPoorGraphs() {
        assertThatCode(() -> FlowDrawing.of(new FlowGraph(List.of(), List.of(), List.of()))).doesNotThrowAnyException();
        FlowGraph one = new FlowGraph(List.of(new Node("a", "登记", "", Kind.END, false)), List.of(), List.of(new Bracket("a", "a", "三日", true), new Bracket("a", "z", "无", true)));
        assertThat(FlowDrawing.of(one).spans()).hasSize(1);
        assertThat(one.spoken()).contains("登记");
    }

    @Test
    @DisplayName("多于十二个环节时只显示当前前后的十二个")
    void showsTheCurrentPhaseOfALongFlow() {
        FlowView flow = ((CasePage) CaseSamples.longFlow()).flow();
        assertThat(flow.shown()).hasSize(12).extracting(FlowStage::title).contains("环节9").doesNotContain("环节1");
        assertThat(flow.firstShown()).isEqualTo(4);
        assertThat(((CasePage) CaseSamples.penaltyCase()).flow().shown()).hasSize(11);
    }
}
