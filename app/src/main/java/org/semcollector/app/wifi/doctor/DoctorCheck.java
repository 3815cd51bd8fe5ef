package org.semcollector.app.wifi.doctor;

/// What the doctor looks at, in the order in which one thing needs the other.
public enum DoctorCheck {
  /// Whether there is an adapter that this program can steer.
  ADAPTER,
  /// Whether it is switched on.
  RADIO,
  /// Whether the system lets this program list and join networks.
  PERMISSION,
  /// Whether an organisation forbids it.
  POLICY,
  /// Whether a meter is heard, and is one.
  RANGE,
  /// Whether the meters' passwords are known and right.
  PASSWORD,
  /// Whether a joined meter gave an address.
  ADDRESS,
  /// Whether requests to a meter go to it: VPN, second network with the same addresses.
  ROUTE,
  /// Whether the joined meter is the one that was meant.
  IDENTITY,
  /// Whether a meter answers, and not a router or a sign-in page.
  ANSWER
}
