package org.fengqiao.demo;

import static org.fengqiao.demo.Life.Scene.days;
import static org.fengqiao.demo.Life.Scene.in;
import static org.fengqiao.demo.Life.Scene.on;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fengqiao.demo.Life.Scene;
import org.fengqiao.procedure.Act;

/// 情节: what happens in the demonstration office, drawn from a seed, so that every office begins with the same past.
///
/// Volumes are those of a real office: in 2025 302 penalty decisions, 70 inspections and 9,532 requests, of which 9,380
/// were closed by the end of the year. All names are obviously invented.
final class Plot {

    static final int REQUESTS = 9_532;
    static final int REQUESTS_CLOSED = 9_380;
    static final int ORDINARY = 112;
    static final int SPOT = 190;
    static final int INSPECTIONS = 70;

    private static final String[] HEAVENLY = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final String[] SURNAMES = {"赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨"};
    private static final String[] COMMUNITIES = {"石桥社区", "新桥社区", "枫溪社区", "河东社区", "北苑社区", "柳荫社区"};
    private static final String[] STREETS = {"石桥路", "新桥路", "枫溪路", "河东巷", "北苑街", "柳荫巷"};
    private static final String[] TRADES = {"餐饮管理有限公司", "商贸行", "汽修服务部", "便利店", "建材经营部", "物业服务中心"};
    private static final String[][] MATTERS = {
        {"R01", "门前堆放杂物，影响通行", "沿街垃圾桶满溢未清运", "占道摆摊影响出行"},
        {"R02", "路灯不亮", "人行道地砖破损", "窨井盖松动有响声"},
        {"R03", "夜间施工噪声扰民", "商铺音响声音过大", "楼上空调外机噪声"},
        {"R04", "机动车占用盲道停放", "共享单车乱停放"},
        {"R05", "电梯多次停运", "小区门禁损坏无人维修", "地下车库积水"},
        {"R06", "楼道堆放易燃物", "疏散通道被锁闭", "电动自行车进楼充电"},
        {"R07", "咨询临时救助申请条件", "高龄津贴发放时间"},
        {"R08", "反映被拖欠工资", "咨询劳动合同解除补偿"},
        {"R09", "行道树枝条遮挡窗户", "绿地被占用种菜"},
        {"R10", "建议增设公交站牌遮雨棚", "咨询居住证办理地点"},
    };

    private final Random random;
    private final int firstId;
    private final List<Life> lives = new ArrayList<>();

    private Plot(long seed, int firstId) {
        this.random = new Random(seed);
        this.firstId = firstId;
    }

    /// The year 2025 and what was left open at its end.
    static List<Life> year() {
        Plot plot = new Plot(20_250_101L, 0);
        LocalDate first = LocalDate.of(2025, 1, 1);
        // One of those closed in the year is opened again over New Year, and so is open at its end.
        int late = REQUESTS - REQUESTS_CLOSED - 1;
        for (int i = 0; i < REQUESTS - late; i++) {
            plot.request(first.plusDays(plot.random.nextInt(i % 9 == 0 ? 300 : 335)), i % 9 == 0);
        }
        for (int i = 0; i < late; i++) {
            plot.openAtNewYear(LocalDate.of(2025, 12, 24).plusDays(plot.random.nextInt(7)));
        }
        plot.penalties(first, 245, ORDINARY, SPOT);
        plot.ledgers(first, 350, INSPECTIONS, 46);
        return plot.lives;
    }

    /// The ninety days before the demonstration day; whatever is not finished by then is on somebody's worklist.
    ///
    /// @param firstId the number of the first life
    static List<Life> recent(LocalDate day, int firstId) {
        Plot plot = new Plot(20_261_009L, firstId);
        LocalDate first = day.minusDays(90);
        for (int i = 0; i < 620; i++) {
            plot.request(first.plusDays(plot.random.nextInt(90)), i % 9 == 0);
        }
        plot.penalties(first, 85, 36, 40);
        plot.ledgers(first, 88, 17, 11);
        return plot.lives;
    }

