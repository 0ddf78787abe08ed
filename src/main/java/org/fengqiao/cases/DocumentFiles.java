package org.fengqiao.cases;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.fengqiao.document.Citing;
import org.fengqiao.document.Content;
import org.fengqiao.document.Rendering;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.fengqiao.ui.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/// 文书文件: prints a document of a case from its canonical content, on demand.
final class DocumentFiles {

    private final JdbcClient jdbc;
    private final short office;
    private final Rendering rendering;
    private final Supplier<Prose> prose;

    DocumentFiles(JdbcClient jdbc, short office, Rendering rendering, Supplier<Prose> prose) {
        this.jdbc = jdbc;
        this.office = office;
        this.rendering = rendering;
        this.prose = prose;
    }

    /// A printed document.
    record File(byte[] bytes, String mediaType, String name) {
        String disposition() {
            return "inline; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /// The document as `pdf`, `docx` or `html`; empty when there is none or the format is unknown.
    Optional<File> render(Records.Known known, String id, String format) {
        Optional<Content> content = content(known, id);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        CaseState.CaseDocument d = known.state().documents().get(id);
        String name = (d.number() == null ? known.state().number() + d.kind() : d.number()) + "." + format;
        return switch (format) {
            case "pdf" -> Optional.of(new File(rendering.pdf(content.get(), citing(content.get(), true)), "application/pdf", name));
            case "docx" -> Optional.of(new File(
                    rendering.docx(content.get(), citing(content.get(), true)),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name));
            case "html" -> Optional.of(new File(
                    rendering.html(content.get(), citing(content.get(), false)).getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8", name));
            default -> Optional.empty();
        };
    }

    /// The clauses the document names, as they stood on its day. A file leads back to the platform it was fetched from.
    private Citing citing(Content content, boolean file) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (file && request == null) {
            return Citing.NONE;
        }
        String platform = file ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() : "";
        return citing(content, address -> platform + address);
    }

    /// The same, each leading to where `leads` says instead of to its address on the platform.
    Citing citing(Content content, UnaryOperator<String> leads) {
        return words -> prose.get().named(words, content.day(), null, Set.of()).stream()
                .map(n -> new Citing.Cited(n.from(), n.to(), leads.apply(n.href())))
                .toList();
    }

    /// The canonical content of a document.
    Optional<Content> content(Records.Known known, String id) {
        CaseState.CaseDocument document = known.state().documents().get(id);
        return document == null || withholds(known, document) ? Optional.empty() : text(known, id).map(DocumentFiles::read);
    }

    /// Whether a document is not for who sees the case like this: it is addressed to somebody, or repeats something, not shown to them.
    ///
    /// A printed sheet repeats its values in any form; what may not be shown in full is not printed.
    boolean withholds(Records.Known seen, CaseState.CaseDocument document) {
        return Restriction.hides(seen.state(), document.party())
                || Restriction.lacks(seen.state()) && text(seen, document.id()).filter(NotShown.of(jdbc, office, seen)::in).isPresent();
    }

    private Optional<String> text(Records.Known known, String id) {
        return jdbc.sql("select content from document where office = ? and case_id = ? and id = ?")
                .params(office, known.id(), id)
                .query(String.class)
                .optional()
                .filter(text -> !text.isEmpty());
    }

    private static Content read(String text) {
        JsonNode json = Cases.JSON.readTree(text);
        return new Content(
                json.get("kind").asString(), json.get("template").asString(),
                json.hasNonNull("number") ? json.get("number").asString() : null, map(json.get("data")));
    }

    private static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(p -> {
            Object value = value(p.getValue());
            if (value != null) {
                map.put(p.getKey(), value);
            }
        });
        return map;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> {
                List<Object> all = new java.util.ArrayList<>();
                node.forEach(x -> all.add(value(x)));
                yield all;
            }
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> node.asLong();
            case STRING -> node.asString();
            default -> null;
        };
    }

    Rendering rendering() {
        return rendering;
    }
}
