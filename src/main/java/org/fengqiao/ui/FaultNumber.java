package org.fengqiao.ui;

import jakarta.servlet.ServletRequest;
import java.security.SecureRandom;

/// 故障编号: what a person reads to the administrator, who finds the same number in the log beside the fault.
public final class FaultNumber {

    private static final String KEPT = FaultNumber.class.getName();
    /// Without the letters and figures that are mistaken for each other when read over the telephone.
    private static final String SIGNS = "ACDEFHJKLMNPQRTUVWXY34679";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FaultNumber() {}

    /// The number of this request; the same however often it is asked for.
    public static String of(ServletRequest request) {
        if (request.getAttribute(KEPT) instanceof String kept) {
            return kept;
        }
        String number = RANDOM.ints(LENGTH, 0, SIGNS.length()).collect(StringBuilder::new, (s, i) -> s.append(SIGNS.charAt(i)), StringBuilder::append).toString();
        request.setAttribute(KEPT, number);
        return number;
    }
}
