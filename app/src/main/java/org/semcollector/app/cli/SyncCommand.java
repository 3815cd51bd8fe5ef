package org.semcollector.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sync", description = "Uploads everything the server is not yet proven to have, and proves it.")
final class SyncCommand extends SemCommand {
  @Option(names = "--server", paramLabel = "URL", description = "ThingsBoard's address (default: that of the settings).")
  @Nullable
  String server;

  @Option(names = "--api-key", paramLabel = "K", description = "API key (better: SEM_API_KEY or --api-key-file).")
  @Nullable
  String apiKey;

  @Option(names = "--api-key-file", paramLabel = "F", description = "File whose first line is the API key.")
  @Nullable
  Path apiKeyFile;

  @Option(names = "--user", paramLabel = "U", description = "User name; the password comes from --password-file, "
      + "SEM_PASSWORD or a prompt.")
  @Nullable
  String user;

  @Option(names = "--password-file", paramLabel = "F", description = "File whose first line is the password.")
  @Nullable
  Path passwordFile;

  SyncCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Uploading")) {
      SyncTarget target = target(services);
      if (!target.canProve()) {
        say("Without an API key or a user the server can only accept readings; nothing can be proven.");
      }
      SyncReport report = services.sync().sync(target, SyncListener.of(progress));
      progress.end();
      report.problems().forEach(this::say);
      if (common.json) {
        printJson(report);
      } else {
        print(report.proven() + " readings proven, " + report.accepted() + " accepted, " + report.refused()
            + " refused, " + report.waiting() + " waiting on this laptop.");
      }
      return exitCode(report);
    }
  }

  private static int exitCode(SyncReport report) {
    if (report.everythingProven())
      return ExitCode.DONE;
    boolean nothing = report.proven() == 0 && report.accepted() == 0 && report.waiting() > 0;
    return nothing ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  private SyncTarget target(Services services) throws CliException {
    String address = Optional.ofNullable(server).or(() -> services.settings().load().server().url())
        .orElseThrow(() -> new CliException(ExitCode.USAGE, "No server is set: say --server URL."));
    Optional<String> key = secret(apiKey, apiKeyFile, "SEM_API_KEY", services);
    Optional<String> name = key.isPresent()
        ? Optional.empty()
        : Optional.ofNullable(user).or(() -> services.settings().load().server().user());
    Optional<String> password = name.isEmpty() ? Optional.empty() : Optional.of(password(name.get(), services));
    return new SyncTarget(uri(address), key, name, password);
  }

  private String password(String name, Services services) throws CliException {
    Optional<String> given = secret(null, passwordFile, "SEM_PASSWORD", services);
    if (given.isPresent())
      return given.get();
    java.io.Console prompt = Optional.ofNullable(System.console()).orElseThrow(() -> new CliException(ExitCode.USAGE,
        "The password of " + name + " is missing: say --password-file."));
    char[] typed = prompt.readPassword("Password of %s: ", name);
    return typed == null ? "" : new String(typed);
  }

  private static Optional<String> secret(@Nullable String value, @Nullable Path file, String variable,
      Services services)
      throws CliException {
    if (value != null)
      return Optional.of(value);
    if (file == null)
      return services.environment(variable).filter(text -> !text.isBlank());
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      String first = lines.findFirst().map(String::strip).orElse("");
      if (first.isEmpty())
        throw new CliException(file + " holds nothing in its first line. Nothing was sent.");
      return Optional.of(first);
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new CliException(file + " cannot be read. Nothing was sent.");
    }
  }

  private static URI uri(String address) throws CliException {
    try {
      URI uri = new URI(address.contains("://") ? address : "https://" + address);
      if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())))
        return uri;
    } catch (URISyntaxException e) {
      // said below
    }
    throw new CliException(ExitCode.USAGE,
        "«" + address + "» is not a server's address; it has the form https://things.example.org.");
  }
}
