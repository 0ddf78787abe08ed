package org.fengqiao.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fengqiao.database.Home;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.Definition;
import org.fengqiao.record.Fault;
import org.fengqiao.record.Heads;
import org.fengqiao.record.Records;
import org.fengqiao.record.Verification;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.PagingView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.fengqiao.ui.VerificationBadge;
import org.fengqiao.ui.VerificationPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 记录核验: the chain of one case, line by line; on demand the chains of all.
@Controller
class VerificationPages {

    private static final int SIZE = 30;

    private final Cases cases;
    private final CaseFiles files;
    private final Access access;
    private final DataSource source;
    private final JdbcClient jdbc;
    private final Home home;

    VerificationPages(Cases cases, CaseFiles files, Access access, DataSource source, Home home) {
        this.cases = cases;
        this.files = files;
        this.access = access;
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.home = home;
    }

    private boolean mayCheck(Principal user) {
        return access.may(cases.office(), user.getName(), "record", "read", cases.clock().today());
    }

    @GetMapping("/verification")
    ModelAndView page(Principal user, @RequestParam(name = "case", required = false) @Nullable String number, @RequestParam(defaultValue = "1") int page) {
        if (number != null && !number.isBlank()) {
            return one(user, number.strip(), page);
        }
        if (!mayCheck(user)) {
            throw Refusal.forbidden("全部记录的核验由负责人、法制审核员、档案员和管理员进行。单个案件可以在案件页核验。");
        }
        return unchecked().view();
    }

    private ModelAndView one(Principal user, String number, int page) {
        Records.Known known = cases.see(user.getName(), number).orElseThrow(() -> Refusal.notFound("没有您可以查看的案件 " + number));
        CaseFiles.Checked chain = files.check(known);
        LocalDate today = cases.clock().today();
        Office office = cases.office();
        Definition d = cases.definitions().forStep(known.state(), today).orElseThrow();
        boolean lines = access.may(office, user.getName(), "case-file", "read", today);
        List<CaseFiles.Line> newest = chain.lines().reversed();
        int last = Math.max(1, (newest.size() + SIZE - 1) / SIZE);
        int at = Math.clamp(page, 1, last);
        List<VerificationPage.ChainLink> links = newest.subList((at - 1) * SIZE, Math.min(at * SIZE, newest.size())).stream()
                .map(l -> link(l, d, office, lines, today))
                .toList();
        String address = "/verification?case=" + CaseLinks.of(number).substring("/cases/".length());
        VerificationBadge badge = badge(chain.lines().size(), chain.head(), chain.whole() ? "" : chain.broken() > chain.lines().size()
                ? "最后一条与案件登记的链首不符" : "第 " + chain.broken() + " 条与前一条不相连", address);
        List<FactView> facts = List.of(
                FactView.of("案号", number), FactView.of("条数", chain.lines().size() + " 条"), FactView.of("链首", chain.head()),
                FactView.of("结果", chain.whole() ? "逐条重新计算，全部相符" : "不相符，本案只能查阅"), FactView.of("算法", "SM3，每条的摘要由前一条的摘要和本条内容算出"));
        return new VerificationPage(
                List.of(Link.to("/cases", "案件"), Link.to(CaseLinks.of(number), number)),
                HeadView.of("记录核验", known.state().personal().getOrDefault("title", number)), badge, facts, null, links,
                new PagingView(
                        newest.isEmpty() ? 0 : (at - 1) * SIZE + 1, Math.min(at * SIZE, newest.size()), newest.size(),
                        at > 1 ? address + "&page=" + (at - 1) : null, at < last ? address + "&page=" + (at + 1) : null),
                List.of(), command(number)).view();
    }

    private static VerificationPage.ChainLink link(CaseFiles.Line l, Definition d, Office office, boolean lines, LocalDate today) {
        CaseEvent e = l.event();
        String who = e.actors().stream().map(a -> office.nameOf(a.person())).collect(Collectors.joining("、"));
        return new VerificationPage.ChainLink(
                l.seq(), Days.moment(CaseFiles.civil(e.recordedAt()), today), (who + " " + Deeds.title(e.step(), d)).strip(),
                l.digest().substring(0, 8) + "…" + l.digest().substring(60), lines ? l.text() : "", l.intact());
    }

