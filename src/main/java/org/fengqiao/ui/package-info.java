/// 界面 · the pages: layout, components and the view records that the rooms' controllers fill.
///
/// Door: [Page] (one record for each page), [Frame] and [FrameSource], the component records ([ClockView], [StepView],
/// [FieldView], …). Templates lie in `src/main/jte`, files for the browser in `static/assets`. Owns no table and knows no
/// domain: everything it is given is words, dates, numbers and lists. It refuses inline scripts, inline styles and any
/// request to another host.
@ApplicationModule(displayName = "界面 · Pages", type = ApplicationModule.Type.OPEN, allowedDependencies = {"numeral"})
@NullMarked
package org.fengqiao.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
