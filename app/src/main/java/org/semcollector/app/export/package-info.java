/// What is stored, as files for other programs: readings and buckets as CSV (RFC 4180) or JSON, streamed in constant
/// memory; XLSX behind the port [SpreadsheetFormat]. Every row names the meter's zone, the correction its times come
/// from, how certain they are, and the energy factor; texts cannot become formulas.
///
/// [ReadingExport] and [BucketExport] say what the columns are and write into a [RowWriter]; [ExportFile] gives a file
/// its name when it is complete.
@NullMarked
package org.semcollector.app.export;

import org.jspecify.annotations.NullMarked;
