package org.fengqiao.ui;

import java.util.List;

/// 登录. The demonstration people are offered only when given; each is one form with one button.
///
/// @param action      where user, password and one-time code are posted
/// @param user        the account as typed, kept after a failure
/// @param userError   may be empty
/// @param passwordError 口令不正确。还可以尝试 4 次，之后账号锁定 15 分钟。 may be empty
/// @param askCode     whether a one-time code is asked
/// @param help        label and text: 忘记口令 / 请本科室管理员当面重置
/// @param demoAction  where a demonstration person is posted as `user`
public record SignInPage(
        String action,
        String user,
        String userError,
        String passwordError,
        boolean askCode,
        List<FactView> help,
        String demoAction,
        List<DemoPerson> demo) implements Page {

    public record DemoPerson(String user, String name, String posts) {}

    @Override
    public String template() {
        return "page/sign-in";
    }

    @Override
    public String title() {
        return "登录";
    }

    public FormView form() {
        FieldView account = FieldView.of(FieldView.Kind.TEXT, "user", "账号").help("工号，例如 sl0123").value(user).error(userError);
        FieldView password = FieldView.of(FieldView.Kind.PASSWORD, "password", "口令").error(passwordError);
        FieldView code = FieldView.of(FieldView.Kind.TEXT, "code", "动态口令").help("身份验证器上显示的 6 位数字，每 30 秒更新").limit(6);
        return FormView.post("sign-in", action, "登录", askCode ? List.of(account, password, code) : List.of(account, password)).asPrimary();
    }
}
