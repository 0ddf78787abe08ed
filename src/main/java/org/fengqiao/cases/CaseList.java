package org.fengqiao.cases;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// 案件清单的条件: what was asked of the list, as the address holds it.
record CaseList(
        @Nullable String q, @Nullable String procedure, @Nullable String stage, @Nullable String due, @Nullable String state,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {

    CaseSearch.Query query(int page, int size) {
        return new CaseSearch.Query(or(q), or(procedure), or(stage), or(due), or(state), from, until, page, size);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    String address(String path) {
        UriComponentsBuilder b = UriComponentsBuilder.fromPath(path);
        put(b, "q", q);
        put(b, "procedure", procedure);
        put(b, "stage", stage);
        put(b, "due", due);
        put(b, "state", state);
        put(b, "from", from == null ? null : from.toString());
        put(b, "until", until == null ? null : until.toString());
        return b.encode(StandardCharsets.UTF_8).toUriString();
    }

    /// What an address of the list asked; nothing when it is no such address.
    static Optional<CaseList> read(String list) {
        try {
            MultiValueMap<String, String> asked = UriComponentsBuilder.fromUriString("/cases?" + list).build().getQueryParams();
            Function<String, @Nullable String> of = name -> {
                String text = asked.getFirst(name);
                return text == null ? null : UriUtils.decode(text, StandardCharsets.UTF_8);
            };
            return Optional.of(new CaseList(
                    of.apply("q"), of.apply("procedure"), of.apply("stage"), of.apply("due"), of.apply("state"),
                    date(of.apply("from")), date(of.apply("until"))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /// Where a case of the list opens, so that its neighbours can be reached from there.
    String link(String number, int row) {
        String address = address("/cases");
        String list = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        return CaseLinks.of(number) + "?row=" + row + "&list=" + UriUtils.encode(list, StandardCharsets.UTF_8);
    }

    private static void put(UriComponentsBuilder b, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            b.queryParam(name, value.strip());
        }
    }
}
