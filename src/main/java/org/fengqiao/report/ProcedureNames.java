package org.fengqiao.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Field;

/// 程序里的名称: the steps and fields that some procedures have in any of their versions.
record ProcedureNames(Definitions definitions) {

    Stream<Definition> versions(Set<String> procedures) {
        return procedures.stream().flatMap(p -> definitions.versions(p).stream());
    }

    boolean step(Set<String> procedures, String id) {
        return versions(procedures).anyMatch(d -> d.step(id).isPresent());
    }

    Optional<Field> field(Set<String> procedures, String id) {
        Optional<Field> field = versions(procedures)
                .flatMap(d -> d.allSteps().values().stream())
                .flatMap(x -> x.form().field(id).stream())
                .reduce((a, b) -> b);
        return field.isPresent() || versions(procedures).noneMatch(d -> d.questions().containsKey(id))
                ? field
                : Optional.of(question(procedures, id));
    }

    /// A judgement is entered like a choice.
    private Field question(Set<String> procedures, String id) {
        Definition.Question q = versions(procedures).map(d -> d.questions().get(id)).filter(x -> x != null).findFirst().orElseThrow();
        return new Field(
                id, q.title(), Field.Type.CHOICE, true, false, null, q.answers(), true, null, null, null, null, null, null, false,
                q.basis(), List.of());
    }
}
