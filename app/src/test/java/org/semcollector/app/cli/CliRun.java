package org.semcollector.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// One command as a script sees it.
record CliRun(int exitCode, String out, String err) {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  /// Runs a command that needs no services.
  static CliRun of(String... args) {
    return with((_, _) -> {
      throw new AssertionError("this command needs no services");
    }, args);
  }

  static CliRun with(Services.Factory services, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(InputStream.nullInputStream(), new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false);
    int exitCode = new Cli(new CliContext(console, CLOCK, services, _ -> 0)).run(args);
    return new CliRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Exactly one sentence for people, nothing of the program's inside.
  boolean isOneClearSentence() {
    return err.lines().count() == 1 && !err.contains("Exception") && !err.contains("\tat ");
  }
}
