package org.semcollector.app.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.TelemetryServer.Device;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Finds the server's device of each meter: by access token, which is what the meter itself was set up with; a meter
/// without a token by its SSID or its name. A device that two meters claim is given to neither: their readings would
/// mix.
final class DeviceMatcher {
  private final TelemetryServer server;
  private final ServerCalls calls;
  private final Lanes lanes;
  private final Map<String, String> tokensSeen;

  /// @param tokensSeen access tokens by device as earlier runs saw them: where to ask first, never taken for true;
  ///        written to, safe for several threads
  DeviceMatcher(TelemetryServer server, ServerCalls calls, Lanes lanes, Map<String, String> tokensSeen) {
    this.server = server;
    this.calls = calls;
    this.lanes = lanes;
    this.tokensSeen = tokensSeen;
  }

  /// Routes for a server that only takes device uploads.
  static Map<Ssid, Route> byToken(List<MeterRow> meters) {
    Map<Ssid, Route> routes = new LinkedHashMap<>();
    for (MeterRow meter : meters) {
      routes.put(meter.ssid(), meter.token().<Route>map(token -> new Route.ByToken(token.accessToken()))
          .orElse(new Route.None("It has no access token, and there is no sign-in to find its device by name. "
              + "The readings stay on this laptop; sign in with an API key or a user.")));
    }
    return withoutShared(routes);
  }

  /// Routes for a server with a sign-in; reads each device's access token at most once, and none more than needed.
  Map<Ssid, Route> bySignIn(List<MeterRow> meters) throws Halt, StoreException {
    List<Device> devices = devices();
    Map<String, Device> byName = new HashMap<>();
    devices.forEach(device -> byName.put(device.name(), device));
    Map<String, Device> byToken = devicesByToken(meters, likelyFirst(devices, meters));
    Map<Ssid, Route> routes = new LinkedHashMap<>();
    for (MeterRow meter : meters) {
      Optional<Device> found = meter.token().isPresent()
          ? Optional.ofNullable(byToken.get(meter.token().get().accessToken()))
          : named(byName, meter);
      routes.put(meter.ssid(), found.<Route>map(Route.SignedIn::new).orElse(new Route.None(notFound(meter))));
    }
    return withoutShared(routes);
  }

  private List<Device> devices() throws Halt {
    var devices = new ArrayList<Device>();
    int page = 0;
    while (true) {
      int number = page++;
      var answer = calls.get(() -> server.devices(number));
      devices.addAll(answer.devices());
      if (!answer.more() || answer.devices().isEmpty()) {
        return devices;
      }
    }
  }

  private Map<String, Device> devicesByToken(List<MeterRow> meters, List<Device> devices)
      throws Halt, StoreException {
    Set<String> wanted = ConcurrentHashMap.newKeySet();
    meters.forEach(meter -> meter.token().map(MeterToken::accessToken).ifPresent(wanted::add));
    Map<String, Device> found = new ConcurrentHashMap<>();
    var questions = new ArrayList<Lanes.Work>();
    for (Device device : devices) {
      questions.add(() -> {
        if (wanted.isEmpty()) {
          return;
        }
        Optional<String> token = calls.get(() -> token(device));
        token.ifPresent(seen -> tokensSeen.put(device.id(), seen));
        token.filter(wanted::remove).ifPresent(seen -> found.put(seen, device));
      });
    }
    if (!questions.isEmpty()) {
      lanes.all("devices", ServerCalls.IN_FLIGHT, questions);
    }
    return found;
  }

  // One that may not be asked, because it was deleted meanwhile or is another's, must not keep the others from being found.
  private Answer<Optional<String>> token(Device device) {
    Answer<Optional<String>> answer = server.accessToken(device);
    return answer instanceof Answer.Not<Optional<String>>(Trouble trouble)
        && (trouble instanceof Trouble.NoSuchDevice || trouble instanceof Trouble.NotAllowed
            || trouble instanceof Trouble.Refused)
                ? Answer.ok(Optional.empty())
                : answer;
  }

  // Of ten thousand devices the right ones are found with a few questions, once they were seen.
  private List<Device> likelyFirst(List<Device> devices, List<MeterRow> meters) {
    Set<String> names = new HashSet<>();
    Set<String> tokens = new HashSet<>();
    meters.forEach(meter -> names.addAll(List.of(meter.ssid().value(), meter.name())));
    meters.forEach(meter -> meter.token().map(MeterToken::accessToken).ifPresent(tokens::add));
    Comparator<Device> byMemory = Comparator
        .comparing(device -> !tokens.contains(tokensSeen.getOrDefault(device.id(), "")));
    return devices.stream().sorted(byMemory.thenComparing(device -> !names.contains(device.name()))).toList();
  }

  private static Optional<Device> named(Map<String, Device> byName, MeterRow meter) {
    return Optional.ofNullable(byName.get(meter.ssid().value()))
        .or(() -> Optional.ofNullable(byName.get(meter.name())));
  }

  private static String notFound(MeterRow meter) {
    return meter.token().isPresent()
        ? "This sign-in shows no device with its access token. The readings stay on this laptop; "
            + "check the device's token on the server, or sign in as a user who may see it."
        : "It has no access token, and this sign-in shows no device of its name. The readings stay on this laptop; "
            + "set the meter up with a device's token, or give the meter the device's name.";
  }

  private static Map<Ssid, Route> withoutShared(Map<Ssid, Route> routes) {
    Map<Route, Integer> users = new HashMap<>();
    routes.values().forEach(route -> users.merge(route, 1, Integer::sum));
    routes.replaceAll((_, route) -> route instanceof Route.None || users.getOrDefault(route, 0) < 2
        ? route
        : new Route.None("Another meter belongs to the same device of the server; their readings would mix. "
            + "The readings stay on this laptop; give each meter its own device."));
    return routes;
  }
}
