package org.fengqiao.contract;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fengqiao.cases.CaseEvidence;
import org.fengqiao.cases.CaseLinks;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Refusal;
import org.fengqiao.contract.ContractText.Clause;
import org.fengqiao.contract.Redline.Kind;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.ComparisonPage;
import org.fengqiao.ui.ComparisonPage.Mark;
import org.fengqiao.ui.CountView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 两稿对照页: two drafts of a review case, clause by clause, to look at, to print and as a Word file with tracked changes.
@Controller
class RedlinePages {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Cases cases;
    private final Drafted drafted;

    RedlinePages(Cases cases, Drafted drafted) {
        this.cases = cases;
        this.drafted = drafted;
    }

    static String address(String number) {
        return ContractPages.address(number) + "/redline";
    }

    /// Two drafts and what differs between them, or the notices that say why there is no comparison.
    private record Compared(Drafted.File file, String before, String after, @Nullable Redline redline, List<NoticeView> notices) {}

    private Compared compared(Principal user, String number, String before, String after) {
        Drafted.File file = drafted.of(user, number);
        List<CaseEvidence.Item> items = file.items();
        if (items.size() < 2) {
            return new Compared(file, "", "", null, List.of(new NoticeView(
                    NoticeView.Tone.INFO, "对照要有两稿。", "案内有 " + items.size() + " 份文件；每一稿在案件页的证据里存一份。", Link.to(CaseLinks.of(number) + "#evidence", "去存入"))));
        }
        CaseEvidence.Item old = before.isEmpty() ? items.get(items.size() - 2) : file.item(before).orElseThrow(() -> Refusal.notFound("案内没有证据 " + before));
        CaseEvidence.Item now = after.isEmpty() ? items.getLast() : file.item(after).orElseThrow(() -> Refusal.notFound("案内没有证据 " + after));
        Drafted.Opened a = drafted.open(file, old);
        Drafted.Opened b = drafted.open(file, now);
        List<NoticeView> notices = new ArrayList<>();
        for (Drafted.Opened one : List.of(a, b)) {
            if (one.text() == null) {
                notices.add(NoticeView.of(NoticeView.Tone.BAD, "不能对照。", one.sentence()));
            }
        }
        Redline redline = a.text() == null || b.text() == null ? null : Redline.of(a.text(), b.text());
        if (redline != null && redline.identical()) {
            notices.add(NoticeView.of(NoticeView.Tone.DONE, "两稿的文字完全相同。", old.sm3().equals(now.sm3()) ? "是同一份文件。" : "文件不同，文字没有变化。"));
        }
        return new Compared(file, old.id(), now.id(), redline, notices);
    }

    @GetMapping("/cases/{number}/contract/redline")
    ModelAndView page(
            Principal user, @PathVariable String number, @RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String show) {
        Compared c = compared(user, number, before, after);
        List<FieldView.Option> files = c.file().items().stream().map(ContractPages::option).toList();
        String self = address(number) + "?before=" + c.before() + "&after=" + c.after();
        FormView choice = files.size() < 2 ? null : FormView.get("drafts", address(number), "对照", List.of(
                FieldView.choice(FieldView.Kind.LIST, "before", "前一稿", files).value(c.before()),
                FieldView.choice(FieldView.Kind.LIST, "after", "后一稿", files).value(c.after())));
        HeadView head = HeadView.of(ContractPages.title(c.file()) + "：两稿对照", c.before().isEmpty() ? "" : c.before() + " → " + c.after(), "对应关系按字句相似推定，供参考");
        if (c.redline() != null) {
            head = head.with(
                    ActionView.link("风险提示", ContractPages.address(number), "alert-triangle"),
                    ActionView.link("下载修订稿", address(number) + ".docx?before=" + c.before() + "&after=" + c.after(), "download"), ActionView.print("打印", self));
        }
        List<Redline.Row> rows = c.redline() == null ? List.of() : c.redline().rows();
        return new ComparisonPage(
                Room.CASES, head, ContractPages.crumbs(c.file()), choice, c.notices(), counts(c.redline(), self, show),
                rows.stream().filter(r -> shown(r.kind(), show)).map(RedlinePages::row).toList(), List.of(), false).view();
    }

    private static boolean shown(Kind kind, String show) {
        return show.equals("all") || (show.isEmpty() ? kind != Kind.SAME : kind.name().equalsIgnoreCase(show));
    }

    private static List<CountView> counts(@Nullable Redline redline, String self, String show) {
        if (redline == null) {
            return List.of();
        }
        List<CountView> all = new ArrayList<>();
        int size = redline.rows().size();
        all.add(new CountView(size, "全部", self + "&show=all", null, show.equals("all")));
        all.add(new CountView(size - (int) redline.count(Kind.SAME), "有变化", self, null, show.isEmpty()));
        for (Kind kind : Kind.values()) {
            if (redline.count(kind) > 0) {
                String word = kind.name().toLowerCase(Locale.ROOT);
                all.add(new CountView((int) redline.count(kind), kind.chinese(), self + "&show=" + word, null, show.equals(word)));
            }
        }
        return all;
    }

    private static ComparisonPage.Row row(Redline.Row r) {
        List<ComparisonPage.Piece> pieces = r.pieces().stream()
                .map(p -> new ComparisonPage.Piece(switch (p.change()) {
                    case KEPT -> Mark.KEPT;
                    case INSERTED -> Mark.INSERTED;
                    case DELETED -> Mark.DELETED;
                }, p.text()))
                .toList();
        return new ComparisonPage.Row(r.kind().chinese(), title(r.before()), title(r.after()), "", pieces);
    }

    private static Link title(@Nullable Clause clause) {
        return Link.words(clause == null ? "" : clause.title());
    }

    @GetMapping("/cases/{number}/contract/redline.docx")
    ResponseEntity<byte[]> word(
            Principal user, @PathVariable String number, @RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "") String after) {
        Compared c = compared(user, number, before, after);
        if (c.redline() == null) {
            throw Refusal.notFound("这两稿不能对照：" + c.notices().getFirst().text());
        }
        String name = ContractPages.encoded(ContractPages.title(c.file()) + " 修订稿 " + c.before() + "-" + c.after() + ".docx");
        return ResponseEntity.ok()
                .contentType(WORD)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .body(RedlineWord.of(c.redline(), cases.office().name(), cases.clock().today()));
    }
}
