package org.semcollector.app.cli;

import picocli.CommandLine.Command;

@Command(name = "wifi", description = "This computer's Wi-Fi.")
final class WifiCommand extends SemCommand {
  WifiCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    throw new CliException(ExitCode.USAGE, "sem wifi needs a command: doctor or password.");
  }
}
