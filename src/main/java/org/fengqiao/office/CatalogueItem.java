package org.fengqiao.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 目录事项: one entry of a published list, such as a penalty matter handed to the sub-district (行政处罚法 第二十四条).
///
/// @param basis the articles the entry rests on, in the words of the list
/// @param unit the unit that handles it, when the list says so
/// @param from the day the entry was published and took effect
public record CatalogueItem(
        String catalogue,
        String id,
        String title,
        String basis,
        @Nullable String unit,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Long fineFrom,
        @Nullable Long fineTo) {

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
