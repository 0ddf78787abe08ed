package org.fengqiao.ui;

/// 内容安全策略: the header under which every page works. The security room sends it.
public final class ContentSecurity {

    /// The `data:` pictures are the arrows and ticks inside Tabler's stylesheet.
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private ContentSecurity() {}
}
