package org.fengqiao.ui;

import java.util.Map;

/// 英文名称: names the data bear in both languages, from the room that holds them: laws, procedures, their stages and steps.
public interface EnglishNames {

    /// Chinese name to English name; where two things share a Chinese name, one English name serves both.
    Map<String, String> names();
}