    private String person() {
        return SURNAMES[random.nextInt(SURNAMES.length)] + HEAVENLY[random.nextInt(10)] + "某";
    }

    private String place() {
        return STREETS[random.nextInt(STREETS.length)] + (1 + random.nextInt(120)) + "号";
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private boolean chance(int inThousand) {
        return random.nextInt(1000) < inThousand;
    }

    private int nextId() {
        return firstId + lives.size();
    }

    private void add(String procedure, String title, LocalDate opens, List<Act.NewParty> parties, List<Scene> scenes) {
        lives.add(new Life(nextId(), procedure, title, opens, parties, scenes));
    }

    private Scene registration(String[] matter, String text, String place) {
        String[] channels = {"hotline-12345", "hotline-12345", "hotline-12345", "hotline-12345", "portal", "wechat", "grid", "counter", "police-110"};
        String channel = channels[random.nextInt(channels.length)];
        int community = random.nextInt(COMMUNITIES.length);
        Scene scene = in(0, "registered");
        if (channel.equals("hotline-12345") || channel.equals("police-110")) {
            scene = scene.with("external-id", "示例工单" + String.format("%06d", nextId() + 1));
        }
        return scene.with("channel", channel)
                .with("content", "来电人反映：" + place + text + "，希望有关单位尽快核实处理。")
                .with("place", place)
                .with("community", COMMUNITIES[community]);
    }

    /// A request that is answered and closed, with now and then a return, an extension, lateness or a second handling.
    private void request(LocalDate opens, boolean complex) {
        String[] matter = MATTERS[random.nextInt(MATTERS.length)];
        String text = matter[1 + random.nextInt(matter.length - 1)];
        String place = place();
        List<Scene> scenes = new ArrayList<>();
        Scene registration = registration(matter, text, place);
        scenes.add(registration);
        scenes.add(days(0, "signed-in"));
        if (!complex && chance(12)) {
            scenes.add(days(0, "referred").with("within-power", "no").with("right-place", "示例区有关主管部门"));
            add("public-request", place + text, opens, requester(), scenes);
            return;
        }
        if (chance(6)) {
            scenes.add(days(0, "request-withdrawn"));
            add("public-request", place + text, opens, requester(), scenes);
            return;
        }
        scenes.add(in(0, complex ? "classified-complex" : "classified-ordinary").with("category", matter[0]));
        scenes.add(in(0, "unit-dispatched").with("unit", unit(matter[0])));
        if (chance(20)) {
            scenes.add(in(0, "unit-returned"));
            scenes.add(in(1, "unit-dispatched").with("unit", "livelihood").with("unit-reason", "原派科室退回，由服务中心统筹办理"));
        }
        scenes.add(in(1, "unit-accepted"));
        boolean late = chance(9);
        if (complex && chance(250)) {
            scenes.add(in(3, "extension-asked"));
            scenes.add(in(1, "complex-extended"));
        }
        scenes.add(in(complex ? between(4, 8) : late ? between(6, 8) : between(1, 3), "handled").with("outcome", "resolved"));
        scenes.add(answered(registration, in(complex ? 1 : random.nextInt(2), "replied")));
        int mood = random.nextInt(100);
        String satisfaction = mood < 58 ? "satisfied" : mood < 82 ? "basically" : mood < 88 ? "dissatisfied" : "not-reached";
        Scene visit = in(between(1, 3), "return-visited").with("satisfaction", satisfaction);
        scenes.add(satisfaction.equals("not-reached") ? visit.with("attempts", 3) : visit);
        if (satisfaction.equals("dissatisfied")) {
            scenes.add(in(1, "second-handling-ordered"));
            scenes.add(in(between(1, 3), "handled").with("outcome", "resolved"));
            scenes.add(answered(registration, in(1, "replied")));
            scenes.add(in(1, "return-visited").with("satisfaction", "basically"));
        }
        scenes.add(in(1, "request-closed"));
        if (!complex && chance(4)) {
            scenes.add(days(between(5, 20), "reopened"));
            scenes.add(in(0, "unit-dispatched").with("unit", unit(matter[0])));
            scenes.add(in(1, "unit-accepted"));
            scenes.add(in(2, "handled").with("outcome", "resolved"));
            scenes.add(answered(registration, in(1, "replied")));
            scenes.add(in(1, "return-visited").with("satisfaction", "satisfied"));
            scenes.add(in(1, "request-closed"));
        }
        add("public-request", place + text, opens, requester(), scenes);
    }

    /// A request of the last days of the year that is answered in the next one.
    private void openAtNewYear(LocalDate opens) {
        String[] matter = MATTERS[random.nextInt(MATTERS.length)];
        String text = matter[1 + random.nextInt(matter.length - 1)];
        String place = place();
        long toNewYear = ChronoUnit.DAYS.between(opens, LocalDate.of(2026, 1, 4));
        Scene registration = registration(matter, text, place);
        add("public-request", place + text, opens, requester(), List.of(
                registration, days(0, "signed-in"),
                in(0, "classified-ordinary").with("category", matter[0]), in(0, "unit-dispatched").with("unit", unit(matter[0])),
                in(1, "unit-accepted"), days((int) Math.max(3, toNewYear), "handled").with("outcome", "resolved"), answered(registration, in(0, "replied")),
                in(1, "return-visited").with("satisfaction", "satisfied"), in(1, "request-closed")));
    }

    /// A request that came from another platform is answered there, too.
    private static Scene answered(Scene registration, Scene reply) {
        return registration.with().has("external-id") ? reply.with("source-reply", "已按来源编号回复办理结果") : reply;
    }

    private static String unit(String category) {
        return switch (category) {
            case "R01", "R03", "R04" -> "enforcement";
            case "R02", "R05", "R09" -> "city";
            case "R06" -> "safety";
            case "R07", "R08" -> "social";
            default -> "livelihood";
        };
    }

    private List<Act.NewParty> requester() {
        return List.of(new Act.NewParty("person", person(), null, "1380000" + String.format("%04d", random.nextInt(10_000)), null, null, null));
    }

    private List<Act.NewParty> violator(boolean organization) {
        String place = place();
        return List.of(organization
                ? new Act.NewParty("organization", "示例" + HEAVENLY[random.nextInt(10)] + HEAVENLY[random.nextInt(10)]
                        + TRADES[random.nextInt(TRADES.length)], "91000000EXAMPLE" + String.format("%03d", random.nextInt(1000)), null, place,
                        null, person())
                : new Act.NewParty("person", person(), null, null, place, null, null));
    }

    private void penalties(LocalDate first, int span, int ordinary, int spot) {
        for (int i = 0; i < ordinary; i++) {
            ordinary(first.plusDays((long) i * span / ordinary), i);
        }
        for (int i = 0; i < ordinary / 4; i++) {
            exempted(first.plusDays((long) i * 4 * span / ordinary + 1));
        }
        for (int i = 0; i < spot; i++) {
            spot(first.plusDays((long) i * (span + 60) / spot), i);
        }
    }

    private List<Scene> investigation(String matter) {
        return new ArrayList<>(List.of(
                in(0, "clue-registered"), in(0, "site-inspected"), in(1, "case-filing").with("matter", matter), in(1, "inquiry-made"),
                in(1, "evidence-collected"), in(between(1, 4), "evidence-reviewed"), in(between(1, 3), "investigation-report")));
    }

    private void ordinary(LocalDate opens, int i) {
        boolean organization = i % 3 != 0;
        boolean hearing = i % 19 == 7;
        long fine = hearing ? 600_000 : 10_000L * between(5, organization ? 40 : 15);
        List<Scene> s = investigation("M002");
        s.add(in(1, "advance-notice").with("fine", fine).with("hearing-offered", hearing ? "yes" : "no"));
        s.add(in(1, "advance-notice-served"));
        if (hearing) {
            s.add(in(3, "hearing-requested"));
            s.add(in(1, "chair-appointed").with("chair", "zheng-geng"));
            s.add(in(1, "hearing-notified"));
            s.add(in(0, "hearing-notice-served"));
            s.add(on("hearing-day", "hearing-held").by("zheng-geng"));
            s.add(in(1, "submitted"));
        } else if (i % 5 == 2) {
            s.add(in(2, "statement-made"));
            s.add(in(2, "statement-reviewed"));
            s.add(in(4, "submitted"));
        } else {
            s.add(in(6, "submitted"));
        }
        if (hearing || i % 11 == 3) {
            s.add(in(1, "legal-review-requested"));
            s.add(in(2, "legal-review-passed"));
        }
        if (hearing) {
            s.add(in(2, "collective-discussion"));
        }
        s.add((hearing ? in(1, "penalty-decision").with("hearing-basis", "yes") : in(i % 37 == 5 ? 60 : 1, "penalty-decision")).with("fine", fine));
        s.add(in(between(1, 4), "decision-served"));
        if (i % 23 == 11) {
            s.add(in(3, "instalments-requested"));
            s.add(in(2, "instalments-approved").with("extra-days", 60));
            s.add(in(20, "part-paid").with("paid", fine / 2));
            s.add(in(10, "fine-paid").with("paid", fine - fine / 2));
        } else {
            s.add(in(between(2, 4), "fine-paid").with("paid", fine));
        }
        s.add(in(1, "case-closed"));
        if (i % 40 == 13) {
            s.add(in(8, "reconsideration-filed"));
            s.add(in(25, "decision-annulled"));
            s.add(in(2, "publication-withdrawn").with("withdrawal", "never-published"));
            s.add(in(3, "reopened-case-closed"));
        } else {
            s.add(in(between(5, 15), "archived"));
        }
        add("administrative-penalty-ordinary", place() + "擅自占用道路堆放物料案", opens, violator(organization), s);
    }

    private void exempted(LocalDate opens) {
        List<Scene> s = investigation("M003");
        s.set(s.size() - 1, in(2, "investigation-report").with("minor-act", "yes").with("corrected-in-time", "yes").with("harm", "none"));
        s.add(in(2, "no-penalty-decision"));
        s.add(in(1, "no-penalty-served"));
        s.add(in(1, "education-given"));
        s.add(in(1, "exempted-case-closed"));
        s.add(in(6, "archived"));
        add("administrative-penalty-ordinary", place() + "随意倾倒垃圾案", opens, violator(true), s);
    }

    private void spot(LocalDate opens, int i) {
        boolean organization = i % 2 == 0;
        boolean warning = i % 6 == 5;
        long fine = 1_000L * between(5, organization ? 100 : 20);
        List<Scene> s = new ArrayList<>();
        s.add(in(0, "spot-violation-found").with("matter", "M003"));
        s.add(warning
                ? in(0, "oral-notice").with("proposed-penalty", "warning")
                : in(0, "oral-notice").with("proposed-penalty", "fine").with("proposed-fine", fine));
        s.add(in(0, "statement-waived"));
        s.add(warning ? in(0, "spot-decision").with("penalty", "warning") : in(0, "spot-decision").with("penalty", "fine").with("fine", fine));
        s.add(in(0, warning ? "warning-handed-over" : "fine-handed-over"));
        s.add(in(1, "filed"));
        if (!warning) {
            s.add(in(between(1, 4), "fine-paid").with("paid", fine));
        }
        s.add(in(1, "spot-case-closed"));
        add("administrative-penalty-summary", place() + "随意抛撒垃圾案", opens, violator(organization), s);
    }

    private void ledgers(LocalDate first, int span, int inspections, int meetings) {
        for (int i = 0; i < inspections; i++) {
            Act.NewParty subject = violator(true).getFirst();
            add("inspection-record", subject.name() + "行政检查", first.plusDays((long) i * span / inspections), List.of(subject),
                    List.of(in(0, "inspection-recorded").with("items", "I0" + (1 + i % 4))));
        }
        for (int i = 0; i < meetings; i++) {
            add("meeting-minutes", "第 " + (i + 1) + " 次会议", first.plusDays((long) i * span / meetings), List.of(),
                    List.of(in(0, "minutes-recorded")));
        }
    }
}
