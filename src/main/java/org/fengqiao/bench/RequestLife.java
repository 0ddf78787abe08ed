package org.fengqiao.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.cases.Cases;
import org.fengqiao.procedure.Act;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 一件诉求的一生: the nine steps from registration to closure, by the people of the demonstration office, 600 bytes of
/// form data a step on average. Not every step has a form, so those with a narrative carry more.
public final class RequestLife {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Bytes of form data in the whole life.
    static final int BYTES = 9 * 600;

    private RequestLife() {}

    /// One step and who takes it.
    public record Move(String user, String step, ObjectNode data) {}

    /// The nine steps, the narratives filled so that all forms together hold [#BYTES].
    public static List<Move> nine() {
        return moves(words((BYTES - bytes(moves(""))) / 7));
    }

    private static List<Move> moves(String words) {
        return List.of(
                move("chen-gui", "registered", "{\"channel\":\"counter\",\"content\":\"路灯不亮" + words + "\",\"place\":\"石桥路20号北门外\"}"),
                move("chen-gui", "signed-in", "{}"),
                move("chen-gui", "classified-ordinary",
                        "{\"within-power\":\"yes\",\"within-power-reason\":\"属于本街道管养" + words + "\",\"category\":\"R02\"}"),
                move("chen-gui", "unit-dispatched", "{\"unit\":\"city\",\"unit-reason\":\"市政设施" + words + "\"}"),
                move("shen-mao", "unit-accepted", "{\"handlers\":[\"jiang-yin\"]}"),
                move("jiang-yin", "handled", "{\"outcome\":\"resolved\",\"measures\":\"已更换灯具" + words + "\"}"),
                move("jiang-yin", "replied", "{\"reply\":\"问题已修复" + words + "\",\"reply-method\":\"phone\"}"),
                move("chu-zi", "return-visited", "{\"satisfaction\":\"satisfied\",\"attempts\":1,\"visit-note\":\"满意" + words + "\"}"),
                move("chen-gui", "request-closed", "{\"closing-note\":\"路灯已修复。" + words + "\"}"));
    }

    private static Move move(String user, String step, String data) {
        return new Move(user, step, (ObjectNode) JSON.readTree(data));
    }

    private static int bytes(List<Move> moves) {
        return moves.stream().mapToInt(m -> m.data().toString().getBytes(StandardCharsets.UTF_8).length).sum();
    }

    /// As many different characters as fit into some bytes of UTF-8; text that repeats would flatter compression.
    private static String words(int bytes) {
        StringBuilder text = new StringBuilder();
        int seed = 7;
        for (int i = 0; i < bytes / 3; i++) {
            seed = seed * 1103515245 + 12345;
            text.append((char) (0x4E00 + ((seed >>> 8) % 3000)));
        }
        return text.toString();
    }

    /// Registers a request through the door.
    public static Cases.Answer open(Cases cases, Move first, LocalDate day) {
        return cases.open(
                first.user(),
                new Cases.Opening(
                        "public-request", "石桥路路灯不亮", day, first.data(),
                        List.of(new Act.NewParty("person", "示例诉求人甲", null, "000-0001（示例）", "示例路1号", "requester", null)),
                        null, Cases.Taking.of(JSON.createObjectNode())),
                null);
    }
}
