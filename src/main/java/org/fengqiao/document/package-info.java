/// 文书 · official documents: data and a template become one document, printable in three forms.
///
/// Door: [Templates] to find, [Content] to fix what is said (its digest goes into the record), [Rendering] to print as HTML, PDF
/// or DOCX. No tables: what a document says is kept by the record. Refuses to print a document whose compulsory data is missing.
/// Knows no case, procedure or citation; whoever calls hands over finished words.
@ApplicationModule(displayName = "文书 · Document", allowedDependencies = {"digest", "numeral"})
@NullMarked
package org.fengqiao.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
