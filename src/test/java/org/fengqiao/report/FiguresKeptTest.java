package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同样的数据不重数一遍；有新的一步、折算之后、换一个期间，都重数")
class FiguresKeptTest {

    private final Lives lives = new Lives();
    private final AtomicInteger countings = new AtomicInteger();
    private final Figures figures = new Figures(
            watched(lives.source), (short) 1, Lives.SHIPPED, new Membership(Lives.SHIPPED, Lives.DEFINITIONS, Lives.LAWS, () -> Lives.CALENDAR));

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    @DisplayName("没有变化的，一次数完；多一件就多一")
    void countsAgainOnlyAfterAnAct() {
        lives.request().step("2025-03-03", "registered");
        assertThat(received(2025)).isEqualTo(1);
        assertThat(received(2025)).isEqualTo(1);
        assertThat(countings).hasValue(1);

        Lives.Life second = lives.request().step("2025-03-04", "registered");
        assertThat(received(2025)).isEqualTo(2);
        assertThat(countings).hasValue(2);

        second.step("2025-03-04", "signed-in");
        assertThat(received(2025)).isEqualTo(2);
        assertThat(countings).as("an act of a case that was counted already").hasValue(3);
    }

    @Test
    @DisplayName("折算以后重数，数字不变；别的年度另数")
    void countsAgainAfterAFold() throws Exception {
        lives.request().step("2025-03-03", "registered");
        assertThat(received(2025)).isEqualTo(1);
        figures.folding().fold();
        assertThat(received(2025)).isEqualTo(1);
        assertThat(countings).hasValue(2);
        assertThat(received(2024)).isZero();
        assertThat(countings).hasValue(3);
        lives.request().step("2025-03-05", "registered");
        figures.folding().fold();
        assertThat(received(2025)).isEqualTo(2);
    }

    @Test
    @DisplayName("一个指标打开的案件，与它的数字出自同一次查数")
    void opensTheCasesOfWhatIsKept() {
        lives.request().step("2025-03-03", "registered");
        received(2025);
        lives.request().step("2025-03-04", "registered");
        Figures.CaseList list = figures.cases(Lives.year(2025), lives.office, "requests-received", "", 1, 100).orElseThrow();
        assertThat(list.figure().counted()).isEqualTo(2);
        assertThat(list.rows()).hasSize(2);
        assertThat(list.total()).isEqualTo(2);
    }

    private long received(int year) {
        return figures.of(Lives.year(year), lives.office).figure("requests-received").orElseThrow().counted();
    }

    /// Counts how often all sets are counted.
    private DataSource watched(DataSource source) {
        return (DataSource) proxy(DataSource.class, source, (method, arguments, result) ->
                method.equals("getConnection") ? proxy(Connection.class, result, (name, values, given) -> {
                    if (name.equals("prepareStatement") && String.valueOf(values[0]).contains("grouping sets")) {
                        countings.incrementAndGet();
                    }
                    return given;
                }) : result);
    }

    private interface After {
        Object of(String method, Object[] arguments, Object result);
    }

    private static Object proxy(Class<?> type, Object of, After after) {
        return Proxy.newProxyInstance(FiguresKeptTest.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> after.of(method.getName(), arguments, call(of, method, arguments)));
    }

    private static Object call(Object of, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
