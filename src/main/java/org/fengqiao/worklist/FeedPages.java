package org.fengqiao.worklist;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.fengqiao.calendar.ICalendar;
import org.fengqiao.calendar.WorkingDayFeed;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.PageTurn;
import org.fengqiao.cases.Refusal;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ListPage;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.Room;
import org.fengqiao.ui.TableView;
import org.fengqiao.ui.TableView.Cell;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// 日历订阅: a person's secret address, made and ended on the page, and the calendars that answer at it.
@Controller
class FeedPages {

    private static final String HERE = "/worklist/feed";

    private final FeedTokens tokens;
    private final OfficerFeed feed;
    private final Cases cases;
    private final Access access;

    FeedPages(FeedTokens tokens, OfficerFeed feed, Cases cases, Access access) {
        this.tokens = tokens;
        this.feed = feed;
        this.cases = cases;
        this.access = access;
    }

    @GetMapping(HERE)
    ModelAndView page(Principal user, Model model) {
        must(user.getName());
        NoticeView said = PageTurn.said(model);
        List<List<Cell>> rows = tokens.of(user.getName())
                .map(i -> List.of(List.of(
                        Cell.of("本人的期限和听证、工作日历"), Cell.of(Days.moment(i.created(), cases.clock().today())),
                        Cell.of(i.read() == null ? "尚未读取" : Days.moment(i.read(), cases.clock().today())), Cell.post("撤销", HERE + "/revocation"))))
                .orElse(List.of());
        TableView table = TableView.of("feed", "订阅地址", "", List.of("内容", "创建", "最近读取", ""), rows, "没有订阅地址。")
                .foot("地址只在创建时显示一次，知道地址的人就能看到案号和期限，请勿转给他人；不再使用或者可能外泄的，撤销后立即失效。内容不含姓名和案由，只列您有权查看的案件。");
        HeadView head = HeadView.of("日历订阅", "在手机、电脑的日历程序中查看期限、听证和调休上班日")
                .with(ActionView.post(rows.isEmpty() ? "创建订阅地址" : "重新创建（旧地址失效）", HERE, "calendar"));
        return new ListPage(Room.WORKLIST, List.of(Link.to("/worklist", "我的待办")), head, List.of(), said == null ? List.of() : List.of(said),
                List.of(), null, List.of(table), null, List.of()).view();
    }

    private void must(String user) {
        if (!access.may(cases.office(), user, "worklist", "read", cases.clock().today())) {
            throw Refusal.forbidden("没有待办的人没有日历订阅。");
        }
    }

    @PostMapping(HERE)
    String create(Principal user, RedirectAttributes next) {
        must(user.getName());
        String address = base() + "/feeds/" + tokens.issue(user.getName());
        PageTurn.say(next, "订阅地址已经创建，只显示这一次。", "期限和听证：" + address + "/deadlines.ics　工作日历：" + address + "/working-days.ics");
        return "redirect:" + HERE;
    }

    @PostMapping(HERE + "/revocation")
    String revoke(Principal user, RedirectAttributes next) {
        if (!tokens.revoke(user.getName())) {
            throw Refusal.forbidden("没有可以撤销的订阅地址。");
        }
        PageTurn.say(next, "订阅地址已经撤销。", "用它订阅的日历从现在起读不到内容。");
        return "redirect:" + HERE;
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    @GetMapping("/feeds/{token}/deadlines.ics")
    ResponseEntity<byte[]> deadlines(@PathVariable String token) {
        String user = person(token);
        return calendar(ICalendar.write("期限和听证", "更新于 " + cases.clock().now().toLocalDate(), feed.entries(user, base())));
    }

    @GetMapping("/feeds/{token}/working-days.ics")
    ResponseEntity<byte[]> workingDays(@PathVariable String token) {
        person(token);
        WorkingDays days = cases.deciding().calendar();
        int year = cases.clock().today().getYear();
        return calendar(ICalendar.write("工作日历", days.version(), WorkingDayFeed.entries(days, year - 1, Math.max(year, days.lastAnnounced().getYear()) + 1)));
    }

    /// Whoever has left the office or its worklist finds nothing here, as if the address had never been.
    private String person(String token) {
        return tokens.person(token)
                .filter(user -> access.may(cases.office(), user, "worklist", "read", cases.clock().today()))
                .orElseThrow(() -> Refusal.notFound("没有这个订阅地址，可能已经撤销"));
    }

    private static ResponseEntity<byte[]> calendar(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
