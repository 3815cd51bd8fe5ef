package org.semcollector.app.wifi;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// Why Wi-Fi could not do what was asked.
public sealed interface WifiFailure {
  /// This system has no service that this program can steer; the user joins in the system's menu.
  ///
  /// @param system what was looked for, "NetworkManager"
  record Unsupported(String system) implements WifiFailure {}

  /// No Wi-Fi adapter in this computer.
  record NoAdapter() implements WifiFailure {}

  /// The radio is switched off.
  ///
  /// @param byHardware by a switch or key of the computer, which no program can turn
  record RadioOff(boolean byHardware) implements WifiFailure {}

  /// The system does not let this program.
  ///
  /// @param what the right that is missing
  /// @param remedy what to do, exactly: the menu, the switch, the command; a sentence
  /// @param settings the page of the system's settings, where one can be opened
  record PermissionDenied(Right what, String remedy, Optional<URI> settings) implements WifiFailure {}

  /// Rights that systems keep from programs.
  enum Right {
    /// Scanning counts as knowing the place: Windows 11, macOS.
    LOCATION,
    /// Talking to devices of the network: macOS 15.
    LOCAL_NETWORK,
    /// Steering NetworkManager: polkit.
    NETWORK_CONTROL,
    /// A policy of the organisation.
    POLICY
  }

  /// The meter is not in range.
  record NotFound(Ssid meter) implements WifiFailure {}

  /// The meter does not accept the password, or one is needed and none is known.
  record WrongPassword(Ssid meter, boolean noneKnown) implements WifiFailure {}

  /// A password may be kept but could not be read.
  ///
  /// @param why a sentence
  record PasswordUnreadable(Ssid meter, String why) implements WifiFailure {}

  /// Joined, but no address was given, and none could be set.
  record NoDhcp(Ssid meter) implements WifiFailure {}

  /// A radio with the meter's name that is not the meter.
  ///
  /// @param bssid the address of that radio
  record Impostor(Ssid meter, String bssid) implements WifiFailure {}

  /// Another device answers at the address of the joined meter: all meters have the same one.
  ///
  /// @param who the link-layer address of that device, or the name of its network
  record OtherMeter(Ssid meter, String who) implements WifiFailure {}

  /// Nothing came in time.
  record TimedOut(String doing, Duration limit) implements WifiFailure {}

  /// The user cancelled.
  record Cancelled() implements WifiFailure {}

  /// The former network did not come back in time.
  record RestoreFailed(Optional<String> network) implements WifiFailure {}

  /// What the system said, when it is none of the others.
  record Other(String said) implements WifiFailure {}

  /// The failure as a sentence for users: what happened and what to do now.
  default String sentence() {
    return WifiSentences.of(this);
  }
}
