package org.semcollector.app.cli;

import java.util.Map;
import org.semcollector.app.sync.server.DashboardInstall;
import org.semcollector.app.sync.server.ServerTools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "dashboard", description = "Prints the project's dashboard as ThingsBoard imports it.")
final class DashboardCommand extends SemCommand {
  @Option(names = "--profile", paramLabel = "P", defaultValue = "SEM", description = "Device profile it shows (default: ${DEFAULT-VALUE}).")
  String profile = "SEM";

  DashboardCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    print(DashboardInstall.json(profile).strip());
    return ExitCode.DONE;
  }

  @Command(name = "install", description = "Puts it on the server, over the one with the same title.")
  static final class Install extends SemCommand {
    @Mixin
    final ServerOptions options = new ServerOptions();

    @Option(names = "--profile", paramLabel = "P", defaultValue = "SEM", description = "Device profile it shows (default: ${DEFAULT-VALUE}).")
    String profile = "SEM";

    Install(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        ServerTools tools = services.server();
        var done = tools.dashboard().install(options.target(services, tools.signIns(), context.console()), profile);
        if (common.json)
          printJson(Map.of("id", done.dashboard().id(), "title", done.dashboard().title(), "replaced",
              done.replaced()));
        else
          print("The dashboard \"" + done.dashboard().title() + "\" is " + (done.replaced() ? "replaced" : "installed")
              + "; it shows the devices of the profile " + profile + ".");
        return ExitCode.DONE;
      }
    }
  }
}
