package org.semcollector.app.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiCollect;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "collect", description = "Visits meters: reads, keeps, proves, and erases what is proven.")
final class CollectCommand extends SemCommand {
  /// Exactly one way to say which meters.
  static final class Which {
    @Option(names = "--all", description = "Every meter in range.")
    boolean all;

    @Option(names = "--joined", description = "The meter that was joined in the system's Wi-Fi menu.")
    boolean joined;

    @ArgGroup(exclusive = false)
    @Nullable
    One one;
  }

  /// One meter, on the air or at an address.
  static final class One {
    @Option(names = "--ssid", paramLabel = "SSID", description = "The meter's name, SEM-24:6f:28:ab:cd:ef.")
    @Nullable
    String ssid;

    @Option(names = "--url", paramLabel = "URL", converter = MeterUrlConverter.class, description = "Where the meter already answers; Wi-Fi is not touched. Without --ssid the meter is known by its "
        + "token.")
    @Nullable
    URI url;
  }

  @ArgGroup(multiplicity = "1")
  Which which;

  @Option(names = "--erase", paramLabel = "never|when-proven", defaultValue = "when-proven", converter = ErasePolicyConverter.class, description = "Whether to erase what is proven safe (default: when-proven).")
  ErasePolicy erase;

  @Option(names = "--new-token", description = "With --url or --joined: the meter was set up anew since its last visit: another token than the one known is right.")
  boolean newToken;

  @Option(names = "--clock-is-right", description = "With --url or --joined: this computer's clock was looked at and is right, though the meter's last stamp says otherwise.")
  boolean clockIsRight;

  @Option(names = "--simulated", paramLabel = "N", arity = "0..1", fallbackValue = "3", description = "With --all: visit N simulated meters instead of real ones (training).")
  @Nullable
  Integer simulated;

  @Option(names = "--watch", description = "With --all: walk mode. Goes on listening and visits every meter that comes into range, until Ctrl-C or until the site is complete.")
  boolean watch;

  @Mixin
  final WalkOptions walk = new WalkOptions();

  CollectCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    checkUsage();
    if (watch)
      return new CollectWalk(context, walk, erase).run(() -> open(simulated != null), simulated);
    try (var stopping = new Stopping(context.console());
        Services services = open(simulated != null);
        WifiChoice wifi = WifiChoice.of(simulated, services)) {
      if (!clockIsRight)
        ClockQuestion.askIfDoubtful(context.console(), services);
      List<CollectResult> results = which.joined
          ? List.of(joined(services, stopping))
          : which.one == null ? all(services, wifi, stopping) : List.of(one(services, wifi, which.one, stopping));
      if (results.isEmpty())
        say("No meter is in range. Nothing was changed; go nearer and try again.");
      if (common.json) {
        printJson(Map.of("meters", results.stream().map(CollectCommand::document).toList()));
      } else {
        results.forEach(result -> print(result.ssid() + ": " + result.sentence()));
      }
      return exitCode(results);
    }
  }

  private void checkUsage() throws CliException {
    if (simulated != null && which.one != null && which.one.url != null)
      throw new CliException(ExitCode.USAGE, "--url and --simulated exclude each other.");
    if (watch && !which.all)
      throw new CliException(ExitCode.USAGE, "--watch goes with --all.");
    if (!watch && walk.isGiven())
      throw new CliException(ExitCode.USAGE, "--site, --every, --again and --mishaps go with --watch.");
  }

  private List<CollectResult> all(Services services, WifiChoice wifi, Stopping stopping) throws Exception {
    var results = new ArrayList<CollectResult>();
    for (AccessPoint accessPoint : wifi.adapter().scan(WifiAdapter.SCAN_LIMIT, stopping)) {
      if (stopping.cancelled())
        break;
      results.add(collect(services, wifi, accessPoint, stopping));
    }
    return results;
  }

  /// The radio is not touched.
  private CollectResult joined(Services services, Stopping stopping) throws Exception {
    HandJoin found = services.wifi().byHand(stopping);
    Ssid ssid = found.meter().orElseThrow(() -> new CliException(found.sentence()));
    try (var steps = new StepLines(context.console(), ssid, stopping)) {
      return services.collect().collect(
          new CollectRequest(ssid, services.wifi().meterUri(), erase, clockIsRight, newToken), steps);
    }
  }

  private CollectResult one(Services services, WifiChoice wifi, One one, Stopping stopping) throws Exception {
    if (one.url != null) {
      Ssid ssid = one.ssid == null ? UrlIdentity.of(one.url, services) : ssid(one.ssid);
      try (var steps = new StepLines(context.console(), ssid, stopping)) {
        return services.collect().collect(new CollectRequest(ssid, one.url, erase, clockIsRight, newToken), steps);
      }
    }
    Ssid ssid = ssid(java.util.Objects.requireNonNull(one.ssid));
    for (AccessPoint accessPoint : wifi.adapter().scan(WifiAdapter.SCAN_LIMIT, stopping)) {
      if (accessPoint.ssid().equals(ssid))
        return collect(services, wifi, accessPoint, stopping);
    }
    throw new CliException(ssid + " is not in range. Nothing was changed; go nearer and try again.");
  }

  private CollectResult collect(Services services, WifiChoice wifi, AccessPoint accessPoint, Stopping stopping)
      throws Exception {
    try (var steps = new StepLines(context.console(), accessPoint.ssid(), stopping)) {
      return new WifiCollect(new MeterJoin(wifi.adapter(), services.passphrases()), services.collect())
          .collect(accessPoint, erase, steps);
    }
  }

  static int exitCode(List<CollectResult> results) {
    long done = results.stream().filter(result -> result.state() == CollectResult.State.DONE).count();
    long failed = results.stream().filter(result -> result.state() == CollectResult.State.FAILED).count();
    if (done == results.size() && done > 0)
      return ExitCode.DONE;
    return failed == results.size() ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  static Map<String, Object> document(CollectResult result) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", result.ssid().value());
    row.put("state", result.state().name().toLowerCase(java.util.Locale.ROOT));
    row.put("newReadings", result.newReadings());
    row.put("knownReadings", result.knownReadings());
    row.put("erased", result.erased());
    result.journal().ifPresent(journal -> row.put("journal", journal));
    MetersCommand.put(row, "from", result.from());
    MetersCommand.put(row, "to", result.to());
    row.put("outages", result.outages());
    result.clockLag().ifPresent(lag -> row.put("clockLagSeconds", lag.toSeconds()));
    row.put("sentence", result.sentence());
    return row;
  }
}
