package org.semcollector.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A secret in a file of its own.
final class FirstLine {
  private FirstLine() {}

  static String of(Path file) throws CliException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      String first = lines.findFirst().map(String::strip).orElse("");
      if (first.isEmpty())
        throw new CliException(file + " holds nothing in its first line. Nothing was sent.");
      return first;
    } catch (IOException | UncheckedIOException e) {
      throw new CliException(file + " cannot be read. Nothing was sent.");
    }
  }
}
