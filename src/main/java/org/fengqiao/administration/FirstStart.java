package org.fengqiao.administration;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import org.fengqiao.office.BeforeOpening;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.signin.Passwords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// 首次启动: an empty database gets an office with its posts and one administrator, whose password is shown once.
@Component
@Profile("!demo")
final class FirstStart extends BeforeOpening {

    private static final String ADMINISTRATOR = "admin";

    private final Offices offices;
    private final Passwords passwords;
    private final PrintStream out;

    @Autowired
    FirstStart(Offices offices, Passwords passwords) {
        this(offices, passwords, System.out);
    }

    FirstStart(Offices offices, Passwords passwords, PrintStream out) {
        this.offices = offices;
        this.passwords = passwords;
        this.out = out;
    }

    @Override
    protected void prepare() {
        if (offices.isEmpty()) {
            found();
        } else if (!passwords.ofNobody() || !offices.current().people().containsKey(ADMINISTRATOR)) {
            return;
        }
        // Told before it holds: a start that is cut off in between leaves nobody with a password, and the next one tells another.
        String password = Passwords.generated();
        out.println("新机关已建立。首次登录账号 " + ADMINISTRATOR + "，口令 " + password + "（只显示这一次，登录后请在“机构管理”中更换）");
        out.println("A new office was founded. Sign in as " + ADMINISTRATOR + " with the password above; it is shown only once.");
        passwords.set(ADMINISTRATOR, password);
    }

    private void found() {
        try (InputStream yaml = FirstStart.class.getResourceAsStream("/office/founding.yaml")) {
            offices.found(OfficeFile.read(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
