package org.semcollector.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncPreview;
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

  @Option(names = "--verify", description = "Reads every proven reading back, instead of counting a part of them.")
  boolean verify;

  @Option(names = "--retry-refused", description = "Sends readings that the server refused once more.")
  boolean retryRefused;

  @Option(names = "--dry-run", description = "Shows what a sync would do, and asks no server.")
  boolean dryRun;

  SyncCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    return dryRun ? preview() : sync();
  }

  private int preview() throws Exception {
    try (Services services = open()) {
      List<SyncPreview> meters = services.sync().preview();
      if (common.json) {
        printJson(meters);
      } else {
        meters.stream().flatMap(SyncCommand::lines).forEach(this::print);
      }
      return ExitCode.DONE;
    }
  }

  private static Stream<String> lines(SyncPreview meter) {
    var lines = new ArrayList<String>();
    lines.add(meter.name() + ": " + meter.onLaptop() + " readings to send, " + meter.accepted() + " to look for, "
        + meter.proven() + " proven.");
    if (meter.moved() > 0) {
      lines.add("  " + meter.moved() + " stamps on the server are former times of readings; they are deleted there"
          + " before the readings are sent with their new times.");
    }
    meter.reasons().forEach((reason, readings) -> lines.add("  " + readings + " set aside: " + reason));
    return lines.stream();
  }

  private int sync() throws Exception {
    try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Uploading")) {
      SyncTarget target = target(services);
      if (!target.canProve()) {
        say("Without an API key or a user the server can only accept readings; nothing can be proven.");
      }
      SyncReport report = services.sync().sync(target, new SyncOptions(verify, retryRefused),
          SyncListener.of(progress));
      progress.end();
      report.problems().forEach(this::say);
      if (common.json) {
        printJson(report);
      } else {
        print(report.proven() + " readings proven, " + report.accepted() + " accepted, " + report.refused()
            + " refused, " + report.waiting() + " waiting on this laptop.");
        if (report.deleted() > 0) {
          print(report.deleted() + " former times of readings were deleted on the server.");
        }
        if (report.lost() > 0) {
          print(report.lost() + " readings were proven once and missing on the server now; they were sent again.");
        }
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
