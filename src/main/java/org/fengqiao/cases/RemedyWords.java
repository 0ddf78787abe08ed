package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.Period;
import org.fengqiao.procedure.Decision;

/// 救济告知: which remedies there are, where and within what time, as the law of the day of the decision has it.
///
/// The periods come from the dated series. From 2024 a penalty decided on the spot goes to reconsideration first; the way
/// to the court and its short period after a reconsideration belong to what such a decision has to tell.
final class RemedyWords {

    private final Decision.Accepted accepted;
    private final LocalDate day;
    private final String title;

    RemedyWords(Decision.Accepted accepted, LocalDate day, String title) {
        this.accepted = accepted;
        this.day = day;
        this.title = title;
    }

    /// The whole sentence where the procedure declares its remedies, and the parts for documents with words of their own.
    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        text().ifPresent(t -> all.put("text", t));
        all.put("body", body());
        all.put("court", court());
        all.put("reconsideration", length("remedy.reconsideration"));
        all.put("litigation", length("remedy.litigation"));
        return all;
    }

    private String body() {
        return Papers.setting(accepted.facts(), "reconsideration-body", "本区（县）人民政府");
    }

    private String court() {
        return Papers.setting(accepted.facts(), "court", "有管辖权的人民法院");
    }

    /// Empty for a procedure whose documents decide nothing about anybody's rights.
    Optional<String> text() {
        if (accepted.definition().remedies().isEmpty()) {
            return Optional.empty();
        }
        String body = body();
        String court = court();
        String paper = title.endsWith("决定书") ? "决定" : title.endsWith("通知书") ? "通知" : "文书";
        String received = "自收到本" + (paper.equals("文书") ? paper : paper + "书") + "之日起";
        String reconsideration = received + length("remedy.reconsideration") + "内";
        String start = "如不服本" + paper + "，";
        return Optional.of(reconsiderationFirst()
                ? start + "应当" + reconsideration + "先向" + body + "申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起"
                        + length("remedy.litigation-after-reconsideration") + "内向" + court + "提起行政诉讼。"
                : start + "可以" + reconsideration + "向" + body + "申请行政复议，也可以" + received + length("remedy.litigation")
                        + "内直接向" + court + "提起行政诉讼。");
    }

    private String length(String series) {
        return Wordings.period(Period.parse(accepted.facts().laws().series(series).on(day).asPeriodText()));
    }

    private boolean reconsiderationFirst() {
        return accepted.definition().remedies().stream().anyMatch(r -> r.id().equals("reconsideration-first"))
                && accepted.facts().laws().series("remedy.spot-fine").on(day).text().equals("reconsideration-first");
    }
}
