/// 登录 · sign-in: who is at the door: passwords, sessions, tokens, throttling; deny by default.
///
/// Refuses to know what a signed-in person may do in a case; that is decided where the case is.
@ApplicationModule(displayName = "登录 · Sign-in", allowedDependencies = {"office", "ui"})
@NullMarked
package org.fengqiao.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
