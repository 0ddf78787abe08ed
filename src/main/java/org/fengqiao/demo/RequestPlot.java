package org.fengqiao.demo;

import static org.fengqiao.demo.Life.Scene.days;
import static org.fengqiao.demo.Life.Scene.in;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.demo.Life.Scene;
import org.fengqiao.procedure.Act;

/// 诉求的情节: how requests run, with what goes wrong in any office: returns, lateness and the notices it brings,
/// duplicates, people who are not reached or not content, and some who come back.
final class RequestPlot {

    private static final String REQUEST = "public-request";

    /// 走法: how much may happen to a request, so that those of December are closed within the year.
    private enum Pace { FULL, BRISK, SHORT }

    /// 诉求: what a request is about, as far as its scenes ask for it.
    private static final String[] CHANNELS = {
        "hotline-12345", "hotline-12345", "hotline-12345", "hotline-12345", "portal", "wechat", "grid", "counter", "police-110"
    };

    private final Plot plot;
    private final Cast cast;

    RequestPlot(Plot plot, Cast cast) {
        this.plot = plot;
        this.cast = cast;
    }

    /// So many requests of a year, all of them closed at its end.
    void closedWithin(LocalDate newYear, int requests) {
        LocalDate end = newYear.plusYears(1);
        for (int left = requests; left > 0;) {
            LocalDate opens = newYear.plusDays(cast.below(360));
            Pace pace = opens.isBefore(end.minusDays(47)) ? Pace.FULL : opens.isBefore(end.minusDays(14)) ? Pace.BRISK : Pace.SHORT;
            left -= one(opens, pace, opens.isBefore(end.minusDays(73)), left);
        }
    }

    /// So many requests that run their course, however long it takes.
    void inTheirCourse(LocalDate first, int days, int requests) {
        for (int left = requests; left > 0;) {
            left -= one(first.plusDays(cast.below(days)), Pace.FULL, true, left);
        }
    }

    /// One request, now and then with another about the same thing on the next day.
    ///
    /// @param reopens whether it may be taken up again
    /// @return how many requests it became
    private int one(LocalDate opens, Pace pace, boolean reopens, int atMost) {
        if (pace == Pace.FULL && cast.chance(25)) {
            urgent(opens);
            return 1;
        }
        if (pace == Pace.FULL && reopens && cast.chance(110)) {
            complex(opens);
            return 1;
        }
        RequestMatter matter = RequestMatter.daily(cast);
        if (pace == Pace.FULL && cast.chance(18)) {
            turnedAway(opens, matter);
            return 1;
        }
        Life life = ordinary(opens, matter, pace, reopens);
        if (pace == Pace.FULL && atMost > 1 && cast.chance(16)) {
            duplicate(life, matter);
            return 2;
        }
        return 1;
    }

    /// Registration at some hour of the day, and the receipt, which is now and then too late.
    private List<Scene> arrival(RequestMatter matter) {
        String channel = cast.one(CHANNELS);
        LocalTime at = LocalTime.of(8, 30).plusMinutes(cast.below(510));
        Scene scene = days(0, "registered").at(at);
        if (channel.equals("hotline-12345") || channel.equals("police-110")) {
            scene = scene.with("external-id", "示例工单" + String.format("%06d", plot.nextId() + 1));
        }
        List<Scene> scenes = new ArrayList<>();
        scenes.add(scene.with("channel", channel)
                .with("content", "来电人反映：" + matter.title() + "，希望有关单位尽快核实处理。")
                .with("place", matter.place())
                .with("community", cast.one(Cast.COMMUNITIES)));
        scenes.add(days(0, "signed-in").at(at.plusMinutes(cast.chance(7) ? cast.between(125, 200) : cast.between(4, 80))));
        return scenes;
    }

    private static LocalTime after(List<Scene> scenes, int minutes) {
        return scenes.getLast().at().plusMinutes(minutes);
    }

    /// Not ours, or taken back by whoever brought it.
    private void turnedAway(LocalDate opens, RequestMatter matter) {
        List<Scene> scenes = arrival(matter);
        scenes.add(cast.chance(680)
                ? days(0, "referred").at(after(scenes, 20)).with("within-power", "no").with("right-place", "示例区有关主管部门")
                : days(0, "request-withdrawn").at(after(scenes, 45)));
        plot.add(REQUEST, matter.title(), opens, cast.requester(), scenes);
    }

    private void duplicate(Life original, RequestMatter matter) {
        List<Scene> scenes = arrival(matter);
        scenes.add(days(0, "merged").at(after(scenes, 25)).into(original).with("merge-reason", "同一地点同一事项，前一件正在办理"));
        plot.add(REQUEST, matter.title(), original.next.plusDays(1), cast.requester(), scenes);
    }

