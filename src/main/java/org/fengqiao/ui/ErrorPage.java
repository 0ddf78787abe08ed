package org.fengqiao.ui;

import java.util.List;

/// 不能办理的说明: 403, 404, 409, 422, 503. One sentence what cannot be, why, and how it can.
///
/// @param title   这件事已经有人先办了
/// @param text    the reason and what to do
/// @param reasons with articles, where law is the reason
/// @param kept    what the person had typed, so that nothing is lost: label and text
/// @param links   the ways on, the best first
/// @param number  a number to name when asking for help; may be empty
public record ErrorPage(
        int status,
        String title,
        String text,
        List<ReasonView> reasons,
        List<FactView> kept,
        List<Link> links,
        String number) implements Page {

    public static ErrorPage forbidden(String why, List<ReasonView> reasons) {
        return new ErrorPage(403, "您没有办理这件事的权限", why, reasons, List.of(), List.of(home()), "");
    }

    public static ErrorPage notFound() {
        return new ErrorPage(404, "没有找到这个页面", "地址可能有误，或者事项已经移到别处。可以按案号、当事人或地址搜索。",
                List.of(), List.of(), List.of(Link.to(Room.CASES.href(), "检索案件"), home()), "");
    }

    /// The lost race: somebody else acted first; what was typed stands below.
    public static ErrorPage lostRace(String who, Link back, List<FactView> kept) {
        return new ErrorPage(409, "这件事已经有人先办了", who + "您填写的内容没有丢失，列在下面，可以在新的表单里使用。",
                List.of(), kept, List.of(back), "");
    }

    public static ErrorPage refused(String text, List<ReasonView> reasons, Link back, List<FactView> kept) {
        return new ErrorPage(422, "暂不能办理", text, reasons, kept, List.of(back), "");
    }

    public static ErrorPage databaseAway(List<FactView> kept) {
        return new ErrorPage(503, "暂时连不上数据库", "刚才的操作没有写入，已有的记录没有受影响。数据库恢复后可以重新提交，不需要重新登录。",
                List.of(), kept, List.of(home()), "");
    }

    private static Link home() {
        return Link.to(Room.WORKLIST.href(), "回到我的待办");
    }

    @Override
    public String template() {
        return "page/error";
    }
}
