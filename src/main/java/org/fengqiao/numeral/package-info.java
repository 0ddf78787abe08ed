/// 数字 · numerals: the numbers that statutes, papers and pages write in Chinese.
///
/// Door: [Numerals]. Owns no table; knows no other room.
@ApplicationModule(displayName = "数字 · Numerals", allowedDependencies = {})
@NullMarked
package org.fengqiao.numeral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
