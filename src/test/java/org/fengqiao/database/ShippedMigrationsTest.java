package org.fengqiao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.fengqiao.door.Command.Refused;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("表已到位就不再请 Flyway；有一点不同，仍由它判断")
class ShippedMigrationsTest {

    private static final String FOLDER = "db/migration";

    @TempDir
    private Path home;

    @Test
    @DisplayName("本版本建成的表：已到位")
    void knowsTheTablesOfThisVersion() {
        try (Database database = TestDatabase.fresh()) {
            assertThat(ShippedMigrations.allApplied(database.dataSource(), FOLDER)).isTrue();
        }
    }

    @Test
    @DisplayName("空库、旧版本的库：没有到位，升级以后才是")
    void knowsWhatIsStillToBeDone() {
        try (Database database = TestDatabase.empty("not_yet_migrated", home, "classpath:" + FOLDER)) {
            assertThat(ShippedMigrations.allApplied(database.dataSource(), FOLDER)).isFalse();
            database.migrate(database.dataSource(), MigrationVersion.fromVersion("64"));
            assertThat(ShippedMigrations.allApplied(database.dataSource(), FOLDER)).isFalse();
            database.migrate();
            assertThat(ShippedMigrations.allApplied(database.dataSource(), FOLDER)).isTrue();
        }
    }

    @ParameterizedTest
    @DisplayName("历史被改动：照旧拒绝启动")
    @ValueSource(strings = {
        "update flyway_schema_history set checksum = checksum + 1 where version = '51'",
        "update flyway_schema_history set success = false where version = '51'",
        "update flyway_schema_history set description = 'another' where version = '51'",
        "update flyway_schema_history set version = '51.1' where version = '51'",
        "delete from flyway_schema_history where version = '51'"
    })
    void refusesADamagedHistory(String damage) {
        try (Database database = TestDatabase.fresh()) {
            JdbcClient.create(database.dataSource()).sql(damage).update();
            assertThat(ShippedMigrations.allApplied(database.dataSource(), FOLDER)).isFalse();
            assertThatThrownBy(database::migrate).isInstanceOf(Refused.class).hasMessageContaining("cannot be brought up to date");
        }
    }

    @Test
    @DisplayName("历史里有本版本不认识的一条：不算到位")
    void leavesTheUnknownToFlyway() {
        try (Database database = TestDatabase.fresh()) {
            JdbcClient.create(database.dataSource()).sql("""
                            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                installed_by, execution_time, success)
                            values (999, '9000', 'later', 'SQL', 'V9000__later.sql', 1, 'somebody', 1, true)""").update();
            assertThat(ShippedMigrations.allApplied(database.dataSource(), FOLDER)).isFalse();
        }
    }
}
