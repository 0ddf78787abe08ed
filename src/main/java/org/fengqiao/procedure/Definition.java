package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.calendar.Roll;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 程序（某一施行日起的版本）: one procedure as the law had it from one day on.
///
/// @param slug English name, the folder and the address of the procedure
/// @param from the day from which steps are taken under this version
/// @param area under which heading officers look for it
/// @param instrument the text that short citations such as `54.2` mean, as `law@in-force-from`
/// @param partial true when the text of the law of that time is not held: 未入库，须由法制审核员核对原文
/// @param stays true when a running case keeps the version it began under (needs its own transition basis)
/// @param key for a ledger: the opening fields that tell one entry from another; empty when nothing does
/// @param series the document series that numbers the cases
public record Definition(
        String slug,
        LocalDate from,
        String title,
        String summary,
        Area area,
        String instrument,
        boolean partial,
        boolean stays,
        @Nullable String interpretation,
        boolean ledger,
        List<String> key,
        String series,
        Map<String, Stage> stages,
        Map<String, Question> questions,
        Map<String, ClockRule> clocks,
        Map<String, DocumentRule> documents,
        PartyRule parties,
        Step opening,
        Map<String, Step> steps,
        List<Never> never,
        List<Indicated> remedies) {

    /// 领域: under which heading officers look for a procedure.
    public enum Area {
        REQUESTS("诉求和信访"),
        ENFORCEMENT("行政执法"),
        DECISIONS("决策和审查"),
        MEDIATION("矛盾调处"),
        DISCLOSURE("政务公开"),
        REMEDIES("复议、应诉和赔偿"),
        SERVICES("政务和法律服务"),
        SAFETY("平安和应急"),
        SUPERVISION("监督、档案和数据"),
        LEDGERS("台账");

        private final String title;

        Area(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// `slug@from`, the name under which events remember the version they were decided by.
    public String id() {
        return slug + "@" + from;
    }

    public Stage stage(String id) {
        return Optional.ofNullable(stages.get(id))
                .orElseThrow(() -> new IllegalArgumentException(id() + " has no stage " + id));
    }

    /// A step by its id, the opening step included.
    public Optional<Step> step(String id) {
        return opening.id().equals(id) ? Optional.of(opening) : Optional.ofNullable(steps.get(id));
    }

    /// The step that states the entry of a ledger anew; empty when there is none.
    public Optional<Step> correction() {
        return steps.values().stream().filter(s -> s.effects().corrects()).findFirst();
    }

    /// Opening step first, then the others in the order of the file.
    public Map<String, Step> allSteps() {
        Map<String, Step> all = new LinkedHashMap<>();
        all.put(opening.id(), opening);
        all.putAll(steps);
        return all;
    }

    /// 阶段: where a case stands; exactly one at a time.
    ///
    /// @param conditional true when a case may lawfully never pass through it
    public record Stage(String id, String title, boolean isFinal, boolean conditional) {}

    /// 判断事项: what the law leaves to the officer; answered inside a step, with a reason.
    public record Question(String id, String title, List<Citation> basis, Map<String, String> answers) {}

    /// 期限规则: how one clock is set.
    ///
    /// @param budget a period such as `90 calendar-days`, or the name of a dated series or office setting
    /// @param perParty true when each party has its own clock, from its own service
    public record ClockRule(
            String id,
            String title,
            ClockKind kind,
            String budget,
            Roll roll,
            boolean perParty,
            List<Citation> basis,
            @Nullable String interpretation,
            @Nullable String warn) {}

    /// 文书规则: one kind of document this procedure makes.
    ///
    /// @param series number series, or null when the document carries no number of its own
    /// @param perParty true when each party gets its own copy
    /// @param served true when it must reach the parties
    public record DocumentRule(
            String id,
            String title,
            @Nullable String series,
            boolean perParty,
            boolean served,
            @Nullable String sign,
            List<Citation> basis,
            Map<String, List<Citation>> cites) {}

    /// 当事人规则: who may be a party of a case when it opens.
    ///
    /// @param unconfirmed true when a case may open before the party is known (零星作业)
    /// @param roles role → Chinese title
    /// @param shielded role → the articles that forbid to tell who somebody in this role is (举报人、未成年人)
    /// @param otherwise the role of whom nothing is said, where being protected is for the person to ask for; null where it must be said
    /// @param drawn the list of another case from which the parties may be proposed, or null
    public record PartyRule(
            int atLeast, int atMost, boolean unconfirmed, List<String> kinds, Map<String, String> roles,
            Map<String, List<Citation>> shielded, @Nullable String otherwise, @Nullable Drawn drawn) {

        /// Whether nobody can tell, where a role is not said, if that party is to be protected.
        public boolean rolesMustBeSaid() {
            return !shielded.isEmpty() && otherwise == null;
        }

        boolean shields(@Nullable String role) {
            return role != null && shielded.containsKey(role);
        }
    }

    /// 名册: a list of a case of another procedure, and which of its columns are the name and the contact of a party.
    ///
    /// @param stages the stages in which the list may be drawn from, such as those of a plan in force; empty = any
    public record Drawn(String procedure, List<String> stages, String list, String name, @Nullable String contact) {

        public boolean from(String other, String stage) {
            return procedure.equals(other) && (stages.isEmpty() || stages.contains(stage));
        }
    }

    /// 禁止: the step must never be taken in a life that lacks the others.
    public record Never(String step, List<String> without, List<Citation> basis) {}

    /// 救济途径: a sentence for decisions, chosen by the day of the decision.
    public record Indicated(String id, String text, List<Citation> basis) {}

    /// 步骤: something a person does with legal meaning, on a civil date.
    ///
    /// @param in stages in which it may be taken; empty for the opening step
    /// @param to the stage it leads to, or null when the case stays where it is
    /// @param alwaysBefore steps that precede it in every life of a case; `prove` shows it
    /// @param lateEntryDays how many days after the act it may still be entered
    /// @param resets steps whose having been done no longer counts afterwards
    /// @param optional true for what somebody may do and nobody must: it waits on no worklist
    /// @param awaits whose act outside the office is entered here (人民法院); null for the office's own acts
    public record Step(
            String id,
            String title,
            String duty,
            List<Citation> basis,
            @Nullable String interpretation,
            Set<String> in,
            @Nullable String to,
            People by,
            Condition when,
            Form form,
            List<String> documents,
            List<ClockAction> clocks,
            Effects effects,
            Set<String> alwaysBefore,
            int lateEntryDays,
            Set<String> resets,
            boolean hourly,
            @Nullable String result,
            boolean optional,
            @Nullable String awaits) {

        /// Every condition the step reads: what must hold before it, and on what the start of a clock depends.
        public Stream<Condition> conditions() {
            return Stream.concat(Stream.of(when), clocks.stream().map(ClockAction::when).filter(Objects::nonNull));
        }

        /// The same step under another condition and with other clock actions.
        Step where(Condition condition, List<ClockAction> actions) {
            return new Step(
                    id, title, duty, basis, interpretation, in, to, by, condition, form, documents, actions, effects,
                    alwaysBefore, lateEntryDays, resets, hourly, result, optional, awaits);
        }
    }

    /// 步骤的效果: what a step changes beside the stage and the clocks.
    ///
    /// @param assigns form field whose people become the officers of the case
    /// @param recuses form field whose person may no longer act in the case
    /// @param serves document that reaches the party named in field `party` on the day in field `served-on`
    /// @param party `confirm` or `correct`: the party in field `party` gets the name and identifier of the form
    /// @param regenerates true when documents made for that party are made anew
    /// @param merges form field naming the case into which this one is merged
    /// @param revises documents the step withdraws from effect
    /// @param corrects the step states the whole entry of a ledger anew, but for its key
    /// @param voids the entry of a ledger counts no longer; its key is free again
    public record Effects(
            @Nullable String assigns,
            @Nullable String recuses,
            @Nullable String serves,
            @Nullable String party,
            boolean regenerates,
            @Nullable String merges,
            Set<String> revises,
            boolean corrects,
            boolean voids) {
        public static final Effects NONE = new Effects(null, null, null, null, false, null, Set.of(), false, false);
    }

    /// 期限动作: what a step does to a clock.
    ///
    /// @param from form field with the start day; null means the day of the act
    /// @param by for `extend`: a period, a setting, or the form field that holds the number of days
    /// @param cap for `extend`: how many times at most
    /// @param document the document a stop, restart or extension rests on
    /// @param when for `start`: the clock starts only if this holds; null means always
    public record ClockAction(
            Op op,
            String clock,
            @Nullable String from,
            @Nullable String by,
            int cap,
            @Nullable String document,
            @Nullable Condition when,
            List<Citation> basis,
            @Nullable String interpretation) {
        /// Whether the clock is over with it, done or no longer needed.
        boolean closes() {
            return op == Op.END || op == Op.LIFT;
        }

        /// The actions of a step in the order in which they are done: a clock that is running makes way before it starts anew.
        static List<ClockAction> inTurn(List<ClockAction> actions, Predicate<ClockAction> running) {
            Predicate<ClockAction> first = a -> a.op() == Op.LIFT || a.closes() && running.test(a);
            return Stream.concat(actions.stream().filter(first), actions.stream().filter(first.negate())).toList();
        }

        public enum Op {
            START,
            END,
            LIFT,
            STOP,
            RESUME,
            RESTART,
            EXTEND,
            REPLACE
        }
    }
}
