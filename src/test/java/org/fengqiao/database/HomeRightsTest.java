package org.fengqiao.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("数据目录：证据、链首、数据库、日志只给本人")
class HomeRightsTest {

    @TempDir
    private Path parent;

    @Test
    @DisplayName("新建的只给本人；复制来的目录放得太开，打开时收紧")
    void keepsItsFoldersToItself() throws Exception {
        Home home = Home.at(parent.resolve("office"));
        List<Path> folders = List.of(home.evidence(), home.heads(), home.postgres(), home.logs());
        assertThat(home.directory()).satisfies(HomeRightsTest::own);
        assertThat(folders).allSatisfy(HomeRightsTest::own);
        for (Path folder : folders) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Home.at(home.directory());
        assertThat(folders).allSatisfy(HomeRightsTest::own);
    }

    private static void own(Path folder) throws java.io.IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }
}
