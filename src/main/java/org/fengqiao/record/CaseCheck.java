package org.fengqiao.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.digest.Canonical;
import org.fengqiao.digest.Sm3;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 单案核验: whether the events of one case still are what was chained, and what stands beside them fits.
///
/// Pure but for the evidence files, of which one is read only once in a run.
final class CaseCheck {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NOTHING = Sm3.hex(new byte[0]);

    private final @Nullable Path evidence;
    private final Map<String, Boolean> soundFiles = new HashMap<>();
    private long personal;
    private long erased;
    private long papers;

    /// @param evidence the folder of evidence files; null when files are not to be read
    CaseCheck(@Nullable Path evidence) {
        this.evidence = evidence;
    }

    long personalValues() {
        return personal;
    }

    long erasedValues() {
        return erased;
    }

    long documents() {
        return papers;
    }

    long files() {
        return soundFiles.size();
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Broken(Fault fault) {
            super(fault.what(), null, false, false);
            this.fault = fault;
        }
    }

    /// The first thing that is wrong with a case, or null.
    @Nullable Fault check(KeptCase kept, List<HeadsFile.Head> heads) {
        try {
            List<JsonNode> events = chain(kept);
            Set<String> gone = erasures(events);
            for (JsonNode event : events) {
                personal(kept, event, gone);
            }
            for (int seq : kept.personal().keySet()) {
                broken(seq < 1 || seq > events.size(), kept, seq, "个人信息没有对应的记录");
            }
            documents(kept, events, gone);
            files(kept, events);
            for (HeadsFile.Head head : heads) {
                head(kept, head);
            }
            return null;
        } catch (Broken e) {
            return e.fault;
        }
    }

    private static void broken(boolean yes, KeptCase kept, int seq, String what) {
        if (yes) {
            throw new Broken(new Fault(kept.number() == null ? "（案件行缺失，编号 " + kept.id() + "）" : kept.number(), seq, what));
        }
    }

    private static List<JsonNode> chain(KeptCase kept) {
        int first = kept.lines().isEmpty() ? 0 : kept.lines().getFirst().seq();
        broken(kept.number() == null, kept, first, "有记录而没有案件");
        List<JsonNode> events = new ArrayList<>(kept.lines().size());
        byte[] digest = Chain.origin(kept.number());
        for (KeptCase.Line line : kept.lines()) {
            int expected = events.size() + 1;
            broken(line.seq() != expected, kept, expected, "缺少这一条记录，下一条是第" + line.seq() + "条");
            String text = text(kept, line);
            digest = Chain.next(digest, text);
            broken(!Arrays.equals(digest, line.digest()), kept, expected, "内容与摘要不符，或者与前一条不相连");
            events.add(read(kept, line.seq(), text));
        }
        broken(events.size() != kept.version(), kept, Math.min(events.size(), kept.version()) + 1,
                "案件行记有" + kept.version() + "条记录，实有" + events.size() + "条");
        broken(!Arrays.equals(digest, kept.digest()), kept, events.size(), "案件行的摘要与最后一条记录不符");
        return events;
    }

    private static String text(KeptCase kept, KeptCase.Line line) {
        try {
            return Packing.text(line.stored());
        } catch (Packing.Unreadable e) {
            throw new Broken(new Fault(String.valueOf(kept.number()), line.seq(), "存放的内容不能解开"));
        }
    }

    private static JsonNode read(KeptCase kept, int seq, String text) {
        JsonNode event;
        String canonical;
        try {
            event = JSON.readTree(text);
            canonical = Canonical.text(event);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Broken(new Fault(String.valueOf(kept.number()), seq, "不是规范的 JSON"));
        }
        broken(!canonical.equals(text), kept, seq, "不是规范的写法");
        broken(!event.path("case").asString("").equals(kept.number()), kept, seq, "记录属于另一案件");
        broken(event.path("seq").asInt(-1) != seq, kept, seq, "记录的序号与位置不符");
        return event;
    }

    /// What audited events say was erased: `seq:field` for values, `document:D1` for contents.
    private static Set<String> erasures(List<JsonNode> events) {
        Set<String> gone = new HashSet<>();
        for (JsonNode event : events) {
            if (event.path("step").asString("").equals(Erasure.STEP)) {
                event.path("data").path("erased").forEach(e -> gone.add(e.asString()));
            }
        }
        return gone;
    }

