package org.semcollector.app.wifi;

/// Failures of Wi-Fi in words for users.
final class WifiSentences {
  private WifiSentences() {}

  static String of(WifiFailure failure) {
    return switch (failure) {
      case WifiFailure.Unsupported(String system) -> system + " was not found on this computer, so this program cannot "
          + "steer its Wi-Fi. Join the meter's network (SEM-…) in the system's Wi-Fi menu; the meter is then found by itself.";
      case WifiFailure.NoAdapter _ ->
        "This computer has no Wi-Fi adapter. Plug one in, or look whether it is disabled in "
            + "the system's settings.";
      case WifiFailure.RadioOff(boolean byHardware) -> byHardware
          ? "Wi-Fi is switched off by a switch or key of this computer. Turn it on there."
          : "Wi-Fi is switched off. Turn it on in the system's Wi-Fi menu.";
      case WifiFailure.PermissionDenied(_, String remedy, _) ->
        "The system does not let this program do that. " + remedy;
      case WifiFailure.NotFound(var meter) -> meter + " is not in range. Go nearer and try again.";
      case WifiFailure.WrongPassword(var meter, boolean noneKnown) -> noneKnown
          ? "The network of " + meter
              + " needs a password and none is known. Give it in the settings, for all meters or "
              + "for this one."
          : meter + " does not accept the Wi-Fi password. Look at it in the settings, for all meters or for this one.";
      case WifiFailure.PasswordUnreadable(var meter, String why) -> "The Wi-Fi password for " + meter
          + " could not be read: " + why + " Nothing was joined; unlock it and try again.";
      case WifiFailure.NoDhcp(var meter) -> meter + " was joined but gave no network address. Go nearer, or switch the "
          + "meter off and on.";
      case WifiFailure.Impostor(var meter, String bssid) -> "A radio named " + meter + " has the address " + bssid
          + ": it is not that meter. It is left alone; look where the name comes from.";
      case WifiFailure.OtherMeter(var meter, String who) -> "This is not the meter you chose: instead of " + meter
          + ", " + who
          + " answers at the address that all meters share. Nothing was asked of it. Switch off the computer's other networks "
          + "(cable, second Wi-Fi, VPN) and try again.";
      case WifiFailure.TimedOut(String doing, var limit) -> "Nothing came in " + limit.toSeconds() + " s while " + doing
          + ". Go nearer and try again.";
      case WifiFailure.Cancelled _ -> "Cancelled.";
      case WifiFailure.RestoreFailed(var network) -> network
          .map(name -> "The former network «" + name
              + "» is not back yet. The system goes on trying; else choose it in the "
              + "Wi-Fi menu.")
          .orElse("The meter's network could not be left. Choose another one in the Wi-Fi menu.");
      case WifiFailure.Other(String said) -> "The system said: " + said + ". Try again; if it stays, join the meter's "
          + "network in the system's Wi-Fi menu.";
    };
  }
}
