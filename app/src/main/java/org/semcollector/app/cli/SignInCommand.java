package org.semcollector.app.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.ServerSettings.SignIn;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.sync.server.TestStep;
import org.semcollector.app.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "sign-in", description = "Tries a sign-in and keeps it: the address in the settings, the secret in the "
    + "computer's keyring or an encrypted file. Without --user it is an API key.")
final class SignInCommand extends SemCommand {
  @Mixin
  final ServerOptions options = new ServerOptions();

  @Option(names = "--untested", description = "Keeps it without asking the server.")
  boolean untested;

  SignInCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      ServerTools tools = services.server();
      ServerSettings settings = kind(options.settings(services));
      tools.signIns().address(settings);
      Optional<Secret> secret = secret(settings, services);
      List<TestStep> failed = untested ? List.of() : failed(tools, settings, secret);
      if (!failed.isEmpty()) {
        throw new CliException(failed.getFirst().sentence() + " Nothing was kept.");
      }
      Optional<String> place = tools.signIns().keep(settings, secret);
      String sentence = "The sign-in for " + tools.signIns().address(settings) + " is kept"
          + place.map(where -> " in " + where).orElse("") + ".";
      if (common.json)
        printJson(Map.of("server", tools.signIns().address(settings).toString(), "keptIn", place.orElse("")));
      else
        print(sentence);
      return ExitCode.DONE;
    }
  }

  private ServerSettings kind(ServerSettings settings) {
    return options.user == null && !options.deviceTokens
        ? settings.withSignIn(SignIn.API_KEY, Optional.empty())
        : settings;
  }

  private Optional<Secret> secret(ServerSettings settings, Services services) throws CliException {
    Optional<Secret> given = options.given(settings, services, context.console());
    return given.isPresent() || settings.signIn() == SignIn.DEVICE_TOKENS
        ? given
        : Optional.of(options.asked(settings, services, context.console()));
  }

  private static List<TestStep> failed(ServerTools tools, ServerSettings settings, Optional<Secret> secret)
      throws Exception {
    return tools.test().run(tools.signIns().target(settings, secret), Progress.NONE, _ -> {}).stream()
        .filter(step -> step.outcome() == TestStep.Outcome.FAILED
            && step.kind().compareTo(TestStep.Kind.DEVICES) <= 0)
        .toList();
  }
}
