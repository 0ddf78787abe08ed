package org.fengqiao.ui;

/// 操作: a button of the page head. At most one of a page is primary: the lawful next act.
///
/// @param icon  a name of the icon sheet, or empty
/// @param post  whether it changes something and is therefore sent as a form
/// @param print whether it prints the page; without a script the browser's own command does the same
public record ActionView(String text, String href, String icon, boolean primary, boolean post, boolean print) {

    public static ActionView link(String text, String href, String icon) {
        return new ActionView(text, href, icon, false, false, false);
    }

    public static ActionView primary(String text, String href) {
        return new ActionView(text, href, "", true, false, false);
    }

    public static ActionView post(String text, String href, String icon) {
        return new ActionView(text, href, icon, false, true, false);
    }

    public static ActionView print(String text, String href) {
        return new ActionView(text, href, "printer", false, false, true);
    }
}
