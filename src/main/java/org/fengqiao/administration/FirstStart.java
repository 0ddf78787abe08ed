package org.fengqiao.administration;

import java.io.IOException;
import java.io.InputStream;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.signin.Passwords;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// 首次启动: an empty database gets an office with its posts and one administrator, whose password is shown once.
@Component
@Profile("!demo")
final class FirstStart implements SmartLifecycle {

    private static final String ADMINISTRATOR = "admin";

    private final Offices offices;
    private final Passwords passwords;
    private volatile boolean running;

    FirstStart(Offices offices, Passwords passwords) {
        this.offices = offices;
        this.passwords = passwords;
    }

    @Override
    public void start() {
        running = true;
        if (!offices.isEmpty()) {
            return;
        }
        try (InputStream yaml = FirstStart.class.getResourceAsStream("/office/founding.yaml")) {
            offices.found(OfficeFile.read(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String password = Passwords.generated();
        passwords.set(ADMINISTRATOR, password);
        System.out.println("新机关已建立。首次登录账号 " + ADMINISTRATOR + "，口令 " + password + "（只显示这一次，登录后请在“机构管理”中更换）");
        System.out.println("A new office was founded. Sign in as " + ADMINISTRATOR + " with the password above; it is shown only once.");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the doors open.
    @Override
    public int getPhase() {
        return 0;
    }
}
