package org.fengqiao.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fengqiao.digest.Sm3;
import org.fengqiao.document.Content;
import org.fengqiao.document.IncompleteContent;
import org.fengqiao.document.Rendering;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.record.Chain;
import org.fengqiao.record.Heads;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// 案卷: a whole case as one zip that a stranger can check with a shell and `openssl`.
///
/// It holds the index, the documents as printed, as web page and as canonical content, the articles they cite, the evidence files, the lines of the record with
/// their digests, the heads that speak of the case, and `verify.sh`. `manifest.txt` chains the digests of all files; its last
/// digest is the seal, which the office states apart from the file.
final class CasePackage {

    private final Records records;
    private final DocumentFiles documents;
    private final Evidence evidence;
    private final Path heads;
    private final JdbcClient jdbc;
    private final Cases cases;
    private final Laws laws;
    private final Texts texts;

    CasePackage(Cases cases, Records records, DocumentFiles documents, Evidence evidence, Path heads, JdbcClient jdbc, Laws laws, Texts texts) {
        this.cases = cases;
        this.laws = laws;
        this.texts = texts;
        this.records = records;
        this.documents = documents;
        this.evidence = evidence;
        this.heads = heads;
        this.jdbc = jdbc;
    }

    /// A package with its seal.
    record Sealed(byte[] zip, String seal) {}

    /// One line of the index (卷内目录).
    record Listed(int place, String title, String number, String day, String path, int from, int to) {
        String pages() {
            return to == 0 ? "—" : from == to ? Integer.toString(from) : from + "–" + to;
        }

        boolean proof() {
            return title.startsWith("证据：");
        }

        /// Whether it is heard or seen in time or read by a machine, and has one page only by convention.
        boolean timed() {
            return path.matches(".*\\.(mp3|mp4|bin)");
        }
    }

    /// Builds the package of a case.
    ///
    /// @throws IOException when an evidence file cannot be read
    /// @throws PersonalData.Withheld when whoever asks may not see its restricted values
    Sealed of(Records.Known known) throws IOException {
        CaseState state = known.state();
        if (Restriction.hides(state, null)) {
            throw new PersonalData.Withheld();
        }
        List<Records.Line> lines = records.lines(known.id());
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Listed> index = new ArrayList<>();
        CitedArticles cited = new CitedArticles(laws, texts);
        papers(known, files, index, cited);
        files(known, files, index);
        StringBuilder record = new StringBuilder();
        StringBuilder digests = new StringBuilder();
        lines.forEach(l -> {
            record.append(l.line()).append('\n');
            digests.append(l.digest()).append('\n');
        });
        files.put("record.jsonl", bytes(record));
        files.put("digests.txt", bytes(digests));
        files.put("case.txt", bytes("case " + state.number() + "\nevents " + lines.size() + "\ndigest "
                + lines.getLast().digest() + "\n"));
        StringBuilder day = new StringBuilder("# 日期 记录条数 该条摘要 链首簿摘要\n");
        Heads.of(heads, state.number()).forEach(h -> day.append(h.day()).append(' ').append(h.seq()).append(' ').append(h.sm3())
                .append(' ').append(h.book()).append('\n'));
        files.put("heads.txt", bytes(day));
        files.put("personal.jsonl", bytes(personal(known)));
        based(lines, cited);
        CaseIndex cover = new CaseIndex(state, cases.office(), definition(state).title(), LocalDateTime.of(
                cases.clock().today(), cases.clock().now().toLocalTime()), lines.size(), index, cited.count());
        if (cited.count() > 0) {
            files.put(CitedArticles.FILE, bytes(cited.html(state.number())));
        }
        files.put("index.html", bytes(cover.html()));
        files.put("index.txt", bytes(cover.text()));
        files.put("verify.sh", resource());
        return sealed(state.number(), files);
    }

    private Definition definition(CaseState state) {
        return cases.definitions().forStep(state, state.lastDay()).orElseThrow();
    }

    /// The clauses on which the steps rest, as the record names them.
    private void based(List<Records.Line> lines, CitedArticles cited) {
        for (Records.Line line : lines) {
            for (String citation : CaseEvent.of(Cases.JSON.readTree(line.line())).citations()) {
                Citation named = Citation.parse(citation);
                // A clause that the library has lost since stands in the record all the same.
                if (!named.isWholeInstrument() && laws.holds(named.law())) {
                    cited.leads(laws.url(named), "<a href=\"record.jsonl\">记录第 " + line.seq() + " 条</a>");
                }
            }
        }
    }

