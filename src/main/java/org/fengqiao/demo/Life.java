package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.List;
import org.fengqiao.procedure.Act;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 一生: what is going to happen to one invented case, scene by scene.
final class Life {

    /// 一幕: a step some days after the one before it.
    ///
    /// @param after days after the last scene
    /// @param working whether these are working days; the scene then falls on a working day
    /// @param evidence pieces of evidence filed just before the step
    /// @param onFact the date field of the case that says when the scene takes place, such as the notified hearing day
    record Scene(
            int after, boolean working, String step, ObjectNode with, List<String> evidence, @Nullable String onFact,
            @Nullable String by) {

        static Scene in(int workingDays, String step) {
            return new Scene(workingDays, true, step, JsonNodeFactory.instance.objectNode(), List.of(), null, null);
        }

        static Scene days(int days, String step) {
            return new Scene(days, false, step, JsonNodeFactory.instance.objectNode(), List.of(), null, null);
        }

        /// A step on the day that a field of the case names.
        static Scene on(String dateField, String step) {
            return new Scene(0, false, step, JsonNodeFactory.instance.objectNode(), List.of(), dateField, null);
        }

        /// The same scene by a certain person.
        Scene by(String person) {
            return new Scene(after, working, step, with, evidence, onFact, person);
        }

        Scene with(String field, String value) {
            ObjectNode more = with.deepCopy();
            more.put(field, value);
            return new Scene(after, working, step, more, evidence, onFact, by);
        }

        Scene with(String field, long value) {
            ObjectNode more = with.deepCopy();
            more.put(field, value);
            return new Scene(after, working, step, more, evidence, onFact, by);
        }

        Scene with(String field, boolean value) {
            ObjectNode more = with.deepCopy();
            more.put(field, value);
            return new Scene(after, working, step, more, evidence, onFact, by);
        }

        /// A list of one value.
        Scene withOne(String field, String value) {
            ObjectNode more = with.deepCopy();
            more.putArray(field).add(value);
            return new Scene(after, working, step, more, evidence, onFact, by);
        }
    }

    final int id;
    final String procedure;
    final String title;
    final List<Act.NewParty> parties;
    final List<Scene> scenes;
    LocalDate next;
    int position;
    Records.@Nullable Known known;

    Life(int id, String procedure, String title, LocalDate opens, List<Act.NewParty> parties, List<Scene> scenes) {
        this.id = id;
        this.procedure = procedure;
        this.title = title;
        this.parties = parties;
        this.scenes = scenes;
        this.next = opens;
    }

    Scene scene() {
        return scenes.get(position);
    }
}
