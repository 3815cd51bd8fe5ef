package org.semcollector.app.simulated;

/// What goes wrong with an access point, beyond what its meter does.
public enum RadioFault {
  NONE,
  /// It is still listed, but no more there when it is joined.
  GONE,
  /// Nobody is given an address.
  NO_ADDRESS,
  /// Joining never comes to an end.
  HANGS,
  /// Its name is sent by another radio.
  OTHER_RADIO_HEARD,
  /// Whoever joins it lands at another radio.
  OTHER_RADIO_JOINED,
  /// Another meter answers at the address that all meters share, though this one was joined.
  SAME_ADDRESS
}