    private Life ordinary(LocalDate opens, RequestMatter matter, Pace pace, boolean reopens) {
        List<Scene> scenes = arrival(matter);
        boolean anonymous = pace == Pace.FULL && cast.chance(30);
        List<Act.NewParty> parties = anonymous ? Cast.anonymous() : cast.requester();
        scenes.add(in(0, "classified-ordinary").with("category", matter.category()));
        scenes.add(dispatch(matter, pace == Pace.FULL && cast.chance(6) ? 2 : 0));
        if (pace == Pace.SHORT) {
            scenes.add(in(0, "unit-accepted"));
            scenes.add(in(1, "handled").with("outcome", outcome()));
            scenes.add(answered(scenes, in(0, "replied")));
            visited(scenes, satisfaction(false), 1);
            scenes.add(in(1, "request-closed"));
            return plot.add(REQUEST, matter.title(), opens, parties, scenes);
        }
        if (pace == Pace.FULL && cast.chance(20)) {
            elsewhere(scenes);
        }
        scenes.add(in(pace == Pace.FULL && cast.chance(6) ? 2 : 1, "unit-accepted"));
        if (anonymous && cast.chance(200)) {
            scenes.add(in(0, "requester-identified").with("party", "P1").with("name", cast.person()).with("contact", cast.contact()));
            anonymous = false;
        }
        handling(scenes, pace);
        Scene reply = answered(scenes, in(cast.below(2), "replied"));
        scenes.add(anonymous ? reply.with("reply-method", "notice") : reply);
        aftermath(scenes, pace, anonymous);
        if (reopens && cast.chance(12)) {
            again(scenes, matter);
        }
        return plot.add(REQUEST, matter.title(), opens, parties, scenes);
    }

    /// From acceptance until it is done, for one in forty too late, and watched by the supervisor.
    private void handling(List<Scene> scenes, Pace pace) {
        if (pace == Pace.FULL && cast.chance(24)) {
            if (cast.chance(650)) {
                scenes.add(in(cast.between(5, 6), "supervised").with("supervision-level", "red").with("supervision-demand", "已经超期，请于当日办结并说明原因"));
                scenes.add(in(cast.chance(100) ? 2 : cast.below(2), "supervision-answered"));
                scenes.add(in(cast.below(2), "handled").with("outcome", outcome()));
            } else {
                scenes.add(in(cast.between(5, 8), "handled").with("outcome", outcome()));
            }
        } else if (pace == Pace.FULL && cast.chance(26)) {
            scenes.add(in(1, "supervised").with("supervision-level", "yellow"));
            scenes.add(in(cast.below(2), "supervision-answered"));
            scenes.add(in(1, "handled").with("outcome", outcome()));
        } else if (pace == Pace.FULL && cast.chance(30)) {
            scenes.add(in(1, "extension-asked"));
            scenes.add(in(1, "ordinary-extended"));
            scenes.add(in(cast.between(3, 5), "handled").with("outcome", outcome()));
        } else {
            scenes.add(in(cast.between(1, 3), "handled").with("outcome", outcome()));
        }
    }

    private void complex(LocalDate opens) {
        RequestMatter matter = RequestMatter.daily(cast);
        List<Scene> scenes = arrival(matter);
        scenes.add(in(0, "classified-complex").with("category", matter.category()));
        scenes.add(dispatch(matter, 0));
        scenes.add(in(1, "unit-accepted"));
        if (cast.chance(250)) {
            scenes.add(in(3, "extension-asked"));
            scenes.add(in(1, "complex-extended"));
        }
        scenes.add(in(cast.chance(30) ? cast.between(15, 17) : cast.between(4, 8), "handled").with("outcome", outcome()));
        scenes.add(answered(scenes, in(1, "replied")));
        aftermath(scenes, Pace.FULL, false);
        plot.add(REQUEST, matter.title(), opens, cast.requester(), scenes);
    }

    /// Danger to people: handled by the hour, weekend or not.
    private void urgent(LocalDate opens) {
        RequestMatter matter = RequestMatter.dangerous(cast);
        List<Scene> scenes = arrival(matter);
        scenes.add(days(0, "classified-urgent").at(after(scenes, 5)).with("category", matter.category()).with("urgency-reason", matter.text() + "，危及人身安全"));
        LocalTime classified = scenes.getLast().at();
        scenes.add(days(0, "unit-dispatched").with("unit", matter.unit()));
        scenes.add(days(0, "unit-accepted"));
        boolean late = cast.chance(60);
        scenes.add(days(late ? 1 : 0, "handled").with("outcome", "resolved"));
        scenes.add(answered(scenes, days(0, "replied").at(classified.plusMinutes(late ? 75 : cast.between(60, 150)))));
        aftermath(scenes, Pace.FULL, false);
        plot.add(REQUEST, matter.title(), opens, cast.requester(), scenes);
    }