    private VerificationBadge badge(int links, String head, String broken, String href) {
        String shown = head.length() < 64 ? head : head.substring(0, 8) + "…" + head.substring(60);
        return new VerificationBadge(links, shown, Days.moment(cases.clock().now(), cases.clock().today()), broken, href);
    }

    /// What anyone types who has the lines of a case, one a line of the file `record.jsonl`.
    private static List<String> command(String number) {
        return List.of(
                "export LC_ALL=C",
                "prev=$(printf 'fengqiao-record-1\\n" + number + "\\n' | openssl dgst -sm3 -r | cut -c1-64)",
                "while IFS= read -r line; do",
                "  prev=$(printf '%s\\n%s\\n' \"$prev\" \"$line\" | openssl dgst -sm3 -r | cut -c1-64)",
                "done < record.jsonl; echo $prev");
    }

    /// Every chain of the office recomputed now: lines, personal values, documents, evidence files and heads.
    @PostMapping("/verification")
    ModelAndView check(Principal user) throws SQLException, IOException {
        if (!mayCheck(user)) {
            throw Refusal.forbidden("全部记录的核验由负责人、法制审核员、档案员和管理员进行。");
        }
        Path heads = Heads.file(home.heads());
        Verification.Report r = Verification.ofAll(source, Files.isReadable(heads) ? heads : null, home.evidence());
        Fault fault = r.fault();
        List<FactView> facts = List.of(
                FactView.of("案件", r.cases() + " 件"), FactView.of("记录", r.events() + " 条"),
                FactView.of("个人信息", r.personal() + " 项，其中已删除 " + r.erased() + " 项"), FactView.of("文书", r.documents() + " 份"),
                FactView.of("证据文件", r.files() + " 个"), FactView.of("每日链首", r.heads() + " 条"),
                FactView.of("用时", String.format("%.1f 秒", r.time().toMillis() / 1000.0)),
                FactView.of("结果", fault == null ? "逐条重新计算，全部相符" : "第一处不相符：" + fault));
        List<TableView> tables = fault == null
                ? List.of()
                : List.of(TableView.of("broken", "不相符的案件", "第一处", List.of("案号", "怎样不符"), List.of(List.of(
                        Cell.link(fault.number(), "/verification?case=" + CaseLinks.of(fault.number()).substring("/cases/".length()), ""), Cell.of(fault.what()))), ""));
        return new VerificationPage(
                List.of(Link.to("/verification", "记录核验")), HeadView.of("核验结果", "全部案件"),
                badge((int) r.events(), r.cases() + " 条链", fault == null ? "" : fault.toString(), "/verification"), facts, again(), List.of(),
                PagingView.all(0), tables, List.of()).view();
    }

    private static FormView again() {
        return FormView.post("check", "/verification", "现在核验全部记录", List.of()).asPrimary();
    }

    /// Before a check nothing is said about the result.
    private ListPage unchecked() {
        LocalDate today = cases.clock().today();
        List<List<Cell>> rows = new ArrayList<>();
        jdbc.sql("select procedure, count(*), coalesce(sum(version), 0), max(acted_on) from cases where office = ? group by procedure order by 2 desc")
                .param(CasesConfiguration.OFFICE)
                .query(r -> {
                    List<Definition> versions = cases.definitions().versions(r.getString(1));
                    rows.add(List.of(
                            Cell.of(versions.isEmpty() ? r.getString(1) : versions.getLast().title()), Cell.of(String.valueOf(r.getLong(2))),
                            Cell.of(String.valueOf(r.getLong(3))), Cell.of(Days.day(r.getObject(4, LocalDate.class), today))));
                });
        TableView table = TableView.of("chains", "全过程记录", "一件案件一条链", List.of("程序", "案件", "记录", "最近办理"), rows, "还没有案件。").numbers(1, 2);
        return new ListPage(
                Room.VERIFICATION, List.of(), HeadView.of("记录核验", "任何一条记录被改动、删除、插入或者调换都能发现"), List.of(), List.of(), List.of(), null,
                List.of(table), null, List.of(new ListPage.SideForm("核验全部记录", "逐条重新计算，并核对个人信息、文书、证据文件和每日链首。单个案件在案件页核验。", again())));
    }
}
