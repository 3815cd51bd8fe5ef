package org.semcollector.app.wifi.networkmanager;

/// What NetworkManager says while a network is joined.
sealed interface NmEvent {
  /// The radio is in another state.
  ///
  /// @param state NMDeviceState
  /// @param reason NMDeviceStateReason. It is in this signal only: the property is overwritten within milliseconds
  record Device(long state, long reason) implements NmEvent {}

  /// A use of a profile is in another state.
  ///
  /// @param path of the active connection
  /// @param state NMActiveConnectionState
  /// @param reason NMActiveConnectionStateReason, always "device disconnected" when something failed
  record Active(String path, long state, long reason) implements NmEvent {}
}
