package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.server.ServerDevice;
import org.semcollector.app.sync.server.ServerTools;
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
      show(devices);
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

  private void show(List<ServerDevice> devices) {
    if (common.json) {
      printJson(Map.of("devices", devices.stream().map(this::document).toList()));
      return;
    }
    var table = tokens
        ? new TextTable("device", "profile", "meter", "token")
        : new TextTable("device", "profile",
            "meter");
    for (ServerDevice device : devices) {
      String name = device.device().name();
      String kind = device.device().profile().name();
      if (tokens)
        table.add(name, kind, ssidOf(device), device.accessToken().orElse(""));
      else
        table.add(name, kind, ssidOf(device));
    }
    print(table.toString());
  }

  private static String ssidOf(ServerDevice device) {
    return device.meter().map(meter -> meter.ssid().value()).orElse("");
  }

  private Map<String, Object> document(ServerDevice device) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", device.device().id());
    document.put("name", device.device().name());
    document.put("profile", device.device().profile().name());
    device.meter().ifPresent(meter -> document.put("ssid", meter.ssid().value()));
    if (tokens)
      device.accessToken().ifPresent(token -> document.put("accessToken", token));
    return document;
  }
}
