package org.fengqiao.library;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.cases.Days;
import org.fengqiao.cases.Refusal;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.ActionView;
import org.fengqiao.ui.FactView;
import org.fengqiao.ui.HeadView;
import org.fengqiao.ui.LawPage;
import org.fengqiao.ui.NoticeView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 导入的文本: texts the product holds no file about, and the way from the id of any imported article to its page.
@Controller
class TextPages {

    private final Texts texts;
    private final Reader reader;

    TextPages(Texts texts, Reader reader) {
        this.texts = texts;
        this.reader = reader;
    }

    /// Leads from the id that search results carry to the article on its page.
    @GetMapping("/laws/article")
    String article(Principal user, @RequestParam String id) {
        reader.mayRead(user, "law");
        return "redirect:" + texts.article(id).orElseThrow(() -> Refusal.noLaw("没有导入这一条")).url();
    }

    @GetMapping("/laws/text")
    ModelAndView text(Principal user, @RequestParam String id) {
        reader.mayRead(user, "law");
        Map<String, ArticleText> articles = texts.articles(id);
        if (articles.isEmpty()) {
            throw Refusal.noLaw("没有导入这一文本");
        }
        Origin origin = articles.values().iterator().next().origin();
        Map<String, List<LawPage.Article>> byHeading = new LinkedHashMap<>();
        articles.values().forEach(a -> byHeading.computeIfAbsent(a.heading(), h -> new ArrayList<>()).add(new LawPage.Article(
                "a" + a.key().replace('-', 's'), a.number(), "", "", List.of(),
                LawSheet.paragraphs("《" + a.origin().title() + "》" + a.number(), a.paragraphs()), List.of(), null, "")));
        List<NoticeView> notices = origin.edition() == Edition.OFFICIAL ? List.of() : List.of(NoticeView.of(
                NoticeView.Tone.WARN, "文本来自汇编，不是官方版本。", "引用前须核对国家法律法规数据库的原文，并核对是否仍然有效。"));
        return new LawPage(
                HeadView.of(origin.title(), origin.level().chinese(), articles.size() + " 条").with(ActionView.print("打印", "#main")), facts(origin), null, true, notices,
                byHeading.entrySet().stream().map(e -> new LawPage.Chapter(e.getKey(), e.getValue())).toList(), List.of(), List.of(), null, origin.begin(), origin.id()).view();
    }

    private static List<FactView> facts(Origin origin) {
        List<FactView> all = new ArrayList<>();
        all.add(FactView.of("效力级别", origin.level().chinese()));
        all.add(FactView.of("制定机关", origin.issuer().isEmpty() ? "文本没有写明" : origin.issuer()));
        if (!origin.region().isEmpty()) {
            all.add(FactView.of("适用地区", origin.region()));
        }
        if (origin.promulgated() != null) {
            all.add(FactView.of("公布或者修改", Days.full(origin.promulgated())));
        }
        all.add(FactView.of("施行", origin.inForce() == null ? "文本没有写明" : Days.full(origin.inForce())));
        if (origin.expired() != null) {
            all.add(FactView.of("有效至", Days.full(origin.expired())));
        }
        all.add(FactView.wide("文本来源", LawSheet.source(origin)));
        return all;
    }
}
