package org.semcollector.app.wiring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semcollector.app.Main;
import org.semcollector.app.cli.Cli;
import org.semcollector.app.cli.CliContext;
import org.semcollector.app.cli.Console;
import org.semcollector.app.meter.Pause;
import org.semcollector.app.notes.json.JsonMeterNotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// The program as a script uses it: real services on one data folder, by default on a clock that stands.
record Sem(Path data, Map<String, String> environment, Clock clock, MeterPlace place) {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T15:20:00Z"), BERLIN);

  Sem(Path data) {
    this(data, Map.of());
  }

  Sem(Path data, Map<String, String> environment) {
    this(data, environment, CLOCK);
  }

  Sem(Path data, Map<String, String> environment, Clock clock) {
    this(data, environment, clock, MeterPlace.NOWHERE);
  }

  /// What a command left behind.
  record Run(int exitCode, String out, String err) {
    /// @return this, when the command ended so and said nothing that only programmers understand
    Run ends(int expected) {
      assertEquals(expected, exitCode, () -> out + err);
      for (String technical : List.of("Exception", "\tat ", "made a mistake", "null"))
        assertFalse((out + err).contains(technical), () -> out + err);
      return this;
    }

    List<String> lines() {
      return out.lines().toList();
    }

    /// The one document on standard output.
    Document json() {
      return Document.parse(out);
    }

    /// The objects of a list in it.
    List<Document> list(String name) {
      return json().list(name);
    }
  }

  /// How the program stores into a data folder.
  static Storing storing(Path data) {
    return new Storing(new JsonMeterNotes(data.resolve("notes"), CLOCK), CLOCK);
  }

  /// Runs a command on the data folder.
  Run run(String... command) {
    var args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--data-dir", data.toString()));
    return exactly(args.toArray(String[]::new));
  }

  /// Runs a command on the data folder that reads standard input.
  Run runWith(String input, String... command) {
    var args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--data-dir", data.toString()));
    return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), args.toArray(String[]::new));
  }

  /// Runs a command just as it is written.
  Run exactly(String... args) {
    return run(InputStream.nullInputStream(), args);
  }

  private Run run(InputStream in, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(in, stream(out), stream(err), false);
    var system = new SystemFacts(clock, BERLIN, Locale.UK, withoutSystemBus(), "Linux", data.resolve("home"))
        .withSyncPause((_, _) -> {}).withMeterPlace(place)
        .withVisitPause(clock instanceof PassingClock passing ? passing::pass : Pause.REAL);
    int exitCode = new Cli(new CliContext(console, clock,
        (chosen, simulated) -> AppServices.open(system, chosen, simulated), _ -> 0)).run(args);
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// No test steers the radio of the computer it runs on.
  private Map<String, String> withoutSystemBus() {
    var all = new HashMap<String, String>(environment);
    all.putIfAbsent("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + data.resolve("no-system-bus"));
    return all;
  }

  /// Starts a program of its own on the data folder; its errors come with its output.
  Process child(String... command) throws IOException {
    return java(Main.class, command);
  }

  Process java(Class<?> main, String... args) throws IOException {
    var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"),
        main.getName()));
    line.addAll(List.of(args));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("SEM_DATA_DIR", data.toString());
    builder.environment().putAll(withoutSystemBus());
    return builder.start();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
