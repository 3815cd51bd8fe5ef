package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.setup.PrepareResult;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpPreparation;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.server.ServerDevice;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "devices", description = "The devices of the server beside our meters.")
final class DevicesCommand extends SemCommand {
  @Mixin
  final ServerOptions options = new ServerOptions();

  @Option(names = "--tokens", description = "Shows access tokens: who has one can upload as that meter.")
  boolean tokens;

  @Option(names = "--take-names", description = "Gives meters the names of their devices; --replace also those that people named.")
  boolean takeNames;

  @Option(names = "--replace", description = "With --take-names: also replaces names that people gave.")
  boolean replace;

  @Option(names = "--create", paramLabel = "SSID", description = "Makes the device of a meter, with its name and token.")
  @Nullable
  String create;

  @Option(names = "--prepare", paramLabel = "SSID=DEVICE", description = "Prepares meters for devices: sem init then needs no token on site.")
  Map<String, String> prepare = Map.of();

  @Option(names = "--insist", description = "With --prepare: also a token that another meter has, and a meter that has another token.")
  boolean insist;

  @Option(names = "--profile", paramLabel = "P", defaultValue = "SEM", description = "Device profile for --create (default: ${DEFAULT-VALUE}).")
  String profile = "SEM";

  DevicesCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Listing")) {
      ServerTools tools = services.server();
      SyncTarget target = options.target(services, tools.signIns(), context.console());
      if (!target.canProve())
        throw new CliException(ExitCode.USAGE, "Devices are listed only with a sign-in: sem server sign-in.");
      if (create != null)
        create(services, tools, target, create);
      List<ServerDevice> devices = tools.devices().list(target, progress);
      progress.end();
      if (takeNames)
        takeNames(tools, devices);
      for (var wanted : prepare.entrySet())
        prepare(services.setUpPreparation(), devices, wanted.getValue(), ssid(wanted.getKey()));
      show(devices, services.preparedSetUps().all());
      return ExitCode.DONE;
    }
  }

  private void create(Services services, ServerTools tools, SyncTarget target, String meterName) throws Exception {
    MeterRow meter = services.meters().meter(ssid(meterName))
        .orElseThrow(() -> new CliException("No meter " + meterName + " is known. Nothing was made."));
    ServerDevice made = tools.devices().create(target, meter, profile);
    say("Made the device " + made.device().name() + " of the profile " + profile + ".");
  }

  private void takeNames(ServerTools tools, List<ServerDevice> devices) throws Exception {
    for (ServerDevice device : devices) {
      Optional<String> name = device.otherName();
      if (name.isPresent() && (replace || !device.meterIsNamed())) {
        tools.devices().takeName(device);
        say(ssidOf(device) + " is called " + name.get() + " now.");
      } else if (name.isPresent()) {
        say(ssidOf(device) + " keeps the name that people gave it; the server calls it " + name.get() + ".");
      }
    }
  }

  private void prepare(SetUpPreparation preparation, List<ServerDevice> devices, String name, Ssid ssid)
      throws Exception {
    ServerDevice device = devices.stream().filter(one -> one.device().name().equals(name)).findFirst()
        .orElseThrow(() -> new CliException("The sign-in sees no device " + name + ". Nothing was prepared for it."));
    String token = device.accessToken().orElseThrow(
        () -> new CliException("The device " + name + " has no access token. Nothing was prepared for it."));
    switch (preparation.prepare(ssid, token + device.device().profile().id(), Optional.of(name), insist)) {
      case PrepareResult.Prepared _ -> say(ssid + " is prepared as " + name + ". On site: sem init --ssid " + ssid);
      case PrepareResult.Refused(String sentence, boolean mayInsist) ->
        throw new CliException(sentence + (mayInsist ? " (--insist)" : ""));
    }
  }

  private void show(List<ServerDevice> devices, List<PreparedSetUp> prepared) {
    if (common.json) {
      printJson(Map.of("devices", devices.stream().map(device -> document(device, prepared)).toList()));
      return;
    }
    var table = tokens
        ? new TextTable("device", "profile", "meter", "prepared for", "token")
        : new TextTable("device", "profile", "meter", "prepared for");
    for (ServerDevice device : devices) {
      String name = device.device().name();
      String kind = device.device().profile().name();
      String planned = String.join(" ", preparedFor(device, prepared));
      if (tokens)
        table.add(name, kind, ssidOf(device), planned, device.accessToken().orElse(""));
      else
        table.add(name, kind, ssidOf(device), planned);
    }
    print(table.toString());
  }

  private static List<String> preparedFor(ServerDevice device, List<PreparedSetUp> prepared) {
    return prepared.stream().filter(setUp -> setUp.doneAt().isEmpty()
        && device.accessToken().equals(Optional.of(setUp.token().accessToken())))
        .map(setUp -> setUp.ssid().value()).toList();
  }

  private static String ssidOf(ServerDevice device) {
    return device.meter().map(meter -> meter.ssid().value()).orElse("");
  }

  private Map<String, Object> document(ServerDevice device, List<PreparedSetUp> prepared) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", device.device().id());
    document.put("name", device.device().name());
    document.put("profile", device.device().profile().name());
    device.meter().ifPresent(meter -> document.put("ssid", meter.ssid().value()));
    List<String> planned = preparedFor(device, prepared);
    if (!planned.isEmpty())
      document.put("preparedFor", planned);
    if (tokens)
      device.accessToken().ifPresent(token -> document.put("accessToken", token));
    return document;
  }
}
