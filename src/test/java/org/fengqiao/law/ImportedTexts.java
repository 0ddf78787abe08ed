package org.fengqiao.law;

import java.nio.file.Path;
import org.fengqiao.database.Database;

/// Brings texts into a test's database, for rooms that read what was imported.
public final class ImportedTexts {

    private ImportedTexts() {}

    /// How many articles came anew or with other words.
    public static int bring(Database database, boolean corrects, Path file) {
        try {
            TextImport.Outcome outcome = LawTexts.bring(database.dataSource(), corrects, file);
            if (!outcome.rejected().isEmpty()) {
                throw new IllegalStateException(outcome.rejected().toString());
            }
            return outcome.fresh() + outcome.changed();
        } catch (java.sql.SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
