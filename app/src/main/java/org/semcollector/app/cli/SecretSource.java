package org.semcollector.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.secret.Secret;

/// Where a command gets a secret from: never its arguments, which every user of the machine can read.
final class SecretSource {
  private final Console console;
  private final Services services;

  SecretSource(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  /// The first line of a file, or of standard input for `-`; else a variable of the environment; else nothing.
  Optional<Secret> given(@Nullable Path file, String variable) throws CliException {
    if (file == null)
      return services.environment(variable).filter(text -> !text.isBlank()).map(Secret::new);
    String line = "-".equals(file.toString()) ? line() : firstLine(file);
    if (line.isEmpty())
      throw new CliException(("-".equals(file.toString()) ? "Standard input" : file)
          + " holds nothing in its first line. Nothing was sent.");
    return Optional.of(new Secret(line));
  }

  /// Asks at the terminal, without showing what is typed.
  ///
  /// @param missing what to say when there is no terminal
  Secret asked(String question, String missing) throws CliException {
    java.io.Console terminal = Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal)
        .orElseThrow(() -> new CliException(ExitCode.USAGE, missing));
    char[] typed = terminal.readPassword("%s: ", question);
    String text = typed == null ? "" : new String(typed).strip();
    if (text.isEmpty())
      throw new CliException(ExitCode.USAGE, missing);
    return new Secret(text);
  }

  private String line() throws CliException {
    try {
      String line = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw new CliException("Standard input cannot be read. Nothing was sent.");
    }
  }

  private static String firstLine(Path file) throws CliException {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.findFirst().map(String::strip).orElse("");
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new CliException(file + " cannot be read. Nothing was sent.");
    }
  }
}
