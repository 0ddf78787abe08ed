package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.fengqiao.cases.Cases;
import org.fengqiao.office.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("运行指标：只给系统管理员；是否健康人人可问，只答好坏")
class ActuatorTest extends LiveOffice {

    @Autowired
    Cases cases;

    @Test
    @DisplayName("指标给管理员，不给别人，也不给没有登录的人")
    void tellsAdministratorsAlone() {
        int administrators = 0;
        for (Person p : cases.office().people().values()) {
            boolean administrates = p.holds("administrator", cases.clock().today());
            HttpResponse<String> answer = get("/actuator/prometheus", token(p.id()));
            assertThat(answer.statusCode()).as(p.id()).isEqualTo(administrates ? 200 : 403);
            if (administrates) {
                administrators++;
                assertThat(answer.body()).contains("jvm_memory_used_bytes");
            } else {
                assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            }
        }
        assertThat(administrators).isPositive();
        assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("健康状况不说细节；环境、内存、日志一概不开")
    void opensNothingElse() {
        HttpResponse<String> health = get("/actuator/health", null);
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("database", "diskSpace", "path");
        for (String closed : new String[] {"env", "heapdump", "loggers", "beans", "configprops", "threaddump", "mappings"}) {
            assertThat(get("/actuator/" + closed, null).statusCode()).as(closed).isEqualTo(401);
            assertThat(get("/actuator/" + closed, token("chen-gui")).statusCode()).as(closed).isEqualTo(403);
            assertThat(get("/actuator/" + closed, token("zhu-wu")).statusCode()).as(closed).isEqualTo(404);
        }
    }
}
