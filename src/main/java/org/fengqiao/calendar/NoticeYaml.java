package org.fengqiao.calendar;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.calendar.NoticeFile.Parts;
import org.fengqiao.calendar.NoticeFile.Placed;
import org.fengqiao.calendar.ReadNotice.Fault;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A notice as YAML, with the fields of `calendar/holidays.yaml` and a `source`. Read as nodes, which know their lines.
final class NoticeYaml {

    private static final Set<String> FIELDS = Set.of("year", "title", "published", "source", "days");
    private static final Set<String> DAYS = Set.of("name", "rest", "statutory", "work");

    private final List<Fault> faults = new ArrayList<>();

    private NoticeYaml() {}

    static Parts read(String text) {
        return new NoticeYaml().parts(text);
    }

    private Parts parts(String text) {
        Map<String, Node> fields = new LinkedHashMap<>();
        try {
            fields = mapping(new Yaml(new LoaderOptions()).compose(new StringReader(text)), FIELDS);
        } catch (MarkedYAMLException e) {
            faults.add(new Fault(e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1, "不是有效的 YAML"));
            return new Parts(0, "", LocalDate.EPOCH, "", List.of(), List.of(), faults);
        }
        String year = text(fields, "year", "年度");
        if (!year.isEmpty() && !year.matches("\\d{4}")) {
            faults.add(new Fault(line(fields.get("year")), "“" + year + "”不是年度"));
        }
        String title = text(fields, "title", "通知名称");
        String source = text(fields, "source", "来源（文号）");
        LocalDate published = published(fields);
        int number = year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
        return new Parts(number, title, published, source, number == 0 ? List.of() : festivals(number, fields.get("days")), List.of(), faults);
    }

    private @Nullable LocalDate published(Map<String, Node> fields) {
        String published = text(fields, "published", "公布日期");
        try {
            return published.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(published);
        } catch (DateTimeException e) {
            faults.add(new Fault(line(fields.get("published")), "“" + published + "”不是日期，应写作 2026-11-04"));
            return LocalDate.EPOCH;
        }
    }

    private List<Placed> festivals(int year, @Nullable Node node) {
        List<Placed> all = new ArrayList<>();
        if (!(node instanceof SequenceNode list)) {
            faults.add(new Fault(line(node), "days 应为每个节日一行的列表"));
            return all;
        }
        for (Node entry : list.getValue()) {
            Map<String, Node> fields = mapping(entry, DAYS);
            if (!(fields.get("name") instanceof ScalarNode name) || !fields.containsKey("rest") && !fields.containsKey("work")) {
                faults.add(new Fault(line(entry), "应写明节日名称 name，以及放假 rest 或者上班 work"));
                continue;
            }
            all.add(new Placed(line(entry), new Festival(name.getValue(), dates(year, fields.get("rest")),
                    dates(year, fields.get("statutory")), dates(year, fields.get("work")))));
        }
        return all;
    }

    private Set<LocalDate> dates(int year, @Nullable Node node) {
        if (node == null) {
            return new TreeSet<>();
        }
        try {
            return HolidayText.dates(year, "", node instanceof ScalarNode scalar ? scalar.getValue() : "?");
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(line(node), String.valueOf(e.getMessage()).replaceFirst("^的", "")));
            return new TreeSet<>();
        }
    }

    private Map<String, Node> mapping(@Nullable Node node, Set<String> known) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            faults.add(new Fault(line(node), "应为字段和值：" + String.join("、", new TreeSet<>(known))));
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(key)) {
                faults.add(new Fault(line(tuple.getKeyNode()), "不认识的字段 " + key + "，应为" + String.join("、", new TreeSet<>(known))));
            } else if (fields.put(key, tuple.getValueNode()) != null) {
                faults.add(new Fault(line(tuple.getKeyNode()), "字段 " + key + " 写了两次"));
            }
        }
        return fields;
    }

    private String text(Map<String, Node> fields, String key, String zh) {
        if (fields.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        faults.add(new Fault(line(fields.get(key)), "没有写明" + zh + " " + key));
        return "";
    }

    private static int line(@Nullable Node node) {
        return node == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
