package org.semcollector.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What people do with a server besides syncing.
@Command(name = "server", description = "Sign-in, devices, dashboard and firmware of the server.")
final class ServerCommand extends SemCommand {
  ServerCommand(CliContext context) {
    super(context);
  }

  /// With everything below it.
  static CommandLine commandLine(CliContext context) {
    return new CommandLine(new ServerCommand(context)).addSubcommand(new ServerTestCommand(context))
        .addSubcommand(new SignInCommand(context)).addSubcommand(new SignOutCommand(context))
        .addSubcommand(new DevicesCommand(context)).addSubcommand(dashboard(context)).addSubcommand(firmware(context));
  }

  private static CommandLine dashboard(CliContext context) {
    return new CommandLine(new DashboardCommand(context)).addSubcommand(new DashboardCommand.Install(context));
  }

  private static CommandLine firmware(CliContext context) {
    return new CommandLine(new FirmwareCommand(context)).addSubcommand(new FirmwareCommand.ListCommand(context))
        .addSubcommand(new FirmwareCommand.Download(context));
  }

  @Override
  public Integer call() throws CliException {
    throw new CliException(ExitCode.USAGE, "Say what to do with the server: sem server --help.");
  }
}
