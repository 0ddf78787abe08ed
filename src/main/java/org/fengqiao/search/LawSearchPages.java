package org.fengqiao.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Level;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.EmptyView;
import org.fengqiao.ui.FieldView;
import org.fengqiao.ui.FieldView.Kind;
import org.fengqiao.ui.FieldView.Option;
import org.fengqiao.ui.FormView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.LawSearchPage;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.NoticeView;
import org.fengqiao.ui.PagingView;
import org.fengqiao.ui.StateTag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 法规检索: the page on which officers and lawyers look for articles.
@Lazy
@Controller
class LawSearchPages {

    private static final int A_PAGE = 30;
    /// What comes after these is no answer any more.
    private static final int MOST = 100;
    private static final int LONGEST = 420;

    private final LawSearch search;
    private final Texts texts;
    private final Cases cases;
    private final Access access;
    private final IndexFollower follower;

    LawSearchPages(LawSearch search, Texts texts, Cases cases, Access access, IndexFollower follower) {
        this.search = search;
        this.texts = texts;
        this.cases = cases;
        this.access = access;
        this.follower = follower;
    }

    @GetMapping("/laws/search")
    ModelAndView page(
            Principal user, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String issuer, @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "1") String page) {
        LocalDate today = cases.clock().today();
        if (!access.may(cases.office(), user.getName(), "law", "read", today)) {
            throw Refusal.forbidden("您的岗位不能查阅这部分内容。");
        }
        String words = q.strip();
        List<NoticeView> notices = new ArrayList<>();
        LocalDate day = day(asOf, today, notices);
        LawSearch.Filter filter = new LawSearch.Filter(day, level(level), issuer.strip(), region);
        int held = search.size();
        int summaries = search.summaries();
        int imported = texts.count();
        if (imported > held - summaries) {
            notices.add(indexing(imported - held + summaries));
        } else if (imported == 0 && held > 0) {
            notices.add(NoticeView.of(NoticeView.Tone.INFO, "还没有导入法规原文，现在检索的是本系统编写的条文提要。", "提要只供查找，引用以原文为准；管理员导入法规文本（laws import）以后按原文检索。"));
        }
        boolean tooLong = words.length() > Question.LONGEST;
        if (tooLong) {
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "问题有 " + words.length() + " 字，最多 " + Question.LONGEST + " 字，没有检索。", "写下事情的要点和要问的话；要核对整篇文字里的引用，用引用核对。"));
        }
        List<LawSearch.Answer> found = words.isEmpty() || tooLong ? List.of() : search.find(words, filter, MOST);
        if (!found.isEmpty() && found.stream().allMatch(a -> !a.named() && a.words().isEmpty())) {
            notices.add(NoticeView.of(NoticeView.Tone.INFO, "没有条文与问题用词相同，下面按意思相近排列。", "换成法律用语，或者写法律名称和条号，找得更准。"));
        }
        int last = Math.max(1, Math.ceilDiv(found.size(), A_PAGE));
        int shown = page.matches("[1-9]\\d?") ? Math.min(Integer.parseInt(page), last) : 1;
        List<LawSearchPage.Row> rows = found.stream().skip((shown - 1L) * A_PAGE).limit(A_PAGE).map(a -> row(a, day)).toList();
        FormView filters = filters(words, day, level, issuer, region);
        HeadView head = HeadView.of("法规检索", held(held, summaries), "用自己的话问，或者写法律名称和条号");
        return new LawSearchPage(head, filters, notices, rows, count(found), paging(filters, shown, last, rows.size(), found.size()), empty(tooLong ? "" : words, held)).view();
    }

    /// While the texts are being taken in: how far it is. Another process that does it tells nothing here.
    private NoticeView indexing(int missing) {
        int taken = follower.taken();
        String how = taken == 0 ? "编入以前检索不到，通常一分钟内开始。" : "已编 " + taken + " 条，约 " + Math.min(99, 100L * taken / Math.max(taken, missing)) + "%。编入以前检索不到。";
        return NoticeView.of(NoticeView.Tone.INFO, "还有 " + missing + " 条条文正在编入索引。", how);
    }

    private static String held(int all, int summaries) {
        return summaries == 0 ? "可检索条文 " + all + " 条" : all == summaries ? "可检索提要 " + all + " 条" : "可检索条文 " + (all - summaries) + " 条、提要 " + summaries + " 条";
    }

    private static LocalDate day(String asOf, LocalDate today, List<NoticeView> notices) {
        try {
            return asOf.isBlank() ? today : LocalDate.parse(asOf.strip());
        } catch (DateTimeException e) {
            notices.add(NoticeView.of(NoticeView.Tone.WARN, "日期“" + asOf + "”看不懂，按今天检索。", "写成 2026-10-09 的样子。"));
            return today;
        }
    }

    private static String count(List<LawSearch.Answer> found) {
        return found.size() == MOST ? "最相关的 " + MOST + " 条；机器排列，引用前请核对原文" : "共 " + found.size() + " 条；机器排列，引用前请核对原文";
    }

    private static PagingView paging(FormView filters, int shown, int last, int rows, int all) {
        int before = (shown - 1) * A_PAGE;
        return new PagingView(Math.min(before + 1, all), before + rows, all, shown == 1 ? null : address(filters, shown - 1), shown == last ? null : address(filters, shown + 1));
    }

    /// The same question and filters on another page.
    private static String address(FormView filters, int page) {
        return filters.action() + "?" + filters.fields().stream().filter(f -> !f.value().isEmpty())
                .map(f -> f.name() + "=" + URLEncoder.encode(f.value(), StandardCharsets.UTF_8) + "&").collect(Collectors.joining()) + "page=" + page;
    }

    private static @Nullable Level level(String word) {
        return Arrays.stream(Level.values()).filter(l -> l.word().equals(word)).findFirst().orElse(null);
    }

    private FormView filters(String words, LocalDate day, String level, String issuer, String region) {
        List<Option> levels = new ArrayList<>(List.of(Option.of("", "全部级别")));
        Arrays.stream(Level.values()).filter(l -> l != Level.OFFICE_RULE).forEach(l -> levels.add(Option.of(l.word(), l.chinese())));
        List<Option> regions = new ArrayList<>(List.of(Option.of("", "全部地区")));
        search.regions().forEach(r -> regions.add(Option.of(r, "全国和" + r)));
        return FormView.get("filters", "/laws/search", "检索", List.of(
                FieldView.of(Kind.TEXT, "q", "问题、用语或者条号").value(words),
                FieldView.of(Kind.DATE, "asOf", "这一天有效").value(day.toString()),
                FieldView.choice(Kind.LIST, "level", "效力级别", levels).value(level),
                FieldView.of(Kind.TEXT, "issuer", "制定机关").value(issuer),
                FieldView.choice(Kind.LIST, "region", "适用地区", regions).value(region)));
    }

    private static EmptyView empty(String words, int held) {
        if (held == 0) {
            return new EmptyView("条文提要正在编入索引，稍后再查；法规原文由管理员导入。", new Link("查看已收录的法律", "/laws"));
        }
        return words.isEmpty()
                ? EmptyView.of("写下要问的事，例如“楼上漏水把我家泡了谁赔”，或者“处罚法第六十四条”“民法典物权编 相邻”。")
                : EmptyView.of("在这些条件下没有找到条文。放宽日期、级别、机关或者地区再试。");
    }

    private static LawSearchPage.Row row(LawSearch.Answer a, LocalDate day) {
        ArticleText p = a.article();
        String from = p.origin().inForce() != null ? Days.full(p.origin().inForce()) + "起施行" : p.origin().promulgated() != null ? Days.full(p.origin().promulgated()) + "公布或者修改" : "施行日期未载明";
        return new LawSearchPage.Row(
                "《" + p.origin().shortTitle() + "》" + p.number() + (p.isSummary() ? "（提要）" : ""), a.url(),
                String.join(" · ", Stream.of(p.origin().level().chinese(), p.origin().issuer(), p.origin().region(), from, words(p.origin().edition())).filter(w -> !w.isEmpty()).toList()),
                tag(p, day), p.heading(), spans(excerpt(a.body(), a.words()), a.words()), a.reasons(), p.origin().begin(), p.origin().own());
    }

    private static String words(ArticleText.Edition edition) {
        return switch (edition) {
            case OFFICIAL -> "官方文本";
            case COLLECTION -> "汇编文本";
            case SUMMARY -> "本系统提要，不是原文";
        };
    }

    private static StateTag tag(ArticleText p, LocalDate day) {
        return p.origin().inForce() == null
                ? new StateTag(ClockState.PROVISIONAL, "效力待核")
                : p.origin().inForceOn(day) ? new StateTag(ClockState.MET, "有效") : new StateTag(ClockState.LIFTED, "这一天无效");
    }

    /// The whole article, or of a long one the part that shares most with the question.
    private static String excerpt(String body, List<String> words) {
        if (body.length() <= LONGEST) {
            return body;
        }
        int first = words.stream().mapToInt(body::indexOf).filter(i -> i >= 0).findFirst().orElse(0);
        int from = Math.max(0, Math.min(first - LONGEST / 3, body.length() - LONGEST));
        int to = Math.min(body.length(), from + LONGEST);
        return (from > 0 ? "……" : "") + body.substring(from, to) + (to < body.length() ? "……" : "");
    }

    /// Cuts a text where words of the question begin and end.
    static List<LawSearchPage.Span> spans(String text, List<String> words) {
        boolean[] hit = new boolean[text.length()];
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                Arrays.fill(hit, at, at + word.length(), true);
            }
        }
        List<LawSearchPage.Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= hit.length; i++) {
            if (i == hit.length || hit[i] != hit[from]) {
                spans.add(new LawSearchPage.Span(text.substring(from, i), hit[from]));
                from = i;
            }
        }
        return spans;
    }
}
