package org.fengqiao.cases;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.Definition;
import org.fengqiao.record.Records;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.PagingView;
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
    private static final int BATCH = 500;

    private final Cases cases;
    private final CaseFiles files;
    private final Access access;
    private final JdbcClient jdbc;

    VerificationPages(Cases cases, CaseFiles files, Access access, DataSource source) {
        this.cases = cases;
        this.files = files;
        this.access = access;
        this.jdbc = JdbcClient.create(source);
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
        return office(null).view();
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

    /// Every chain of the office, recomputed now.
    @PostMapping("/verification")
    ModelAndView check(Principal user) {
        if (!mayCheck(user)) {
            throw Refusal.forbidden("全部记录的核验由负责人、法制审核员、档案员和管理员进行。");
        }
        List<String> broken = new ArrayList<>();
        long events = 0;
        long chains = 0;
        long after = 0;
        while (true) {
            List<Map.Entry<Long, String>> batch = jdbc.sql("select id, number from cases where office = ? and id > ? order by id limit ?")
                    .params(CasesConfiguration.OFFICE, after, BATCH)
                    .query((r, n) -> Map.entry(r.getLong(1), r.getString(2)))
                    .list();
            for (Map.Entry<Long, String> c : batch) {
                CaseFiles.Checked chain = files.check(c.getKey(), c.getValue());
                events += chain.lines().size();
                chains++;
                if (!chain.whole() && broken.size() < 100) {
                    broken.add(c.getValue());
                }
                after = c.getKey();
            }
            if (batch.size() < BATCH) {
                return office(new Outcome(chains, events, broken)).view();
            }
        }
    }

    private record Outcome(long chains, long events, List<String> broken) {}

    private VerificationPage office(@Nullable Outcome outcome) {
        long chains = count("select count(*) from cases where office = ?");
        long events = outcome == null ? count("select coalesce(sum(version), 0) from cases where office = ?") : outcome.events();
        List<FactView> facts = new ArrayList<>(List.of(FactView.of("案件", chains + " 件"), FactView.of("记录", events + " 条")));
        facts.add(FactView.of("结果", outcome == null
                ? "尚未核验"
                : outcome.broken().isEmpty() ? "逐条重新计算，" + outcome.chains() + " 条链全部相符" : outcome.broken().size() + " 件不相符"));
        List<List<Cell>> rows = outcome == null
                ? List.of()
                : outcome.broken().stream().map(n -> List.of(Cell.link(n, "/verification?case=" + CaseLinks.of(n).substring("/cases/".length()), ""), Cell.tag(ClockState.OVERDUE, "不相连"))).toList();
        TableView table = TableView.of("broken", "不相符的案件", "", List.of("案号", "结果"), rows, outcome == null ? "核验以后显示。" : "没有不相符的案件。");
        String broken = outcome == null || outcome.broken().isEmpty() ? "" : outcome.broken().getFirst();
        return new VerificationPage(
                List.of(), HeadView.of("记录核验", "全过程记录逐条相连，任何一条被改动、删除、插入或者调换都能发现"),
                badge((int) events, chains + " 条链", broken, "/verification"), facts, FormView.post("check", "/verification", "现在核验全部记录", List.of()).asPrimary(),
                List.of(), PagingView.all(0), List.of(table), List.of());
    }

    private long count(String sql) {
        return jdbc.sql(sql).param(CasesConfiguration.OFFICE).query(Long.class).single();
    }
}
