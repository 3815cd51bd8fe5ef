package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.clock.bench.simulated.LoadKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "bench", description = "Benchmarks; each prints its peer or limit from the same run.")
final class BenchCommand extends SemCommand {
  @Parameters(index = "0", paramLabel = "decode|collect|store|charts|frames|export|sync|clock", description = "What to measure.")
  Bench bench;

  @Parameters(index = "1", arity = "0..1", paramLabel = "CASES_DIR", description = "clock: folder with a folder for each case.")
  @Nullable
  Path cases;

  @Option(names = "--out", paramLabel = "DIR", description = "clock: where to write the standard estimator's times, one CSV for each case.")
  @Nullable
  Path out;

  @Option(names = "--meters", paramLabel = "N", description = "sync: how many meters.")
  int meters = 10;

  @Option(names = "--readings", paramLabel = "N", description = "sync: how many readings of all meters together.")
  int readings = 100_000;

  @Option(names = "--rate", paramLabel = "R", description = "sync: how many readings a second the server stores.")
  double rate = 10_000;

  @Option(names = "--simulated", paramLabel = "N", description = "clock: instead of cases from a folder N simulated visits of each kind of load and outages.")
  int simulated;

  @Option(names = "--seed", paramLabel = "S", description = "clock: first seed of the simulated visits (default: 1).")
  long seed = 1;

  @Option(names = "--load", paramLabel = "L", description = "clock: only this kind of simulated load: ${COMPLETION-CANDIDATES}.")
  @Nullable
  LoadKind load;

  @Option(names = "--large", description = "store: 100 meters with three channels and two years of hours; takes minutes and 1 GB of disk.")
  boolean large;

  @Option(names = "--sqlite", paramLabel = "JAR", description = "store --large: a jar of the SQLite JDBC driver, to put the same readings into SQLite beside it.")
  @Nullable
  Path sqlite;

  /// What can be measured.
  enum Bench {
    DECODE, COLLECT, STORE, CHARTS, FRAMES, EXPORT, SYNC, CLOCK
  }

  BenchCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if (bench == Bench.CLOCK)
      return clock();
    try (Services services = open(true); var progress = new ProgressLine(context.console(), "Syncing")) {
      for (String line : lines(services.benches(), progress)) {
        if (common.json)
          printJson(Map.of("result", line));
        else
          print(line);
      }
      return ExitCode.DONE;
    }
  }

  private List<String> lines(Benches benches, ProgressLine progress) throws Exception {
    if (bench == Bench.STORE && large)
      return benches.largeStore(Optional.ofNullable(sqlite));
    if (bench != Bench.SYNC)
      return benches.run(bench.name());
    List<String> lines = benches.sync(meters, readings, rate, progress);
    progress.end();
    return lines;
  }

  private int clock() throws CliException {
    if (simulated > 0) {
      ClockBench.simulated(load == null ? List.of(LoadKind.values()) : List.of(load), simulated, seed)
          .forEach(this::print);
      return ExitCode.DONE;
    }
    if (cases == null)
      throw new CliException(ExitCode.USAGE,
          "Which cases? Say sem bench clock CASES_DIR, a folder with a folder for each"
              + " case.");
    for (String line : ClockBench.run(cases, Optional.ofNullable(out))) {
      print(line);
    }
    return ExitCode.DONE;
  }
}
