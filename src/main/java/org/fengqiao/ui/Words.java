package org.fengqiao.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// 用语: the texts of the frame, Chinese by default and English beside it.
final class Words {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    /// A missing key is a mistake of ours and fails loudly.
    static String in(Locale locale, String key, Object... values) {
        String text = ResourceBundle.getBundle("messages", locale, EXACT).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }
}
