package org.fengqiao.intake;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.sql.SQLException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 收件接口: one request or many, as objects, a list or JSON lines; the same rules as an imported file.
@RestController
class IntakeApi {

    private static final int MOST_LINES = 5_000;

    private final Intake intake;

    IntakeApi(Intake intake) {
        this.intake = intake;
    }

    @PostMapping(path = "/api/v1/intake/{channel}", consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    ResponseEntity<byte[]> receive(
            Principal user, @PathVariable String channel, @RequestBody byte[] bytes,
            @RequestHeader("Content-Type") MediaType type) throws SQLException {
        if (!intake.mayReceive(user.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "您没有收件登记的权限");
        }
        Channel from = Channel.of(channel).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, "没有来源渠道 " + channel + "，可用的有 " + Channel.known()));
        List<Line> lines = lines(bytes, type.isCompatibleWith(MediaType.APPLICATION_NDJSON));
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw bad("一次应当送 1 至 " + MOST_LINES + " 条，本次 " + lines.size() + " 条");
        }
        Receipt receipt = intake.receive(from, lines, user.getName(), done -> {});
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(receipt).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> lines(byte[] bytes, boolean lineByLine) {
        try {
            String text = Delivery.text(bytes, StandardCharsets.UTF_8);
            if (lineByLine) {
                return Delivery.jsonLines(text);
            }
            JsonNode body = JsonMapper.shared().readTree(text);
            if (body == null || !body.isContainer()) {
                throw bad("请求内容应当是 JSON 对象或者对象的列表");
            }
            return Delivery.json(body);
        } catch (Delivery.WrongEncoding e) {
            throw bad("请求内容应当是 UTF-8 编码（第 " + e.line + " 行有误）");
        } catch (JacksonException e) {
            String place = e.getLocation() == null ? "" : "（第 " + e.getLocation().getLineNr() + " 行第 " + e.getLocation().getColumnNr() + " 列）";
            throw bad("请求内容不是正确的 JSON" + place);
        }
    }

    private static ResponseStatusException bad(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }

    private static ObjectNode json(Receipt receipt) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("accepted", receipt.accepted()).put("duplicate", receipt.duplicate());
        ArrayNode rejected = body.putArray("rejected");
        receipt.rejected().forEach(r -> rejected.addObject().put("line", r.line()).put("reason", r.reason()));
        ArrayNode cases = body.putArray("cases");
        receipt.cases().forEach(cases::add);
        return body;
    }
}