    private void personal(KeptCase kept, JsonNode event, Set<String> gone) {
        int seq = event.get("seq").asInt();
        String row = kept.personal().get(seq);
        Map<String, String> values;
        try {
            values = row == null ? new HashMap<>() : PersonalValues.digests(row);
        } catch (RuntimeException e) {
            throw new Broken(new Fault(String.valueOf(kept.number()), seq, "个人信息不能读取"));
        }
        personal += values.size();
        for (Map.Entry<String, JsonNode> field : event.path("data").properties()) {
            String digest = field.getValue().path("#").asString("");
            if (!digest.isEmpty()) {
                one(kept, seq, field.getKey(), digest, values.remove(field.getKey()), gone);
            }
        }
        for (JsonNode party : event.path("parties")) {
            party(kept, seq, party, values, gone);
        }
        broken(!values.isEmpty(), kept, seq, "个人信息多于记录所载：" + String.join("、", values.keySet()));
    }

    private void one(KeptCase kept, int seq, String field, String digest, @Nullable String found, Set<String> gone) {
        if (found == null) {
            broken(!gone.contains(seq + ":" + field), kept, seq, "个人信息“" + field + "”缺失，且没有删除记录");
            erased++;
        } else {
            broken(!found.equals(digest), kept, seq, "个人信息“" + field + "”与记录的摘要不符");
        }
    }

    /// A party's values have their digests side by side, in the order in which they were entered.
    private void party(KeptCase kept, int seq, JsonNode party, Map<String, String> values, Set<String> gone) {
        String digests = party.path("#").asString("");
        if (digests.isEmpty()) {
            return;
        }
        String id = party.path("id").asString("");
        List<String> open = new ArrayList<>(List.of(digests.split(" ")));
        for (String field : values.keySet().stream().filter(f -> f.startsWith(id + ".")).toList()) {
            broken(!open.remove(values.remove(field)), kept, seq, "个人信息“" + field + "”与记录的摘要不符");
        }
        long without = gone.stream().filter(g -> g.startsWith(seq + ":" + id + ".")).count();
        broken(open.size() > without, kept, seq, "当事人 " + id + " 的个人信息缺失，且没有删除记录");
        erased += open.size();
    }

    private void documents(KeptCase kept, List<JsonNode> events, Set<String> gone) {
        Map<String, JsonNode> last = new HashMap<>();
        Map<String, Integer> at = new HashMap<>();
        for (JsonNode event : events) {
            event.path("documents").forEach(d -> {
                last.put(d.path("id").asString(""), d);
                at.put(d.path("id").asString(""), event.get("seq").asInt());
            });
        }
        last.forEach((id, made) -> {
            KeptCase.Paper paper = kept.papers().get(id);
            String digest = made.path("sm3").asString("");
            boolean empty = paper == null || paper.content().isEmpty();
            if (empty) {
                broken(!digest.equals(NOTHING) && !gone.contains("document:" + id), kept, at.get(id),
                        "文书 " + id + " 的内容缺失，且没有删除记录");
            } else {
                papers++;
                String found = Sm3.hex(paper.content());
                broken(!found.equals(digest), kept, at.get(id), "文书 " + id + " 的内容与记录的摘要不符");
                String number = made.hasNonNull("number") ? made.get("number").asString() : null;
                broken(!java.util.Objects.equals(number, paper.number()), kept, at.get(id), "文书 " + id + " 的文号与记录不符");
            }
        });
        kept.papers().keySet().forEach(id -> broken(!last.containsKey(id), kept, events.size(), "文书 " + id + " 不见于记录"));
    }

    private void files(KeptCase kept, List<JsonNode> events) {
        if (evidence == null) {
            return;
        }
        for (JsonNode event : events) {
            for (JsonNode e : event.path("evidence")) {
                String sm3 = e.path("sm3").asString("");
                broken(!soundFiles.computeIfAbsent(sm3, this::sound), kept, event.get("seq").asInt(),
                        "证据 " + e.path("id").asString("") + " 的文件缺失或者与记录的摘要不符");
            }
        }
    }

    private boolean sound(String sm3) {
        return sm3.length() == 64 && evidence != null && sm3.equals(digestOf(evidence.resolve(sm3.substring(0, 2)).resolve(sm3)));
    }

    /// The digest of a file's bytes; empty when it cannot be read.
    static String digestOf(Path file) {
        try (var in = Files.newInputStream(file)) {
            Sm3 digest = new Sm3();
            byte[] buffer = new byte[64 * 1024];
            for (int n; (n = in.read(buffer)) > 0; ) {
                digest.add(buffer, 0, n);
            }
            return digest.endHex();
        } catch (java.io.IOException e) {
            return "";
        }
    }

    private static void head(KeptCase kept, HeadsFile.Head head) {
        broken(head.seq() > kept.lines().size(), kept, kept.lines().size() + 1,
                head.day() + " 的链首登记到第" + head.seq() + "条，现在只有" + kept.lines().size() + "条：链被截短");
        broken(!head.sm3().equals(Chain.hex(kept.lines().get(head.seq() - 1).digest())), kept, head.seq(),
                "与 " + head.day() + " 登记的链首不符：链被整体改写");
    }
}
