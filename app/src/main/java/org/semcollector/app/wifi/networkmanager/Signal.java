package org.semcollector.app.wifi.networkmanager;

/// Signal strength. NetworkManager gives a percentage where drivers give dBm: 100 % at -40 dBm and above, 0 % at -100 dBm
/// and below, a straight line between (its `nm_wifi_utils_level_to_quality`).
final class Signal {
  private static final int BEST_DBM = -40;
  private static final int RANGE_DB = 60;

  private Signal() {}

  /// @param percent 0 to 100
  /// @return about what the driver said, -100 to -40
  static int dbm(long percent) {
    long within = Math.clamp(percent, 0, 100);
    return (int) Math.round(BEST_DBM - RANGE_DB * (100 - within) / 100.0);
  }
}
