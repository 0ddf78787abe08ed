package org.fengqiao.cases;

import java.util.HashSet;
import java.util.Set;
import org.fengqiao.record.PersonalValues;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 不予显示的内容: the personal values that a view of a case lacks, so that what repeats them elsewhere in the file is not shown either.
record NotShown(Set<String> values) {

    /// @param seen the case as somebody may see it
    static NotShown of(JdbcClient jdbc, short office, Records.Known seen) {
        Set<String> values = new HashSet<>();
        if (Restriction.lacks(seen.state())) {
            jdbc.sql("select content from personal where office = ? and case_id = ?")
                    .params(office, seen.id())
                    .query(String.class)
                    .list()
                    .forEach(row -> PersonalValues.read(row).forEach((field, value) -> {
                        // A single character stands in any text.
                        if (value.length() > 1 && Restriction.MASK.equals(seen.state().personal().get(field))) {
                            values.add(value);
                        }
                    }));
        }
        return new NotShown(values);
    }

    boolean in(String text) {
        return values.stream().anyMatch(text::contains);
    }

    /// The text, or what stands in its place.
    String masked(String text) {
        return in(text) ? Restriction.MASK : text;
    }
}
