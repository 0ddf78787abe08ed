package org.fengqiao.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("工作日历：放假的日子逐段写")
class CalendarPagesTest {

    @Test
    @DisplayName("连着的写成一段，后来补放的一天单独写，中间上班的日子不写成放假")
    void tellsSpansApart() {
        assertThat(spans("2026-10-01", "2026-10-02", "2026-10-03", "2026-10-14")).isEqualTo("10月1日至3日、10月14日");
        assertThat(spans("2026-04-30", "2026-05-01")).isEqualTo("4月30日至5月1日");
        assertThat(spans("2026-10-14")).isEqualTo("10月14日");
    }

    private static String spans(String... days) {
        return CalendarPages.spans(new TreeSet<>(List.of(days).stream().map(LocalDate::parse).toList()));
    }
}
