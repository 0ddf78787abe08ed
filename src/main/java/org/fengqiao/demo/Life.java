package org.fengqiao.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Rehearsal;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 一生: what is going to happen to one invented case, scene by scene.
final class Life {

    /// 何时: when a scene takes place.
    sealed interface When {
        /// So many days after the scene before.
        record Days(int after) implements When {}

        /// So many working days after the scene before; the scene then falls on a working day.
        record WorkingDay(int after) implements When {}

        /// The day that a date field of the case names, such as the notified hearing day.
        record OnFact(String field) implements When {}

        record OnDay(LocalDate day) implements When {}
    }

    /// 一幕: a step some days after the one before it.
    ///
    /// @param evidence kinds of evidence filed just before the step, or files of `demo/drafts`
    /// @param signed kinds of documents signed just before the step
    /// @param by who takes the step; without it one of those who may
    /// @param party the party whose own act is recorded
    /// @param at the time of day, for what is counted in hours
    /// @param into the case into which this one is merged
    record Scene(
            When when, String step, ObjectNode with, List<String> evidence, List<String> signed, @Nullable String by,
            @Nullable String second, @Nullable String party, @Nullable LocalTime at, @Nullable Life into) {

        private static Scene of(When when, String step) {
            return new Scene(when, step, JsonNodeFactory.instance.objectNode(), List.of(), List.of(), null, null, null, null, null);
        }

        static Scene in(int workingDays, String step) {
            return of(new When.WorkingDay(workingDays), step);
        }

        static Scene days(int days, String step) {
            return of(new When.Days(days), step);
        }

        /// A step on the day that a field of the case names.
        static Scene on(String dateField, String step) {
            return of(new When.OnFact(dateField), step);
        }

        /// The same scene by a certain person.
        Scene by(String person) {
            return new Scene(when, step, with, evidence, signed, person, second, party, at, into);
        }

        /// The same scene at a time of day.
        Scene at(LocalTime time) {
            return new Scene(when, step, with, evidence, signed, by, second, party, time, into);
        }

        /// The same scene, merging the case into another one.
        Scene into(Life other) {
            return new Scene(when, step, with, evidence, signed, by, second, party, at, other);
        }

        Scene with(String field, String value) {
            return with(field, JsonNodeFactory.instance.stringNode(value));
        }

        Scene with(String field, long value) {
            return with(field, JsonNodeFactory.instance.numberNode(value));
        }

        Scene with(String field, List<String> values) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            values.forEach(all::add);
            return with(field, all);
        }

        private Scene with(String field, JsonNode value) {
            ObjectNode more = with.deepCopy();
            more.set(field, value);
            return new Scene(when, step, more, evidence, signed, by, second, party, at, into);
        }
    }

    /// Where the life is told: a file and a place in it, or the plot.
    final String origin;
    /// Decides who comes first on one day.
    final int id;
    /// Chooses among the people who may act.
    final int spread;
    final String procedure;
    final String title;
    final List<Act.NewParty> parties;
    final @Nullable LocalDate relevant;
    final List<Scene> scenes;
    LocalDate next;
    /// The time of day of the present scene; several on one day follow each other.
    LocalTime time;
    int position;
    /// The number of the case, once it has opened.
    volatile @Nullable String number;
    Records.@Nullable Known known;

    Life(int id, String procedure, String title, LocalDate opens, List<Act.NewParty> parties, List<Scene> scenes) {
        this(procedure, id, id, procedure, title, opens, parties, null, scenes);
    }

    Life(
            String origin, int id, int spread, String procedure, String title, LocalDate opens, List<Act.NewParty> parties,
            @Nullable LocalDate relevant, List<Scene> scenes) {
        this.origin = origin;
        this.id = id;
        this.spread = spread;
        this.procedure = procedure;
        this.title = title;
        this.parties = parties;
        this.relevant = relevant;
        this.scenes = scenes;
        this.next = opens;
        this.time = time(LocalTime.MIN);
    }

    Scene scene() {
        return scenes.get(position);
    }

    /// Goes on to the next scene and its day; false when there is none.
    ///
    /// @throws IllegalArgumentException when the case does not name the day
    boolean advance(CaseState state, WorkingDays calendar) {
        if (++position == scenes.size()) {
            return false;
        }
        LocalDate before = next;
        next = switch (scene().when()) {
            case When.Days(int after) -> next.plusDays(after);
            case When.WorkingDay(int after) -> {
                LocalDate day = next;
                for (int i = 0; i < after; i++) {
                    day = calendar.nextWorkingDay(day);
                }
                yield calendar.workingDayFrom(day);
            }
            case When.OnFact(String field) -> LocalDate.parse(state.fact(field)
                    .orElseThrow(() -> new IllegalArgumentException("the case has no date " + field))
                    .asString());
            case When.OnDay(LocalDate day) -> day;
        };
        time = time(next.equals(before) ? time.plusMinutes(6) : LocalTime.MIN);
        return true;
    }

    /// The time that the scene names, else some time of the morning, and never before what happened earlier that day.
    private LocalTime time(LocalTime earliest) {
        LocalTime named = scene().at();
        LocalTime some = LocalTime.of(9, 0).plusMinutes((id * 17L + position * 23L) % 150);
        return named != null ? named : some.isAfter(earliest) ? some : earliest;
    }

    private ObjectNode fields() {
        Life into = scene().into();
        if (into == null) {
            return scene().with();
        }
        if (into.number == null) {
            throw new IllegalArgumentException("the case to merge into has not opened");
        }
        return scene().with().deepCopy().put("into-case", into.number);
    }

    /// The scene as a move on its day.
    Rehearsal.Move move() {
        Scene s = scene();
        return new Rehearsal.Move(
                procedure, s.step(), next, s.at() == null ? null : next.atTime(s.at()).atOffset(ZoneOffset.ofHours(8)), s.by(),
                s.second(), s.party(), "演示数据", next, fields(), parties, relevant, title);
    }

    @Override
    public String toString() {
        return origin + " " + id;
    }

    /// A sentence about the present scene, saying where it is told.
    String complaint(String what) {
        return origin + ", scene " + (position + 1) + " (" + scene().step() + ") on " + next + ": " + what;
    }
}
