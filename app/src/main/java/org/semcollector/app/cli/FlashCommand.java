package org.semcollector.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwarePackage;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "flash", description = "Updates meters: checks the image, collects, sends it once, sees what runs, sets the clock.")
final class FlashCommand extends SemCommand {
  @Option(names = "--ssid", paramLabel = "SSID", description = "The meter's name.")
  @Nullable
  String ssid;

  @Option(names = "--url", paramLabel = "URL", converter = MeterUrlConverter.class, description = "Where the meter already answers; Wi-Fi is not touched.")
  @Nullable
  URI url;

  @Option(names = "--list", paramLabel = "F", description = "A file with a meter's name, or a name and an address, on each line: those that are left are updated; run it again to go on.")
  @Nullable
  Path list;

  @Option(names = "--image", required = true, paramLabel = "F", description = "The firmware.")
  Path image = Path.of("");

  @Option(names = "--version", required = true, paramLabel = "V", description = "Its version, like 1.0.3; the image does not tell it.")
  String version = "";

  @Option(names = "--profile", paramLabel = "UUID", description = "The device profile it is made for; meters of others are left alone.")
  @Nullable
  UUID profile;

  @Option(names = "--insist", split = ",", paramLabel = "earlier|unclear|profile|sent-before", description = "Objections that you read and override.")
  List<String> insist = new ArrayList<>();

  @Option(names = "--clock-is-right", description = "This computer's clock was looked at and is right; the meters' are set by it whatever speaks against it.")
  boolean clockIsRight;

  FlashCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if ((ssid == null) == (list == null))
      throw new CliException(ExitCode.USAGE, "Say either --ssid SEM-… or --list FILE.");
    ReleaseVersion release = ReleaseVersion.parse(version).orElseThrow(() -> new CliException(ExitCode.USAGE,
        "«" + version + "» is not a version; write 1.0.3."));
    Set<Objection.Kind> overridden = overridden();
    var offered = new FirmwarePackage(FirmwareFile.read(image), release, Optional.ofNullable(profile));
    try (Services services = open()) {
      if (!clockIsRight)
        ClockQuestion.askIfDoubtful(context.console(), services);
      List<FirmwareResult> results = ssid != null
          ? List.of(one(services, offered, overridden, ssid(ssid), url))
          : all(services, offered, overridden);
      show(results);
      return exitCode(results);
    }
  }

  private List<FirmwareResult> all(Services services, FirmwarePackage offered, Set<Objection.Kind> overridden)
      throws Exception {
    Map<Ssid, Optional<URI>> meters = FlashList.read(java.util.Objects.requireNonNull(list));
    Campaign campaign = Campaign.of(services.journal(), List.copyOf(meters.keySet()),
        offered.version().number().orElse(-1));
    say("Of " + campaign.meters().size() + " meters " + campaign.counts().get(Campaign.Standing.CONFIRMED)
        + " have it, " + campaign.counts().get(Campaign.Standing.ROLLED_BACK) + " went back, "
        + campaign.counts().get(Campaign.Standing.REFUSED) + " refused it, "
        + campaign.counts().get(Campaign.Standing.UNKNOWN) + " are unknown.");
    var results = new ArrayList<FirmwareResult>();
    for (Ssid meter : campaign.left(overridden.contains(Objection.Kind.SENT_BEFORE))) {
      URI address = meters.getOrDefault(meter, Optional.empty()).orElse(null);
      try {
        results.add(one(services, offered, overridden, meter, address));
      } catch (CliException | WifiException e) {
        results
            .add(new FirmwareResult(meter, FirmwareResult.State.NOT_SENT, List.of(), String.valueOf(e.getMessage())));
      }
    }
    return results;
  }

  private FirmwareResult one(Services services, FirmwarePackage offered, Set<Objection.Kind> overridden, Ssid meter,
      @Nullable URI address) throws Exception {
    try (MeterWay way = MeterWay.to(meter, address, services); var lines = new FlashLines(context.console(), meter)) {
      return services.firmware().run(new FirmwareRequest(meter, offered, overridden, ErasePolicy.NEVER, clockIsRight),
          way.link(),
          lines);
    }
  }

  private Set<Objection.Kind> overridden() throws CliException {
    var kinds = new TreeSet<Objection.Kind>();
    for (String word : insist) {
      kinds.add(java.util.Arrays.stream(Objection.Kind.values())
          .filter(kind -> kind.isOverridable() && word(kind).equals(word.strip())).findFirst()
          .orElseThrow(() -> new CliException(ExitCode.USAGE, "«" + word + "» cannot be insisted on; "
              + "earlier, unclear, profile and sent-before can.")));
    }
    return kinds;
  }

  private void show(List<FirmwareResult> results) {
    if (common.json)
      printJson(Map.of("meters", results.stream().map(FlashCommand::document).toList()));
    else
      results.forEach(result -> print(result.ssid() + ": " + result.sentence()));
    if (results.isEmpty())
      say("No meter of the list is left.");
  }

  private static Map<String, Object> document(FirmwareResult result) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", result.ssid().value());
    row.put("state", result.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    row.put("objections", result.objections().stream().map(objection -> word(objection.kind())).toList());
    row.put("sentence", result.sentence());
    return row;
  }

  private static String word(Objection.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int exitCode(List<FirmwareResult> results) {
    long good = results.stream().filter(result -> result.state() == FirmwareResult.State.CONFIRMED
        || result.state() == FirmwareResult.State.ALREADY).count();
    if (good == results.size())
      return ExitCode.DONE;
    boolean unsure = results.stream().anyMatch(result -> result.state() == FirmwareResult.State.UNKNOWN
        || result.state() == FirmwareResult.State.ROLLED_BACK);
    return good > 0 || unsure ? ExitCode.PARTLY : ExitCode.FAILED;
  }
}
