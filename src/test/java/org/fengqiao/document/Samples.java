package org.fengqiao.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The sample data that lies beside every template.
final class Samples {

    static final Templates TEMPLATES = Templates.load();
    static final Rendering RENDERING = new Rendering(TEMPLATES, Typefaces.shipped());

    private Samples() {}

    /// @param where `procedure/kind`
    static Map<String, Object> data(String where) {
        String[] place = where.split("/");
        try (InputStream in = Samples.class.getResourceAsStream("/procedures/" + place[0] + "/documents/" + place[1] + "/sample.json")) {
            return JsonMapper.shared().readValue(in, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Content content(String where) {
        return content(where, data(where));
    }

    static Content content(String where, Map<String, Object> data) {
        Map<String, Object> rest = new LinkedHashMap<>(data);
        String number = (String) rest.remove("number");
        return Content.of(TEMPLATES.inUse().get(where), number, rest);
    }

    /// The sample of the penalty decision with one field changed or, with null, taken away.
    static Content decisionWith(String path, Object value) {
        Map<String, Object> data = data("shared/penalty-decision");
        Map<String, Object> at = data;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            @SuppressWarnings("unchecked")
            Map<String, Object> inner = (Map<String, Object>) at.get(steps[i]);
            at = inner;
        }
        if (value == null) {
            at.remove(steps[steps.length - 1]);
        } else {
            at.put(steps[steps.length - 1], value);
        }
        return content("shared/penalty-decision", data);
    }
}
