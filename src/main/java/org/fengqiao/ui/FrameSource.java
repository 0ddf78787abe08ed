package org.fengqiao.ui;

import jakarta.servlet.http.HttpServletRequest;

/// Where the frame of a request comes from. One bean of this type, made by the room that knows people, office and day.
public interface FrameSource {

    /// Must answer for every request, also without a person and while the database is away.
    Frame frame(HttpServletRequest request);
}
