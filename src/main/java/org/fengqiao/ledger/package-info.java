/// 台账 · ledger: many entries of a ledger at once, from a spreadsheet and back into one.
///
/// Door: [SheetImports], which leads what a room can make of a sheet ([SheetImport]) from the look to the confirmation; [SheetFile] reads
/// sheets; its pages, and the commands `ledger import`, `ledger template` and `ledger export`. Table: `ledger_import`, the sheets that wait
/// for their confirmation. A ledger is a procedure of one step: every row is registered through the door of the cases, under
/// the same conditions as an entry typed in. Refuses to write anything that the door would not let a person write.
@ApplicationModule(
        displayName = "台账 · Ledger",
        allowedDependencies = {"cases", "intake", "procedure", "record", "office", "calendar", "database", "door", "ui"})
@NullMarked
package org.fengqiao.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
