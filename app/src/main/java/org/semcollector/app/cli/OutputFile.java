package org.semcollector.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that gets its name only when it is complete: a half-written export must not be taken for a whole one, nor
/// replace one.
final class OutputFile implements AutoCloseable {
  private final Path file;
  private final Path written;
  private final PrintWriter writer;

  private OutputFile(Path file, Path written, PrintWriter writer) {
    this.file = file;
    this.written = written;
    this.writer = writer;
  }

  static OutputFile create(Path file) throws CliException {
    // a pipe or a device takes what comes
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    Path written = special ? file : file.resolveSibling(file.getFileName() + ".part");
    try {
      return new OutputFile(file, written, new PrintWriter(Files.newBufferedWriter(written, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new CliException(file + " cannot be written (" + InputFile.reason(e) + "). Nothing was changed.");
    }
  }

  PrintWriter writer() {
    return writer;
  }

  /// Gives the file its name.
  void complete() throws CliException {
    writer.flush();
    boolean broken = writer.checkError();
    writer.close();
    try {
      if (!broken && !written.equals(file))
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      broken = true;
    }
    if (broken)
      throw new CliException(file + " could not be written completely; is the disk full? The data are safe here.");
  }

  @Override
  public void close() {
    writer.close();
    try {
      if (!written.equals(file))
        Files.deleteIfExists(written);
    } catch (IOException e) {
      // a left-over beside the file harms nobody
    }
  }
}
