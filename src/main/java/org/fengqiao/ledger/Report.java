package org.fengqiao.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// 逐行报告: what was found in each row, or what became of it.
public record Report(List<Row> rows) {

    /// 一行的结果. Entries of a ledger are corrected by an act of their own; what was handed over is replaced by what is handed over next.
    public enum Kind {
        NEW("登记", "将要登记"),
        SAME("已有，没有变化", "已有，没有变化"),
        CHANGED("已有，内容不同，未更正", "已有，内容不同"),
        CORRECTED("更正", "将要更正"),
        UPDATED("更新", "将要更新"),
        WRONG("有误，未登记", "有误");

        private final String done;
        private final String found;

        Kind(String done, String found) {
            this.done = done;
            this.found = found;
        }

        String words(boolean tried) {
            return tried ? found : done;
        }
    }

    /// @param number the entry, when there is one
    /// @param says   what is wrong or different, each with its column
    public record Row(int row, Kind kind, @Nullable String number, List<String> says) {}

    int count(Kind kind) {
        return (int) rows.stream().filter(r -> r.kind() == kind).count();
    }

    /// Whether anything would be written.
    boolean writes() {
        return count(Kind.NEW) + count(Kind.CORRECTED) + count(Kind.UPDATED) > 0;
    }

    String json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Row r : rows) {
            ArrayNode says = all.addObject().put("row", r.row()).put("kind", r.kind().name()).put("number", r.number()).putArray("says");
            r.says().forEach(says::add);
        }
        return all.toString();
    }

    static Report of(String json) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode r : JsonMapper.shared().readTree(json)) {
            List<String> says = new ArrayList<>();
            r.get("says").forEach(s -> says.add(s.asString()));
            rows.add(new Row(
                    r.get("row").asInt(), Kind.valueOf(r.get("kind").asString()), r.hasNonNull("number") ? r.get("number").asString() : null, says));
        }
        return new Report(rows);
    }
}
