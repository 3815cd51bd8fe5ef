package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.ServerSettings.SignIn;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.server.ServerException;
import org.semcollector.app.sync.server.SignIns;
import picocli.CommandLine.Option;

/// Which server and as whom; what is not said comes from the settings and from where secrets are kept.
final class ServerOptions {
  @Option(names = "--server", paramLabel = "URL", description = "ThingsBoard's address (default: that of the settings).")
  @Nullable
  String server;

  @Option(names = "--api-key-file", paramLabel = "F", description = "File whose first line is the API key; - for standard input (or SEM_API_KEY).")
  @Nullable
  Path apiKeyFile;

  @Option(names = "--user", paramLabel = "U", description = "User name; the password comes from --password-file, "
      + "SEM_PASSWORD, the keyring or a prompt.")
  @Nullable
  String user;

  @Option(names = "--password-file", paramLabel = "F", description = "File whose first line is the password; - for standard input.")
  @Nullable
  Path passwordFile;

  @Option(names = "--device-tokens", description = "No sign-in: readings can only be accepted, never proven.")
  boolean deviceTokens;

  @Option(names = "--ca-file", paramLabel = "F", description = "Certificates (PEM) that are trusted besides the computer's own.")
  @Nullable
  Path caFile;

  @Option(names = "--pin", paramLabel = "PIN", description = "The only key the server may have: sha256//… as \"sem server test\" prints it.")
  @Nullable
  String pin;

  /// The settings with what was said on the command line.
  ServerSettings settings(Services services) {
    ServerSettings stored = services.settings().load().server();
    ServerSettings said = server == null ? stored : stored.withAddress(Optional.of(server));
    if (deviceTokens)
      said = said.withSignIn(SignIn.DEVICE_TOKENS, Optional.empty());
    else if (user != null)
      said = said.withSignIn(SignIn.USER, Optional.of(user));
    else if (apiKeyFile != null || services.environment("SEM_API_KEY").filter(key -> !key.isBlank()).isPresent())
      said = said.withSignIn(SignIn.API_KEY, Optional.empty());
    else if (said.signIn() == SignIn.USER && said.user().isEmpty())
      said = said.withSignIn(SignIn.DEVICE_TOKENS, Optional.empty());
    return said.withTrust(Optional.ofNullable(caFile).map(file -> file.toAbsolutePath().toString())
        .or(said::caFile), Optional.ofNullable(pin).or(said::pin));
  }

  /// The server to talk to.
  SyncTarget target(Services services, SignIns signIns, Console console) throws CliException, ServerException {
    ServerSettings settings = settings(services);
    try {
      signIns.address(settings);
    } catch (ServerException e) {
      throw new CliException(ExitCode.USAGE, e.getMessage() + " Say --server URL.");
    }
    return signIns.target(settings, secret(settings, services, signIns, console));
  }

  private Optional<Secret> secret(ServerSettings settings, Services services, SignIns signIns, Console console)
      throws CliException, ServerException {
    Optional<Secret> given = given(settings, services, console);
    if (given.isPresent() || settings.signIn() == SignIn.DEVICE_TOKENS)
      return given;
    Optional<Secret> kept = signIns.secret(settings);
    return kept.isPresent() ? kept : Optional.of(asked(settings, services, console));
  }

  /// A secret from a file, standard input or the environment; empty when none was given.
  Optional<Secret> given(ServerSettings settings, Services services, Console console) throws CliException {
    var source = new SecretSource(console, services);
    return switch (settings.signIn()) {
      case API_KEY -> source.given(apiKeyFile, "SEM_API_KEY");
      case USER -> source.given(passwordFile, "SEM_PASSWORD");
      case DEVICE_TOKENS -> Optional.empty();
    };
  }

  /// A secret that is typed.
  Secret asked(ServerSettings settings, Services services, Console console) throws CliException {
    var source = new SecretSource(console, services);
    return settings.signIn() == SignIn.API_KEY
        ? source.asked("API key", "The API key is missing: say --api-key-file, or keep it with sem server sign-in.")
        : source.asked("Password of " + settings.user().orElse(""), "The password of " + settings.user().orElse("")
            + " is missing: say --password-file, or keep it with sem server sign-in.");
  }
}
