package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// 页面: everything one page shows. A controller builds the record and returns `page.view()`; nothing else is put into the model.
public interface Page {

    /// The template below `src/main/jte`, without `.jte`.
    String template();

    /// The name in the browser's title bar; the layout adds the product's name.
    String title();

    /// The room marked as the current place in the navigation.
    default @Nullable Room room() {
        return null;
    }

    /// The way to this page, the page itself left out.
    default List<Link> crumbs() {
        return List.of();
    }

    /// The day that counts for the laws named in the words of this page; null means today. See [LinkedWords].
    default @Nullable LocalDate day() {
        return null;
    }

    default ModelAndView view() {
        return new ModelAndView(template(), Map.of("page", this));
    }

    /// The same page with another status: 403, 404, 409, 422, 503.
    default ModelAndView view(HttpStatus status) {
        return new ModelAndView(template(), Map.of("page", this), status);
    }
}
