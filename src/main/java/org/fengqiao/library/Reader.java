package org.fengqiao.library;

import java.security.Principal;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Refusal;
import org.springframework.stereotype.Component;

/// 查阅资格: whether a person may read a shelf of the library today.
@Component
class Reader {

    private final Cases cases;
    private final Access access;

    Reader(Cases cases, Access access) {
        this.cases = cases;
        this.access = access;
    }

    void mayRead(Principal user, String shelf) {
        if (!access.may(cases.office(), user.getName(), shelf, "read", cases.clock().today())) {
            throw Refusal.forbidden("您的岗位不能查阅这部分内容。");
        }
    }

    boolean mayOpen(Principal user, String procedure) {
        return access.mayAct(cases.office(), user.getName(), procedure, cases.clock().today());
    }
}
