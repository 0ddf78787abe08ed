package org.fengqiao.cases;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/// 地址: where the pages of a case lie; case numbers hold Chinese characters and brackets.
public final class CaseLinks {

    private CaseLinks() {}

    public static String of(String number) {
        return "/cases/" + UriUtils.encodePathSegment(number, StandardCharsets.UTF_8);
    }

    public static String step(String number, String step) {
        return of(number) + "/steps/" + step;
    }

    static String document(String number, String id) {
        return of(number) + "/documents/" + id;
    }
}
