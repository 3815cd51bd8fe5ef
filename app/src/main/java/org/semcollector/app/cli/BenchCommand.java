package org.semcollector.app.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "bench", description = "Benchmarks; each prints its peer or limit from the same run.")
final class BenchCommand extends SemCommand {
  @Parameters(paramLabel = "decode|collect|store|sync", description = "What to measure.")
  Bench bench;

  /// What can be measured.
  enum Bench {
    DECODE, COLLECT, STORE, SYNC
  }

  BenchCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open(true)) {
      for (String line : services.benches().run(bench.name())) {
        if (common.json)
          printJson(Map.of("result", line));
        else
          print(line);
      }
      return ExitCode.DONE;
    }
  }
}
