package org.fengqiao.ui;

import java.util.Locale;
import java.util.Map;

/// 英文名称: names the data bear in both languages, from the room that holds them: laws, procedures, their stages and steps.
public interface EnglishNames {

    /// Chinese name to English name; where two things share a Chinese name, one English name serves both.
    Map<String, String> names();

    /// The name by which data address a thing as people read it: `notice-served` is Notice served.
    static String ofId(String id) {
        String spaced = id.replace('-', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
