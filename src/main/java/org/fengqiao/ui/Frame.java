package org.fengqiao.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 页框: what every page carries around its content. Built once for each request by the [FrameSource].
///
/// @param office the office's name
/// @param person who is signed in; null on the sign-in page and on errors before sign-in
/// @param day    the sentence about the office day: 2026年10月9日 星期五 · 工作日（明日周六调休上班）
/// @param rooms  the rooms this person may enter, in order
/// @param counts how much waits in a room; a room without an entry shows no number
/// @param csrf   the token that every form sends back
/// @param locale the language of the frame
/// @param asked  the query of the request as it came, without the language
/// @param notice one sentence over every page, for example that this is a demonstration; null shows nothing
public record Frame(
        String office,
        @Nullable Person person,
        String day,
        List<Room> rooms,
        Map<Room, Integer> counts,
        Csrf csrf,
        Locale locale,
        String asked,
        @Nullable String notice) {

    public record Person(String name, String post) {}

    public record Csrf(String parameter, String header, String token) {}

    /// A text of the frame in this person's language.
    public String say(String key, Object... values) {
        return Words.in(locale, key, values);
    }

    public String lang() {
        return locale.getLanguage().equals("en") ? "en" : "zh-CN";
    }

    /// The same page, with all that was asked of it, in the other language.
    public String otherLanguage() {
        return "?" + (asked.isEmpty() ? "" : asked + "&") + "lang=" + say("language.code");
    }

    /// The header line in which htmx sends the token.
    public String csrfHeaders() {
        return "{\"" + csrf.header() + "\":\"" + csrf.token() + "\"}";
    }

    public boolean opensGroup(int index) {
        String group = rooms.get(index).group();
        return !group.isEmpty() && (index == 0 || !rooms.get(index - 1).group().equals(group));
    }
}
