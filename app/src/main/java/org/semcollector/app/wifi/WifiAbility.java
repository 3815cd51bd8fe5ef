package org.semcollector.app.wifi;

import java.util.Optional;

/// What an adapter can do on this computer now.
///
/// @param scans meters can be listed
/// @param joins meters can be joined, also by name alone
/// @param seesBssid radios' addresses are told, so that an impostor is seen before the password is sent
/// @param restores the former network comes back by itself, also when this program is killed
/// @param lacks why something of this is missing; empty when nothing is
public record WifiAbility(boolean scans, boolean joins, boolean seesBssid, boolean restores,
    Optional<WifiFailure> lacks) {
  /// Nothing is missing.
  public static final WifiAbility ALL = new WifiAbility(true, true, true, true, Optional.empty());

  /// Nothing is possible.
  public static WifiAbility none(WifiFailure why) {
    return new WifiAbility(false, false, false, false, Optional.of(why));
  }
}
