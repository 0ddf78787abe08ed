package org.fengqiao.cases;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fengqiao.digest.Sm3;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Letters;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 案件接口: procedures, cases and their steps over HTTP, under the same rules as the pages.
@RestController
@RequestMapping(path = "/api/v1")
class CasesApi {

    private final Cases cases;
    private final CaseJson json;
    private final Evidence evidence;
    private final DocumentFiles documents;
    private final CaseSearch search;

    CasesApi(Cases cases, CaseJson json, Evidence evidence, DocumentFiles documents, CaseSearch search) {
        this.cases = cases;
        this.json = json;
        this.evidence = evidence;
        this.documents = documents;
        this.search = search;
    }

    @GetMapping("/procedures")
    ResponseEntity<byte[]> procedures() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (String slug : cases.definitions().slugs()) {
            List<Definition> versions = cases.definitions().versions(slug);
            ObjectNode one = all.addObject().put("slug", slug).put("title", versions.getLast().title());
            ArrayNode from = one.putArray("versions");
            versions.forEach(v -> from.add(v.from().toString()));
        }
        return ok(all);
    }

    @GetMapping("/procedures/{slug}")
    ResponseEntity<byte[]> procedure(
            @PathVariable String slug,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        LocalDate day = on == null ? cases.clock().today() : on;
        Definition d = cases.definitions()
                .inForce(slug, day)
                .orElseThrow(() -> Problem.of(404, "没有找到", day + " 没有程序 " + slug));
        return ok(json.procedure(d, day));
    }

    @PostMapping(path = "/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> open(
            Principal user, @RequestBody byte[] bytes,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Body body = Body.read(bytes, Set.of(
                "procedure", "title", "relevantDate", "data", "parties", "lifeline", "actedOn", "actedAt", "actors",
                "lateReason"));
        Cases.Taking when = new Cases.Taking(
                null, body.date("actedOn"), body.moment("actedAt"), body.texts("actors"), null, body.text("lateReason"),
                body.object("data"));
        String title = body.text("title");
        title = title == null || title.isBlank() ? null : title.strip();
        if (title != null && Letters.unfit(title)) {
            throw Problem.of(400, "格式有误", "“title”含有不能保存的字符").with("field", "title");
        }
        if (title != null && title.length() > 200) {
            throw Problem.of(400, "格式有误", "“title”至多 200 个字").with("field", "title");
        }
        Cases.Opening opening = new Cases.Opening(
                body.need("procedure"), title, body.date("relevantDate"), body.object("data"), body.parties(),
                body.text("lifeline"), when);
        return answer(cases.open(user.getName(), opening, key(user, key, "POST /cases", bytes)), user);
    }

    @GetMapping("/cases/{number}")
    ResponseEntity<byte[]> aCase(Principal user, @PathVariable String number) {
        return ok(json.aCase(seen(user, number), user.getName()));
    }

    private Records.Known seen(Principal user, String number) {
        Records.Known known =
                cases.see(user.getName(), number).orElseThrow(() -> Problem.of(404, "没有找到", "没有您可以查看的案件 " + number));
        cases.viewing().lookedUp(user.getName(), known, "接口");
        return known;
    }

    @GetMapping("/cases/{number}/steps/{step}")
    ResponseEntity<byte[]> step(Principal user, @PathVariable String number, @PathVariable String step) {
        Records.Known known = seen(user, number);
        Definition d = cases.definitions().forStep(known.state(), cases.clock().today()).orElseThrow();
        Definition.Step found = d.step(step).orElseThrow(() -> Problem.of(404, "没有找到", "“" + d.title() + "”没有步骤 " + step));
        return ok(json.step(known.state(), d, found, user.getName()));
    }

    @PostMapping(path = "/cases/{number}/steps/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> take(
            Principal user, @PathVariable String number, @PathVariable String step, @RequestBody byte[] bytes,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Body body = Body.read(bytes, Set.of("expectedVersion", "actedOn", "actedAt", "actors", "party", "lateReason", "data"));
        Cases.Taking taking = new Cases.Taking(
                body.number("expectedVersion"), body.date("actedOn"), body.moment("actedAt"), body.texts("actors"),
                body.text("party"), body.text("lateReason"), body.object("data"));
        return answer(
                cases.take(user.getName(), number, step, taking, key(user, key, "POST /cases/" + number + "/steps/" + step, bytes)),
                user);
    }

    @PostMapping(path = "/cases/{number}/confirmations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> confirm(
            Principal user, @PathVariable String number, @RequestBody byte[] bytes,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Integer draft = Body.read(bytes, Set.of("draft")).number("draft");
        if (draft == null) {
            throw Problem.of(400, "格式有误", "“draft”不能为空").with("field", "draft");
        }
        return answer(
                cases.confirm(user.getName(), number, draft, key(user, key, "POST /cases/" + number + "/confirmations", bytes)), user);
    }

    @PostMapping(path = "/cases/{number}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> evidence(
            Principal user, @PathVariable String number, @RequestParam String kind, @RequestParam String title,
            @RequestParam(defaultValue = "现场收集") String source,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate collectedOn,
            @RequestParam MultipartFile file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) throws IOException {
        seen(user, number);
        plain("kind", kind, 40);
        plain("title", title, 200);
        plain("source", source, 200);
        if (file.isEmpty()) {
            throw Problem.of(400, "格式有误", "证据文件是空的").with("field", "file");
        }
        Evidence.Stored stored = evidence.store(file.getInputStream());
        String media = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        Evidence.Entry entry = new Evidence.Entry(
                kind, title, source, collectedOn == null ? cases.clock().today() : collectedOn,
                media.length() > 100 ? "application/octet-stream" : media, stored.size(), stored.sm3());
        Cases.Answer answer = cases.addEvidence(
                user.getName(), number, entry,
                key(user, key, "POST /cases/" + number + "/evidence", (kind + title + stored.sm3()).getBytes(StandardCharsets.UTF_8)));
        if (answer instanceof Cases.Answer.Done(Records.Known known, boolean _)) {
            ObjectNode created = JsonNodeFactory.instance.objectNode();
            created.put("id", "E" + known.state().evidence().size()).put("sm3", stored.sm3());
            return ResponseEntity.status(201).contentType(MediaType.APPLICATION_JSON).body(bytes(created));
        }
        return answer(answer, user);
    }

    /// A text of a multipart form, which no JSON reader has looked at.
    private static void plain(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw Problem.of(400, "格式有误", "“" + field + "”应当填写，且不超过 " + most + " 个字").with("field", field);
        }
    }

    @GetMapping("/cases/{number}/documents/{id}")
    ResponseEntity<byte[]> document(
            Principal user, @PathVariable String number, @PathVariable String id,
            @RequestParam(defaultValue = "pdf", name = "as") String format) {
        Records.Known known = seen(user, number);
        CaseState.CaseDocument d = known.state().documents().get(id);
        if (d != null && documents.withholds(known, d)) {
            throw Problem.of(403, "没有权限", PersonalData.Withheld.WHY);
        }
        DocumentFiles.File file = documents
                .render(known, id, format)
                .orElseThrow(() -> Problem.of(404, "没有找到", "没有文书 " + id + "，或者不能输出为 " + format));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header("Content-Disposition", file.disposition())
                .body(file.bytes());
    }

    @PostMapping(path = "/cases/{number}/documents/{id}/sign")
    ResponseEntity<byte[]> sign(
            Principal user, @PathVariable String number, @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        seen(user, number);
        return answer(
                cases.sign(user.getName(), number, id, key(user, key, "POST /cases/" + number + "/documents/" + id + "/sign", new byte[0])),
                user);
    }

    @GetMapping("/cases")
    ResponseEntity<byte[]> search(
            Principal user, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String procedure, @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "1") int page) {
        if (page < 1) {
            throw Problem.of(400, "格式有误", "“page”从 1 数起").with("field", "page");
        }
        if (!CaseSearch.DUE.contains(due)) {
            throw Problem.of(400, "格式有误", "“due”应当是 overdue、today 或者 soon").with("field", "due");
        }
        CaseSearch.Found found = search.find(user.getName(), new CaseSearch.Query(q, procedure, stage, due, "", null, null, page, 20));
        if (!q.isBlank()) {
            cases.purposes().log(user.getName(), null, "查询", "接口检索案件，得到 " + found.total() + " 件");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("total", found.total()).put("page", found.query().page()).put("size", found.query().size());
        ArrayNode items = body.putArray("cases");
        found.rows().forEach(r -> {
            ObjectNode one = items.addObject();
            one.put("number", r.number()).put("lifeline", r.lifeline()).put("procedure", r.procedure()).put("title", r.title());
            one.put("stage", r.stage()).put("final", r.isFinal()).put("openedOn", r.opened().toString());
            if (r.due() != null) {
                one.put("due", r.due().day().toString()).put("provisional", r.due().provisional());
            }
        });
        return ok(body);
    }

    private static Records.@Nullable Key key(Principal user, @Nullable String key, String request, byte[] body) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > 200) {
            throw Problem.of(400, "格式有误", "Idempotency-Key 应当是 1 至 200 个字符").with("field", "Idempotency-Key");
        }
        byte[] head = (request + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return new Records.Key(user.getName(), key, Sm3.of(all));
    }

    private ResponseEntity<byte[]> answer(Cases.Answer answer, Principal user) {
        return switch (answer) {
            case Cases.Answer.Done(Records.Known known, boolean opened) ->
                (opened ? ResponseEntity.created(address(known)) : ResponseEntity.ok())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(bytes(json.aCase(cases.viewing().shown(user.getName(), known), user.getName())));
            case Cases.Answer.Drafted(Records.Known known, long draft, String awaiting) -> {
                ObjectNode body = json.aCase(cases.viewing().shown(user.getName(), known), user.getName());
                body.put("draft", draft).put("awaiting", awaiting);
                yield ok(body);
            }
            case Cases.Answer.Refused(var reasons) ->
                throw Problem.of(422, "不能办理", reasons.getFirst().text()).with("reasons", json.reasons(reasons));
            case Cases.Answer.Lost() -> throw Problem.of(409, "案件已有变化", "案件已有新的办理记录，请刷新后再办；您填写的内容没有丢失");
            case Cases.Answer.NotFound(String what) -> throw Problem.of(404, "没有找到", what);
            case Cases.Answer.Forbidden(String why) -> throw Problem.of(403, "没有权限", why);
            case Cases.Answer.KeyReused() -> throw Problem.of(422, "幂等键重复", "该 Idempotency-Key 已用于另一个请求")
                    .with("field", "Idempotency-Key");
        };
    }

    private static URI address(Records.Known known) {
        return URI.create("/api/v1/cases/" + URLEncoder.encode(known.state().number(), StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> ok(JsonNode body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes(body));
    }

    private static byte[] bytes(JsonNode body) {
        return Cases.JSON.writeValueAsBytes(body);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Problem e) {
        return e.response();
    }
}
