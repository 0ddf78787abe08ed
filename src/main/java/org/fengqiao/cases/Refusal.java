package org.fengqiao.cases;

import java.util.List;
import org.fengqiao.ui.ErrorPage;
import org.fengqiao.ui.Link;

/// 不能继续: ends a page request with an error page; the sentence says what to do.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorPage page;

    private Refusal(ErrorPage page) {
        super(page.title());
        this.page = page;
    }

    public static Refusal of(ErrorPage page) {
        return new Refusal(page);
    }

    public static Refusal notFound(String what) {
        return new Refusal(new ErrorPage(
                404, what, "地址可能有误，或者您没有查看的权限。可以按案号、当事人或地址搜索。", List.of(), List.of(),
                List.of(Link.to("/cases", "检索案件"), Link.to("/worklist", "回到我的待办")), ""));
    }

    /// What the law library does not hold.
    public static Refusal noLaw(String what) {
        return new Refusal(new ErrorPage(
                404, what, "地址可能有误，或者本库没有收录。可以按名称查找法律，或者用自己的话检索条文。", List.of(), List.of(),
                List.of(Link.to("/laws", "查看已收录的法律"), Link.to("/laws/search", "法规检索")), ""));
    }

    public static Refusal forbidden(String why) {
        return new Refusal(ErrorPage.forbidden(why, List.of()));
    }

    public ErrorPage page() {
        return page;
    }
}
