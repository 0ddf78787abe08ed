package org.fengqiao.cases;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.StepPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 说明用途: the page before a case of a restricted area, and the same over the interface.
@Controller
class PurposePages {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;
    private static final List<Citation> BASIS = List.of(
            Citation.parse("community-correction-law@2020-07-01#26.2"), Citation.parse("community-correction-law@2020-07-01#54.2"),
            Citation.parse("office-rules-correction@2018-01-01#12"));

    private final Cases cases;
    private final Laws laws;

    PurposePages(Cases cases, Laws laws) {
        this.cases = cases;
        this.laws = laws;
    }

    @GetMapping("/cases/{number}/purpose")
    ModelAndView page(Principal user, @PathVariable String number) {
        Records.Known known = asking(user, number);
        return page(known, "", "").view();
    }

    @PostMapping("/cases/{number}/purpose")
    Object state(Principal user, @PathVariable String number, @RequestParam(defaultValue = "") String purpose) {
        Records.Known known = asking(user, number);
        String wrong = wrong(purpose);
        if (!wrong.isEmpty()) {
            return page(known, purpose, wrong).view(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        cases.purposes().state(user.getName(), known.id(), purpose.strip());
        return "redirect:" + CaseLinks.of(number);
    }

    @PostMapping("/api/v1/cases/{number}/purpose")
    ResponseEntity<byte[]> stateByInterface(Principal user, @PathVariable String number, @RequestBody byte[] bytes) {
        Records.Known known = cases.viewing().asksPurpose(user.getName(), number)
                .orElseThrow(() -> Problem.of(404, "没有找到", "没有您可以凭用途查阅的案件 " + number));
        String purpose = Body.read(bytes, Set.of("purpose")).need("purpose");
        if (!wrong(purpose).isEmpty()) {
            throw Problem.of(422, "不能办理", wrong(purpose)).with("field", "purpose");
        }
        cases.purposes().state(user.getName(), known.id(), purpose.strip());
        return ResponseEntity.noContent().build();
    }

    private Records.Known asking(Principal user, String number) {
        return cases.viewing().asksPurpose(user.getName(), number).orElseThrow(() -> Refusal.notFound("没有您可以查看的案件 " + number));
    }

    private static String wrong(String purpose) {
        int length = purpose.strip().length();
        return length < SHORTEST || length > LONGEST ? "请写明查阅的用途，" + SHORTEST + " 至 " + LONGEST + " 个字" : "";
    }

    private StepPage page(Records.Known known, String typed, String wrong) {
        String number = known.state().number();
        boolean values = Restriction.lacks(known.state());
        FieldView field = FieldView.of(FieldView.Kind.TEXT, "purpose", "查阅用途").must().limit(LONGEST)
                .help("例如：回复区人民检察院某号检察建议。当日有效，每次查阅都有记录。").value(typed).error(wrong);
        FormView form = FormView.post("purpose", CaseLinks.of(number) + "/purpose", "说明用途并查阅", List.of(field))
                .hidden(Map.of())
                .asPrimary()
                .cancel(Link.to("/worklist", "回到我的待办"));
        return new StepPage(
                Room.CASES, List.of(Link.to("/cases", "案件")), HeadView.of(values ? "有个人信息不予显示的案件" : "限制查阅的案件", number),
                values ? "限制处理的个人信息和举报人的身份，只由有权的人员为写明的用途查看。" : "这一领域的案件只由承办岗位办理。您的岗位确需查阅的，写明用途。",
                new Cites(laws).of(values ? PersonalData.BASIS : BASIS), null, false, List.of(), form,
                List.of(), List.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Problem e) {
        return e.response();
    }
}
