package org.fengqiao.cases;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.record.Records;
import org.fengqiao.ui.ActionView;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/// 按名册填写当事人: what another case holds as a list (the call list of an emergency plan) proposed as the parties of a new one.
///
/// Only a case the person may see is read, and the look is kept; the officer checks and completes what is proposed.
final class DrawnParties {

    private static final int SOUGHT = 50;
    private static final int OFFERED = 6;
    private static final String PURPOSE = "按名册登记";

    private final Cases cases;
    private final CaseSearch search;
    private final CaseFiles files;

    DrawnParties(Cases cases, CaseSearch search, CaseFiles files) {
        this.cases = cases;
        this.search = search;
        this.files = files;
    }

    /// The lists a person may draw the parties of a new case from, the newest first.
    List<ActionView> offered(String user, Definition d) {
        Definition.Drawn drawn = d.parties().drawn();
        if (drawn == null) {
            return List.of();
        }
        return search.find(user, new CaseSearch.Query("", drawn.procedure(), "", "", "open", null, null, 1, SOUGHT)).rows().stream()
                .filter(r -> drawn.from(r.procedure(), r.stage()))
                .filter(r -> cases.see(user, r.number()).filter(k -> !rows(k.state(), drawn).isEmpty()).isPresent())
                .limit(OFFERED)
                .map(r -> ActionView.link(
                        "按“" + r.title() + "”的名册填写",
                        "/register/" + d.slug() + "?from=" + UriUtils.encode(r.number(), StandardCharsets.UTF_8), ""))
                .toList();
    }

    /// The parties a list proposes, as the form of the parties has them; empty when there is no such list for this person.
    MultiValueMap<String, String> typed(String user, Definition d, String number) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        Definition.Drawn drawn = d.parties().drawn();
        Optional<Records.Known> known = drawn == null || number.isBlank() ? Optional.empty() : cases.see(user, number.strip());
        if (drawn == null || known.isEmpty() || !drawn.from(known.get().state().procedure(), known.get().state().stage())) {
            return typed;
        }
        files.lookedUp(user, known.get().id(), PURPOSE, d.title());
        int i = 0;
        for (Map.Entry<String, String> party : rows(known.get().state(), drawn).entrySet()) {
            if (i < d.parties().atMost()) {
                typed.add("parties[" + i + "].name", party.getKey());
                typed.add("parties[" + i + "].contact", party.getValue());
                i++;
            }
        }
        return typed;
    }

    /// Name → contact; a force that stands in the list for several areas is one party.
    private static Map<String, String> rows(CaseState state, Definition.Drawn drawn) {
        String kept = state.personal().get(drawn.list());
        JsonNode list = kept == null ? state.facts().get(drawn.list()) : PersonalData.told(Field.Type.POINTS, kept);
        Map<String, String> rows = new LinkedHashMap<>();
        if (list != null && list.isArray()) {
            for (JsonNode row : list) {
                String name = row.path(drawn.name()).asString("").strip();
                if (!name.isEmpty()) {
                    rows.putIfAbsent(name, drawn.contact() == null ? "" : row.path(drawn.contact()).asString("").strip());
                }
            }
        }
        return rows;
    }
}
