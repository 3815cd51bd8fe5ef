package org.semcollector.app.wifi.networkmanager;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.slf4j.LoggerFactory;

/// What polkit lets this program do with NetworkManager: "yes", "auth" (the system would ask for a password) or "no".
///
/// In an active session at the computer's own screen every user may scan, join, and make profiles of the own; from
/// elsewhere (SSH, a service, cron) nobody may.
///
/// @param answers by action, without `org.freedesktop.NetworkManager.`
/// @param user whose login this is
record Permissions(Map<String, String> answers, String user) {
  private static final String SCAN = "wifi.scan";
  private static final List<String> JOIN = List.of("network-control", "settings.modify.own");
  private static final String PREFIX = NmNames.NM + ".";

  static Permissions read(NmBus bus, String user) throws NmException, WifiException {
    Map<String, Object> answers = Values.map(bus.call(NmNames.ROOT, NmNames.NM, "GetPermissions", "")[0]);
    return new Permissions(answers.entrySet().stream().filter(entry -> entry.getKey().startsWith(PREFIX))
        .collect(java.util.stream.Collectors.toMap(entry -> entry.getKey().substring(PREFIX.length()),
            entry -> String.valueOf(entry.getValue()))),
        user);
  }

  /// What is said after NetworkManager has refused something.
  static WifiException denied(NmBus bus, String user, NmException refusal) {
    var answers = new Permissions(Map.of(), user);
    try {
      answers = read(bus, user);
    } catch (NmException | WifiException e) {
      LoggerFactory.getLogger(Permissions.class).debug("permissions are not told", e);
    }
    return new WifiException(answers.denied(), refusal);
  }

  boolean scans() {
    return is(SCAN, "yes");
  }

  boolean joins() {
    return JOIN.stream().allMatch(action -> is(action, "yes"));
  }

  private boolean is(String action, String answer) {
    return answer.equals(answers.get(action));
  }

  /// The failure with its remedy.
  WifiFailure denied() {
    boolean forbidden = is(SCAN, "no") || JOIN.stream().anyMatch(action -> is(action, "no"));
    return forbidden
        ? new WifiFailure.PermissionDenied(WifiFailure.Right.POLICY,
            "This computer's administrator forbids it (polkit, " + PREFIX + "*): ask them.", Optional.empty())
        : new WifiFailure.PermissionDenied(WifiFailure.Right.NETWORK_CONTROL, remedy(), Optional.empty());
  }

  private String remedy() {
    return "Sign in at this computer's own screen and start the program there, not over SSH and not as a service. "
        + "Or allow it for good, once: " + command();
  }

  private String command() {
    return "echo 'polkit.addRule(function(a, s) { if (s.user == \"" + user
        + "\" && /^org\\.freedesktop\\.NetworkManager\\.(wifi\\.scan|network-control|settings\\.modify\\.own)$/.test(a.id)) "
        + "return polkit.Result.YES; });' | sudo tee /etc/polkit-1/rules.d/50-sem-collector.rules";
  }
}
