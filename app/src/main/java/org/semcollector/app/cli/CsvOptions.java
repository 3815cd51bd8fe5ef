package org.semcollector.app.cli;

import org.jspecify.annotations.Nullable;
import org.semcollector.app.export.CsvStyle;
import org.semcollector.app.export.CsvStyle.LineEnd;
import picocli.CommandLine.Option;

/// How CSV is wanted.
final class CsvOptions {
  @Option(names = "--separator", paramLabel = "comma|semicolon|tab|bar", description = "Between cells (default: comma; semicolon with a decimal comma).")
  @Nullable
  Separator separator;

  @Option(names = "--decimal", paramLabel = "point|comma", defaultValue = "POINT", description = "Decimal mark (default: point).")
  Decimal decimal;

  @Option(names = "--line-end", paramLabel = "crlf|lf", defaultValue = "CRLF", description = "Default: crlf, as RFC 4180 has it.")
  LineEnd lineEnd;

  @Option(names = "--bom", description = "Starts the file with a byte order mark, for Excel.")
  boolean bom;

  /// Between cells.
  enum Separator {
    COMMA(','), SEMICOLON(';'), TAB('\t'), BAR('|');

    private final char mark;

    Separator(char mark) {
      this.mark = mark;
    }
  }

  /// Between whole and fraction.
  enum Decimal {
    POINT('.'), COMMA(',');

    private final char mark;

    Decimal(char mark) {
      this.mark = mark;
    }
  }

  CsvStyle style() throws CliException {
    Separator between = separator != null
        ? separator
        : decimal == Decimal.COMMA ? Separator.SEMICOLON : Separator.COMMA;
    if (between.mark == decimal.mark)
      throw new CliException(ExitCode.USAGE, "A comma cannot both separate cells and mark decimals: say --separator "
          + "semicolon.");
    return new CsvStyle(between.mark, decimal.mark, lineEnd, bom);
  }
}
