package org.fengqiao.cases;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.CountView;
import org.fengqiao.ui.EmptyView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.IntakePage;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.PagingView;
import org.fengqiao.ui.StateTag;
import org.fengqiao.ui.TableView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 收件登记: what has come in and is not yet on its way to anyone.
@Controller
class IntakePages {

    private static final List<String> EARLY = List.of("registered", "signed", "sorted");
    private static final int SIZE = 30;

    private final Cases cases;
    private final CaseSearch search;
    private final Access access;
    private final Laws laws;

    IntakePages(Cases cases, CaseSearch search, Access access, Laws laws) {
        this.cases = cases;
        this.search = search;
        this.access = access;
        this.laws = laws;
    }

    @GetMapping("/intake")
    ModelAndView page(
            Principal user, @RequestParam(defaultValue = "registered") String stage, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        LocalDate today = cases.clock().today();
        boolean acts = access.may(cases.office(), user.getName(), "intake", "act", today);
        if (!acts && !access.may(cases.office(), user.getName(), "intake", "read", today)) {
            throw Refusal.forbidden("收件登记由受理登记员、调度员、执法人员和网格员办理。");
        }
        String at = EARLY.contains(stage) ? stage : "registered";
        List<CountView> counts = new ArrayList<>();
        for (String s : EARLY) {
            counts.add(new CountView((int) find(user, s, "", 1).total(), words(s), "/intake?stage=" + s, null, s.equals(at)));
        }
        int shown = Math.clamp(page, 1, 10_000);
        CaseSearch.Found found = find(user, at, q, shown);
        List<IntakePage.Row> rows = found.rows().stream().map(r -> row(r, user.getName(), today)).toList();
        String next = "/intake?stage=" + at + "&page=";
        HeadView head = HeadView.of("收件登记", "收到以后按承诺的小时数签收，夜间和节假日不停钟");
        return new IntakePage(
                acts ? head.with(ActionView.primary("登记新事项", "/register")) : head, List.of(), counts,
                FormView.get("filters", "/intake", "筛选", List.of(FieldView.of(FieldView.Kind.TEXT, "q", "事项、案号或者诉求人").value(q)))
                        .hidden(java.util.Map.of("stage", at)),
                rows, new EmptyView("没有" + words(at) + "的来件。", Link.to("/cases?procedure=public-request&state=open", "查看在办诉求")),
                new PagingView(
                        rows.isEmpty() ? 0 : (shown - 1) * SIZE + 1, (shown - 1) * SIZE + rows.size(), (int) found.total(),
                        shown > 1 ? next + (shown - 1) : null, (long) shown * SIZE < found.total() ? next + (shown + 1) : null),
                TableView.of("rejected", "没有收下的行", "更正后重新发送", List.of("文件和行", "原因", "内容", "处理"), List.of(), "没有退回的行。")).view();
    }

    private CaseSearch.Found find(Principal user, String stage, String q, int page) {
        return search.find(user.getName(), new CaseSearch.Query(q.strip(), "public-request", stage, "", "open", null, null, page, SIZE));
    }

    private static String words(String stage) {
        return switch (stage) {
            case "signed" -> "待分类";
            case "sorted" -> "待派单";
            default -> "待签收";
        };
    }

    private IntakePage.Row row(CaseSearch.Row r, String user, LocalDate today) {
        CaseState s = cases.see(user, r.number()).orElseThrow().state();
        ClockViews views = new ClockViews(new Cites(laws), cases.deciding().calendar(), cases.clock());
        StateTag tag = s.clocks().values().stream()
                .filter(c -> !c.ended())
                .min(java.util.Comparator.comparing(c -> c.lastDay(cases.deciding().calendar())))
                .map(views::tag)
                .orElse(new StateTag(ClockState.PLENTY, "不计期限"));
        CaseState.Deed first = s.deeds().getFirst();
        String received = first.at() == null ? Days.day(first.on(), today) : Days.moment(first.at(), today);
        String channel = s.fact("channel").map(v -> org.fengqiao.procedure.Titles.option(
                cases.definitions().forStep(s, today).orElseThrow(), "channel", v.asString())).orElse("");
        String source = s.fact("external-id").map(v -> channel + " · " + v.asString()).orElse(channel);
        String content = s.personal().getOrDefault("content", s.fact("content").map(v -> v.isString() ? v.asString() : "").orElse(""));
        String text = content.length() > 60 ? content.substring(0, content.offsetByCodePoints(0, Math.min(58, content.codePointCount(0, content.length())))) + "……" : content;
        return new IntakePage.Row(tag, received, source, r.title(), text, r.number(), CaseLinks.of(r.number()), words(r.stage()).replace("待", ""));
    }
}
