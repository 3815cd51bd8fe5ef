package org.semcollector.app.cli;

import java.util.Map;
import org.semcollector.app.sync.server.ServerTools;
import picocli.CommandLine.Command;

@Command(name = "sign-out", description = "Forgets the kept secret of the server in the settings.")
final class SignOutCommand extends SemCommand {
  SignOutCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      ServerTools tools = services.server();
      tools.signIns().forget();
      if (common.json)
        printJson(Map.of("forgotten", true));
      else
        print("The secret is forgotten here. The server still accepts it until it is revoked there.");
      return ExitCode.DONE;
    }
  }
}