    private static Scene dispatch(RequestMatter matter, int workingDays) {
        return in(workingDays, "unit-dispatched").with("unit", matter.unit());
    }

    /// Sent back by the unit, or called back by the dispatcher, and dispatched once more.
    private void elsewhere(List<Scene> scenes) {
        if (cast.chance(200)) {
            scenes.add(in(1, "unit-accepted"));
            scenes.add(in(0, "dispatch-recalled"));
        } else {
            scenes.add(in(0, "unit-returned"));
        }
        scenes.add(in(1, "unit-dispatched").with("unit", "livelihood").with("unit-reason", "原派科室退回，由服务中心统筹办理"));
    }

    /// The return visit and what follows from it.
    private void aftermath(List<Scene> scenes, Pace pace, boolean anonymous) {
        String satisfaction = anonymous ? "no-contact" : satisfaction(pace == Pace.FULL);
        int latest = pace == Pace.BRISK ? 2 : 3;
        visited(scenes, satisfaction, pace == Pace.FULL && cast.chance(10) ? cast.between(4, 5) : cast.between(1, latest));
        if (satisfaction.equals("dissatisfied")) {
            scenes.add(in(1, "second-handling-ordered"));
            scenes.add(in(cast.chance(60) ? 6 : cast.between(1, 3), "handled").with("outcome", outcome()));
            scenes.add(answered(scenes, in(1, "replied")));
            visited(scenes, cast.chance(430) ? "dissatisfied" : cast.chance(850) ? "basically" : "satisfied", 1);
        }
        scenes.add(in(pace == Pace.FULL && cast.chance(8) ? 3 : 1, "request-closed"));
    }

    private static void visited(List<Scene> scenes, String satisfaction, int workingDays) {
        Scene visit = in(workingDays, "return-visited").with("satisfaction", satisfaction);
        scenes.add(switch (satisfaction) {
            case "not-reached" -> visit.with("attempts", 3);
            case "no-contact" -> visit.with("attempts", 0);
            default -> visit;
        });
    }

    private String satisfaction(boolean mayDisplease) {
        int mood = cast.below(100);
        if (mood < 58) {
            return "satisfied";
        }
        if (mood < 80) {
            return "basically";
        }
        return mood < 90 && mayDisplease ? "dissatisfied" : "not-reached";
    }

    private String outcome() {
        int n = cast.below(100);
        return n < 80 ? "resolved" : n < 86 ? "partly" : n < 97 ? "explained" : "objectively-impossible";
    }

    /// Taken up again by right, within thirty days.
    private void again(List<Scene> scenes, RequestMatter matter) {
        scenes.add(days(cast.between(3, 25), "reopened"));
        scenes.add(dispatch(matter, 0));
        scenes.add(in(1, "unit-accepted"));
        scenes.add(in(2, "handled").with("outcome", outcome()));
        scenes.add(answered(scenes, in(1, "replied")));
        visited(scenes, cast.chance(700) ? "satisfied" : "basically", 1);
        scenes.add(in(1, "request-closed"));
    }

    /// Requests of the last days of the year that are answered in the next one.
    void openAtNewYear(int requests) {
        for (int i = 0; i < requests; i++) {
            LocalDate opens = LocalDate.of(2025, 12, 24).plusDays(cast.below(8));
            long toNewYear = ChronoUnit.DAYS.between(opens, LocalDate.of(2026, 1, 4));
            RequestMatter matter = RequestMatter.daily(cast);
            List<Scene> scenes = arrival(matter);
            scenes.add(in(0, "classified-ordinary").with("category", matter.category()));
            scenes.add(dispatch(matter, 0));
            scenes.add(in(1, "unit-accepted"));
            scenes.add(days((int) toNewYear, "handled").with("outcome", outcome()));
            scenes.add(answered(scenes, in(0, "replied")));
            visited(scenes, "satisfied", 1);
            scenes.add(in(1, "request-closed"));
            plot.add(REQUEST, matter.title(), opens, cast.requester(), scenes);
        }
    }

    /// A request that came from another platform is answered there, too.
    private static Scene answered(List<Scene> scenes, Scene reply) {
        return scenes.getFirst().with().has("external-id") ? reply.with("source-reply", "已按来源编号回复办理结果") : reply;
    }
}
