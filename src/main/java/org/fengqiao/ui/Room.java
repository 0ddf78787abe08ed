package org.fengqiao.ui;

/// 房间: one entry of the main navigation. The titles are in the message bundles under `room.` and the name in lower case.
public enum Room {
    WORKLIST("/worklist", "home", "", "w"),
    INTAKE("/intake", "inbox", "", "i"),
    CASES("/cases", "folders", "", "c"),
    LEDGERS("/ledgers", "writing", "", "t"),
    LAWS("/laws", "book-2", "basis", "l"),
    PROCEDURES("/procedures", "sitemap", "basis", ""),
    CALENDAR("/calendar", "calendar", "basis", ""),
    FIGURES("/figures", "report", "oversight", "r"),
    CONTRACTS("/contracts", "file-text", "oversight", ""),
    VERIFICATION("/verification", "shield-check", "oversight", ""),
    ADMINISTRATION("/administration", "id-badge-2", "management", "");

    private final String href;
    private final String icon;
    private final String group;
    private final String key;

    Room(String href, String icon, String group, String key) {
        this.href = href;
        this.icon = icon;
        this.group = group;
        this.key = key;
    }

    public String href() {
        return href;
    }

    public String icon() {
        return icon;
    }

    /// The heading this room stands under in the navigation; empty for the first, unnamed group.
    public String group() {
        return group;
    }

    /// The key that opens this room after `g`, or empty.
    public String key() {
        return key;
    }

    String word() {
        return "room." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
