package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 法律服务的命名规则: consultation and the shifts of lawyers.
final class LegalServiceRules {

    /// Ways out of a consultation that lead into a case of this office.
    private static final Set<String> INTO_A_CASE = Set.of("aid", "mediation", "office");

    static final Map<String, Rules.Rule> ALL = Map.of(
            "consultation-day-come", LegalServiceRules::dayCome,
            "consultation-way-out", LegalServiceRules::wayOut,
            "shift-hours-follow", LegalServiceRules::hoursFollow);

    private LegalServiceRules() {}

    private static Outcome dayCome(Facts facts) {
        Optional<LocalDate> appointed = facts.date("appointed-on").filter(on -> on.isAfter(facts.day()));
        return appointed.isPresent()
                ? Outcome.not("约定的日期是" + Timing.day(appointed.get(), facts) + "，还没有到")
                : Outcome.SATISFIED;
    }

    private static Outcome wayOut(Facts facts) {
        if (facts.open("way-out")) {
            return Outcome.SATISFIED;
        }
        return facts.text("way-out").filter(INTO_A_CASE::contains).isPresent() && facts.text("way-case").isEmpty()
                ? Outcome.not("转入法律援助、调解和本机关其他程序的，应当先立案并写明案号")
                : Outcome.SATISFIED;
    }

    private static Outcome hoursFollow(Facts facts) {
        if (facts.open("signed-out")) {
            return Outcome.SATISFIED;
        }
        Optional<LocalTime> in = time(facts, "signed-in");
        Optional<LocalTime> out = time(facts, "signed-out");
        if (in.isEmpty() || out.isEmpty()) {
            return Outcome.not("签到、签退写时刻，例如 09:00");
        }
        return out.get().isAfter(in.get()) ? Outcome.SATISFIED : Outcome.not("签退时刻应当晚于签到时刻");
    }

    private static Optional<LocalTime> time(Facts facts, String field) {
        try {
            return facts.text(field).map(LocalTime::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
