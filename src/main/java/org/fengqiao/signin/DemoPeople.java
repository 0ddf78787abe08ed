package org.fengqiao.signin;

import java.util.List;
import org.fengqiao.ui.SignInPage;

/// 演示人员: who may be signed in with one click; there is no such bean outside the demonstration.
public interface DemoPeople {
    List<SignInPage.DemoPerson> people();
}
