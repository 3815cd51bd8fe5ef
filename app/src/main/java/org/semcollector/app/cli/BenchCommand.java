package org.semcollector.app.cli;

import picocli.CommandLine.Command;

@Command(name = "bench", description = "Benchmarks; each prints its peer or limit from the same run.")
final class BenchCommand extends SemCommand {
  BenchCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    throw new CliException(ExitCode.USAGE, "sem bench needs a command: decode, collect, store or sync.");
  }
}
