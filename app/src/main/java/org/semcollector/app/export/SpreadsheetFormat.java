package org.semcollector.app.export;

import java.io.OutputStream;

/// Makes writers of spreadsheet files (XLSX).
public interface SpreadsheetFormat {
  /// @param about stands on a page of its own
  RowWriter open(OutputStream out, About about);
}
