package org.fengqiao.cases;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Set;
import javax.sql.DataSource;
import org.fengqiao.database.Home;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.record.Erasure;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 案卷接口: the chained lines of a case, and the whole case as a package that anyone can check.
@RestController
@RequestMapping(path = "/api/v1/cases/{number}")
class CaseRecordApi {

    private final Cases cases;
    private final Records records;
    private final Access access;
    private final CasePackage packages;
    private final PersonalData personal;
    private final JdbcClient jdbc;

    CaseRecordApi(
            Cases cases, Records records, Access access, DocumentFiles documents, Evidence evidence, Home home, DataSource source, Laws laws, Texts texts) {
        this.cases = cases;
        this.records = records;
        this.access = access;
        this.personal = new PersonalData(cases, records, access);
        this.jdbc = JdbcClient.create(source);
        this.packages = new CasePackage(cases, records, documents, evidence, home.heads(), jdbc, laws, texts);
    }

    @GetMapping("/record")
    ResponseEntity<byte[]> record(Principal user, @PathVariable String number) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Records.Line line : records.lines(seen(user, number).id())) {
            all.addObject().put("seq", line.seq()).put("digest", line.digest()).put("line", line.line());
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            Principal user, @PathVariable String number, @RequestParam(defaultValue = "制作案卷") String purpose) throws IOException {
        Records.Known known = seen(user, number);
        if (!access.may(cases.office(), user.getName(), "case-file", "read", cases.clock().today())) {
            throw Problem.of(403, "没有权限", "您没有调取案卷的权限");
        }
        if (purpose.isBlank() || purpose.length() > 200) {
            throw Problem.of(400, "格式有误", "“purpose”应当写明调取目的，至多 200 个字").with("field", "purpose");
        }
        if (Restriction.hides(known.state(), null)) {
            throw Problem.of(403, "没有权限", PersonalData.Withheld.WHY);
        }
        CasePackage.Sealed sealed = packages.of(known);
        jdbc.sql("insert into look_up (office, person, case_id, purpose, what) values (?, ?, ?, ?, ?)")
                .params(CasesConfiguration.OFFICE, user.getName(), known.id(), purpose, "案卷，封签 " + sealed.seal())
                .update();
        String name = URLEncoder.encode("案卷 " + number + ".zip", StandardCharsets.UTF_8).replace("+", "%20");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("Fengqiao-Seal", sealed.seal())
                .body(sealed.zip());
    }

    @PostMapping("/erasure")
    ResponseEntity<byte[]> erase(Principal user, @PathVariable String number, @RequestBody byte[] bytes) {
        Body body = Body.read(bytes, Set.of("party", "ground"));
        String ground = body.need("ground");
        return switch (personal.erase(user.getName(), number, body.text("party"), ground)) {
            case Cases.Answer.Done(Records.Known known, boolean _) -> {
                String last = known.state().deeds().getLast().step();
                ObjectNode done = JsonNodeFactory.instance.objectNode();
                done.put("number", number).put("version", known.state().version());
                done.put("result", last.equals(Erasure.STEP) ? "erased" : "restricted");
                yield ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(done.toString().getBytes(StandardCharsets.UTF_8));
            }
            case Cases.Answer.Refused(var reasons) -> throw Problem.of(422, "不能办理", reasons.getFirst().text());
            case Cases.Answer.NotFound(String what) -> throw Problem.of(404, "没有找到", what);
            case Cases.Answer.Forbidden(String why) -> throw Problem.of(403, "没有权限", why);
            default -> throw Problem.of(409, "案件已有变化", "案件已有新的办理记录，请刷新后再办");
        };
    }

    private Records.Known seen(Principal user, String number) {
        Records.Known known =
                cases.see(user.getName(), number).orElseThrow(() -> Problem.of(404, "没有找到", "没有您可以查看的案件 " + number));
        cases.viewing().lookedUp(user.getName(), known, "接口：记录、案卷");
        return known;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Problem e) {
        return e.response();
    }
}
