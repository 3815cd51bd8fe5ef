package org.semcollector.app.wifi.macos;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.WifiAdapterContract;
import org.semcollector.app.wifi.WifiAdapterContract.Air;
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.LocalNetwork;
import org.semcollector.app.wifi.manual.Neighbour;

/// A Mac with its radio, as its programs and its addresses show it.
final class MacScene implements MacPrograms, LocalNetwork {
  static final String DEVICE = "en0";
  private static final String PORTS = """

      Hardware Port: Ethernet Adapter (en4)
      Device: en4
      Ethernet Address: aa:bb:cc:00:00:04

      Hardware Port: Wi-Fi
      Device: en0
      Ethernet Address: aa:bb:cc:00:00:00
      """;
  private static final String NOT_ASSOCIATED = "You are not associated with an AirPort network.\n";
  private static final String REDACTED = """
      {"SPAirPortDataType":[{"spairport_airport_interfaces":[{"_name":"en0","spairport_current_network_information":
      {"_name":"<redacted>"},"spairport_status_information":"spairport_status_connected"}]}]}""";

  final Air air;
  /// What was run, without passwords.
  final List<String> commands = new ArrayList<>();
  Optional<String> at;
  int passwords;
  boolean tellsName;
  boolean refusesToRejoin;
  int missedTries;

  MacScene(Air air) {
    this.air = air;
    this.at = air == Air.NO_FORMER_NETWORK ? Optional.empty() : Optional.of(WifiAdapterContract.HOME);
  }

  boolean isInRange(String name) {
    return name.equals(WifiAdapterContract.HOME)
        ? air != Air.HOME_GONE
        : air != Air.NO_METER && meters().contains(name);
  }

  static List<String> meters() {
    return List.of(WifiAdapterContract.NEAR.value(), WifiAdapterContract.FAR.value());
  }

  boolean isAtMeter() {
    return at.filter(meters()::contains).isPresent();
  }

  boolean accepts(String password) {
    passwords++;
    return password.equals((air == Air.OTHER_PASSWORD
        ? WifiAdapterContract.OTHER_PASSWORD
        : WifiAdapterContract.PASSWORD).reveal());
  }

  void home() {
    at = air == Air.HOME_GONE || air == Air.NO_FORMER_NETWORK
        ? Optional.empty()
        : Optional.of(WifiAdapterContract.HOME);
  }

  @Override
  public List<LocalAddress> addresses() {
    var wired = new LocalAddress("en4", "en4", InetAddress.ofLiteral("172.16.0.9"), 16, false);
    String own = isAtMeter() ? air == Air.NO_ADDRESS ? "169.254.3.3" : "10.0.0.2" : "192.168.1.20";
    return at.isEmpty()
        ? List.of(wired)
        : List.of(wired, new LocalAddress(DEVICE, DEVICE, InetAddress.ofLiteral(own), 24, false));
  }

  @Override
  public List<Neighbour> atMeterAddress() {
    return isAtMeter() ? List.of(new Neighbour("10.0.0.1", at.orElseThrow().substring(4), DEVICE)) : List.of();
  }

  @Override
  public boolean exists() {
    return air != Air.NO_SERVICE;
  }

  @Override
  public String run(List<String> command, Duration limit, Progress progress) {
    if (command.equals(ProfilerReport.COMMAND))
      return REDACTED;
    List<String> arguments = command.subList(1, command.size());
    commands.add(String.join(" ", arguments.subList(0, Math.min(3, arguments.size()))));
    return switch (arguments.getFirst()) {
      case "-listallhardwareports" -> air == Air.NO_ADAPTER ? PORTS.replace("Wi-Fi", "Thunderbolt Bridge") : PORTS;
      case "-getairportpower" -> "Wi-Fi Power (en0): " + (air == Air.RADIO_OFF ? "Off" : "On") + "\n";
      case "-getairportnetwork" -> tellsName
          ? at.map(name -> "Current Wi-Fi Network: " + name + "\n")
              .orElse(NOT_ASSOCIATED)
          : NOT_ASSOCIATED;
      case "-setairportnetwork" -> join(arguments.get(2), arguments.size() > 3 ? arguments.get(3) : "");
      case "-setairportpower" -> power(arguments.get(2));
      default -> "";
    };
  }

  private String join(String name, String password) {
    if (!isInRange(name) || missedTries-- > 0)
      return "Could not find network " + name + ".\n";
    if (name.equals(WifiAdapterContract.HOME) ? refusesToRejoin : !accepts(password))
      return "Failed to join network " + name + ".\nError: -3900  The operation couldn\u2019t be completed. "
          + "(com.apple.wifi.apple80211API.error error -3900.)\n";
    at = Optional.of(name);
    return "";
  }

  private String power(String state) {
    at = Optional.empty();
    if (state.equals("on"))
      home();
    return "";
  }
}
