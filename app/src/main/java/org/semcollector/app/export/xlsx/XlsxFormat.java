package org.semcollector.app.export.xlsx;

import java.io.OutputStream;
import org.semcollector.app.export.About;
import org.semcollector.app.export.RowWriter;
import org.semcollector.app.export.SpreadsheetFormat;

/// XLSX as Office Open XML (ECMA-376) has it.
public final class XlsxFormat implements SpreadsheetFormat {
  @Override
  public RowWriter open(OutputStream out, About about) {
    return new XlsxWriter(out, about);
  }
}