    private void papers(Records.Known known, Map<String, byte[]> files, List<Listed> index, CitedArticles cited) {
        Definition definition = definition(known.state());
        int page = 1;
        for (CaseState.CaseDocument d : known.state().documents().values()) {
            Definition.DocumentRule rule = definition.documents().get(d.kind());
            String title = rule == null ? d.kind() : rule.title();
            Optional<Content> content = documents.content(known, d.id());
            content.ifPresent(c -> files.put("documents/" + d.id() + ".json", bytes(c.canonical())));
            UnaryOperator<String> leads = address -> "../" + cited.leads(address, "<a href=\"documents/" + d.id() + ".html\">" + CaseIndex.escape(title) + "</a>");
            byte[] pdf = content.map(c -> printed(c, leads)).orElse(new byte[0]);
            int to = 0;
            if (pdf.length > 0) {
                files.put("documents/" + d.id() + ".pdf", pdf);
                files.put("documents/" + d.id() + ".html", bytes(documents.rendering().html(content.orElseThrow(), documents.citing(content.orElseThrow(), leads))));
                to = page + Math.max(1, Rendering.pages(pdf)) - 1;
            }
            index.add(new Listed(
                    index.size() + 1, title + (to > 0 ? "" : content.isPresent() ? "（内容不全，未能印制）" : "（无正文）"),
                    d.number() == null ? "" : d.number(), d.on().toString(),
                    content.isEmpty() ? "" : "documents/" + d.id() + (to > 0 ? ".pdf" : ".json"), page, to));
            page = to == 0 ? page : to + 1;
        }
    }

    /// A content that lacks what its template needs cannot be printed; it is handed over as it was recorded.
    private byte[] printed(Content content, UnaryOperator<String> leads) {
        try {
            return documents.rendering().pdf(content, documents.citing(content, leads));
        } catch (IncompleteContent e) {
            return new byte[0];
        }
    }

    private void files(Records.Known known, Map<String, byte[]> files, List<Listed> index) throws IOException {
        NotShown notShown = NotShown.of(jdbc, CasesConfiguration.OFFICE, known);
        int page = index.stream().mapToInt(Listed::to).max().orElse(0) + 1;
        List<Map.Entry<String, String[]>> rows = jdbc.sql(
                        "select id, title, media_type, sm3, collected_on::text from evidence where office = ? and case_id = ? order by length(id), id")
                .params(CasesConfiguration.OFFICE, known.id())
                .query((r, n) -> Map.entry(r.getString(1), new String[] {notShown.masked(r.getString(2)), r.getString(3), r.getString(4), r.getString(5)}))
                .list();
        for (Map.Entry<String, String[]> row : rows) {
            String[] e = row.getValue();
            Path place = evidence.place(e[2]);
            if (!Files.exists(place)) {
                // The file that remains is handed over and says what is missing; the digest in the record still proves it.
                index.add(new Listed(index.size() + 1, "证据：" + e[0] + "（文件不在证据库中）", row.getKey(), e[3], "", 0, 0));
                continue;
            }
            byte[] content = Files.readAllBytes(place);
            String path = "evidence/" + row.getKey() + suffix(e[1]);
            files.put(path, content);
            int pages = e[1].equals("application/pdf") ? Math.max(1, Rendering.pages(content)) : 1;
            index.add(new Listed(index.size() + 1, "证据：" + e[0], row.getKey(), e[3], path, page, page + pages - 1));
            page += pages;
        }
    }

    private static String suffix(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "application/pdf" -> ".pdf";
            case "audio/mpeg" -> ".mp3";
            case "video/mp4" -> ".mp4";
            case "text/plain" -> ".txt";
            default -> ".bin";
        };
    }

    /// Each personal value with its salt: SM3 of the salt's bytes and the value is the digest in the record.
    /// What whoever asks may not see stays in the office: its digest in the record remains without a value.
    private StringBuilder personal(Records.Known known) {
        StringBuilder text = new StringBuilder();
        records.personalRows(known.id()).forEach((seq, row) -> {
            for (Map.Entry<String, JsonNode> e : Cases.JSON.readTree(row).properties()) {
                if (Restriction.MASK.equals(known.state().personal().get(e.getKey()))) {
                    continue;
                }
                text.append(JsonNodeFactory.instance.objectNode().put("seq", seq).put("field", e.getKey())
                                .put("salt", e.getValue().path(0).asString("")).put("value", e.getValue().path(1).asString("")))
                        .append('\n');
            }
        });
        return text;
    }

    private static byte[] resource() throws IOException {
        try (InputStream in = CasePackage.class.getResourceAsStream("/case-file/verify.sh")) {
            return java.util.Objects.requireNonNull(in, "verify.sh").readAllBytes();
        }
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Sealed sealed(String number, Map<String, byte[]> files) throws IOException {
        byte[] seal = Sm3.of(bytes("fengqiao-file-1\n" + number + "\n"));
        StringBuilder manifest = new StringBuilder("fengqiao-file-1 " + number + "\n");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String entry = Sm3.hex(file.getValue()) + "  " + file.getKey();
            seal = Chain.next(seal, entry);
            manifest.append(Chain.hex(seal)).append("  ").append(entry).append('\n');
        }
        manifest.append("end ").append(files.size()).append(' ').append(Chain.hex(seal)).append('\n');
        files.put("manifest.txt", bytes(manifest));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return new Sealed(bytes.toByteArray(), Chain.hex(seal));
    }
}
