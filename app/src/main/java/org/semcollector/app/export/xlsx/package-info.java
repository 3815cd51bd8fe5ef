/// Tables as XLSX, the file format of spreadsheets, streamed: numbers as numbers, times as dates, text as text and never
/// as a formula.
@NullMarked
package org.semcollector.app.export.xlsx;

import org.jspecify.annotations.NullMarked;
