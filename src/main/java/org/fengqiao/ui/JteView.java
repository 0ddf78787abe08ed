package org.fengqiao.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// One precompiled template, rendered whole before its first byte is sent, so that a failure never leaves half a page.
record JteView(
        TemplateEngine engine, String name, FrameSource frames, Supplier<English> english, @Nullable Prose prose) implements View {

    /// A view whose words lead nowhere, as before anybody has signed in.
    JteView(TemplateEngine engine, String name, FrameSource frames, Supplier<English> english) {
        this(engine, name, frames, english, null);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request,
            HttpServletResponse response) throws Exception {
        Map<String, Object> values = new HashMap<>(model == null ? Map.of() : model);
        if (!values.containsKey("frame")) {
            values.put("frame", frames.frame(request));
        }
        StringOutput page = new StringOutput(32 * 1024);
        engine.render(name + ".jte", values, page);
        Frame frame = values.get("frame") instanceof Frame held ? held : null;
        // Who has not signed in could not open the laws.
        String html = finished(page.toString(), frame, frame != null && frame.person() != null ? prose : null);
        byte[] bytes = ProvisionalWords.in(html).getBytes(StandardCharsets.UTF_8);
        response.setContentType(getContentType());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String finished(String html, @Nullable Frame frame, @Nullable Prose leading) {
        if (frame != null && frame.lang().equals("en")) {
            return EnglishPage.of(html, english.get(), leading);
        }
        return leading == null ? html : LinkedWords.in(html, leading);
    }
}
