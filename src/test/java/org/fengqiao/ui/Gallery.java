package org.fengqiao.ui;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every component with its named examples, on one page.
final class Gallery {

    private final TemplateEngine engine;
    private final StringBuilder html = new StringBuilder("<h1>组件</h1>");

    private Gallery(TemplateEngine engine) {
        this.engine = engine;
    }

    static String page(TemplateEngine engine) {
        Gallery gallery = new Gallery(engine);
        gallery.states();
        gallery.clocks();
        gallery.fields();
        gallery.rest();
        String body = gallery.html.toString();
        StringOutput page = new StringOutput();
        Content content = output -> output.writeContent(body);
        engine.render("layout.jte", Map.of("frame", Samples.frame(), "page", new Bare(), "content", content), page);
        return page.toString();
    }

    record Bare() implements Page {

        @Override
        public String template() {
            return "layout";
        }

        @Override
        public String title() {
            return "组件";
        }
    }

    private void states() {
        for (ClockState state : ClockState.values()) {
            example("state", state.name(), Map.of("tag", new StateTag(state, "剩 2 个工作日")));
        }
    }

    private void clocks() {
        for (ClockState state : ClockState.values()) {
            example("clock", state.name(), Map.of("clock", new ClockView("clock-" + state.name(), "听证要求期限", "当事人甲", new StateTag(state, "剩 2 个工作日"), 60, "5 个工作日已过 3 个", "9月29日告知", "第 3 / 5 个工作日", "10月12日 周一",
                    "最后工作日为10月12日", Samples.hearingRequest(), state == ClockState.SOON)));
        }
    }

    private void fields() {
        List<FieldView.Option> two = List.of(FieldView.Option.of("a", "甲"), new FieldView.Option("b", "乙", "请假至10月14日", true));
        for (FieldView.Kind kind : FieldView.Kind.values()) {
            FieldView field = switch (kind) {
                case CHOICE, LIST, CHOICES -> FieldView.choice(kind, kind.name(), "选择" + kind, two).value("a");
                case ROWS -> FieldView.rows("rows", "逐点", List.of(List.of(FieldView.of(FieldView.Kind.TEXT, "rows[0].a", "意见")), List.of(FieldView.of(FieldView.Kind.TEXT, "rows[1].a", "意见"))));
                case GROUP -> FieldView.group("一组", List.of(FieldView.of(FieldView.Kind.TEXT, "group.a", "姓名")));
                default -> FieldView.of(kind, kind.name(), "字段" + kind).unit(kind == FieldView.Kind.MONEY ? "元" : "");
            };
            example("field", kind + " 平常", Map.of("field", field.help("怎样填写")));
            if (kind != FieldView.Kind.GROUP) {
                FieldView wrong = kind == FieldView.Kind.ROWS ? FieldView.rows("rows2", "逐点有误", List.of()) : FieldView.choice(kind, kind + "2", "有误" + kind, two);
                example("field", kind + " 有误", Map.of("field", wrong.must().error("哪里不对，应当怎样")));
            }
        }
    }

    private void rest() {
        for (NoticeView.Tone tone : NoticeView.Tone.values()) {
            example("notice", tone.name(), Map.of("notice", new NoticeView(tone, "一句话。", "后果一句。", Link.to("/x", "一个链接"))));
        }
        example("step", "可办", Map.of("step", StepView.open("a", "复核", "应当复核。", List.of(Samples.penalty("第四十五条", "a45")), "/x", "开始复核")));
        example("step", "暂不能办", Map.of("step", StepView.blocked("b", "作出处罚决定", "/x", CaseSamples.reasons())));
        example("verify", "完整", Map.of("badge", new VerificationBadge(32, "eab37911…0e72", "10月9日 06:00", "", "/v")));
        example("verify", "断开", Map.of("badge", new VerificationBadge(32, "eab37911…0e72", "10月9日 06:00", "第 17 条与前一条不相连", "/v")));
        example("empty", "空", Map.of("empty", new EmptyView("今天没有到期事项。", Link.to("/x", "查看下一件"))));
        example("paging", "中间一页", Map.of("paging", new PagingView(51, 100, 230, "?page=1", "?page=3")));
        example("versions", "三版", Map.of("versions", ((ProcedurePage) LawSamples.procedure()).versions()));
        List<FlowStage> stages = new java.util.ArrayList<>();
        for (FlowStage.State state : FlowStage.State.values()) {
            stages.add(new FlowStage(state.spoken(), "10月9日", state));
        }
        example("flow", "每种状态", Map.of("flow", new FlowView(stages, "移送司法机关")));
    }

    private void example(String component, String name, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        engine.render("part/" + component + ".jte", new LinkedHashMap<>(values), output);
        html.append("<h2 class=\"fq-note\">").append(component).append(" · ").append(name).append("</h2><div class=\"fq-sheet fq-under\"><div class=\"fq-body fq-body-top\">").append(output).append("</div></div>");
    }
}
