package org.fengqiao.procedure;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// 表单: what a step asks for, in the order of the paper form; `asks` are the judgements it settles.
public record Form(List<Field> fields, Set<String> asks) {

    public static final Form EMPTY = new Form(List.of(), Set.of());

    public Optional<Field> field(String id) {
        for (Field f : fields) {
            if (f.id().equals(id)) {
                return Optional.of(f);
            }
        }
        return Optional.empty();
    }

    public boolean has(String id) {
        return field(id).isPresent();
    }
}
