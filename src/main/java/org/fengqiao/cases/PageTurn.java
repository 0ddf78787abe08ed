package org.fengqiao.cases;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;
import org.fengqiao.digest.Sm3;
import org.fengqiao.record.Records;
import org.fengqiao.ui.NoticeView;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 页面往返: what a form carries so that sending it twice does it once, and what is said on the page after.
public final class PageTurn {

    private static final String SAID = "said";

    private PageTurn() {}

    /// A fresh idempotency key.
    public static String key() {
        return UUID.randomUUID().toString();
    }

    /// The key a form sent along, bound to everything typed beside it; null when it sent none.
    static Records.@Nullable Key key(String user, String request, MultiValueMap<String, String> typed) {
        String key = typed.getFirst("key");
        if (key == null || key.isBlank() || key.length() > 100) {
            return null;
        }
        StringBuilder all = new StringBuilder(request);
        new TreeMap<>(typed).forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                all.append('\n').append(name).append('=').append(values);
            }
        });
        return new Records.Key(user, key, Sm3.of(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// Says something on the next page.
    public static void say(RedirectAttributes next, String lead, String text) {
        next.addFlashAttribute(SAID, NoticeView.of(NoticeView.Tone.DONE, lead, text));
    }

    /// What the page before had to say, or null.
    public static @Nullable NoticeView said(Model model) {
        return (NoticeView) model.getAttribute(SAID);
    }
}
